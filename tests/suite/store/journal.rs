//! What may stand at the end of a journal, and in the middle of it.
use std::fs;

use loket::{
    fault::Fault,
    store::{
        anchor::Anchors,
        ending,
        frame::{self, Header},
        journal::{Condition, Draft, Journal},
        segment::Segments,
        walk,
    },
};

use crate::store::folder::{Folder, save, slip, stamp, vault, words};

const FIRST: &str = "jurnal/000001";

fn three_slips() -> Folder {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    for n in 1..=3 {
        save(&mut store, &[slip(n, &format!("carik {n}"))]);
    }
    drop(store);
    folder
}

/// Where each frame of the first segment begins, and where the last ends.
fn frames(folder: &Folder) -> Vec<usize> {
    let bytes = fs::read(folder.at(FIRST)).unwrap();
    let mut starts = vec![0];
    while let Some((header, _)) = frame::read(&bytes[*starts.last().unwrap()..]) {
        starts.push(starts.last().unwrap() + header.size());
    }
    starts
}

fn segments(folder: &Folder) -> Segments {
    Segments::open(folder.at("jurnal")).unwrap()
}

/// Opens the journal alone, as after a crash before any anchor was written.
fn open_bare(folder: &Folder) -> Condition {
    let anchors = Anchors::read(&folder.at("tidak ada"));
    Journal::open(segments(folder), vault(), &anchors).unwrap().1
}

fn verify(folder: &Folder) -> Result<ending::Proof, Fault> {
    ending::verify(&segments(folder), &vault(), &Anchors::read(folder.path()))
}

/// A journal that holds one change of one frame, and then one of three.
fn one_and_three(folder: &Folder) {
    let anchors = Anchors::read(folder.path());
    let (mut journal, _) = Journal::open(segments(folder), vault(), &anchors).unwrap();
    for entries in [vec![vec![1; 40]], vec![vec![2; 40], vec![3; 40], vec![4; 40]]] {
        let draft = Draft { stamp: stamp(0), entries };
        journal.append(&draft).unwrap();
    }
}

#[test]
fn a_last_frame_torn_at_any_byte_is_cut_and_nothing_else_is() {
    let whole = three_slips();
    let starts = frames(&whole);
    let sound = fs::read(whole.at(FIRST)).unwrap();
    for at in starts[2]..starts[3] {
        if sound[at..starts[3]].iter().all(|byte| *byte == 0) {
            break;
        }
        let folder = Folder::new();
        fs::create_dir(folder.at("jurnal")).unwrap();
        let mut torn = sound[..8192].to_vec();
        torn[at..].fill(0);
        fs::write(folder.at(FIRST), &torn).unwrap();
        let found = open_bare(&folder);
        assert_eq!((found.last.sequence, found.damaged), (2, None), "torn at {at}");
        assert_eq!(found.torn, at > starts[2], "torn at {at}");
        let left = fs::read(folder.at(FIRST)).unwrap();
        assert!(left[..starts[2]] == sound[..starts[2]] && walk::is_blank(&left[starts[2]..]));
        assert_eq!(folder.at("jurnal/robek-3").exists(), found.torn);
    }
}

#[test]
fn a_last_frame_with_any_byte_changed_is_never_believed() {
    let whole = three_slips();
    let starts = frames(&whole);
    let sound = fs::read(whole.at(FIRST)).unwrap();
    for at in starts[2]..starts[3] {
        let folder = Folder::new();
        fs::create_dir(folder.at("jurnal")).unwrap();
        let mut changed = sound[..8192].to_vec();
        changed[at] ^= 0x10;
        fs::write(folder.at(FIRST), &changed).unwrap();
        let found = open_bare(&folder);
        assert_eq!((found.last.sequence, found.torn, found.damaged), (2, true, None), "byte {at}");
    }
}

#[test]
fn what_a_torn_save_leaves_is_told_once_and_saving_goes_on() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(1, "satu")]);
    let before = folder.copy();
    save(&mut store, &[slip(2, "dua")]);
    let after = folder.copy();
    let end = frames(&after)[1];
    before.take("jurnal", &after);
    before.change(FIRST, |bytes| bytes[end + 200..].fill(0));

    let (mut store, opened) = before.open();
    assert!(opened.torn && opened.read_only.is_none());
    assert_eq!(words(&store), ["satu"]);
    save(&mut store, &[slip(3, "tiga")]);
    drop(store);
    let (store, opened) = before.open();
    assert!(!opened.torn);
    assert_eq!(words(&store), ["satu", "tiga"]);
    verify(&before).unwrap();
}

