//! A change larger than memory: all of it or nothing, and read from the journal while it waits.
use loket::{
    domain::id::Id,
    fault::Fault,
    store::{
        batch::Batch,
        db::{Change, Store},
        entry::Key,
        record::Table,
        walk,
    },
};

use crate::store::folder::{Folder, Slip, save, slip, slips, stamp, words};

/// So many slips of some kilobytes.
const SLIPS: u64 = 4_000;

fn large(number: u64) -> Slip {
    slip(number, &format!("{number} ").repeat(1_000))
}

fn change(slip: &Slip) -> Change {
    let mut change = Change::new("impor");
    change.put(slip).unwrap();
    change
}

/// Enough for several frames.
const FEW: u64 = 800;

/// Writes the slips, as far as a batch that is not ended.
fn begun(store: &mut Store, slips: u64) -> Batch {
    let mut batch = store.begin("impor", stamp(0)).unwrap();
    for number in 100..100 + slips {
        store.add(&mut batch, change(&large(number))).unwrap();
    }
    batch
}

#[test]
fn a_batch_is_true_with_its_last_frame_and_is_read_at_once() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu"), slip(150, "lama")]);
    let reader = store.read().clone();
    let mut batch = begun(&mut store, 50);
    store.add(&mut batch, change(&slip(1, "diubah"))).unwrap();
    assert_eq!(reader.sequence(), 1, "nothing of it counts yet");
    let last = store.end(batch).unwrap();
    assert_eq!(reader.sequence(), last);
    assert_eq!(reader.get::<Slip>(Id::new(1, 0)).unwrap(), Some(slip(1, "diubah")));
    assert_eq!(reader.get::<Slip>(Id::new(120, 0)).unwrap(), Some(large(120)));
    assert_eq!(words(&store).len(), 52);
    // What comes after it stands behind it.
    assert_eq!(save(&mut store, &[slip(120, "kemudian")]), last + 1);
    assert_eq!(reader.get::<Slip>(Id::new(120, 0)).unwrap(), Some(slip(120, "kemudian")));
    let living = folder.copy();
    drop(store);
    for folder in [folder, living] {
        let (store, opened) = folder.open();
        assert_eq!((opened.sequence, opened.torn, opened.read_only), (last + 1, false, None));
        assert!(!opened.degraded);
        assert_eq!(slips(&store).len(), 52);
        assert_eq!(store.read().get::<Slip>(Id::new(1, 0)).unwrap(), Some(slip(1, "diubah")));
    }
}

#[test]
fn a_batch_over_many_segments_is_one_change() {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    let batch = begun(&mut store, SLIPS);
    let last = store.end(batch).unwrap();
    assert!(last > 20, "{last} frames");
    assert!(folder.at("jurnal/000003").exists());
    let living = folder.copy();
    drop(store);
    for folder in [folder, living] {
        let (store, opened) = folder.open();
        assert_eq!((opened.sequence, opened.torn, opened.read_only), (last, false, None));
        assert_eq!(words(&store).len() as u64, SLIPS);
    }
}

#[test]
fn a_batch_that_follows_another_at_once_changes_what_that_one_wrote() {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    let batch = begun(&mut store, FEW);
    let first = store.end(batch).unwrap();
    // The frames of the first still wait in the journal while the second writes over them.
    let mut batch = store.begin("impor", stamp(0)).unwrap();
    for number in 100..100 + FEW {
        store.add(&mut batch, change(&slip(number, &"lain ".repeat(900)))).unwrap();
    }
    let reader = store.read().clone();
    assert_eq!(reader.sequence(), first, "nothing of the second counts yet");
    assert_eq!(reader.get::<Slip>(Id::new(120, 0)).unwrap(), Some(large(120)));
    let last = store.end(batch).unwrap();
    let end = Id::new(99 + FEW, 0);
    assert_eq!(reader.get::<Slip>(end).unwrap(), Some(slip(99 + FEW, &"lain ".repeat(900))));
    // And a third is taken back before the second has arrived.
    let batch = begun(&mut store, 50);
    store.abandon(batch).unwrap();
    let living = folder.copy();
    drop(store);
    for (folder, closed) in [(folder, true), (living, false)] {
        let (store, opened) = folder.open();
        assert_eq!((opened.sequence, opened.torn, opened.read_only), (last, false, None));
        // A copy of an index that is being written is made anew, and nothing else.
        assert!(!opened.degraded || !closed);
        let words = words(&store);
        assert_eq!(words.len() as u64, FEW);
        assert!(words.iter().all(|words| words.starts_with("lain")));
    }
}

