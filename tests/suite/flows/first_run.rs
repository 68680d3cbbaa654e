//! The first run, from an empty folder to the first screen, with the keyboard only.
use loket::{
    domain::{area::Area, atlas::Atlas},
    form::{field::Draft, office, office_answers::preset},
};

use crate::flows::settled::{Office, goes};

#[test]
fn a_new_office_opens_after_a_name_two_keys_and_an_officer() {
    let mut office = Office::empty("pertama");
    let clerk = &mut office.clerk;
    clerk.sees("Langkah 1 dari 3").sees("Selamat datang").types("damai balikpapan");
    insta::assert_snapshot!("langkah_1", clerk.screen());
    clerk.types("<enter>").sees("Langkah 2 dari 3").sees("Puskesos Damai");
    clerk.stands_at("Alamat");
    insta::assert_snapshot!("langkah_2", clerk.screen());
    clerk.types("<f2>").sees("Langkah 3 dari 3");
    insta::assert_snapshot!("langkah_3", clerk.screen());
    clerk.types("Rina Wulandari<enter><enter>").chooses_passphrase().sees("kode pemulihan");
    clerk.notes_recovery().sees("Loket siap. Selamat bekerja");
    clerk.sees("Puskesos Damai").sees("Rina Wulandari sedang duduk");
    office = office.starts_again();
    office.clerk.sees("Puskesos Damai").misses("Langkah");
    office.done();
}

#[test]
fn homonyms_are_told_apart_by_kind_path_and_code() {
    let mut office = Office::empty("homonim");
    let clerk = &mut office.clerk;
    clerk.types("damai").sees("Kel. Damai,").sees("Desa Damai,");
    insta::assert_snapshot!("homonim", clerk.screen());
    clerk.types(" kelurahan balikpapan kota<down><up>").stands_at("Kel. Damai, Balikpapan Kota");
    clerk.stands_at("64.71.06.1005").types("<enter>").sees("Langkah 2 dari 3");
    clerk.types("<pgup><pgup>").stands_at("Kel. Damai, Balikpapan Kota, Kota Balikpapan");
    office.done();
}

#[test]
fn nothing_is_taken_while_nothing_fits() {
    let mut office = Office::empty("kosong");
    let clerk = &mut office.clerk;
    clerk.types("<enter>").sees("Ketik dahulu nama").sees("Langkah 1");
    clerk.types("xyzzy").sees("Tidak ada yang cocok").types("<enter>").sees("Langkah 1");
    clerk.types("<f3>").sees("Cari belum bisa: kantor ini belum selesai disiapkan");
    clerk.types("<f1><f3>").sees("Kantor dan petugasnya belum diisi").types("<esc>");
    clerk.types("<esc>").sees("Ini layar pertama");
    office.done();
}

#[test]
fn each_region_has_its_own_words() {
    let regions = [
        ("aceh bakongan gampong drien", "Gampong", "Keuchik"),
        ("nagari agam sumatera barat", "Nagari", "Wali Nagari"),
        ("pringsewu pekon", "Pekon", "Kepala Pekon"),
        ("desa kuta badung bali", "Desa", "Perbekel"),
    ];
    for (typed, unit, head) in regions {
        let mut office = Office::empty(unit);
        let clerk = &mut office.clerk;
        clerk.types(typed).types("<enter>").sees(unit).sees(head);
        office.done();
    }
}

#[test]
fn going_back_keeps_the_answers_and_another_place_changes_only_presets() {
    let mut office = Office::empty("mundur");
    let clerk = &mut office.clerk;
    clerk.types("64.71.06.1005<enter>").stands_at("Alamat").types("Jalan Damai 1");
    clerk.types("<f2>Rin<esc>").sees("Langkah 2").sees("Jalan Damai 1");
    clerk.types("<esc>").sees("Langkah 1").sees("64.71.06.1005");
    clerk.types("<enter>").sees("Jalan Damai 1").sees("Kelurahan").sees("WITA");
    clerk.types("<esc>").types("<c-u>gampong drien bakongan<enter>");
    clerk.sees("Gampong").sees("Keuchik").sees("WIB").sees("Jalan Damai 1");
    clerk.sees("Puskesos Gampong Drien").misses("Puskesos Damai");
    clerk.types("<f2>").sees("Rin").sees("Langkah 3");
    office = office.starts_again();
    office.clerk.sees("Langkah 3").sees("Rin").types("<esc>").sees("Jalan Damai 1");
    office.done();
}

#[test]
fn the_place_can_still_be_changed_on_the_sheet() {
    let mut office = Office::empty("pindah");
    let clerk = &mut office.clerk;
    clerk.types("64.71.06.1005<enter><up><up><up>").stands_at("Kelurahan/desa");
    clerk.types("<c-u>gampong").sees("F4 memilih").types("<f4>");
    clerk.sees("tambahkan kecamatan").types(" drien bakongan<enter>");
    clerk.sees("Keuchik").sees("Puskesos Gampong Drien");
    office.done();
}

#[test]
fn what_is_missing_is_asked_for_at_its_field() {
    let mut office = Office::empty("kurang");
    let clerk = &mut office.clerk;
    clerk.types("64.71.06.1005<enter><up><c-u><f2>").sees("Langkah 2");
    clerk.stands_at("Nama loket").sees("Nama loket harus diisi").types("Puskesos Kita<f2>");
    clerk.types("<f2>").sees("Nama petugas harus diisi").types("Rina<f2>");
    clerk.sees("Kata sandi harus diisi").types("pendek<f2>").sees("12 huruf atau lebih");
    clerk.types("<c-u>latihan-latihan<enter>latihan<f2>").sees("Sekali lagi harus sama");
    clerk.types("-latihan<f2>").sees("Tulis kode ini").types("0000<f2>").sees("harus 32 huruf");
    clerk.types("<c-u>").notes_recovery().sees("Folder data");
    office.done();
}

#[test]
fn holidays_of_the_place_are_read_and_shown_again() {
    let mut office = Office::empty("libur");
    let clerk = &mut office.clerk;
    clerk.types("64.71.06.1005<enter>");
    goes(clerk, "<enter>", "Libur");
    clerk.types("10-2-2027 HUT kota; 31-2-2027 Upacara<f2>");
    clerk.sees("Libur setempat tidak ada di kalender").sees("Langkah 2");
    clerk.types("<c-u>10-2-2027 HUT kota; 17 Agustus 2027 Upacara<f2>Rina<enter><enter>");
    clerk.chooses_passphrase().notes_recovery();
    clerk.types("<enter>").sees("Alamat");
    goes(clerk, "<enter>", "Libur");
    clerk.sees("10-02-2027 HUT kota; 17-08-2027 Upacara");
    office.done();
}

/// F2 alone must do, wherever the office is.
#[test]
fn the_presets_of_every_area_are_an_office() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    for province in 11..=96 {
        let found = Atlas::get().find(&province.to_string(), 60);
        for area in found.into_iter().filter(|area: &Area| area.province == province) {
            let draft: Draft = preset(area);
            for field in office::FIELDS {
                let judged = (field.check)(draft.text(field), today);
                assert_eq!(judged, Ok(()), "{} of {area}", field.id);
            }
        }
    }
}
