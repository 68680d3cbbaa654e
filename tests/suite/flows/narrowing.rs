//! A search that is narrowed, and what is told of those whom it finds.
use crate::front_desk::Office;

/// Two visitors, one with a complaint, and somebody who never came.
fn morning() -> Office {
    let office = Office::new();
    for keys in [
        "<f3>siti aminah<c-n>6471055708850001<f6>6471050101200001<enter>istri<f2>",
        "<f3>bambang suryadi<c-n>6471051708800001<f6>6471050101200001<enter>kepala<f2>",
        "<f3>tjahjo kumolo<c-n><enter>lupa<f2>",
        "<c-n>2siti aminah<enter>sktm<enter>perlu surat untuk sekolah<f2>",
        "<c-n>3bambang<enter>bantuan salah sasaran<f2>",
    ] {
        office.sit(0).types(keys).sees("Tersimpan");
    }
    office
}

#[test]
fn a_search_is_narrowed_to_those_with_such_a_request() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f6>pengaduan<f2>").sees("Saring: pengaduan").sees("> Bambang Suryadi");
    clerk.misses("Siti Aminah").types("siti").sees("Tidak ada yang cocok dengan saringan itu");
    clerk.types("<f6><c-u><f2>").sees("> Siti Aminah").misses("Saring:");
}

#[test]
fn days_and_officers_narrow_it_too() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f6><enter><enter><enter><enter>h<f2>").sees("sejak 24-11-2026");
    clerk.sees("Siti Aminah").sees("Bambang");
    clerk.misses("Tjahjo").types("<f6><enter><enter>rina<f2>").sees("petugas rina").sees("Siti");
    clerk.types("<f6><enter><enter><enter><enter><enter>h-1<f2>").sees("Tidak ada yang cocok");
}

#[test]
fn the_search_says_why_somebody_stands_there_and_what_is_known() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3>cahyo").sees("> Tjahjo Kumolo").sees("(ejaan lain)");
    clerk.types("<f3>bambnag").sees("> Bambang Suryadi").sees("(mirip ejaan)");
    clerk.sees("kepala keluarga; 2 anggota").sees("1 permohonan terbuka");
    clerk.types("<f3>6471051708800002").sees("> Bambang Suryadi").sees("(mirip NIK)");
    clerk.types("<f3>6471050101200001").sees("Siti Aminah").sees("Bambang").sees("(KK cocok)");
}

#[test]
fn whoever_was_served_last_comes_first_among_equals() {
    let office = morning();
    office.sit(0).types("<f3>budi santoso<c-n><enter>lupa<f2>").sees("Tersimpan");
    office.sit(0).types("<f3>budi santosa<c-n><enter>lupa<f2>").sees("Tersimpan");
    office.sit(0).types("<f3>budi").sees("> Budi Santosa");
    office.sit(1).types("<c-n>2budi santoso<enter>sktm<enter>untuk sekolah<f2>").sees("Tersimpan");
    office.sit(1).types("<f3>budi").sees("> Budi Santoso");
}

#[test]
fn five_namesakes_are_told_apart_below_the_list_and_in_a_wide_window_in_it() {
    let office = Office::new();
    for (home, sex, born) in
        [("Jl. Mulawarman 27", "l", "24-04-1982"), ("Jl. Mawar 1", "p", "30-09-1965")]
    {
        let keys = format!(
            "<f3>rustam saleh<c-n><enter>lupa<enter><enter><enter><enter>{sex}<enter>Balikpapan\
             <enter>{born}<f6><f6>{home}<enter>9<enter>2<f2>"
        );
        office.sit(0).types(&keys).sees("Tersimpan");
    }
    let mut clerk = office.sit(0);
    clerk.types("<f3>rustan saleh").sees("(mirip ejaan) perempuan, 61 tahun, lahir Balikpapan");
    clerk.sees("Jl. Mawar 1, RT 009/RW 002, Kelurahan Damai").sees("RT 9 Jl. Mawar 1");
    clerk.types("<down>").sees("(mirip ejaan) laki-laki, 44 tahun, lahir Balikpapan 24-04-1982");
    clerk.sees("Jl. Mulawarman 27, RT 009/RW 002, Kelurahan Damai");
    clerk.misses("Kelurahan/desa").size(110, 24).sees("Kelurahan/desa").sees("… Damai");
}

#[test]
fn a_filter_that_leaves_more_than_the_list_holds_says_how_many() {
    let office = Office::new();
    let mut clerk = office.many(61);
    clerk.types("<f3><f6><tab><tab><tab><tab><tab><tab><tab><f4>damai balikpapan kota<enter><f2>");
    clerk.sees("50 dari 61 warga; yang terakhir dilayani lebih dahulu.");
    clerk.types("nomor 61").misses("dari 61").sees("> Warga Nomor 61");
}

#[test]
fn a_filter_by_an_area_begins_near_the_office_and_says_where_another_lies() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f6>").sees("F2 Pakai").misses("F2 Simpan");
    clerk.types("<tab><tab><tab><tab><tab><tab><tab>prap").sees("F4 memilih: Kel. Prapatan, Bal");
    clerk.types("<enter>").stands_at("Kelurahan/desa: prap");
    clerk.sees("Kelurahan/desa cocok dengan beberapa pilihan; ketik lebih lengkap.");
    clerk.types("<f4>").sees("> Kel. Prapatan, Balikpapan Kota").types("<enter><f2>");
    clerk.sees("Saring: Kel. Prapatan").misses("Prapatan (");
    clerk.types("<f6><tab><tab><tab><tab><tab><tab><tab><c-u>prapatan subang<f2>");
    clerk.sees("Saring: Desa Prapatan (Kab. Subang)");
}

#[test]
fn where_nobody_is_found_it_is_said_what_is_searched() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3>jalan kenanga").sees("Jalan dan nomor rumah tidak dicari.");
    clerk.types("<f3>siti").misses("tidak dicari");
}

#[test]
fn a_birth_date_in_full_is_searched_and_begins_the_form_of_somebody_new() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3>17-08-1980").sees("> Bambang Suryadi").sees("(tgl lahir cocok)");
    clerk.misses("Siti").types("<f3>bambnag 17/8/1980").sees("> Bambang").sees("mirip ejaan");
    clerk.types("<f3>siti 17.08.1985").sees("> Siti Aminah").misses("Bambang Suryadi   ");
    clerk.types("<f3>rustam ali 2000 18-8-1985<c-n>").sees("Rustam Ali____").misses("2000");
    clerk.sees("18-08-1985");
}

#[test]
fn digits_of_a_masked_nik_are_a_reason_and_a_card_is_no_nik_with_a_slip() {
    let office = morning();
    // Somebody whose NIK is a digit or two from the number of the others' card.
    office.sit(0).types("<f3>dewi<c-n>6471050101200002<f2><f2>").sees("Tersimpan");
    let mut clerk = office.sit(0);
    clerk.types("<f3>800001").sees("> Bambang Suryadi").sees("(NIK cocok)");
    clerk.types("<f3>6471050101200001").sees("(KK cocok)").misses("mirip NIK").misses("Dewi");
}
