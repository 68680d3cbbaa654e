//! Erasing records for good: from the state, from the journal's bodies and from all that is derived.
//!
//! # Why
//! The law asks that what is erased cannot be read again, not even by those who hold the keys; and
//! the journal must still prove everything else. So one change, sealed and durable, removes the
//! records, saves the other records of the same frames again, and vouches for the frames whose
//! bodies will be blanked; only then are they blanked. A file says from before the change until
//! all is done that an erasure is on its way: what a power cut left over is finished by the next
//! opening, and a change that never became true leaves everything as it was. The old values that
//! sled keeps in its log go with the whole index, which is made anew.
use std::{collections::BTreeMap, fs, io, path::PathBuf};

use crate::{
    fault::Fault,
    store::{
        change::FRAME,
        codec, cover,
        cover::Stub,
        entry::{Blank, Bytes, Entry, Erasure, Key, Put},
        frame::ERASURE,
        ground::{Ground, is_there},
        present::Present,
        roll::Step,
        sync,
        vouch::{self, Blanks},
        walk,
    },
};

/// The use case, as the journal calls it.
pub const WHY: &str = "hapus data";

/// The same for the records that stay, and are saved again because they shared a frame with those.
pub const AGAIN: &str = "simpan ulang";

/// What is to be erased.
#[derive(Debug, Default)]
pub struct Erasing {
    /// The records, each with what everybody must still know of it: numbers are given once.
    pub records: BTreeMap<Key, Option<Stub>>,
    /// Why, and who decided it; kept in the journal, so without names.
    pub reason: String,
}

/// What came of an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// The sequence of the change that did it.
    pub sequence: u64,
    /// How many frames were blanked.
    pub frames: usize,
    /// The first of them; 0 where there was none. What was kept of the journal from there on, a
    /// backup, holds what was erased.
    pub first: u64,
    /// Whether everything is gone already; else the next opening finishes it.
    pub finished: bool,
}

/// An erasure, ready to be written.
#[derive(Debug)]
pub struct Plan {
    /// The entries of the change; the last one vouches.
    pub entries: Vec<Vec<u8>>,
    /// What it makes of records, entry by entry.
    pub puts: Vec<Vec<Put>>,
    pub blanks: Blanks,
}

/// Plans an erasure; reads the whole journal, which must be sound.
pub fn plan(present: &Present, erasing: &Erasing) -> Result<Plan, Fault> {
    let mut blanks = Blanks::new();
    let mut again: BTreeMap<Key, Put> = BTreeMap::new();
    let ground = present.ground();
    walk::replay(ground.journal(), (0, present.sequence()), &mut |header, entry| {
        if header.kind == ERASURE || !holds(&entry, erasing) {
            return Ok(());
        }
        let others = entry.puts.iter().filter(|put| !erasing.records.contains_key(&put.key));
        let rest: Vec<(Key, u64)> = others.map(|put| (put.key, put.before)).collect();
        for (key, _) in &rest {
            // What a later frame wrote again is safe there.
            let now = present.find(*key)?.filter(|now| now.sequence == header.sequence);
            again.extend(now.map(|now| {
                let new = Some(Bytes(now.bytes.to_vec()));
                (*key, Put { key: *key, before: now.sequence, old: None, new })
            }));
        }
        let seen = entry.seen.into_iter().filter(|key| !erasing.records.contains_key(key));
        let (sequence, chain) = (header.sequence, header.chain());
        let blank = Blank { sequence, chain, why: entry.why, seen: seen.collect(), rest };
        blanks.insert(chain, blank);
        Ok(())
    })?;
    let mut puts = parts(again.into_values());
    puts.push(removed(present, erasing)?);
    let mut entries = vec![];
    for (nth, part) in puts.iter().enumerate() {
        let last = nth + 1 == puts.len();
        let reason = if last { erasing.reason.clone() } else { String::new() };
        let why = if last { WHY } else { AGAIN };
        let entry = Entry { why: why.to_owned(), reason, seen: vec![], puts: part.clone() };
        entries.push(if last {
            codec::pack(&Erasure { entry, blanks: blanks.values().cloned().collect() })?
        } else {
            codec::pack(&entry)?
        });
    }
    Ok(Plan { entries, puts, blanks })
}

