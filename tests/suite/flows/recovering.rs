//! Help in front of the lock, and coming in with the code from the safe.
use loket::{
    desk::{counter::Clock, setup},
    domain::moment::Moment,
    form::{field::Draft, office_answers},
    tui::{app::App, doors::DOORS, theme::Theme},
};

use crate::{
    clerk::{Clerk, recovery_on},
    front_desk::Office,
    place::{PASSPHRASE, Place, passphrase},
};

const NEW: &str = "teh manis hangat sekali";

/// Has the office renew its code, and returns it as it stands on paper now.
fn renews(clerk: &mut Clerk) -> String {
    clerk.types("<esc><end><enter><end><up><up>").stands_at("Kode pemulihan").types("<enter>");
    let code = recovery_on(&clerk.screen());
    clerk.notes_recovery().sees("Kode pemulihan yang baru berlaku");
    code
}

/// Copies a code from paper as hands do it, and goes on to the end with another passphrase.
fn comes_back(clerk: &mut Clerk, code: &str) {
    let copied = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    clerk.types("<c-u>").types(&copied);
    clerk.types(&format!("<enter><c-u>rina<enter><c-u>{NEW}<enter><c-u>{NEW}<f2>"));
}

#[test]
fn help_is_there_in_front_of_the_lock() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<c-l>").types("<f1>").sees("Lupa kata sandi?").sees("menekan huruf p");
    clerk.sees("Loket terkunci > Bantuan");
    insta::assert_snapshot!("bantuan_di_depan_kunci", clerk.screen());
    clerk.types("<f1>").sees("Semua tombol").types("<f3>").sees("Cari belum bisa: masuk dahulu");
    clerk.types("<down><esc>").misses("Bantuan >").sees("Kata sandi:");
    clerk.types(PASSPHRASE).types("<enter>").sees("Kunjungan hari ini");
}

#[test]
fn who_lost_everything_comes_in_with_the_code_from_the_safe() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    let code = renews(&mut clerk);
    clerk.types("<c-l>").sees("F7 Lupa sandi").types("salah<f7>");
    clerk.sees("Dengan kode pemulihan").misses("salah").types("<f1>").sees("keadaan terakhir");
    clerk.types("<esc><esc>").sees("Loket terkunci. Masukkan kode").types("<c-t>");
    insta::assert_snapshot!("pemulihan_kunci_80", clerk.screen());
    insta::assert_snapshot!("pemulihan_kunci_40", clerk.size(40, 12).screen());
    clerk.size(80, 24).types("abc<f2>").sees("harus 32 huruf dan angka, tertulis 3");
    comes_back(&mut clerk, "0000-0000-0000-0000-0000-0000-0000-0000");
    clerk.sees("Kode pemulihan tidak berlaku;").stands_at("oooo oooo");
    comes_back(&mut clerk, &code);
    clerk.sees("Tulis kode ini di kertas").sees("Kode pemulihan tadi sudah dipakai");
    clerk.sees("Rina Wati ·");
    let fresh = recovery_on(&clerk.screen());
    assert_ne!(fresh, code);
    clerk.notes_recovery().sees("Kode pemulihan yang baru berlaku").sees("Setelan");
    clerk.types("<c-l>").types(PASSPHRASE).types("<enter>").sees("tidak cocok");
    clerk.types("<f7>");
    comes_back(&mut clerk, &code);
    clerk.sees("tidak berlaku; periksa").types("<esc>").types(NEW).types("<enter>");
    clerk.sees("Rina Wati ·").sees("Kode pemulihan");
}

#[test]
fn a_wrong_code_six_times_makes_the_safe_wait_but_not_the_officers() {
    let office = Office::new();
    let mut clerk = office.sit(0);
    clerk.types("<c-l><f7>");
    for _ in 0..6 {
        comes_back(&mut clerk, "7777-7777-7777-7777-7777-7777-7777-7777");
        clerk.sees("tidak berlaku; periksa");
    }
    clerk.types("<f2>").sees("Terlalu sering salah; tunggu 30 menit");
    clerk.types("<esc>").types(PASSPHRASE).types("<enter>").sees("Kunjungan hari ini");
}

#[test]
fn the_first_screen_reminds_of_a_code_that_nobody_noted_until_it_stands_on_paper() {
    // The power went before the first one was written down.
    let place = Place::new();
    let mut desk = place.desk(Clock::Set(Moment(1_795_482_900_000)));
    let mut person = Draft::default();
    person.put("nama_petugas", "Rina Wati");
    let office = office_answers::preset("64.71.06.1001".parse().unwrap());
    let (_, code) = setup::found(&mut desk, &office, &person, &passphrase()).unwrap();
    let clerk = &mut Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap()).at(place);
    clerk.sees("Kode pemulihan belum dicatat di kertas");
    insta::assert_snapshot!("kode_belum_80", clerk.screen());
    insta::assert_snapshot!("kode_belum_40", clerk.size(40, 12).screen());
    clerk.size(80, 24).types("<end>").stands_at("Kode pemulihan").types("<enter>");
    assert_ne!(recovery_on(&clerk.screen()), code.to_string());
    clerk.types("<esc>").sees("Kode pemulihan belum dicatat").types("<enter>");
    clerk.notes_recovery().sees("Kode pemulihan yang baru berlaku").misses("belum dicatat");
    clerk.types("<home><end>").stands_at("Setelan").misses("Kode pemulihan");
}
