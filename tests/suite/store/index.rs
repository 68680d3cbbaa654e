//! The index may break in any way: it is made again, and nothing wrong is ever read from it.
use std::fs;

use loket::{
    domain::id::Id,
    store::{
        db::{Change, Opening, Store},
        entry::Key,
    },
};

use crate::store::folder::{Folder, Slip, save, slip, slips, stamp, vault, words};

const COUNT: u64 = 400;

fn many() -> Folder {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let all: Vec<Slip> = (0..COUNT).map(|n| slip(n, &format!("isi carik {n}"))).collect();
    save(&mut store, &all);
    save(&mut store, &[slip(3, "diganti")]);
    drop(store);
    folder
}

fn expected() -> Vec<(Id, String)> {
    let words = |n| if n == 3 { "diganti".to_owned() } else { format!("isi carik {n}") };
    (0..COUNT).map(|n| (Id::new(n, 0), words(n))).collect()
}

/// Opens three times: never is anything missing, and what was broken is mended by then. Says
/// whether anything was.
fn mends(folder: &Folder) -> bool {
    let mut mended = false;
    for opening in 1..=3 {
        let (store, opened) = folder.open();
        assert!(opened.read_only.is_none());
        assert!(slips(&store) == expected());
        let broken = opened.rebuilt || opened.degraded || store.read().degraded();
        assert!(!broken || opening < 3, "still broken");
        mended |= broken;
    }
    mended
}

#[test]
fn a_sound_index_is_not_rebuilt() {
    assert!(!mends(&many()));
}

#[test]
fn an_index_that_is_gone_is_rebuilt_and_tells_how_far_it_is() {
    let folder = many();
    fs::remove_dir_all(folder.at("indeks")).unwrap();
    let mut told = vec![];
    let (store, opened) =
        Store::open(folder.path(), &vault(), &mut |step| told.push(step)).unwrap();
    assert!(opened.rebuilt);
    assert!(slips(&store) == expected());
    assert_eq!(told.first(), Some(&Opening::Journal));
    assert_eq!(told.last(), Some(&Opening::Rebuild { done: 2, of: 2 }));
}

#[test]
fn an_index_of_garbage_is_set_aside_and_rebuilt() {
    for name in ["db", "conf"] {
        let folder = many();
        fs::write(folder.at("indeks").join(name), "bukan indeks".repeat(1000)).unwrap();
        assert!(mends(&folder), "{name}");
        assert!(folder.at("indeks.rusak").join(name).exists());
    }
}

#[test]
fn an_index_with_bytes_flipped_throughout_loses_nothing() {
    let folder = many();
    let flip = |bytes: &mut Vec<u8>| bytes.iter_mut().step_by(97).for_each(|byte| *byte ^= 0x55);
    folder.change("indeks/db", flip);
    mends(&folder);
}

#[test]
fn zeroed_pages_are_never_silent() {
    let whole = many();
    let size = fs::metadata(whole.at("indeks/db")).unwrap().len();
    let size = usize::try_from(size).unwrap();
    for page in (0..size / 4096).step_by((size / 4096 / 12).max(1)) {
        let folder = whole.copy();
        folder.change("indeks/db", |bytes| bytes[page * 4096..][..4096].fill(0));
        mends(&folder);
    }
}

#[test]
fn single_flipped_bits_are_never_silent() {
    let whole = many();
    let bytes = fs::read(whole.at("indeks/db")).unwrap();
    let live: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
    for at in live.iter().step_by(live.len() / 30) {
        let folder = whole.copy();
        folder.change("indeks/db", |bytes| bytes[*at] ^= 4);
        mends(&folder);
    }
}

#[test]
fn an_older_index_catches_up_without_being_rebuilt() {
    let folder = many();
    let old = folder.copy();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1000, "kemudian")]);
    drop(store);
    folder.take("indeks", &old);
    let (store, opened) = folder.open();
    assert!(!opened.rebuilt);
    assert_eq!(words(&store).len(), expected().len() + 1);
}

#[test]
fn a_snapshot_that_was_being_written_does_not_keep_the_index_shut() {
    let folder = many();
    fs::write(folder.at("indeks/snap.00000000000AAAAA.generating"), "setengah").unwrap();
    assert!(!mends(&folder));
}

/// Changes one value inside the index as no crash could, but a fault of sled or of the disk might.
fn tamper(folder: &Folder, change: impl FnOnce(&sled::Db, &[u8], Vec<u8>)) {
    let tree = sled::Config::new().path(folder.at("indeks")).flush_every_ms(None).open().unwrap();
    let key = Key::of::<Slip>(Id::new(3, 0));
    let value = tree.get(key.bytes()).unwrap().unwrap().to_vec();
    change(&tree, key.bytes(), value);
    tree.flush().unwrap();
}

#[test]
fn a_record_that_is_lost_shows() {
    let folder = many();
    tamper(&folder, |tree, key, _| drop(tree.remove(key).unwrap()));
    assert!(mends(&folder));
}

