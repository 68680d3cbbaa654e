//! The first opening of data from before there were keys.
use loket::{
    desk::entrance::{Gate, gate},
    tui::{app::App, doors::DOORS, lock::Lock, theme::Theme},
};

use crate::{
    clerk::Clerk,
    desk::conversion::{CLOCK, hides_everything, old},
    place::PASSPHRASE,
};

#[test]
fn an_officer_has_old_data_sealed_and_goes_on_where_it_was() {
    let old = old();
    let folder = old.folder.path();
    assert_eq!(gate(folder).unwrap(), Gate::Unsealed);
    let lock = Lock::unsealed(folder.to_owned(), CLOCK, "");
    let mut clerk = Clerk::sits_down(App::locked(lock, DOORS, Theme::MONO));
    clerk.sees("Data ini dari masa sebelum ada kata sandi").misses("Siti");
    insta::assert_snapshot!("menyegel", clerk.screen());
    clerk.types("<f3>").sees("Cari belum bisa");
    clerk.types("<enter>pendek<f2>").sees("12 huruf atau lebih");
    clerk.types(&format!("<c-u>{PASSPHRASE}<enter>lain<f2>")).sees("Sekali lagi harus sama");
    clerk.types(&format!("<c-u>{PASSPHRASE}<f2>")).sees("Kode petugas harus diisi");
    assert_eq!(gate(folder).unwrap(), Gate::Unsealed);
    clerk.types("siapa<f2>").sees("harus kode petugas yang masih bekerja di sini");
    clerk.types("<c-u>rina<f2>").sees("kode pemulihan").sees("satu isian belum tersimpan");
    hides_everything(folder);
    clerk.types("<c-l>").sees("ketik dahulu kode pemulihannya");
    clerk.notes_recovery().sees("Loket siap. Selamat bekerja, Rina Wati.");
    clerk.types("<f3>siti<enter>").sees("Siti Terlindung");
    clerk.types("<c-l>").sees("Loket terkunci").types(PASSPHRASE).types("<enter>");
    clerk.sees("Siti Terlindung");
    // The others get their first passphrases from that officer, without anyone beside.
    clerk.types("<esc><esc><end><enter><down><enter>").sees("tanpa sandi");
    insta::assert_snapshot!("tanpa_sandi", clerk.screen());
    clerk.types("<home>").stands_at("Budi").types("p").sees("Kata sandi pertama Budi");
    clerk.misses("saksi").types("<f1>").sees("belum punya kata sandi").types("<esc>");
    clerk.types("teh manis hangat<enter>teh manis panas<f2>").sees("harus sama");
    clerk.types("<c-u>teh manis hangat<f2>").sees("Budi sekarang dapat masuk sendiri.");
    clerk.misses("tanpa sandi").stands_at("Budi").types("p").sees("Kode saksi").types("<esc>");
    clerk.types("gteh manis hangat<enter>").sees("Budi ·").sees("Kunjungan hari ini");
}
