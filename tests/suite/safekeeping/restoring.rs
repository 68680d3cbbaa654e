//! The way back: whole, or recognised as not whole.
use std::fs;

use loket::{
    domain::id::Id,
    fault::Fault,
    store::{
        backup::{
            layout::Facts,
            restore::{Restored, Restoring, ready},
            scan::{prove, scan},
        },
        db::Store,
        entry::Key,
        erasing::Erasing,
        frame::{HEADER, Header},
        gate::{Gate, look},
        record::Table,
        segment::Segments,
        walk::Place,
    },
};

use crate::{
    safekeeping::store::Office,
    store::folder::{Folder, save, slip, stamp, words},
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

fn key(number: u64) -> Key {
    Key::new(Table::Clerk as u8, Id::new(number, 0))
}

fn opened(office: &Office, to: &Folder) -> Store {
    let (store, found) = Store::open(to.path(), &office.vault, &mut |_| {}).unwrap();
    assert_eq!((found.read_only, found.torn), (None, false));
    store
}

#[test]
fn what_was_restored_is_the_same_and_goes_on_counting() {
    let mut office = Office::with(7);
    office.grows();
    let last = office.store.read().sequence();
    let to = Folder::new();
    restored(&office, &to, 5).unwrap();
    assert_eq!(look(to.path()).unwrap(), Gate::Sealed);
    let mut store = opened(&office, &to);
    assert_eq!(words(&store), words(&office.store));
    assert_eq!(store.read().sequence(), last);
    assert_eq!(save(&mut store, &[slip(999, "sesudahnya")]), last + 1);
    drop(store);
    assert_eq!(words(&opened(&office, &to)).len(), 708);
    assert!(to.at("jurnal/000002").exists(), "more than one segment");
    let (journal, again) = (office.data.at("jurnal/000001"), to.at("jurnal/000001"));
    assert_eq!(fs::read(journal).unwrap(), fs::read(again).unwrap(), "byte for byte");
}

#[test]
fn what_was_erased_is_in_no_backup_after_it_and_the_rest_can_be_restored() {
    let mut office = Office::with(7);
    let erasing = Erasing { records: [(key(3), None)].into(), ..Erasing::default() };
    office.store.erase(&erasing, stamp(8)).unwrap();
    office.saves(8);
    let bytes = office.bytes();
    let file = office.lays(&bytes);
    let mut told = vec![];
    prove(&file, &office.vault, &mut |header, entry| {
        told.push((header.sequence, entry.puts.len()));
        Ok(())
    })
    .unwrap();
    assert_eq!(told, [(1, 1), (2, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1)]);
    let to = Folder::new();
    restored(&office, &to, 5).unwrap();
    let store = opened(&office, &to);
    assert_eq!(words(&store), words(&office.store));
    assert_eq!(words(&store).len(), 7);
    // Only what is vouched for may be blank.
    let mut forged = bytes;
    let frames = Segments::open(to.at("jurnal")).unwrap().bytes(1).unwrap();
    let header = Header::read(&frames).unwrap();
    let body = frames[HEADER..][..header.length as usize].to_vec();
    let at = forged.windows(body.len()).position(|bytes| bytes == body).unwrap();
    forged[at..at + body.len()].fill(0);
    let file = office.lays(&forged);
    assert!(prove(&file, &office.vault, &mut |_, _| Ok(())).is_err());
}

#[test]
fn what_an_erasure_has_yet_to_blank_is_blank_in_a_backup() {
    let mut office = Office::with(4);
    let before = fs::read(office.data.at("jurnal/000001")).unwrap();
    let erasing = Erasing { records: [(key(3), None)].into(), ..Erasing::default() };
    office.store.erase(&erasing, stamp(8)).unwrap();
    let blanked = office.bytes();
    // As the power cut leaves it between the change and its blanks.
    let frame = |bytes: &[u8]| Header::read(bytes).unwrap().size();
    let from = frame(&before) + frame(&before[frame(&before)..]);
    let upto = from + frame(&before[from..]);
    office.data.change("jurnal/000001", |bytes| {
        bytes[from..upto].copy_from_slice(&before[from..upto]);
    });
    fs::write(office.data.at("hapus.belum"), "").unwrap();
    let body = &before[from + HEADER..upto];
    assert!(!office.bytes().windows(body.len()).any(|bytes| bytes == body));
    assert_eq!(office.bytes().len(), blanked.len());
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
