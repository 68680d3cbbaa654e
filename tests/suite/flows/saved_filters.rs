//! Filters that the office keeps: made once, taken up every morning with two keys.
use insta::assert_snapshot;

use crate::{flows::settled, front_desk::Office};

/// An emergency in Damai and two visitors with other wishes.
fn morning() -> Office {
    let office = Office::new();
    for keys in [
        "<f3>siti aminah<c-n>6471055708850001<f6>6471050101200001<enter>istri<f2>",
        "<f3>bambang suryadi<c-n>6471051708800001<f2>",
        "<f3>tjahjo kumolo<c-n><enter>lupa<f2>",
        "<c-n>2siti aminah<enter>sktm<enter>perlu surat untuk sekolah<f2>",
        "<c-n>3bambang<enter>bantuan salah sasaran<f2>",
        "<c-n>4tjahjo<enter>jatuh di pasar<f2>",
    ] {
        office.sit(0).types(keys).sees("Tersimpan");
    }
    office
}

/// Keeps the open emergencies, those of the complaints, and the visitors of the week.
const KEEPS: [&str; 3] = [
    "<f3><f4><c-n>Darurat terbuka<enter>darurat<enter>terbuka<enter><f2>",
    "<f3><f6>pengaduan<f2><f4><c-n>Aduan<f2>",
    "<f3><f4><c-n>Permohonan minggu ini<enter>permohonan<enter><enter><enter>7 hari<enter><f2>",
];

fn kept() -> Office {
    let office = morning();
    for keys in KEEPS {
        office.sit(0).types(keys).sees("Tersimpan:");
    }
    office
}

#[test]
fn a_filter_is_kept_once_and_taken_up_with_two_keys_every_morning() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f4>").sees("Belum ada saringan").types("<c-n>").stands_at("Nama saringan");
    clerk.types("Darurat terbuka<enter>darurat<enter>terbuka<f2>");
    clerk.sees("Tersimpan: Darurat terbuka.").sees("Saring: Darurat terbuka");
    clerk.sees("> Tjahjo Kumolo").misses("Siti").misses("Bambang");
    drop(clerk);
    let mut clerk = office.sit(1);
    clerk.types("<f3><f4>1").sees("Saring: Darurat terbuka").sees("> Tjahjo Kumolo");
    clerk.types("siti").sees("Tidak ada yang cocok dengan saringan itu");
    clerk.types("<f3>PMH-2026").sees("Saringan hanya menampilkan orang. F4 0 melepasnya");
    clerk.types("<f3>siti");
    // What was typed stays; the filter goes with two keys as well.
    clerk.types("<f4>0").misses("Saring:").sees("> Siti Aminah");
}

#[test]
fn what_narrows_the_search_now_is_kept_as_it_is() {
    let office = morning();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f6>pengaduan<f2>").sees("Saring: pengaduan");
    clerk.types("<f4><c-n>Aduan<f2>").sees("Tersimpan: Aduan.").sees("Saring: Aduan");
    // Changed by hand it is another one, and the one that is kept stays.
    clerk.types("<f6>informasi<f2>").sees("Saring: informasi").misses("Saring: Aduan");
    clerk.types("<f4>").sees("pengaduan").misses("* Aduan").types("<enter>").sees("Saring: Aduan");
    clerk.types("<f4>").stands_at("1 * Aduan");
}

#[test]
fn a_filter_is_renamed_removed_and_brought_back() {
    let office = kept();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f4><down>").stands_at("Darurat terbuka").types("<c-e>").sees("Ubah saringan");
    clerk.types("<c-u>Darurat<f2>").sees("Tersimpan: Darurat.").stands_at("Darurat");
    clerk.misses("Darurat terbuka").types("<del>").sees("Dihapus: Darurat.").sees("Ctrl-Z");
    clerk.misses("Darurat ").types("<c-z>").sees("saringan Darurat kembali seperti semula");
    clerk.sees("2   Darurat ").types("<c-z>").sees("2   Darurat terbuka");
    clerk.types("<f7>").sees("Cari > Saringan > Riwayat");
}

#[test]
fn small_mistakes_are_told_where_they_were_made() {
    let office = kept();
    let mut clerk = office.sit(0);
    clerk.types("<f3><f4><c-n><f2>").sees("Nama saringan harus diisi");
    clerk.types("Kosong<f2>").sees("Nama saringan harus disertai sedikitnya satu isian lain");
    clerk
        .types("<c-u>ADUAN<enter>darurat<f2>")
        .sees("Nama saringan sudah dipakai; pilih yang lain");
    clerk.types(&format!("<c-u>{}<f2>", "x".repeat(31))).sees("paling panjang 30 huruf");
    clerk.types("<c-u>Hari itu<enter><enter><enter><enter><enter>h<f2>");
    clerk.sees("Tersimpan: Hari itu. Tanggal 24-11-2026 tetap");
    clerk.types("<f4><up><up><up><up>").stands_at("Tanpa saringan").types("<del>");
    clerk.sees("tunjuk dahulu saringan yang disimpan");
}

#[test]
fn an_officer_who_left_is_told_and_the_filter_can_be_mended() {
    let mut office = settled::Office::settled("saringan");
    let clerk = &mut office.clerk;
    clerk.types("<down><enter><c-n>Budi Santoso<enter><enter><enter><enter>").chooses_passphrase();
    clerk.types("<f3><f4><c-n>Milik Budi<enter><enter><enter>budi<f2>").sees("Saring: Milik Budi");
    clerk.types("<home>").sees("Tidak ada yang cocok dengan saringan itu").types("<esc><home>");
    clerk.stands_at("Budi Santoso").types("<enter><enter><enter><enter> <f2>").sees("tidak aktif");
    clerk.types("<f3><f4>").stands_at("petugas budi tidak aktif lagi").types("<enter>");
    clerk.sees("Tidak ada yang cocok: petugas budi tidak aktif lagi.");
    clerk.types("<f4><c-e>").sees("Budi Santoso").types("<down><down><down><c-u>rina<f2>");
    clerk.sees("Tersimpan: Milik Budi.").misses("tidak aktif lagi");
    office.done();
}

#[test]
fn the_filters_look_like_this() {
    let office = kept();
    for (name, keys) in [
        ("saringan", "<f3><f4>"),
        ("saringan_dipakai", "<f3><f4>2"),
        ("saringan_pilih", "<f3><f4>2<f4>"),
        ("saringan_ubah", "<f3><f4>1<f4><c-e>"),
        ("tiket_sebagian", "<f3>PMH-2026"),
        ("register_sebagian", "<f3>00002"),
    ] {
        let mut clerk = office.sit(0);
        clerk.types(keys);
        assert_snapshot!(format!("{name}_80"), clerk.screen());
        clerk.size(40, 12);
        assert_snapshot!(format!("{name}_40"), clerk.screen());
        for (width, height) in [(1, 1), (8, 3), (30, 5), (60, 40), (100, 40)] {
            clerk.size(width, height).screen();
        }
    }
}