/// Whether a frame holds something of what is to be erased: its bytes, or words about it alone.
fn holds(entry: &Entry, erasing: &Erasing) -> bool {
    let named = |key: &Key| erasing.records.contains_key(key);
    let told = |put: &Put| put.old.is_some() || put.new.is_some();
    let about = !entry.seen.is_empty() && entry.seen.iter().all(named);
    entry.puts.iter().any(|put| named(&put.key) && told(put))
        || (about && entry.puts.is_empty() && !entry.reason.is_empty())
}

/// The records that stay, in parts that each fit a frame.
fn parts(again: impl Iterator<Item = Put>) -> Vec<Vec<Put>> {
    let (mut parts, mut part, mut weight) = (vec![], vec![], 0);
    for put in again {
        weight += 64 + put.new.as_ref().map_or(0, |new| new.0.len());
        if weight > FRAME && !part.is_empty() {
            weight = 0;
            parts.push(std::mem::take(&mut part));
        }
        part.push(put);
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// What becomes of the records themselves; nothing of what they held is said again.
fn removed(present: &Present, erasing: &Erasing) -> Result<Vec<Put>, Fault> {
    let mut puts = vec![];
    for (key, stub) in &erasing.records {
        if let Some(now) = present.find(*key)? {
            let new = stub.clone().map(cover::emptied).transpose()?.map(Bytes);
            puts.push(Put { key: *key, before: now.sequence, old: None, new });
        }
    }
    Ok(puts)
}

impl Plan {
    /// What the state becomes, once the first of its frames has that sequence.
    #[must_use]
    pub fn steps(self, first: u64) -> Vec<Step> {
        let numbered = (first..).zip(self.puts);
        let step = |(sequence, puts): (u64, Vec<Put>)| {
            puts.into_iter().map(move |put| Step::new(sequence, put.key, put.new))
        };
        numbered.flat_map(step).collect()
    }
}

/// The file that says that an erasure is on its way.
fn mark(ground: &Ground) -> PathBuf {
    ground.folder.join("hapus.belum")
}

/// The frames up to a sequence that an erasure on its way may not have blanked yet.
pub fn pending(ground: &Ground, upto: u64) -> Result<Blanks, Fault> {
    if is_there(&mark(ground)) {
        vouch::found(ground.journal(), 1, upto).map_err(walk::unread)
    } else {
        Ok(Blanks::new())
    }
}

/// Says that an erasure is on its way, durably.
pub fn announce(ground: &Ground) -> io::Result<()> {
    sync::write_atomically(&mark(ground), b"")
}

/// Says that everything of it is done.
pub fn done(ground: &Ground) -> io::Result<()> {
    sync::remove(&mark(ground))
}

/// Finishes at the opening what a power cut left of an erasure: blanks what the journal up to that
/// sequence vouches for, and removes what is derived, to be made anew. Says whether there was one.
/// In a damaged journal nothing is touched.
pub fn resume(ground: &Ground, last: u64) -> Result<bool, Fault> {
    if !is_there(&mark(ground))
        || walk::replay(ground.journal(), (0, last), &mut |_, _| Ok(())).is_err()
    {
        return Ok(false);
    }
    let blanks = vouch::found(ground.journal(), 1, last).map_err(walk::unread)?;
    let finished = vouch::blank(&ground.segments, &blanks).and_then(|()| {
        ground.forget_index()?;
        sync::remove(&ground.suspicion())?;
        sync::remove(&ground.roll())?;
        sweep(ground)
    });
    finished.map_err(walk::unread)?;
    Ok(true)
}

/// Removes the files of the columns, and what was kept of damage for whoever wants to look.
pub fn sweep(ground: &Ground) -> io::Result<()> {
    for file in ["kolom", "kolom.terbatas"] {
        sync::remove(&ground.folder.join(file))?;
    }
    let drafts = ground.folder.join("konsep");
    if drafts.is_dir() {
        for file in fs::read_dir(drafts)? {
            let path = file?.path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if ending.is_some_and(|ending| ending.starts_with("rusak")) {
                sync::remove(&path)?;
            }
        }
    }
    ground.segments.forget_aside()
}
