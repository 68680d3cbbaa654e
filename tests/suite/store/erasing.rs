//! What is erased is gone from every file, for those with the keys too; everything else stays.
use std::{collections::HashSet, fs};

use loket::{
    domain::id::Id,
    fault::Fault,
    store::{
        anchor::Anchors,
        check::finding::Finding,
        cover::Stub,
        db::Change,
        ending,
        entry::Key,
        erasing::Erasing,
        frame::{self, Header},
        record::Table,
        segment::Segments,
        vouch,
    },
};

use crate::store::{
    check,
    folder::{Folder, Slip, save, slip, stamp, vault, words},
};

const NAME: &str = "Sitti Hawwa binti Daeng";
const FIRST: &str = "jurnal/000001";

fn key(number: u64) -> Key {
    Key::new(Table::Clerk as u8, Id::new(number, 0))
}

/// Slip 2 is the one to be erased: made in a batch, changed twice, looked at with a reason.
fn office() -> Folder {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(9, "sendiri")]);
    save(&mut store, &[slip(1, "satu"), slip(2, NAME), slip(3, "tiga")]);
    save(&mut store, &[slip(3, "tiga lagi")]);
    save(&mut store, &[slip(2, &format!("{NAME} pindah")), slip(4, "empat")]);
    let mut look = Change::new("lihat");
    look.saw(key(2), &format!("ditanya {NAME}"));
    store.commit(look, stamp(5)).unwrap();
    save(&mut store, &[slip(5, "lima")]);
    drop(store);
    folder
}

fn erasing(number: u64) -> Erasing {
    Erasing { records: [(key(number), None)].into(), reason: "permintaan warga".to_owned() }
}

fn erased(folder: &Folder) -> Folder {
    let after = folder.copy();
    let (mut store, _) = after.open();
    let told = store.erase(&erasing(2), stamp(6)).unwrap();
    assert_eq!((told.frames, told.finished), (3, true));
    drop(store);
    after
}

/// Everything that stands in the journal, opened with the keys.
fn told(folder: &Folder) -> String {
    let bytes = fs::read(folder.at(FIRST)).unwrap();
    let (mut at, mut all) = (0, String::new());
    while let Some(header) = Header::read(&bytes[at..]) {
        let body = &bytes[at + frame::HEADER..][..header.length as usize];
        if let Some(entry) = frame::open(&vault(), &header, body) {
            let puts = entry.puts.iter().flat_map(|put| [&put.old, &put.new]).flatten();
            let puts = puts.map(|bytes| String::from_utf8_lossy(&bytes.0).into_owned());
            all.extend(puts.chain([entry.reason]));
        }
        at += header.size();
    }
    all
}

fn verify(folder: &Folder) -> Result<u64, Fault> {
    let segments = Segments::open(folder.at("jurnal")).unwrap();
    let proof = ending::verify(&segments, &vault(), &Anchors::read(folder.path()))?;
    Ok(proof.sequence)
}

/// Where the body of each frame begins and ends.
fn bodies(folder: &Folder) -> Vec<(u64, usize, usize)> {
    let bytes = fs::read(folder.at(FIRST)).unwrap();
    let (mut at, mut all) = (0, vec![]);
    while let Some(header) = Header::read(&bytes[at..]) {
        let begin = at + frame::HEADER;
        all.push((header.sequence, begin, begin + header.length as usize));
        at += header.size();
    }
    all
}

fn gone(folder: &Folder) {
    assert!(!told(folder).contains("Hawwa"), "the journal still tells");
    for left in ["hapus.belum", "indeks.rusak", "kolom"] {
        assert!(!folder.at(left).exists(), "{left}");
    }
    assert!(verify(folder).unwrap() >= 7);
    assert_eq!(check::found(folder), []);
    let (store, opened) = folder.open();
    assert_eq!((opened.read_only, opened.degraded), (None, false));
    assert_eq!(words(&store), ["satu", "tiga lagi", "empat", "lima", "sendiri"]);
    assert_eq!(store.read().get::<Slip>(Id::new(2, 0)).unwrap(), None);
}

