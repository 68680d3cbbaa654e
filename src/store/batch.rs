//! A change that may be larger than memory: written frame by frame as it comes, true with its last.
//!
//! # Why
//! A million residents are half a gigabyte. The frames of one change may stand in the journal long
//! before the one that closes it; until then none of them counts, and a power cut in between leaves
//! a torn end like any other, which the next opening clears. So an import is all or nothing without
//! a second copy of it anywhere. Only which records it wrote is remembered here.
use crate::{
    domain::clerk::Stamp,
    store::{
        change::FRAME,
        entry::{Bytes, Entry, Key, Put},
        roll::{Trace, Written},
    },
};

/// A large change on its way.
#[derive(Debug)]
pub struct Batch {
    pub stamp: Stamp,
    /// The last sequence before it.
    pub since: u64,
    /// How many of its frames are written.
    pub parts: usize,
    /// The records that they wrote.
    pub traces: Vec<Trace>,
    entry: Entry,
    weight: usize,
}

impl Batch {
    /// A change that changes nothing yet, behind that sequence.
    #[must_use]
    pub fn new(why: &'static str, stamp: Stamp, since: u64) -> Self {
        let entry = fresh(why.to_owned());
        Self { stamp, since, parts: 0, traces: vec![], entry, weight: 0 }
    }

    /// What becomes of a record, given what there was; nothing where none was and none is to be.
    #[must_use]
    pub fn put(key: Key, old: Option<Written>, new: Option<Vec<u8>>) -> Option<Put> {
        let before = old.as_ref().map_or(0, |old| old.sequence);
        let old = old.map(|old| Bytes(old.bytes.to_vec()));
        (old.is_some() || new.is_some()).then(|| Put { key, before, old, new: new.map(Bytes) })
    }

    /// Takes a record in, and returns what fills a frame once it does.
    pub fn take(&mut self, put: Put) -> Option<Entry> {
        let size = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, |bytes| bytes.0.len());
        let weight = 64 + size(&put.old) + size(&put.new);
        let full = self.weight + weight > FRAME && !self.entry.puts.is_empty();
        let full = full.then(|| self.rest());
        self.weight += weight;
        self.entry.puts.push(put);
        full
    }

    /// Says in its last frame why it was made.
    pub fn because(&mut self, reason: &str) {
        reason.clone_into(&mut self.entry.reason);
    }

    /// What was taken in and is not written yet.
    pub fn rest(&mut self) -> Entry {
        self.weight = 0;
        let why = self.entry.why.clone();
        std::mem::replace(&mut self.entry, fresh(why))
    }

    /// Notes that an entry stands in the frame of that sequence.
    pub fn wrote(&mut self, entry: &Entry, sequence: u64) {
        self.parts += 1;
        let there = |put: &Put| put.new.is_some();
        let trace = |put: &Put| Trace { key: put.key, sequence, there: there(put) };
        self.traces.extend(entry.puts.iter().map(trace));
    }
}

const fn fresh(why: String) -> Entry {
    Entry { why, reason: String::new(), seen: vec![], puts: vec![] }
}
