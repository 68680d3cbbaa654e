//! The full check: it finds whatever is not as it was written, and nothing where all is well.
use std::fs;

use loket::{
    domain::passphrase::Passphrase,
    store::{
        check::{
            finding::{Finding, How, State},
            full::{self, Report},
        },
        cipher::Cost,
        entry::Key,
        keys::{Holder, Keys},
        vault::Vault,
    },
};

use crate::store::folder::{Folder, Slip, save, slip, vault, words};

/// Checks a store that is not open.
pub fn checked(folder: &Folder, vault: &Vault) -> Report {
    full::at_rest(folder.path(), vault, None, &mut |_, _| true).unwrap()
}

/// What a check finds with the keys of the tests; those have no file, and that is no matter here.
pub fn found(folder: &Folder) -> Vec<Finding> {
    let mut findings = checked(folder, &vault()).findings;
    findings
        .retain(|finding| !matches!(finding, Finding::File { name: "kunci" | "kunci.lama", .. }));
    findings
}

fn some() -> Folder {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    for n in 0..20 {
        save(&mut store, &[slip(n, &format!("isi carik {n}"))]);
    }
    save(&mut store, &[slip(3, "diganti")]);
    drop(store);
    folder
}

#[test]
fn a_sound_store_has_nothing_to_be_found() {
    let folder = some();
    let report = checked(&folder, &vault());
    assert_eq!((report.sequence, report.frames, report.segments, report.values), (21, 21, 1, 20));
    assert_eq!(report.records.values().copied().collect::<Vec<_>>(), [20]);
    assert_eq!(found(&folder), []);
    // And a check changes nothing that the next one would find.
    assert_eq!(found(&folder), []);
    assert_eq!(words(&folder.open().0).len(), 20);
}

#[test]
fn a_store_that_was_cut_off_by_the_power_has_nothing_to_be_found_either() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    for n in 0..20 {
        save(&mut store, &[slip(n, "isi")]);
        assert_eq!(found(&folder.copy()), []);
    }
}

#[test]
fn a_living_store_is_checked_while_it_is_written() {
    let folder = some();
    let (mut store, _) = folder.open();
    let present = store.present();
    let checking = std::thread::spawn(move || {
        let mut reports = vec![];
        while reports.len() < 4 {
            reports.push(full::living(&present, &mut |_, _| true).unwrap().findings);
        }
        reports
    });
    let mut n = 0;
    while !checking.is_finished() && n < 400 {
        n += 1;
        save(&mut store, &[slip(n % 40, &format!("lagi {n}"))]);
    }
    let keys = |finding: &Finding| matches!(finding, Finding::File { name: "kunci", .. });
    for findings in checking.join().unwrap() {
        assert!(
            findings.iter().all(|finding| keys(finding)
                || matches!(finding, Finding::File { name: "kunci.lama", .. })),
            "{findings:?}"
        );
    }
}

#[test]
fn every_damaged_place_of_a_journal_is_named_and_what_lies_behind_is_read() {
    let folder = some();
    let bytes = fs::read(folder.at("jurnal/000001")).unwrap();
    let at = |n: usize| {
        let mut starts = (0..bytes.len()).step_by(16);
        let frame = |at: &usize| bytes[*at..].starts_with(b"LKT2");
        starts.by_ref().filter(frame).nth(n - 1).unwrap()
    };
    folder.change("jurnal/000001", |bytes| {
        bytes[at(5) + 60] ^= 1;
        bytes[at(9) + 190] ^= 1;
        bytes[900_000] ^= 1;
    });
    let report = checked(&folder, &vault());
    let expected = [
        Finding::Lost { from: 5, to: 5 },
        Finding::Body { sequence: 9 },
        Finding::Unfinished { after: 21 },
        Finding::Unproved { values: 2 },
    ];
    assert_eq!(found(&folder), expected);
    assert_eq!((report.sequence, report.frames), (21, 20));
    assert!(report.has_losses());
    assert!(!folder.at("indeks.curiga").exists(), "the index is the only one that has them");
}

