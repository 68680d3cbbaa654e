//! What a saved change is: all of it, at once, for every reader, for good.
use std::fs;

use loket::{
    domain::id::Id,
    fault::Fault,
    store::{db::Change, entry::Key, reader::Deed, record::Table},
};

use crate::store::folder::{Folder, Slip, save, slip, slips, stamp, words};

#[test]
fn an_empty_folder_becomes_an_empty_store() {
    let folder = Folder::new();
    let (store, opened) = folder.open();
    assert_eq!(opened, loket::store::db::Opened::default());
    assert_eq!(words(&store), [""; 0]);
}

#[test]
fn every_reader_sees_a_change_the_moment_it_is_saved() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let reader = store.read().clone();
    assert_eq!(save(&mut store, &[slip(2, "dua"), slip(1, "satu")]), 1);
    assert_eq!(reader.get::<Slip>(Id::new(2, 0)).unwrap(), Some(slip(2, "dua")));
    assert_eq!(words(&store), ["satu", "dua"]);
    assert_eq!(reader.sequence(), 1);
}

#[test]
fn the_last_word_on_a_record_counts_and_a_removed_one_is_gone() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu"), slip(2, "dua"), slip(2, "kedua")]);
    let mut change = Change::new("uji");
    change.remove::<Slip>(Id::new(1, 0));
    change.remove::<Slip>(Id::new(7, 0));
    assert_eq!(change.len(), 2);
    assert_eq!(store.commit(change, stamp(0)).unwrap(), 2);
    assert_eq!(words(&store), ["kedua"]);
    drop(store);
    assert_eq!(words(&folder.open().0), ["kedua"]);
}

#[test]
fn a_change_that_changes_nothing_writes_nothing() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu")]);
    let before = fs::read(folder.at("jurnal/000001")).unwrap();
    assert!(Change::new("uji").is_empty());
    assert_eq!(store.commit(Change::new("uji"), stamp(0)).unwrap(), 1);
    assert!(fs::read(folder.at("jurnal/000001")).unwrap() == before);
}

#[test]
fn a_large_change_spans_frames_and_segments() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let large: Vec<Slip> = (0..40).map(|n| slip(n, &n.to_string().repeat(100_000))).collect();
    let sequence = save(&mut store, &large);
    assert!(sequence > 8, "{sequence} frames");
    save(&mut store, &[slip(99, "sesudahnya")]);
    let living = folder.copy();
    drop(store);
    assert!(folder.at("jurnal/000002").exists());
    for folder in [folder, living] {
        let (store, opened) = folder.open();
        assert_eq!((opened.sequence, opened.torn, opened.read_only), (sequence + 1, false, None));
        assert_eq!(words(&store).len(), 41);
        assert_eq!(store.read().get::<Slip>(Id::new(39, 0)).unwrap().as_ref(), large.last());
    }
}

#[test]
fn a_record_with_its_largest_old_and_new_bytes_fits() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let largest = |letter: &str| slip(1, &letter.repeat((1 << 20) - 64));
    save(&mut store, &[largest("a")]);
    save(&mut store, &[largest("b")]);
    drop(store);
    assert_eq!(slips(&folder.open().0), [(Id::new(1, 0), largest("b").words)]);
}

#[test]
fn many_records_are_read_in_the_order_of_their_ids() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    for chunk in [300..600_u64, 0..300, 600..900] {
        let chunk: Vec<Slip> = chunk.map(|n| slip(n, &n.to_string())).collect();
        save(&mut store, &chunk);
    }
    let mut change = Change::new("uji");
    for n in 100..700 {
        change.remove::<Slip>(Id::new(n, 0));
    }
    store.commit(change, stamp(0)).unwrap();
    let expected: Vec<String> = (0..100).chain(700..900).map(|n: u64| n.to_string()).collect();
    assert_eq!(words(&store), expected);
    drop(store);
    assert_eq!(words(&folder.open().0), expected);
}

#[test]
fn what_changed_since_a_sequence_is_told_in_order() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    for n in 1..=5 {
        save(&mut store, &[slip(n, "baru")]);
    }
    let mut change = Change::new("uji");
    change.remove::<Slip>(Id::new(4, 0));
    store.commit(change, stamp(0)).unwrap();
    let mut told = vec![];
    store
        .read()
        .since(3, |key, new| told.push((key.table().unwrap(), key.id(), new.is_some())))
        .unwrap();
    let expected =
        [(4, true), (5, true), (4, false)].map(|(n, put)| (Table::Clerk, Id::new(n, 0), put));
    assert_eq!(told, expected);
}

#[test]
fn the_history_of_a_record_names_who_when_and_what() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "lama"), slip(2, "lain")]);
    save(&mut store, &[slip(2, "lain lagi")]);
    save(&mut store, &[slip(1, "baru")]);
    let mut told = vec![];
    let about = Key::of::<Slip>(Id::new(1, 0));
    let tell = |deed: &Deed| {
        for put in deed.entry.puts.iter().filter(|put| put.key == about) {
            let why = deed.entry.why.clone();
            told.push((deed.sequence, deed.stamp.by, why, put.before, put.old.is_some()));
        }
    };
    store.read().deeds(tell).unwrap();
    let siti = Id::named("siti");
    assert_eq!(told, [(1, siti, "uji".to_owned(), 0, false), (3, siti, "uji".to_owned(), 1, true)]);
}

#[test]
fn a_reader_that_outlives_its_store_says_so() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu")]);
    let reader = store.read().clone();
    drop(store);
    assert!(matches!(reader.get::<Slip>(Id::new(1, 0)), Err(Fault::Index(_))));
    let (store, opened) = folder.open();
    assert_eq!((words(&store), opened.rebuilt), (vec!["satu".to_owned()], false));
}
