//! Changing what the office knows: itself, its officers, institutions, services and letters.
use crate::flows::settled::{Office, goes};

#[test]
fn the_name_of_the_coordinator_is_changed() {
    let mut office = Office::settled("koordinator");
    let clerk = &mut office.clerk;
    clerk.types("<enter><f6><f6>").stands_at("Nama").types("Siti Aminah, S.Sos.");
    clerk.types("<enter><enter><enter>").stands_at("NIP").types("123<enter>");
    clerk.sees("NIP harus 18 angka, baru 3").types("<up><c-u>198001012005012001<f2>");
    clerk.sees("Tersimpan: Puskesos Damai.");
    office = office.starts_again();
    office.clerk.types("<enter><f6><f6>").sees("Siti Aminah, S.Sos.").sees("198001012005012001");
    office.done();
}

#[test]
fn looking_without_changing_leaves_no_draft() {
    let mut office = Office::settled("lihat");
    office.clerk.types("<enter><enter><enter><esc><enter>").misses("belum disimpan");
    office.done();
}

#[test]
fn half_a_change_is_there_again_for_the_same_record_only() {
    let mut office = Office::settled("konsep");
    let clerk = &mut office.clerk;
    clerk.types("<down><down><enter>").types("<enter><end>").sees("Lembaga >");
    clerk.types(" baru<esc><down><enter>").misses("baru").types("<esc><up><enter>");
    clerk.sees("Isian yang belum disimpan dilanjutkan").sees(" baru");
    office = office.starts_again();
    office.clerk.types("<down><down><enter><enter>").sees(" baru");
    office.done();
}

#[test]
fn an_officer_is_added_sits_down_and_leaves() {
    let mut office = Office::settled("petugas");
    let clerk = &mut office.clerk;
    clerk.types("<down><enter>").sees("sedang duduk").types("<c-n>").sees("Petugas baru");
    clerk.types("Budi Santoso<enter>rina<enter><enter><enter>").chooses_passphrase();
    clerk.sees("Kode sudah dipakai").stands_at("Kode");
    clerk.types("<c-u>budi<f2>").sees("Tersimpan: Budi Santoso, kode budi.");
    clerk.types("<c-n>Budi Raharjo<enter><enter><enter><enter>").chooses_passphrase();
    clerk.sees("kode budi2.");
    clerk.types("<home><down>").stands_at("Budi Santoso").types("g").sees("Loket terkunci");
    clerk.stands_at("Kata sandi").types("salah sekali pokoknya<enter>").sees("tidak cocok");
    clerk.types("latihan-latihan<enter>").sees("Budi Santoso · 24 Nov 2026");
    clerk.types("<down><enter><home><down>").stands_at("Budi Santoso");
    clerk.types("<enter>").stands_at("Nama petugas").types("<enter><enter><enter> <f2>");
    clerk.sees("Hanya admin yang boleh mengatur petugas. Panggil admin.").types("<esc>");
    clerk.types("<end>").stands_at("Rina").types("glatihan-latihan<enter>");
    clerk.types("<down><enter><home><down>").stands_at("Budi Santoso").types("<enter>");
    clerk.sees("Isian yang belum disimpan").types("<f2>").stands_at("tidak aktif");
    clerk.types("glatihan-latihan<enter>").sees("tidak cocok");
    office.done();
}

#[test]
fn an_officer_gets_another_hat_and_the_right_to_what_is_restricted() {
    let mut office = Office::settled("peran");
    let clerk = &mut office.clerk;
    clerk.types("<down><enter><c-n>Budi<enter><enter>").stands_at("Peran: Petugas");
    clerk.types(";aud<enter>").stands_at("Hak terbatas").types("<space>");
    insta::assert_snapshot!("petugas_auditor", clerk.screen());
    clerk.types("<enter>").chooses_passphrase();
    clerk.sees("Tersimpan: Budi").sees("petugas, auditor, terbatas");
    // The right is given by those who have it, and an admin alone does not.
    clerk.types("<c-n>Ayu<enter><enter><c-u>admin<enter><enter>").chooses_passphrase();
    clerk.stands_at("admin").types("glatihan-latihan<enter>").sees("Ayu ·");
    clerk.types("<down><enter>").stands_at("Ayu").types("<enter><enter><enter> <f2>");
    clerk.sees("Hanya koordinator yang boleh mengatur apa yang terbatas");
    office.done();
}

