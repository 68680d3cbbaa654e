//! What the journal says that every record is now, in little room.
//!
//! # Why
//! A hash of sixteen bytes stands for the record's own bytes: so the journal is read once from its
//! begin to its end, the index once beside it, and a whole city takes some megabytes, not a hundred.
use std::collections::{BTreeMap, HashMap};

use crate::store::{
    cipher,
    entry::{Key, Put},
};

/// The last word on a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The frame that said it.
    pub sequence: u64,
    /// What the record's bytes are known by; `None` where it was removed.
    pub print: Option<[u8; 16]>,
}

/// The last word on every record.
#[derive(Debug, Default)]
pub struct Ledger {
    lines: HashMap<Key, Line>,
    /// What a change says that is not whole yet.
    waiting: Vec<(Key, Line)>,
}

/// What the bytes of a record are known by.
#[must_use]
pub fn print(bytes: &[u8]) -> [u8; 16] {
    let digest = cipher::digest(&[bytes]);
    let (print, _) = digest.split_first_chunk().unwrap_or((&[0; 16], &[]));
    *print
}

impl Ledger {
    /// Notes what a frame says; it counts with the last frame of its change.
    pub fn note(&mut self, sequence: u64, puts: &[Put]) {
        let line = |put: &Put| {
            let print = put.new.as_ref().map(|new| print(&new.0));
            (put.key, Line { sequence, print })
        };
        self.waiting.extend(puts.iter().map(line));
    }

    /// The change is whole: what its frames say counts.
    pub fn settle(&mut self) {
        self.lines.extend(self.waiting.drain(..));
    }

    /// The change was never finished.
    pub fn forget(&mut self) {
        self.waiting.clear();
    }

    /// The last word on a record, which is not asked for again.
    pub fn take(&mut self, key: Key) -> Option<Line> {
        self.lines.remove(&key)
    }

    /// The frame that wrote a record, if there is one.
    #[must_use]
    pub fn written_by(&self, key: Key) -> Option<u64> {
        self.lines.get(&key).filter(|line| line.print.is_some()).map(|line| line.sequence)
    }

    /// Every record that was not asked for, in order.
    #[must_use]
    pub fn rest(self) -> BTreeMap<Key, Line> {
        self.lines.into_iter().filter(|(_, line)| line.print.is_some()).collect()
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.values().filter(|line| line.print.is_some()).count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many records each table has, by its number.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<u8, u64> {
        let mut counts = BTreeMap::new();
        for (key, _) in self.lines.iter().filter(|(_, line)| line.print.is_some()) {
            *counts.entry(key.bytes()[0]).or_insert(0) += 1;
        }
        counts
    }
}