#[test]
fn a_change_counts_only_with_its_last_frame() {
    let whole = Folder::new();
    one_and_three(&whole);
    let starts = frames(&whole);
    assert_eq!(starts.len(), 5);
    for gone in 1..4 {
        // The parts of one change are synced together, so any of them may be missing.
        let folder = whole.copy();
        folder.change(FIRST, |bytes| bytes[starts[gone]..starts[gone + 1]].fill(0));
        let found = open_bare(&folder);
        let expected = (1, true, None);
        assert_eq!((found.last.sequence, found.torn, found.damaged), expected, "without {gone}");
        assert!(!open_bare(&folder).torn);
    }
    assert_eq!(open_bare(&whole).last.sequence, 4);
}

#[test]
fn damage_in_the_middle_is_never_cut() {
    let whole = three_slips();
    let starts = frames(&whole);
    for at in [starts[1], starts[1] + 100, starts[1] + 150, starts[2] - 20] {
        let folder = whole.copy();
        folder.change(FIRST, |bytes| bytes[at] ^= 1);
        let damaged = fs::read(folder.at(FIRST)).unwrap();
        let found = open_bare(&folder);
        assert_eq!((found.last.sequence, found.damaged), (1, Some(2)), "byte {at}");
        assert!(fs::read(folder.at(FIRST)).unwrap() == damaged);
        assert!(matches!(verify(&folder), Err(Fault::Damaged { sequence: 2 })));
    }
}

#[test]
fn a_damaged_store_without_an_index_shows_what_came_before_and_saves_nothing() {
    let folder = three_slips();
    let starts = frames(&folder);
    folder.change(FIRST, |bytes| bytes[starts[1] + 10] ^= 1);
    for name in ["kepala.a", "kepala.b"] {
        fs::remove_file(folder.at(name)).unwrap();
    }
    fs::remove_dir_all(folder.at("indeks")).unwrap();
    let (mut store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.read_only, opened.degraded), (1, Some(2), true));
    assert_eq!(words(&store), ["carik 1"]);
    let mut change = loket::store::db::Change::new("uji");
    change.put(&slip(9, "sembilan")).unwrap();
    let refused = store.commit(change, stamp(0)).unwrap_err();
    assert!(matches!(refused, Fault::Damaged { sequence: 2 }));
    assert_eq!(words(&store), ["carik 1"]);
    drop(store);
    assert!(!folder.at("indeks").exists() && !folder.at("kepala.a").exists());
}

#[test]
fn a_damaged_store_with_a_sound_index_shows_everything_and_saves_nothing() {
    let folder = three_slips();
    let starts = frames(&folder);
    folder.change(FIRST, |bytes| bytes[starts[1] + 10] ^= 1);
    for name in ["kepala.a", "kepala.b"] {
        fs::remove_file(folder.at(name)).unwrap();
    }
    let (store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.read_only, opened.degraded), (3, Some(2), false));
    assert_eq!(words(&store), ["carik 1", "carik 2", "carik 3"]);
}

#[test]
fn a_journal_cut_cleanly_before_its_anchor_is_noticed() {
    let folder = three_slips();
    let starts = frames(&folder);
    folder.change(FIRST, |bytes| bytes[starts[2]..].fill(0));
    fs::remove_dir_all(folder.at("indeks")).unwrap();
    let (store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.read_only), (2, Some(3)));
    assert_eq!(words(&store), ["carik 1", "carik 2"]);
}

#[test]
fn an_index_ahead_of_the_journal_is_the_only_copy_and_is_kept() {
    let folder = three_slips();
    let starts = frames(&folder);
    folder.change(FIRST, |bytes| bytes[starts[2]..].fill(0));
    for name in ["kepala.a", "kepala.b"] {
        fs::remove_file(folder.at(name)).unwrap();
    }
    let (store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.read_only, opened.rebuilt), (3, Some(3), false));
    assert_eq!(words(&store), ["carik 1", "carik 2", "carik 3"]);
}

#[test]
fn a_segment_that_is_missing_is_damage() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    for n in 0..12 {
        save(&mut store, &[slip(n, &"a".repeat(1_000_000))]);
    }
    drop(store);
    assert_eq!(verify(&folder).unwrap().sequence, 12);
    assert!(folder.at("jurnal/000003").exists());
    fs::rename(folder.at("jurnal/000002"), folder.at("jurnal/lain")).unwrap();
    assert!(matches!(verify(&folder), Err(Fault::Damaged { sequence: 1 | 2 })));
    assert!(open_bare(&folder).damaged.is_some());
}

#[test]
fn the_journal_of_another_store_is_not_believed() {
    let (ours, theirs) = (three_slips(), Folder::new());
    let (mut store, _) = theirs.open();
    for n in 1..=4 {
        save(&mut store, &[slip(n, "punya orang lain")]);
    }
    drop(store);
    ours.take("jurnal", &theirs);
    assert_eq!(ours.open().1.read_only, Some(3));
}

