//! A visitor who is not known yet, from the search to the request.
use crate::{clerk::Clerk, front_desk::Office};

/// Serves Siti from the greeting up to her saved data.
fn meets_siti(clerk: &mut Clerk) {
    clerk.types("<c-n>2").sees("cari orangnya");
    clerk.types("siti aminah").sees("Tidak ada yang cocok");
    clerk.types("<c-n>").sees("Warga baru").sees("Siti Aminah");
    clerk.types("6471055708850001");
}

#[test]
fn a_complete_nik_is_read_at_once_and_fills_what_is_empty() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.sees("NIK: Balikpapan").sees("17 Agustus 1985, Perempuan");
    clerk.types("<enter>").sees("Diisi dari NIK: jenis kelamin, tanggal lahir.");
    clerk.sees("Tanggal lahir: 17-08-1985").sees("Jenis kelamin: Perempuan");
}

#[test]
fn another_nik_takes_back_what_the_first_one_filled() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<enter><up><up><c-u>6471052512900002<enter>");
    clerk.sees("Tanggal lahir: 25-12-1990").sees("Jenis kelamin: Laki-laki");
}

#[test]
fn a_new_resident_is_saved_and_the_request_follows() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<f2>").sees("Tersimpan: Siti Aminah.").sees("Permohonan layanan: Siti Aminah");
    clerk.stands_at("Layanan:").types("sktm<enter>").sees("Surat Keterangan Tidak Mampu");
    clerk.types("anak sakit, perlu berobat<f2>");
    clerk.sees("Tersimpan: register 00001/2026, tiket PMH-202611-00001");
}

#[test]
fn a_known_nik_says_whose_it_is_and_opens_that_card() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<f2><esc><esc><esc>").sees("Kunjungan hari ini");
    clerk.types("<f3>budi<c-n>").sees("Budi");
    clerk.types("6471055708850001").sees("NIK ini milik Siti Aminah");
    clerk.types("<f2>").sees("NIK ini sudah terdaftar");
    clerk.types("<f4>").sees("6471**5708******").sees("Belum ada permohonan");
    clerk.types("<esc>").sees("Budi");
}

#[test]
fn what_looks_odd_is_asked_once_and_then_saved() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>joko<c-n>6471055708850001<enter>");
    clerk.stands_at("Nama").types("<enter><enter><enter><c-u>l<f2>");
    clerk.sees("Periksa, lalu tekan F2").sees("NIK menunjuk jenis kelamin lain");
    clerk.types("<f2>").sees("Tersimpan: Joko.");
}

#[test]
fn a_new_doubt_is_never_confirmed_with_an_old_one() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>joko<c-n>6471055708850001<enter>");
    clerk.types("<enter><enter><enter><c-u>l<f2>").sees("jenis kelamin lain");
    clerk.types("<enter><enter><c-u>1-1-1970<f2>").sees("NIK menunjuk lahir 17-08-1");
    clerk.misses("Tersimpan: Joko").types("<f2>").sees("Tersimpan: Joko.");
}

#[test]
fn a_resident_without_nik_needs_a_reason() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>suharto<c-n><f2>").sees("Tanpa NIK").stands_at("Tanpa NIK");
    clerk.types("tidak dibawa<f2>").sees("Tersimpan: Suharto.");
    clerk.sees("belum ada (tidak dibawa)");
}

#[test]
fn the_card_shows_household_and_requests_and_begins_a_new_one() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    let to_kk = "<f6>6471050101200001<enter>";
    clerk.types(to_kk).types("istri<f2>").types("<esc><esc><esc>");
    clerk.types("<f3>bambang<c-n>6471051708800001").types(to_kk).types("kepala<f2>");
    clerk.sees("Istri").sees("Siti Aminah").sees("satu KK");
    clerk.types("<c-n>").sees("Jenis permohonan").types("pengaduan<enter>");
    clerk.sees("Pengaduan: Bambang").types("<esc>").stands_at("Siti Aminah");
    clerk.types("<enter>").sees("KK 6471**0101******, istri");
}

#[test]
fn mending_a_resident_shows_on_the_card() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>suharto<c-n>").types("<enter>tidak dibawa<f2>").sees("Suharto");
    clerk.types("u").sees("Ubah data Suharto");
    clerk.types("<enter><enter><enter><enter>Pak Harto<f2>");
    clerk.sees("Tersimpan: Suharto.").sees("dipanggil Pak Harto");
}

#[test]
fn who_brings_the_card_later_is_simply_given_the_number() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti aminah<c-n><enter>").stands_at("Tanpa NIK:").types("tidak dibawa<f2>");
    clerk.sees("Tersimpan: Siti Aminah.").sees("belum ada (tidak dibawa)");
    clerk.types("<c-e>").stands_at("NIK:").types("6471055708850001<f2>");
    clerk.sees("Tersimpan: Siti Aminah.").sees("6471**5708******").misses("tidak dibawa");
}

#[test]
fn who_has_no_name_is_known_and_found_by_the_marks() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>orang<c-n><enter>lupa<enter>").stands_at("Nama lengkap:");
    clerk.types("<enter><space><enter>").stands_at("Ciri-ciri:");
    clerk.types("Baju merah, di pasar<f2>").sees("Ciri-ciri").sees("Baju merah, di pasar");
    clerk.types("<f3>baju merah").sees("Tanpa nama: Baju merah");
}

#[test]
fn a_visit_of_which_nothing_was_told_is_not_saved() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<c-n>1").sees("Informasi").types("<f2>").sees("Kata warga harus diisi");
    clerk.types("Kapan bantuan cair<f2>").sees("Tersimpan dan terhitung");
    clerk
        .types("<c-n>3")
        .sees("bukan pelapornya")
        .types("siti aminah<c-n>6471055708850001<f2>")
        .sees("Sekarang isi permohonannya");
    clerk.types("<f2>").sees("Kata warga harus diisi").stands_at("Kata warga:");
}

#[test]
fn a_masked_kk_is_told_to_stay_and_how_it_is_mended() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>joko<c-n><enter>lupa<f6>6471052001230001<f2>").sees("Tersimpan: Joko.");
    clerk.types("u<f6>").sees("Nomor KK yang tercatat tetap. Bila salah: Ctrl-U");
    clerk.types("1").misses("yang tercatat tetap");
}