#[test]
fn a_record_that_is_stale_shows() {
    let folder = many();
    let mut stale = vec![];
    tamper(&folder, |_, _, value| stale = value);
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(3, "sementara")]);
    save(&mut store, &[slip(3, "diganti")]);
    drop(store);
    // Whole and sealed, but of an earlier sequence.
    tamper(&folder, |tree, key, _| drop(tree.insert(key, stale).unwrap()));
    let (store, _) = folder.open();
    assert!(slips(&store) == expected());
    assert!(store.read().degraded());
}

#[test]
fn a_record_that_was_removed_does_not_come_back() {
    let folder = many();
    tamper(&folder, |tree, key, value| {
        let other = Key::new(key[0], Id::new(COUNT + 5, 0));
        tree.insert(other.bytes(), value).unwrap();
    });
    let (store, _) = folder.open();
    assert!(slips(&store) == expected());
    assert_eq!(store.read().get::<Slip>(Id::new(COUNT + 5, 0)).unwrap(), None);
}

#[test]
fn an_index_that_lost_nearly_everything_is_given_up_and_nothing_is_missing() {
    let folder = many();
    tamper(&folder, |tree, key, _| {
        for n in 0..COUNT - 10 {
            tree.remove(Key::new(key[0], Id::new(n, 0)).bytes()).unwrap();
        }
    });
    assert!(mends(&folder));
}

#[test]
fn an_index_that_lags_is_brought_up_by_what_is_still_true_only() {
    let folder = many();
    let old = folder.copy();
    let (mut store, _) = folder.open();
    for words in ["kesatu", "kedua"] {
        save(&mut store, &[slip(3, words), slip(COUNT, words)]);
    }
    let mut change = Change::new("uji");
    change.remove::<Slip>(Id::new(COUNT, 0));
    change.remove::<Slip>(Id::new(0, 0));
    store.commit(change, stamp(0)).unwrap();
    drop(store);
    folder.take("indeks", &old);
    let (store, opened) = folder.open();
    assert!(!opened.rebuilt);
    assert_eq!(store.read().get::<Slip>(Id::new(3, 0)).unwrap(), Some(slip(3, "kedua")));
    assert_eq!(store.read().get::<Slip>(Id::new(0, 0)).unwrap(), None);
    assert_eq!(words(&store).len(), expected().len() - 1);
    assert!(!store.read().degraded());
}

#[test]
fn a_roll_that_is_gone_damaged_or_old_is_caught_up_from_the_journal() {
    let whole = many();
    let (mut store, _) = whole.open();
    for _ in 0..6 {
        let all: Vec<Slip> = (0..COUNT).map(|n| slip(n, "sementara")).collect();
        save(&mut store, &all);
    }
    drop(store);
    let old = whole.copy();
    let (mut store, _) = whole.open();
    save(&mut store, &[slip(COUNT, "sesudahnya")]);
    drop(store);
    for fault in 0..3 {
        let folder = whole.copy();
        match fault {
            0 => fs::remove_file(folder.at("daftar")).unwrap(),
            1 => folder.change("daftar", |bytes| bytes[2000] ^= 1),
            _ => folder.take("daftar", &old),
        }
        let (store, opened) = folder.open();
        assert!(!opened.rebuilt);
        assert_eq!(words(&store).len(), expected().len() + 1);
        assert!(!store.read().degraded());
    }
}

#[test]
fn a_value_that_rots_is_read_from_the_journal_instead() {
    let folder = many();
    tamper(&folder, |tree, key, mut value| {
        *value.last_mut().unwrap() ^= 1;
        tree.insert(key, value).unwrap();
    });
    let (mut store, opened) = folder.open();
    assert!(!opened.degraded);
    assert_eq!(store.read().get::<Slip>(Id::new(2, 0)).unwrap(), Some(slip(2, "isi carik 2")));
    assert!(!store.read().degraded());
    assert_eq!(store.read().get::<Slip>(Id::new(3, 0)).unwrap(), Some(slip(3, "diganti")));
    assert!(store.read().degraded());
    save(&mut store, &[slip(COUNT, "sesudahnya")]);
    assert_eq!(words(&store).len(), expected().len() + 1);
    drop(store);
    let (store, opened) = folder.open();
    assert!(opened.rebuilt && !opened.degraded);
    assert_eq!(words(&store).len(), expected().len() + 1);
}

#[test]
fn where_no_index_can_be_made_everything_is_answered_from_memory() {
    let folder = many();
    fs::remove_dir_all(folder.at("indeks")).unwrap();
    fs::write(folder.at("indeks"), "sebuah berkas").unwrap();
    fs::write(folder.at("indeks.rusak"), "berkas lain").unwrap();
    let (mut store, opened) = folder.open();
    assert!(opened.degraded && opened.read_only.is_none());
    assert!(slips(&store) == expected());
    save(&mut store, &[slip(COUNT, "sesudahnya")]);
    drop(store);
    fs::remove_file(folder.at("indeks.rusak")).unwrap();
    let (store, opened) = folder.open();
    assert!(opened.rebuilt && !opened.degraded);
    assert_eq!(words(&store).len(), expected().len() + 1);
}
