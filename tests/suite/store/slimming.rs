//! An index that holds much more than its records is made anew when the store opens, and not before
//! the journal has told everything.
use std::{fs, path::Path};

use loket::store::db::{Opening, Store};

use crate::store::folder::{Folder, save, slip, vault, words};

/// A smaller folder is left alone; these slips need much less than a third of it.
const FLOOR: u64 = 8 << 20;

/// Bytes of all files in a folder.
fn held(folder: &Path) -> u64 {
    let size = |file: fs::DirEntry| {
        let known = file.metadata().unwrap();
        if known.is_dir() { held(&file.path()) } else { known.len() }
    };
    fs::read_dir(folder).unwrap().map(|file| size(file.unwrap())).sum()
}

/// A store whose index is too large for what the slips say.
fn churned() -> (Folder, Vec<String>) {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    // So many that the roll is kept in its file.
    let told: Vec<String> = (0..2_100).map(|n| format!("carik {n:0>1000}")).collect();
    let all: Vec<_> = (0..).zip(&told).map(|(n, words)| slip(n, words)).collect();
    save(&mut store, &all);
    drop(store);
    // Years of changes: sled is told the same again and again.
    let index = folder.at("indeks");
    let sled = sled::Config::new().path(&index).flush_every_ms(None).open().unwrap();
    for _ in 0..200 {
        for value in sled.iter() {
            let (key, value) = value.unwrap();
            sled.insert(&key, &b"antara"[..]).unwrap();
            sled.insert(key, value).unwrap();
        }
        if held(&index) > FLOOR {
            return (folder, told);
        }
    }
    panic!("it does not grow: {}", held(&index));
}

#[test]
fn an_index_that_was_churned_is_made_smaller_once_the_journal_has_told_everything() {
    let (folder, told) = churned();
    is_kept_where_the_journal_does_not(&folder.copy(), &told);
    // As a power cut leaves it while the new one is made.
    fs::create_dir_all(folder.at("indeks.baru")).unwrap();
    fs::write(folder.at("indeks.baru/db"), "setengah").unwrap();
    let before = held(&folder.at("indeks"));
    let mut steps = vec![];
    let (store, opened) =
        Store::open(folder.path(), &vault(), &mut |step| steps.push(step)).unwrap();
    assert!(opened.rebuilt && !opened.degraded);
    let told_all = |step: &Opening| matches!(step, Opening::Rebuild { done, of } if done == of);
    assert!(steps.last().is_some_and(told_all), "{steps:?}");
    assert!(words(&store) == told);
    let after = held(&folder.at("indeks"));
    assert!(after * 3 < before * 2, "{after} of {before}");
    assert!(!folder.at("indeks.baru").exists() && !folder.at("indeks.rusak").exists());
    drop(store);
    let (store, opened) = folder.open();
    assert!(!opened.rebuilt && words(&store) == told);
}

/// It may be the only one that knows.
fn is_kept_where_the_journal_does_not(folder: &Folder, told: &[String]) {
    // Nothing else reads the first frame at an opening where the roll is kept.
    folder.change("jurnal/000001", |bytes| bytes[400] ^= 1);
    let (store, opened) = folder.open();
    assert!(!opened.rebuilt && !opened.degraded, "{opened:?}");
    assert!(words(&store) == told);
    assert!(held(&folder.at("indeks")) > FLOOR);
    assert!(!folder.at("indeks.baru").exists());
}
