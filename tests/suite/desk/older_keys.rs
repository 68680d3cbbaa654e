//! The files of the keys, put back to what they were before a passphrase was changed.
use std::{fs, path::Path};

use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::Pass,
        keys,
        restoring::{Order, ready, restore},
        safekeeping,
        verify::{Finding, verify},
    },
    domain::{moment::Moment, passphrase::Passphrase},
    form::field::Draft,
    store::{cipher::Cost, keys::Keys},
};

use crate::{
    cli::program,
    place::{PASSPHRASE, Place, opened, passphrase},
};

const FILES: [&str; 2] = ["kunci", "kunci.lama"];

/// Tuesday 24 November 2026, 09.15 WITA.
const CLOCK: Clock = Clock::Set(Moment(1_795_482_900_000));

fn new() -> Passphrase {
    "teh manis hangat sekali".parse().unwrap()
}

/// An office that noted its code, as it was checked today.
fn office() -> Place {
    let place = program::office();
    looks(&mut opened(place.path(), CLOCK));
    place
}

/// Lets the desk do in the background what is due.
fn looks(desk: &mut Desk) -> String {
    desk.tend();
    desk.settle_rounds();
    desk.alarm()
}

fn enters(folder: &Path, passphrase: &Passphrase) -> Desk {
    let pass = Pass::new("", passphrase.as_str());
    let (mut desk, _) = Desk::enter(folder, &pass, CLOCK, &mut |_| {}).unwrap();
    desk.set_cost(Cost::trifle());
    desk
}

fn findings(folder: &Path, passphrase: &Passphrase) -> Vec<Finding> {
    let pass = Pass::new("", passphrase.as_str());
    verify(folder, &pass, CLOCK, &mut |_, _| {}).unwrap().findings
}

fn serial(folder: &Path) -> u64 {
    Keys::read(folder).unwrap().unwrap().0.serial()
}

#[test]
fn keys_that_were_put_back_are_told_and_mended_by_the_next_change() {
    let place = office();
    let folder = place.path();
    let old = FILES.map(|name| fs::read(folder.join(name)).unwrap());
    let mut desk = enters(folder, &passphrase());
    keys::change_own(&mut desk, &passphrase(), &new()).unwrap();
    assert_eq!(looks(&mut desk), "");
    drop(desk);
    assert_eq!(findings(folder, &new()), []);
    let noted = serial(folder);
    for (name, bytes) in FILES.iter().zip(&old) {
        fs::write(folder.join(name), bytes).unwrap();
    }
    // The passphrase that was given up opens again: nobody is kept out, but it is told.
    let told = [Finding::Keys { serial: noted - 1, noted }];
    assert_eq!(findings(folder, &passphrase()), told);
    let mut desk = enters(folder, &passphrase());
    assert!(looks(&mut desk).contains("Berkas kunci lebih lama"), "{}", desk.alarm());
    keys::change_own(&mut desk, &passphrase(), &new()).unwrap();
    assert_eq!(desk.alarm(), "");
    drop(desk);
    assert!(serial(folder) > noted);
    assert_eq!(findings(folder, &new()), []);
    assert_eq!(looks(&mut enters(folder, &new())), "");
}

#[test]
fn what_the_desk_remembers_of_its_last_check_put_back_as_well_hides_nothing() {
    let place = office();
    let folder = place.path();
    let names = ["kunci", "kunci.lama", "periksa", "kepala.a", "kepala.b"];
    let old = names.map(|name| fs::read(folder.join(name)).unwrap());
    let mut desk = enters(folder, &passphrase());
    keys::change_own(&mut desk, &passphrase(), &new()).unwrap();
    drop(desk);
    for (name, bytes) in names.iter().zip(&old) {
        fs::write(folder.join(name), bytes).unwrap();
    }
    assert!(looks(&mut enters(folder, &passphrase())).contains("Berkas kunci lebih lama"));
    fs::remove_file(folder.join("periksa")).unwrap();
    assert!(looks(&mut enters(folder, &passphrase())).contains("Berkas kunci lebih lama"));
}

#[test]
fn a_backup_from_before_a_change_is_restored_with_the_keys_of_its_day() {
    let (place, stick, to) = (office(), Place::new(), Place::new());
    let mut desk = enters(place.path(), &passphrase());
    keys::change_own(&mut desk, &passphrase(), &new()).unwrap();
    let mut folder = Draft::default();
    folder.put("folder_cadangan", stick.path().display().to_string());
    safekeeping::choose(&desk, &folder).unwrap();
    let plan = safekeeping::plan(&desk, stick.path()).unwrap();
    let file = safekeeping::back_up(&plan, &mut |_, _| true).unwrap().path;
    keys::change_own(&mut desk, &new(), &PASSPHRASE.parse().unwrap()).unwrap();
    drop(desk);
    let to = to.path().join("baru");
    let pass = Pass::new("", new().as_str());
    let order = Order { file, to: to.clone(), pass, clock: CLOCK, data: None };
    restore(&order, &mut |_| {}).unwrap();
    // Cut off just before the mark goes, it can be begun again.
    fs::write(to.join("pulih.belum"), "").unwrap();
    assert!(ready(&to).is_ok());
    fs::remove_file(to.join("pulih.belum")).unwrap();
    assert_eq!(looks(&mut enters(&to, &new())), "");
    assert_eq!(findings(&to, &new()), []);
}