#[test]
fn frames_replayed_at_the_end_are_cut() {
    let folder = three_slips();
    let starts = frames(&folder);
    let again = |bytes: &mut Vec<u8>| bytes.copy_within(starts[1]..starts[2], starts[3]);
    folder.change(FIRST, again);
    let found = open_bare(&folder);
    assert_eq!((found.last.sequence, found.torn, found.damaged), (3, true, None));
}

#[test]
fn a_frame_of_a_newer_program_is_refused_and_left_alone() {
    let folder = three_slips();
    let starts = frames(&folder);
    folder.change(FIRST, |bytes| bytes[starts[2] + 3] = b'3');
    let before = fs::read(folder.at(FIRST)).unwrap();
    let anchors = Anchors::read(&folder.at("tidak ada"));
    let refused = Journal::open(segments(&folder), vault(), &anchors).unwrap_err();
    assert!(matches!(refused, Fault::Unreadable { table: "jurnal", version: 3 }));
    assert!(fs::read(folder.at(FIRST)).unwrap() == before);
}

#[test]
fn one_torn_anchor_is_covered_by_the_other() {
    for name in ["kepala.a", "kepala.b"] {
        let folder = three_slips();
        folder.change(name, |bytes| bytes[40] ^= 1);
        let (store, opened) = folder.open();
        assert_eq!((opened.sequence, opened.read_only), (3, None));
        assert_eq!(words(&store).len(), 3);
    }
}

#[test]
fn no_flipped_byte_of_an_anchor_is_believed() {
    let folder = three_slips();
    let sound = fs::read(folder.at("kepala.a")).unwrap();
    assert_eq!(Anchors::read(folder.path()).found.len(), 2);
    for at in 0..sound.len() {
        let mut flipped = sound.clone();
        flipped[at] ^= 0x40;
        fs::write(folder.at("kepala.a"), flipped).unwrap();
        assert_eq!(Anchors::read(folder.path()).found.len(), 1, "byte {at}");
    }
}

#[test]
fn a_full_check_proves_every_frame() {
    let folder = three_slips();
    let proof = verify(&folder).unwrap();
    let bytes = fs::read(folder.at(FIRST)).unwrap();
    let last = Header::read(&bytes[frames(&folder)[2]..]).unwrap();
    assert_eq!((proof.sequence, proof.head), (3, last.chain()));
    for at in (0..frames(&folder)[3]).chain([5_000, 1_000_000]) {
        let mut folder_bytes = bytes.clone();
        folder_bytes[at] ^= 2;
        fs::write(folder.at(FIRST), folder_bytes).unwrap();
        assert!(verify(&folder).is_err(), "byte {at}");
    }
}

#[test]
fn a_journal_that_failed_once_takes_nothing_until_it_is_reopened() {
    let folder = Folder::new();
    let anchors = Anchors::read(folder.path());
    let (mut journal, _) = Journal::open(segments(&folder), vault(), &anchors).unwrap();
    let draft = |size| Draft { stamp: stamp(0), entries: vec![vec![1; size]] };
    journal.append(&draft(40)).unwrap();
    // A segment that cannot be opened for writing stands in for a disk that fails.
    fs::create_dir(folder.at("jurnal/000002")).unwrap();
    assert!(matches!(journal.append(&draft(1 << 20)), Err(Fault::Journal(_))));
    fs::remove_dir(folder.at("jurnal/000002")).unwrap();
    assert!(matches!(journal.append(&draft(40)), Err(Fault::Journal(_))));
    drop(journal);
    let (mut journal, found) = Journal::open(segments(&folder), vault(), &anchors).unwrap();
    assert_eq!((found.last.sequence, found.torn), (1, false));
    assert_eq!(journal.append(&draft(40)).unwrap().sequence, 2);
}

#[test]
fn what_soils_the_end_of_a_full_segment_takes_nothing_from_the_next() {
    let folder = Folder::new();
    let anchors = Anchors::read(folder.path());
    let (mut journal, _) = Journal::open(segments(&folder), vault(), &anchors).unwrap();
    let draft = |size| Draft { stamp: stamp(0), entries: vec![vec![1; size]] };
    for size in [700 << 10, 700 << 10] {
        journal.append(&draft(size)).unwrap();
    }
    drop(journal);
    // One frame alone in the second segment, and no anchor that saw it.
    folder.change(FIRST, |bytes| bytes[1_000_000] ^= 1);
    let found = open_bare(&folder);
    assert_eq!((found.last.sequence, found.torn, found.damaged), (2, false, None));
}
