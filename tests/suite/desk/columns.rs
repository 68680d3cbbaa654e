//! What searching and lists read is the same however it came to be: followed, kept or made anew.
use std::{fs, path::Path};

use loket::{
    desk::lists::{Which, ids, with_ticket},
    domain::id::Id,
};

use crate::desk::counter::Counter;

/// A morning on which everything happens in the same millisecond.
fn busy() -> (Counter, Vec<Id>) {
    let mut counter = Counter::opens("2026-11-24");
    let mut served = vec![];
    for name in ["Siti Aminah", "Budi Santoso", "Ani", "Slamet Riyadi", "Yohana", "Made Wirawan"] {
        let who = counter.meets(name);
        served.push(counter.serves(who, "SKTM", "ktp").id);
    }
    served.reverse();
    (counter, served)
}

#[test]
fn lists_are_in_the_same_order_after_their_file_is_lost() {
    let (mut counter, served) = busy();
    assert_eq!(ids(&counter, Which::All), served);
    counter.reopens();
    assert_eq!(ids(&counter, Which::All), served);
    counter.reopens_after(|folder| fs::remove_file(folder.join("kolom.terbatas")).unwrap());
    assert_eq!(ids(&counter, Which::All), served);
    for id in served {
        let ticket = counter.kept(id).ticket.to_string();
        assert_eq!(with_ticket(&counter, &ticket), Some(id));
    }
}

#[test]
fn ids_are_in_the_order_in_which_they_were_given() {
    let (_, served) = busy();
    assert!(served.is_sorted_by(|newer, older| newer > older));
}

#[test]
fn a_desk_whose_journal_is_damaged_still_shows_what_it_has() {
    let mut counter = Counter::opens("2026-11-24");
    counter.meets("Siti Aminah");
    counter.reopens();
    let early = fs::read(counter.folder().join("kolom.terbatas")).unwrap();
    let used = used(counter.folder());
    let who = counter.meets("Budi Santoso");
    let id = counter.serves(who, "SKTM", "ktp").id;
    counter.serves(who, "SKTM", "kk");
    // The first of the later frames is damaged, and the columns are from before it.
    counter.reopens_after(|folder| {
        fs::write(folder.join("kolom.terbatas"), early).unwrap();
        let journal = folder.join("jurnal/000001");
        let mut bytes = fs::read(&journal).unwrap();
        bytes[used + 120] ^= 1;
        fs::write(&journal, bytes).unwrap();
    });
    assert!(ids(&counter, Which::All).contains(&id));
    assert_eq!(counter.residents(), 2);
}

/// How many bytes of the journal hold frames.
fn used(folder: &Path) -> usize {
    let bytes = fs::read(folder.join("jurnal/000001")).unwrap();
    bytes.iter().rposition(|byte| *byte != 0).unwrap().next_multiple_of(16)
}
