//! What the desk looks after by itself, and what it says on every screen.
use std::{fs, os::unix::fs::symlink};

use loket::{
    desk::{counter::Clock, setup},
    domain::{moment::Moment, resident::Resident},
    form::{clerk::RETIRED, field::YES},
    tui::{app::App, doors::DOORS, theme::Theme},
};

use crate::{
    clerk::Clerk,
    cli::program,
    desk::counter::{Counter, answers},
    place::{Place, opened, passphrase},
};

const DAY: i64 = 24 * 60 * 60_000;

/// When the next check is due, with some minutes since the round before.
const NEXT: i64 = DAY + 5 * 60_000;

/// Tuesday 24 November 2026, 09.15 WITA.
const NOW: Moment = Moment(1_795_482_900_000);

/// An office whose disk has no room kept yet.
fn office() -> (Place, Moment) {
    let place = program::office();
    fs::remove_file(place.path().join("cadangan-ruang")).unwrap();
    (place, NOW)
}

#[test]
fn everything_is_checked_once_a_day_and_the_settings_say_when() {
    let (place, now) = office();
    let mut desk = opened(place.path(), Clock::Set(now));
    assert_eq!(desk.checked(), None);
    desk.tend();
    desk.settle_rounds();
    let first = desk.checked().unwrap();
    assert_eq!((first.at, first.findings), (now, 0));
    assert!(place.path().join("cadangan-ruang").exists());
    for (later, checked) in [(DAY - 1, now), (NEXT, Moment(now.0 + NEXT))] {
        desk.set_clock(Clock::Set(Moment(now.0 + later)));
        desk.tend();
        desk.settle_rounds();
        assert_eq!(desk.checked().unwrap().at, checked, "after {later}");
    }
    drop(desk);
    // It is known after a restart, and the clerk finds it in the settings.
    let desk = opened(place.path(), Clock::Set(now));
    let mut clerk = Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap());
    clerk.types("9").sees("Pemeriksaan    25 November 2026 pukul 09.20").sees("semua utuh");
}

#[test]
fn what_was_found_stands_on_every_screen_until_it_is_no_longer_so() {
    let (place, now) = office();
    let path = place.path().join("kunci.lama");
    let sound = fs::read(&path).unwrap();
    fs::write(&path, b"rusak").unwrap();
    let desk = opened(place.path(), Clock::Set(now));
    desk.tend();
    desk.settle_rounds();
    assert_eq!(desk.checked().unwrap().findings, 1);
    let mut clerk = Clerk::sits_down(App::new(desk, DOORS, Theme::MONO).unwrap());
    for keys in ["", "<f3>", "<esc>9", "<esc><c-n>"] {
        clerk.types(keys).sees("loket periksa");
    }
    drop(clerk);
    fs::write(&path, sound).unwrap();
    // The next desk looks again at once, be it the same day.
    let desk = opened(place.path(), Clock::Set(now));
    assert!(desk.alarm().contains("menemukan"));
    desk.tend();
    desk.settle_rounds();
    assert_eq!(desk.alarm(), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_nearly_full_is_told_on_every_screen_until_there_is_room() {
    let (place, now) = office();
    let fresh = place.path().join("cadangan-ruang.baru");
    let mut desk = opened(place.path(), Clock::Set(now));
    symlink("/dev/full", &fresh).unwrap();
    desk.tend();
    desk.settle_rounds();
    assert!(desk.alarm().starts_with("Diska hampir penuh: "), "{}", desk.alarm());
    // Room is looked for again after a while.
    desk.set_clock(Clock::Set(Moment(now.0 + 5 * 60_000)));
    desk.tend();
    desk.settle_rounds();
    assert_eq!(desk.alarm(), "");
    assert!(place.path().join("cadangan-ruang").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn keys_that_could_not_be_written_seal_nothing() {
    let mut counter = Counter::opens("2026-11-24");
    let told = answers(&[("nama_petugas", "Budi"), ("peran", "petugas")]);
    let budi = setup::add_clerk(&mut counter, &told, Some(&passphrase())).unwrap();
    let mut leaves = setup::clerk_answers(&counter, budi.id).unwrap();
    leaves.put(RETIRED.id, YES);
    symlink("/dev/full", counter.folder().join("kunci.baru")).unwrap();
    // Whoever leaves gets no new epoch this time; what is saved from now on must open tomorrow.
    assert!(setup::change_clerk(&mut counter, budi.id, &leaves).is_err());
    let who = counter.meets("Siti Aminah");
    counter.reopens();
    assert!(counter.opened::<Resident>(who).is_ok());
}
