//! What an officer is shown, and what not.
use crate::{clerk::Clerk, front_desk::Office, place::PASSPHRASE};

/// Siti is registered, and her card is open.
fn meets_siti(clerk: &mut Clerk) {
    clerk.types("<f3>siti aminah<c-n>6471055708850001<f2>").sees("Tersimpan: Siti Aminah.");
}

/// Budi, who serves visitors and has no right to what is restricted, sits down.
fn budi_sits_down(clerk: &mut Clerk) {
    clerk.types("<esc><esc><esc><end><enter>").sees("Setelan").types("<down><enter>");
    clerk.types("<c-n>Budi Santoso<enter><enter><enter><enter>").chooses_passphrase();
    clerk.sees("Tersimpan: Budi").types("g").sees("Loket terkunci").types(PASSPHRASE);
    clerk.types("<enter>").sees("Budi Santoso ·");
}

#[test]
fn a_full_nik_is_shown_for_a_reason_and_until_the_card_is_closed() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.sees("NIK: 6471**5708******").types("n").sees("Untuk apa");
    insta::assert_snapshot!("lihat_nik", clerk.screen());
    clerk.types("<f2>").sees("Untuk apa harus diisi").types("lain<f2>").sees("Alasannya harus");
    clerk.types("dibacakan untuk loket bank<f2>").sees("NIK: 6471055708850001");
    clerk.sees("tampil sampai kartu ini ditutup").types("n").sees("sudah tampil");
    clerk.types("<c-e><esc>").sees("NIK: 6471055708850001");
    clerk.types("<esc><f3>siti<enter>").sees("NIK: 6471**5708******");
}

#[test]
fn leaving_the_question_shows_nothing() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("nkartu<esc>").sees("NIK: 6471**5708******").misses("6471055708850001");
    clerk.types("<esc><f3>tanpa kartu<c-n><enter>lupa<f2>").sees("belum ada (lupa)");
    clerk.types("n").sees("Tampilkan NIK belum bisa: NIK warga ini belum tercatat.");
}

#[test]
fn a_known_nik_is_not_shown_by_changing_something_else_and_can_be_mended() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk.types("<c-e>").stands_at("NIK: 6471**5708******").sees("NIK yang tercatat tetap");
    clerk.types("<enter> Wati<f2>").sees("Tersimpan: Siti Aminah Wati.");
    clerk.types("nkartu<f2>").sees("NIK: 6471055708850001");
    clerk.types("<c-e>9<f2>").sees("NIK hanya boleh berisi angka").types("<c-u>");
    clerk.types("6471055708850002<f2>").sees("Tersimpan: Siti Aminah Wati.");
    clerk.types("<esc><f3>6471055708850002").sees("Siti Aminah Wati");
    // A mask is nobody's NIK.
    clerk.types("<c-n><c-u>6471**5708******<f2>").sees("NIK hanya boleh berisi angka");
}

#[test]
fn what_is_restricted_leaves_the_screen_of_who_made_it_so() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    budi_sits_down(&mut clerk);
    clerk.types("<f3>siti<enter>").sees("Siti Aminah").types("<c-e><f6><f6><f6><f6><f6>");
    clerk.stands_at("Jenis PPKS").types("19<f2>").sees("Tersimpan: Siti Aminah. Terbatas:");
    clerk.misses("6471**").types("<f3>siti").sees("Tidak ada yang cocok");
    clerk.types("<c-n><c-u>6471055708850001").sees("NIK ini sudah terdaftar, dan datanya terbatas");
    clerk.types("<f2>").sees("Panggil petugas yang berhak");
}

#[test]
fn a_restricted_request_is_taken_and_gets_its_slip_and_is_then_closed_to_who_took_it() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    budi_sits_down(&mut clerk);
    clerk.types("<f3>siti<enter><c-n>permohonan layanan<enter>").sees("Layanan:");
    clerk.types("kekerasan<enter>Perlu perlindungan<f2>");
    clerk.sees("TANDA TERIMA").sees("Terbatas: petugas yang").misses("kekerasan");
    clerk.types("<esc>").sees("Belum ada permohonan").misses("PMH-");
}

#[test]
fn nothing_can_be_changed_by_who_only_looks() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    meets_siti(&mut clerk);
    clerk
        .types("<esc><esc><esc><end><enter><down><enter><c-n>Ayu<enter><enter><c-u>auditor<enter>");
    clerk.types("<enter>").chooses_passphrase().types("g").types(PASSPHRASE).types("<enter>");
    clerk.sees("Ayu ·").types("<f3>siti<enter>").sees("6471**5708******");
    clerk.types("<c-e><f2>").sees("Hanya petugas atau koordinator yang boleh mengubah data warga");
    clerk.types("<esc>").types("nkartu<f2>").sees("boleh melihat NIK lengkap. Panggil petugas");
}