#[test]
fn an_abandoned_batch_leaves_nothing_and_the_next_change_stands_where_it_began() {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu")]);
    let batch = begun(&mut store, SLIPS);
    assert!(folder.at("jurnal/000003").exists());
    store.abandon(batch).unwrap();
    assert!(!folder.at("jurnal/000003").exists(), "its room is given back");
    assert_eq!(save(&mut store, &[slip(2, "dua")]), 2);
    let again = begun(&mut store, 3);
    assert_eq!(store.end(again).unwrap(), 3);
    drop(store);
    let (store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.torn, opened.read_only), (3, false, None));
    assert_eq!(words(&store).len(), 5);
    let strays = std::fs::read_dir(folder.at("jurnal")).unwrap();
    assert!(strays.flatten().all(|file| !file.file_name().to_string_lossy().starts_with("robek")));
}

#[test]
fn a_batch_that_a_power_cut_ends_leaves_nothing() {
    for slips in [0, 1, 200, SLIPS] {
        let folder = Folder::light();
        let (mut store, _) = folder.open();
        save(&mut store, &[slip(1, "satu")]);
        let batch = begun(&mut store, slips);
        let cut = folder.copy();
        drop(batch);
        let (mut store, opened) = cut.open();
        assert_eq!((opened.sequence, opened.read_only), (1, None), "{slips}");
        assert_eq!(opened.torn, slips >= 200, "{slips}");
        assert_eq!(words(&store), ["satu"]);
        assert_eq!(save(&mut store, &[slip(2, "dua")]), 2);
        drop(store);
        let (store, opened) = cut.open();
        assert_eq!((opened.sequence, opened.torn, opened.read_only), (2, false, None));
        assert_eq!(words(&store), ["satu", "dua"]);
    }
}

#[test]
fn a_desk_that_closes_in_the_middle_of_a_batch_leaves_nothing_of_it() {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu")]);
    let batch = begun(&mut store, 200);
    drop(store);
    drop(batch);
    let (store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.torn, opened.read_only), (1, false, None));
    assert_eq!(words(&store), ["satu"]);
}

#[test]
fn nothing_else_is_saved_among_the_frames_of_a_batch() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let batch = begun(&mut store, 3);
    let other = store.commit(change(&slip(1, "satu")), stamp(0));
    assert!(matches!(other, Err(Fault::Underway)), "{other:?}");
    assert!(matches!(store.begin("impor", stamp(0)), Err(Fault::Underway)));
    store.end(batch).unwrap();
    save(&mut store, &[slip(1, "satu")]);
    assert_eq!(words(&store).len(), 4);
}

#[test]
fn a_batch_removes_and_replaces_and_knows_what_was() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu"), slip(2, "dua")]);
    let mut batch = store.begin("impor", stamp(0)).unwrap();
    let mut gone = Change::new("impor");
    gone.remove::<Slip>(Id::new(1, 0));
    store.add(&mut batch, gone).unwrap();
    store.add(&mut batch, change(&slip(2, "kedua"))).unwrap();
    let last = store.end(batch).unwrap();
    assert_eq!(words(&store), ["kedua"]);
    let puts = store.read().deed(last).unwrap().entry.puts;
    assert!(puts.iter().all(|put| put.before == 1 && put.old.is_some()));
    assert!(!store.read().has::<Slip>(Id::new(1, 0)));
    assert_eq!(store.present().standing(Key::new(Table::Letter as u8, Id::new(9, 9))).0, None);
    drop(store);
    assert_eq!(words(&folder.open().0), ["kedua"]);
}

/// What a letter proves itself by is the chain value of the journal itself.
#[test]
fn the_remembered_end_of_the_chain_is_the_one_in_the_journal() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let agrees = |store: &Store| {
        let (reader, segments) = (store.read(), &store.read().ground().segments);
        let walked = walk::head(segments, reader.sequence()).unwrap();
        assert_eq!(Some(reader.head().unwrap()), walked);
    };
    agrees(&store);
    save(&mut store, &[slip(1, "satu"), slip(2, "dua")]);
    agrees(&store);
    let mut batch = begun(&mut store, FEW);
    agrees(&store);
    store.add(&mut batch, change(&slip(1, "diubah"))).unwrap();
    store.end(batch).unwrap();
    agrees(&store);
    drop(store);
    let (mut store, _) = folder.open();
    agrees(&store);
    save(&mut store, &[slip(3, "tiga")]);
    agrees(&store);
}
