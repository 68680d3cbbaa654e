//! A disk that refuses, is full, or has kept what it said it had not: what is saved is true, what
//! is not is told, and saving goes on as soon as it can.
use std::{
    fs,
    io::ErrorKind,
    os::unix::fs::symlink,
    process::{Command, Stdio},
};

use loket::{
    fault::Fault,
    store::{
        anchor::Anchors,
        ballast::Ballast,
        db::{Change, Store},
        journal::{Draft, Journal},
        segment::Segments,
        sync,
    },
};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::store::{
    check::found,
    folder::{Folder, save, slip, slips, stamp, vault, words},
};

fn commit(store: &mut Store, n: u64, words: &str) -> Result<u64, Fault> {
    let mut change = Change::new("uji");
    change.put(&slip(n, words)).unwrap();
    store.commit(change, stamp(0))
}

/// A change that needs another segment than the first.
fn large(store: &mut Store) -> Result<u64, Fault> {
    let mut change = Change::new("uji");
    for n in 90..97 {
        change.put(&slip(n, &"b".repeat(200_000))).unwrap();
    }
    store.commit(change, stamp(0))
}

/// Whatever is written into the next segment meets a full disk, until somebody makes room.
fn fill_up(folder: &Folder) {
    symlink("/dev/full", folder.at("jurnal/segmen.baru")).unwrap();
}

#[test]
fn room_that_was_kept_takes_the_change_that_met_a_full_disk() {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    let ballast = store.present().ground().ballast.clone();
    ballast.lay();
    assert!(folder.at("cadangan-ruang").exists() && !ballast.is_low());
    save(&mut store, &[slip(1, "satu")]);
    fill_up(&folder);
    // Nothing of it had reached the disk: it is tried anew, and only once.
    large(&mut store).unwrap();
    assert_eq!(slips(&store).len(), 8);
    assert!(ballast.is_low() && !folder.at("cadangan-ruang").exists());
    assert!(!store.refuses());
    ballast.lay();
    assert!(!ballast.is_low() && folder.at("cadangan-ruang").exists());
    drop(store);
    assert_eq!(found(&folder), []);
}

#[test]
fn without_that_room_the_change_is_refused_and_the_next_one_saved() {
    let folder = Folder::light();
    let (mut store, _) = folder.open();
    let saved = save(&mut store, &[slip(1, "satu")]);
    fill_up(&folder);
    let refused = large(&mut store).unwrap_err();
    assert!(matches!(&refused, Fault::Journal(why) if why.kind() == ErrorKind::StorageFull));
    assert!(refused.told().contains("diska penuh"), "{}", refused.told());
    assert!(store.present().ground().ballast.is_low() && !store.refuses());
    assert_eq!(words(&store), ["satu"]);
    // Half a segment does not stay in the way; somebody has made room.
    assert!(!folder.at("jurnal/segmen.baru").exists());
    assert_eq!(commit(&mut store, 91, "kecil").unwrap(), saved + 1);
    drop(store);
    assert_eq!(found(&folder), []);
}

#[test]
fn a_file_that_does_not_fit_leaves_the_old_one_and_no_half_of_the_new() {
    let folder = Folder::new();
    sync::write_atomically(&folder.at("kunci"), b"lama").unwrap();
    symlink("/dev/full", folder.at("kunci.baru")).unwrap();
    let refused = sync::write_atomically(&folder.at("kunci"), &[1; 4096]).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::StorageFull);
    assert_eq!(fs::read(folder.at("kunci")).unwrap(), b"lama");
    assert!(!folder.at("kunci.baru").exists());
}

#[test]
fn a_full_disk_keeps_no_room_and_says_so() {
    let folder = Folder::new();
    symlink("/dev/full", folder.at("cadangan-ruang.baru")).unwrap();
    let ballast = Ballast::of(folder.path());
    ballast.lay();
    assert!(ballast.is_low() && !folder.at("cadangan-ruang").exists());
}

fn journal(folder: &Folder) -> Journal {
    let segments = Segments::open(folder.at("jurnal")).unwrap();
    Journal::open(segments, vault(), &Anchors::read(folder.path())).unwrap().0
}

fn draft(text: u8) -> Draft {
    let entry = loket::store::entry::Entry {
        why: "uji".to_owned(),
        reason: text.to_string(),
        seen: vec![],
        puts: vec![],
    };
    Draft { stamp: stamp(0), entries: vec![loket::store::codec::pack(&entry).unwrap()] }
}