#[test]
fn an_erased_record_leaves_the_journal_and_everything_else_stays() {
    let before = office();
    assert!(told(&before).contains("Hawwa"));
    let after = erased(&before);
    gone(&after);
    let (store, opened) = after.open();
    assert!(!opened.rebuilt);
    // Who, when and what was done is still told of a blanked frame; not what was said.
    let mut deeds = vec![];
    store.read().deeds(|deed| deeds.push((deed.sequence, deed.entry.why.clone()))).unwrap();
    let whys: Vec<&str> = deeds.iter().map(|(_, why)| why.as_str()).collect();
    assert_eq!(whys, ["uji", "uji", "uji", "uji", "lihat", "uji", "simpan ulang", "hapus data"]);
    let origins = store.read().origins::<Slip>().unwrap();
    let origin = |number| origins.get(&Id::new(number, 0)).copied();
    assert_eq!([1, 3, 4, 5, 9].map(origin), [Some(2), Some(2), Some(4), Some(6), Some(1)]);
}

#[test]
fn no_old_value_stays_in_the_index() {
    let before = office();
    let after = erased(&before);
    let chunks = |folder: &Folder| -> HashSet<Vec<u8>> {
        let bytes = fs::read(folder.at("indeks/db")).unwrap();
        // Sealed bytes are as good as random; what sled fills its pages with is not.
        let full = |chunk: &&[u8]| chunk.iter().collect::<HashSet<_>>().len() > 36;
        bytes.windows(48).filter(full).map(<[u8]>::to_vec).collect()
    };
    let (old, new) = (chunks(&before), chunks(&after));
    assert!(!old.is_empty() && !new.is_empty());
    assert!(old.is_disjoint(&new));
}

#[test]
fn saving_goes_on_behind_an_erasure_and_a_second_one_keeps_the_first() {
    let folder = office();
    let (mut store, _) = folder.open();
    store.erase(&erasing(2), stamp(6)).unwrap();
    save(&mut store, &[slip(6, "enam")]);
    // Slip 1 was saved again by the first erasure, in a frame with slip 4.
    let told_of = store.erase(&erasing(1), stamp(7)).unwrap();
    assert_eq!((told_of.frames, told_of.finished), (1, true));
    save(&mut store, &[slip(7, "tujuh")]);
    drop(store);
    let (store, opened) = folder.open();
    assert_eq!(opened.read_only, None);
    assert_eq!(words(&store), ["tiga lagi", "empat", "lima", "enam", "tujuh", "sendiri"]);
    drop(store);
    assert!(!told(&folder).contains("satu") && !told(&folder).contains("Hawwa"));
    verify(&folder).unwrap();
    fs::remove_dir_all(folder.at("indeks")).unwrap();
    fs::remove_file(folder.at("daftar")).unwrap();
    assert_eq!(words(&folder.open().0).len(), 6);
}

#[test]
fn a_power_cut_at_any_step_ends_with_all_of_it_or_nothing() {
    let before = office();
    let after = erased(&before);
    let sound = fs::read(after.at(FIRST)).unwrap();
    let old = fs::read(before.at(FIRST)).unwrap();
    let blanked: Vec<_> =
        bodies(&after).into_iter().filter(|(n, ..)| [2, 4, 5].contains(n)).collect();
    // The change was announced, and not yet written.
    let cut = before.copy();
    fs::write(cut.at("hapus.belum"), "").unwrap();
    let (store, opened) = cut.open();
    assert_eq!((opened.sequence, opened.read_only), (6, None));
    assert!(words(&store).contains(&format!("{NAME} pindah")));
    drop(store);
    assert!(!cut.at("hapus.belum").exists());
    // It was written in part: the last frame, which vouches, stands and the one before does not.
    let again = bodies(&after)[6];
    let cut = before.copy();
    cut.change(FIRST, |bytes| {
        bytes.copy_from_slice(&sound);
        bytes[..again.1 - frame::HEADER].copy_from_slice(&old[..again.1 - frame::HEADER]);
        bytes[again.1..again.2].fill(0);
    });
    fs::write(cut.at("hapus.belum"), "").unwrap();
    let (store, opened) = cut.open();
    assert_eq!((opened.sequence, opened.torn, opened.read_only), (6, true, None));
    assert!(words(&store).contains(&format!("{NAME} pindah")));
    // It is true; so many bodies are blank, and half of the next.
    for done in 0..=blanked.len() {
        for derived in [&before, &after] {
            let cut = derived.copy();
            cut.change(FIRST, |bytes| {
                bytes.copy_from_slice(&sound);
                for (nth, (_, begin, end)) in blanked.iter().enumerate() {
                    if nth >= done {
                        let half = if nth == done { usize::midpoint(*begin, *end) } else { *begin };
                        bytes[half..*end].copy_from_slice(&old[half..*end]);
                    }
                }
            });
            fs::write(cut.at("hapus.belum"), "").unwrap();
            drop(cut.open());
            gone(&cut);
        }
    }
}

