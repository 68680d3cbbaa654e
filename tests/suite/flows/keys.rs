//! Passphrases, the lock and the code in the safe, told at the keyboard.
use std::time::Duration;

use crate::{clerk::Clerk, front_desk::Office, place::PASSPHRASE};

/// Another officer is added from the settings, with the passphrase of the tests.
fn adds(clerk: &mut Clerk, name: &str) {
    clerk.types("<esc><esc><esc><end><enter><down><enter><c-n>").types(name);
    clerk.types("<enter><enter><enter><enter>").chooses_passphrase().sees("Tersimpan:");
}

#[test]
fn a_locked_desk_shows_nothing_and_comes_back_where_it_was_left() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<f3>siti aminah<c-n>64710557").sees("64710557");
    clerk.types("<c-l>").sees("Loket terkunci").misses("Siti").misses("6471").misses("Rina");
    insta::assert_snapshot!("terkunci_80", clerk.screen());
    insta::assert_snapshot!("terkunci_40", clerk.size(40, 12).screen());
    clerk.size(80, 24).types("<f3>").sees("Cari belum bisa: masuk dahulu");
    clerk.types(PASSPHRASE).misses(PASSPHRASE).types("<enter>").sees("64710557").sees("Identitas");
}

#[test]
fn another_officer_comes_in_to_the_first_screen() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    adds(&mut clerk, "Budi Santoso");
    clerk.types("<f3>siti aminah<c-n>64710557<f12>").sees("Loket terkunci");
    clerk.types("<up><c-u>budi<enter>").types(PASSPHRASE).types("<enter>");
    clerk.sees("Kunjungan hari ini").sees("Budi Santoso ·").misses("64710557");
}

#[test]
fn six_wrong_passphrases_make_everyone_wait_for_half_an_hour() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<c-l>");
    for _ in 0..6 {
        clerk.types("bukan yang ini<enter>").sees("Kode petugas atau kata sandi tidak cocok");
    }
    clerk.types(PASSPHRASE).types("<enter>").sees("Terlalu sering salah; tunggu 30 menit");
    // Starting the program again does not help.
    drop(clerk);
    let pass = loket::desk::entrance::Pass::new("rina", PASSPHRASE);
    let later = |days| office.knocks(&pass, days);
    assert!(later(0).is_err());
    assert!(later(1).is_ok());
}

#[test]
fn an_officer_changes_the_passphrase_and_the_old_one_opens_nothing() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<esc><end><enter>").sees("Kata sandi").types("<end><up><up><up><enter>");
    clerk.sees("Ganti kata sandi").types("salah sama sekali<enter>");
    clerk.types("teh manis hangat sekali<enter>teh manis hangat sekali<f2>").sees("tidak cocok");
    clerk.types("<up><up><c-u>").types(PASSPHRASE).types("<f2>").sees("sudah diganti");
    clerk.types("<c-l>").types(PASSPHRASE).types("<enter>").sees("tidak cocok");
    clerk.types("teh manis hangat sekali<enter>").sees("Rina Wati ·");
}

#[test]
fn two_others_give_a_new_passphrase_to_who_forgot_it() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    adds(&mut clerk, "Budi Santoso");
    adds(&mut clerk, "Ayu");
    clerk.types("<home>").stands_at("Ayu").types("p").sees("Kata sandi baru Ayu");
    clerk.types("teh manis hangat sekali<enter>teh manis hangat sekali<enter>");
    // Neither the one who forgot nor the one who sits here is a witness.
    clerk.types("ayu<enter>").types(PASSPHRASE).types("<f2>").sees("tidak cocok");
    clerk.types("<up><c-u>rina<f2>").sees("tidak cocok");
    clerk.types("<c-u>budi<f2>").sees("Ayu masuk dengan kata sandi yang baru");
    clerk.stands_at("Ayu").types("g").types(PASSPHRASE).types("<enter>").sees("tidak cocok");
    clerk.types("teh manis hangat sekali<enter>").sees("Ayu ·");
}

#[test]
fn a_new_recovery_code_counts_once_it_was_copied_from_the_paper() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<esc><end><enter><end><up><up>").stands_at("Kode pemulihan").types("<enter>");
    clerk.sees("Tulis kode ini").types("<esc>").sees("Setelan").types("<enter>");
    clerk.types("0000-0000-0000-0000-0000-0000-0000-0000<f2>").sees("harus sama dengan");
    clerk.types("<c-u>").notes_recovery().sees("Kode pemulihan yang baru berlaku");
}

#[test]
fn a_desk_that_nobody_touches_is_locked_after_five_minutes() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    let minutes = Duration::from_mins;
    clerk.waits(minutes(4)).types("<down>").waits(minutes(4)).sees("Kunjungan hari ini");
    clerk.waits(minutes(1)).sees("Loket terkunci");
}