#[test]
fn a_journal_that_is_shorter_than_others_saw_it_is_named() {
    let folder = some();
    let bytes = fs::read(folder.at("jurnal/000001")).unwrap();
    let mut starts = (0..bytes.len()).step_by(16).filter(|at| bytes[*at..].starts_with(b"LKT2"));
    let end = starts.next_back().unwrap();
    folder.change("jurnal/000001", |bytes| bytes[end..].fill(0));
    assert!(found(&folder).contains(&Finding::Lost { from: 21, to: 21 }));
    for name in ["kepala.a", "kepala.b"] {
        fs::remove_file(folder.at(name)).unwrap();
    }
    // Then the index still saw it.
    assert!(found(&folder).contains(&Finding::Lost { from: 21, to: 21 }));
}

#[test]
fn values_that_are_missing_stale_risen_or_changed_are_named_and_made_anew() {
    let folder = some();
    let tree = sled::Config::new().path(folder.at("indeks")).flush_every_ms(None).open().unwrap();
    let key = |n| *Key::of::<Slip>(slip(n, "").id).bytes();
    let value = |n| tree.get(key(n)).unwrap().unwrap().to_vec();
    tree.remove(key(1)).unwrap();
    tree.insert(key(70), value(2)).unwrap();
    let mut changed = value(4);
    changed[40] ^= 1;
    tree.insert(key(4), changed).unwrap();
    let mut older = value(5);
    older[0] -= 1;
    tree.insert(key(5), older).unwrap();
    tree.flush().unwrap();
    drop(tree);
    let value = |sequence, how| Finding::Value { table: "petugas", sequence, how };
    let mut findings = found(&folder);
    findings.sort_by_key(ToString::to_string);
    let expected = [
        value(0, How::Risen),
        value(2, How::Missing),
        value(5, How::Changed),
        value(6, How::Changed),
    ];
    assert_eq!(findings, expected);
    let (store, opened) = folder.open();
    assert!(opened.rebuilt);
    drop(store);
    assert_eq!(found(&folder), []);
}

#[test]
fn a_value_of_before_is_stale() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "lama")]);
    drop(store);
    let path = folder.at("indeks");
    let tree = || sled::Config::new().path(&path).flush_every_ms(None).open().unwrap();
    let key = *Key::of::<Slip>(slip(1, "").id).bytes();
    let before = tree().get(key).unwrap().unwrap();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "baru")]);
    drop(store);
    tree().insert(key, before).unwrap();
    let stale = Finding::Value { table: "petugas", sequence: 2, how: How::Stale };
    assert_eq!(found(&folder), [stale]);
}

/// A store with keys that were written twice, and what opens it.
pub fn keyed() -> (Folder, Vault) {
    let folder = Folder::new();
    let passphrase: Passphrase = "kuda-nil-berenang".parse().unwrap();
    let clerk = slip(1, "").id;
    let first = Holder { clerk, code: "siti", passphrase: &passphrase, cost: Cost::trifle() };
    let (mut keys, ring, _) = Keys::found(&first).unwrap();
    keys.write(folder.path(), &ring).unwrap();
    let second = Holder { clerk: slip(2, "").id, code: "budi", ..first };
    keys.admit(&ring, &second, false).unwrap();
    keys.write(folder.path(), &ring).unwrap();
    (folder, Vault::of(ring))
}

#[test]
fn keys_are_proved_by_those_who_hold_them() {
    let (folder, vault) = keyed();
    let found = || loket::store::check::files::keys(folder.path(), &vault.ring());
    assert_eq!(found(), []);
    let file = |name, state| Finding::File { name, state };
    let newest = fs::read(folder.at("kunci")).unwrap();
    fs::copy(folder.at("kunci.lama"), folder.at("kunci")).unwrap();
    assert_eq!(found(), [file("kunci", State::Other)], "an older file in its place");
    let (other, _) = keyed();
    folder.take("kunci", &other);
    assert_eq!(found(), [file("kunci", State::Other)], "the keys of another office");
    fs::remove_file(folder.at("kunci")).unwrap();
    assert_eq!(found(), [file("kunci", State::Missing)]);
    fs::write(folder.at("kunci"), newest).unwrap();
    fs::remove_file(folder.at("kunci.lama")).unwrap();
    assert_eq!(found(), [file("kunci.lama", State::Missing)]);
}

#[test]
fn one_anchor_that_cannot_be_read_is_named_and_made_anew() {
    for name in ["kepala.a", "kepala.b"] {
        let folder = some();
        folder.change(name, |bytes| bytes.extend([0; 9]));
        assert_eq!(found(&folder), [Finding::File { name, state: State::Broken }]);
        drop(folder.open());
        assert_eq!(found(&folder), []);
    }
}