#[test]
fn a_blank_body_that_nobody_vouches_for_is_damage() {
    let before = office();
    for (number, begin, end) in bodies(&before) {
        let cut = before.copy();
        cut.change(FIRST, |bytes| bytes[begin..end].fill(0));
        assert!(matches!(verify(&cut), Err(Fault::Damaged { sequence }) if sequence == number));
    }
    // A vouching is bound to its frame: it does not cover another, or one of another store.
    let after = erased(&before);
    for (number, begin, end) in bodies(&after) {
        let cut = after.copy();
        cut.change(FIRST, |bytes| bytes[begin..end].fill(0));
        let expected = ![2, 4, 5].contains(&number);
        assert_eq!(verify(&cut).is_err(), expected, "frame {number}");
        assert_eq!(check::found(&cut).is_empty(), !expected, "frame {number}");
    }
}

#[test]
fn a_changed_byte_of_a_blanked_body_and_one_brought_back_are_found() {
    let before = office();
    let after = erased(&before);
    let old = fs::read(before.at(FIRST)).unwrap();
    for (number, begin, end) in bodies(&after).into_iter().filter(|(n, ..)| [2, 4, 5].contains(n)) {
        let cut = after.copy();
        cut.change(FIRST, |bytes| bytes[begin + 3] = 1);
        assert!(matches!(verify(&cut), Err(Fault::Damaged { sequence }) if sequence == number));
        assert_eq!(check::found(&cut)[0], Finding::Body { sequence: number });
        let cut = after.copy();
        cut.change(FIRST, |bytes| bytes[begin..end].copy_from_slice(&old[begin..end]));
        assert!(matches!(verify(&cut), Err(Fault::Damaged { sequence }) if sequence == number));
        assert_eq!(check::found(&cut), [Finding::Body { sequence: number }]);
        // The desk opens all the same, and what was erased does not come back into it.
        fs::remove_dir_all(cut.at("indeks")).unwrap();
        assert_eq!(cut.open().0.read().get::<Slip>(Id::new(2, 0)).unwrap(), None);
    }
}

#[test]
fn the_stub_of_an_erased_record_is_all_that_stays() {
    let folder = office();
    let (mut store, _) = folder.open();
    let stub = Stub::Letter { number: "400.9/7".to_owned(), year: 2026, serial: 7 };
    let records = [(key(2), Some(stub))].into();
    store.erase(&Erasing { records, reason: "uji".to_owned() }, stamp(6)).unwrap();
    assert_eq!(store.read().get::<Slip>(Id::new(2, 0)).unwrap(), None);
    assert!(store.read().has::<Slip>(Id::new(2, 0)));
    assert_eq!(store.read().all::<Slip>().count(), 5);
    drop(store);
    assert!(!told(&folder).contains("Hawwa") && told(&folder).contains("400.9/7"));
}

#[test]
fn bodies_are_blanked_in_segments_that_are_closed_too() {
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    save(&mut store, &[slip(2, NAME), slip(1, "satu")]);
    for n in 10..30 {
        save(&mut store, &[slip(n, &"isi".repeat(40_000))]);
    }
    assert!(folder.at("jurnal/000002").exists());
    store.erase(&erasing(2), stamp(6)).unwrap();
    save(&mut store, &[slip(3, "tiga")]);
    drop(store);
    assert_eq!(verify(&folder).unwrap(), 24);
    assert!(!told(&folder).contains("Hawwa"));
    assert_eq!(words(&folder.open().0).len(), 22);
}

#[test]
fn a_disk_that_refuses_the_announcement_erases_nothing() {
    let folder = office();
    let (mut store, _) = folder.open();
    fs::create_dir(folder.at("hapus.belum")).unwrap();
    assert!(matches!(store.erase(&erasing(2), stamp(6)), Err(Fault::Journal(_))));
    assert_eq!(words(&store).len(), 6);
}

#[test]
fn what_a_torn_erasure_would_vouch_for_is_not_blanked() {
    let before = office();
    let after = erased(&before);
    let segments = |folder: &Folder| Segments::open(folder.at("jurnal")).unwrap();
    let found =
        |folder: &Folder, upto| vouch::found((&segments(folder), &vault()), 1, upto).unwrap().len();
    assert_eq!((found(&after, 8), found(&after, 7), found(&before, 8)), (3, 0, 0));
    let (store, _) = after.open();
    assert_eq!(store.read().sequence(), 8);
}