#[test]
fn a_change_that_was_kept_although_it_was_refused_is_true_and_never_doubled() {
    let folder = Folder::new();
    let (mut writes, mut refused) = (journal(&folder), journal(&folder));
    let first = writes.append(&draft(1)).unwrap();
    // The other one asked for the same and was told that the disk refused.
    refused.refuse();
    assert!(matches!(refused.append(&draft(1)), Err(Fault::Journal(_))));
    assert_eq!(refused.reopen().unwrap(), first);
    assert_eq!(refused.append(&draft(2)).unwrap().sequence, 2);
    assert_eq!(journal(&folder).append(&draft(3)).unwrap().sequence, 3);
}

#[test]
fn what_was_acknowledged_must_stand_where_it_was() {
    let folder = Folder::new();
    let mut journal = journal(&folder);
    journal.append(&draft(1)).unwrap();
    journal.refuse();
    let sound = fs::read(folder.at("jurnal/000001")).unwrap();
    folder.change("jurnal/000001", |bytes| bytes[30] ^= 1);
    assert!(matches!(journal.reopen(), Err(Fault::Damaged { sequence: 1 })));
    // That is never taken back.
    fs::write(folder.at("jurnal/000001"), sound).unwrap();
    assert!(matches!(journal.reopen(), Err(Fault::Damaged { sequence: 1 })));
}

#[test]
fn half_a_change_is_cleared_away_before_the_next_one() {
    let folder = Folder::new();
    let mut first = journal(&folder);
    let end = usize::try_from(first.append(&draft(1)).unwrap().end).unwrap();
    let mut refused = journal(&folder);
    first.append(&draft(2)).unwrap();
    folder.change("jurnal/000001", |bytes| bytes[end + 100..].fill(0));
    refused.refuse();
    assert_eq!(refused.reopen().unwrap().sequence, 1);
    let bytes = fs::read(folder.at("jurnal/000001")).unwrap();
    assert!(bytes[end..].iter().all(|byte| *byte == 0));
    assert_eq!(refused.append(&draft(3)).unwrap().sequence, 2);
}

/// What the process that runs under a limit is told by.
const CHILD: &str = "LOKET_UJI_BATAS";

/// Bytes of a file that this process may write.
fn limit(bytes: Option<u64>) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    setrlimit(Resource::Fsize, Rlimit { current: bytes, maximum }).unwrap();
}

/// Runs in a process of its own: a limit for the size of files stands in for a disk that refuses
/// to write in the middle of a segment.
#[test]
fn a_disk_that_refuses_and_comes_back_loses_nothing_and_doubles_nothing() {
    if std::env::var_os(CHILD).is_none() {
        let program = std::env::current_exe().unwrap();
        let name =
            "store::refused::a_disk_that_refuses_and_comes_back_loses_nothing_and_doubles_nothing";
        let script = "trap '' XFSZ; exec \"$0\" \"$1\" --exact --nocapture";
        let told = Command::new("sh")
            .args(["-c", script, program.to_str().unwrap(), name])
            .env(CHILD, "ya")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        return;
    }
    let folder = Folder::new();
    let (mut store, _) = folder.open();
    let mut kept = vec![];
    limit(Some(24 << 10));
    let refused = loop {
        let n = kept.len() as u64;
        let text = format!("carik {n} {}", "x".repeat(700));
        match commit(&mut store, n, &text) {
            Ok(sequence) => assert_eq!(sequence, n + 1),
            Err(refused) => break refused,
        }
        kept.push(text);
    };
    assert!(matches!(&refused, Fault::Journal(why) if why.kind() == ErrorKind::FileTooLarge));
    assert!(kept.len() > 5 && store.refuses());
    assert_eq!(words(&store), kept, "reading goes on, and shows what was saved");
    // As long as it refuses, so does the desk, and says the same.
    assert!(matches!(commit(&mut store, 99, "lagi"), Err(Fault::Journal(_))));
    assert_eq!(words(&store), kept);
    limit(None);
    kept.push("sekarang tersimpan".to_owned());
    let sequence = kept.len() as u64;
    assert_eq!(commit(&mut store, sequence - 1, &kept[kept.len() - 1]).unwrap(), sequence);
    assert!(!store.refuses());
    drop(store);
    let (store, opened) = folder.open();
    assert_eq!((opened.sequence, opened.torn, opened.read_only), (sequence, false, None));
    assert_eq!(words(&store), kept);
    drop(store);
    assert_eq!(found(&folder), []);
}
