//! The way back: whole, or recognised as not whole.
use std::fs;

use loket::{
    fault::Fault,
    store::{
        backup::{
            layout::Facts,
            restore::{Restored, Restoring, ready},
            scan::scan,
        },
        db::Store,
        gate::{Gate, look},
        walk::Place,
    },
};

use crate::{
    safekeeping::store::Office,
    store::folder::{Folder, save, slip, words},
};

/// A restore that is taken up to so many steps; what remains of it is dropped, as by a power cut.
fn restored(office: &Office, to: &Folder, steps: usize) -> Option<()> {
    let file = office.lays(&office.bytes());
    let scanned = scan(&file, &mut |_, _| Ok(())).unwrap();
    let restoring = (steps > 0).then(|| Restoring::begin(to.path()).unwrap())?;
    let journal =
        |facts: &Facts| -> Place { restoring.journal(&file, facts, &mut |_, _| true).unwrap() };
    let last = (steps > 1).then(|| journal(&scanned.facts))?;
    (steps > 2).then(|| restoring.keys(&scanned, "latihan").unwrap())?;
    let restored: Restored = (steps > 3).then(|| restoring.anchors(last).unwrap())?;
    (steps > 4).then(|| restored.finish().unwrap())
}

fn opened(office: &Office, to: &Folder) -> Store {
    let (store, found) = Store::open(to.path(), &office.vault, &mut |_| {}).unwrap();
    assert_eq!((found.read_only, found.torn), (None, false));
    store
}

#[test]
fn what_was_restored_is_the_same_and_goes_on_counting() {
    let mut office = Office::with(7);
    let words_of = "x".repeat(250_000);
    for n in 8..14 {
        save(&mut office.store, &[slip(n, &words_of)]);
    }
    let to = Folder::new();
    restored(&office, &to, 5).unwrap();
    assert_eq!(look(to.path()).unwrap(), Gate::Sealed);
    let mut store = opened(&office, &to);
    assert_eq!(words(&store), words(&office.store));
    assert_eq!(store.read().sequence(), 13);
    assert_eq!(save(&mut store, &[slip(99, "sesudahnya")]), 14);
    drop(store);
    assert_eq!(words(&opened(&office, &to)).len(), 14);
    assert!(to.at("jurnal/000002").exists(), "more than one segment");
    let (journal, again) = (office.data.at("jurnal/000001"), to.at("jurnal/000001"));
    assert_eq!(fs::read(journal).unwrap(), fs::read(again).unwrap(), "byte for byte");
}

#[test]
fn cut_off_after_any_step_it_is_recognised_and_can_be_repeated() {
    let office = Office::with(5);
    for steps in 1..=4 {
        let to = Folder::new();
        assert_eq!(restored(&office, &to, steps), None);
        assert!(matches!(look(to.path()), Err(Fault::HalfRestored)), "{steps}");
        restored(&office, &to, 5).unwrap();
        assert_eq!(look(to.path()).unwrap(), Gate::Sealed, "{steps}");
        assert_eq!(words(&opened(&office, &to)), words(&office.store), "{steps}");
    }
}

#[test]
fn cut_off_in_the_middle_of_the_journal_it_is_recognised_too() {
    let office = Office::with(5);
    let file = office.lays(&office.bytes());
    let facts = scan(&file, &mut |_, _| Ok(())).unwrap().facts;
    for until in 1..5 {
        let to = Folder::new();
        let restoring = Restoring::begin(to.path()).unwrap();
        let told = restoring.journal(&file, &facts, &mut |done, _| done < until);
        assert!(matches!(told, Err(Fault::Stopped)));
        drop(restoring);
        assert!(matches!(look(to.path()), Err(Fault::HalfRestored)));
        restored(&office, &to, 5).unwrap();
        assert_eq!(words(&opened(&office, &to)).len(), 5);
    }
}

#[test]
fn a_folder_with_anything_in_it_is_refused_and_left_as_it_is() {
    let office = Office::with(1);
    let to = Folder::new();
    fs::write(to.at("catatan.txt"), "penting").unwrap();
    assert!(matches!(ready(to.path()), Err(Fault::Device { name: "folder tujuan", .. })));
    assert!(Restoring::begin(to.path()).is_err());
    assert_eq!(fs::read_dir(to.path()).unwrap().count(), 1);
    assert!(Restoring::begin(office.data.path()).is_err(), "the office itself least of all");
    assert_eq!(words(&office.store).len(), 1);
}

#[test]
fn a_half_restored_folder_with_a_file_of_somebody_else_is_not_cleared() {
    let office = Office::with(1);
    let to = Folder::new();
    restored(&office, &to, 2);
    fs::write(to.at("catatan.txt"), "penting").unwrap();
    assert!(Restoring::begin(to.path()).is_err());
    assert!(to.at("jurnal/000001").exists());
}