#[test]
fn the_last_officer_stays() {
    let mut office = Office::settled("terakhir");
    let clerk = &mut office.clerk;
    clerk.types("<down><enter><enter><enter><enter><enter> <f2>");
    clerk.sees("Tidak aktif harus kosong karena tidak ada admin aktif yang lain");
    clerk.types(" <up> <f2>").sees("Hak terbatas harus diisi karena tidak ada petugas lain");
    clerk.types(" <up><c-u>petugas<f2>").sees("Peran harus diisi karena kantor ini perlu");
    clerk.types("<c-u>petugas;admin<up><c-u>Rina W.<f2>").sees("Tersimpan: Rina W., kode rina.");
    office.done();
}

#[test]
fn an_institution_gets_its_address_and_a_new_one_its_own_code() {
    let mut office = Office::settled("lembaga");
    let clerk = &mut office.clerk;
    clerk.types("<down><down><enter>").stands_at("belum").types("<enter>");
    clerk.types("<enter><enter><enter>").stands_at("Alamat").types("Jalan Sudirman 1<f2>");
    clerk.stands_at("ada").sees("Tersimpan");
    clerk.types("<c-n>").sees("Lembaga baru").types("dinsos<enter>LKS Kasih<enter>lks<enter>Ketua");
    clerk.types("<f2>").sees("Kode sudah dipakai").stands_at("Kode");
    clerk.types("<c-u>KASIH-TERLALU-PANJANG<enter>").sees("paling panjang 16 huruf");
    clerk.types("<up><c-u>KASIH<f2>").sees("Tersimpan: LKS Kasih.").stands_at("KASIH");
    clerk.types("<f1>").sees("Lembaga yang dapat dituju");
    office.done();
}

#[test]
fn a_service_promises_another_day_and_asks_another_paper() {
    let mut office = Office::settled("layanan");
    let clerk = &mut office.clerk;
    clerk.types("<down><down><down><enter>");
    goes(clerk, "<down>", "Surat Keterangan DTSEN");
    clerk.stands_at("3 hari kerja sejak berkas lengkap").stands_at("bawaan").types("<enter>");
    clerk.types("<enter>").stands_at("Lama layanan").types("<c-u>5<enter><enter><enter><enter>");
    clerk.stands_at("Berkas");
    insta::assert_snapshot!("layanan_berkas", clerk.screen());
    clerk.types("; Surat RT (bila ada)<f2>");
    clerk.stands_at("5 hari kerja sejak berkas lengkap").stands_at("24-11-2026");
    clerk.types("<enter>").sees("; Surat RT").types("<enter><c-u><f2>");
    clerk.stands_at("tanpa janji tanggal");
    office.done();
}

#[test]
fn a_kind_of_letter_is_signed_by_someone_else() {
    let mut office = Office::settled("surat");
    let clerk = &mut office.clerk;
    clerk.types("<down><down><down><down><enter>");
    goes(clerk, "<down>", "Surat Rujukan ODGJ");
    clerk.stands_at("Koordinator Puskesos").stands_at("7 hari").types("<enter><enter>");
    clerk.stands_at("Ditandatangani").types("<c-u>lurah<enter><enter><enter>");
    clerk.stands_at("Berlaku").types("<c-u>14<f2>");
    clerk.stands_at("Lurah atau kepala").stands_at("14 hari").stands_at("24-11-2026");
    office.done();
}

#[test]
fn the_folder_of_the_data_is_told() {
    let mut office = Office::settled("folder");
    office.clerk.types("<end>").stands_at("Folder data").types("<enter>").sees("ada di folder");
    office.done();
}
