//! The roll of all records: which exist, which frame wrote each, and the bytes of those that have
//! not reached the index yet.
//!
//! # Why
//! sled can lose a record, or bring back an old one, without an error: one flipped bit is enough.
//! Reading all of it at every start to find out takes a second and 80 MB at 122,324 residents.
//! The roll (25 bytes a record, derived from the journal, kept in the file `daftar` and caught up
//! from there) says for every single read what must be found: a record that is missing, stale or
//! risen from the dead is noticed when it is read, and read from the journal instead. It also
//! answers "there is none" without a disk.
use std::{collections::BTreeMap, ops::Bound, sync::Arc};

use crate::store::{
    entry::{Bytes, Key},
    vault::Vault,
};

/// What the file begins with; the digit is the version of this layout.
const MAGIC: &[u8; 5] = b"LKTD1";

/// What the file is sealed for.
const CONTEXT: &[u8] = b"daftar";

/// Bytes of a line in the file: the key, then the sequence.
const LINE: usize = 25;

/// A record as it was last written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The frame that wrote it.
    pub sequence: u64,
    pub bytes: Arc<[u8]>,
}

/// What a frame made of a record: its bytes, or `None` where it was removed.
#[derive(Debug, Clone)]
pub struct Step {
    pub key: Key,
    pub sequence: u64,
    pub bytes: Option<Arc<[u8]>>,
}

/// That a frame wrote a record, or removed it.
#[derive(Debug, Clone, Copy)]
pub struct Trace {
    pub key: Key,
    pub sequence: u64,
    /// Whether there is a record since then.
    pub there: bool,
}

/// All records there are.
#[derive(Debug, Default)]
pub struct Roll {
    /// The last frame that is entered.
    pub sequence: u64,
    sequences: BTreeMap<Key, u64>,
    recent: BTreeMap<Key, Arc<[u8]>>,
    weight: usize,
    unfiled: usize,
}

impl Step {
    /// What the frame of that sequence made of a record.
    #[must_use]
    pub fn new(sequence: u64, key: Key, new: Option<Bytes>) -> Self {
        Self { key, sequence, bytes: new.map(|bytes| Arc::from(bytes.0)) }
    }
}

impl Roll {
    /// Enters what a frame made of a record, without its bytes.
    pub fn enter(&mut self, step: &Step) {
        self.note(&Trace { key: step.key, sequence: step.sequence, there: step.bytes.is_some() });
    }

    /// Enters that a frame wrote a record, or removed it.
    pub fn note(&mut self, trace: &Trace) {
        self.unfiled += 1;
        self.forget(trace.key);
        if trace.there {
            self.sequences.insert(trace.key, trace.sequence);
        } else {
            self.sequences.remove(&trace.key);
        }
    }

    /// Enters what a frame made of a record, and keeps its bytes until the index has them.
    pub fn keep(&mut self, step: Step) {
        self.enter(&step);
        if let Some(bytes) = step.bytes {
            self.weight += bytes.len() + 96;
            self.recent.insert(step.key, bytes);
        }
    }

    /// Keeps the bytes that a frame wrote, where no later one wrote the record.
    pub fn recollect(&mut self, step: Step) {
        if self.written_by(step.key) == Some(step.sequence) {
            self.keep(step);
        }
    }

    /// Lets go of the bytes that a frame wrote: the index has them.
    pub fn settle(&mut self, step: &Step) {
        if self.written_by(step.key) == Some(step.sequence) {
            self.forget(step.key);
        }
    }

    fn forget(&mut self, key: Key) {
        if let Some(bytes) = self.recent.remove(&key) {
            self.weight -= bytes.len() + 96;
        }
    }

    /// The sequence of the frame that wrote a record, if there is one.
    #[must_use]
    pub fn written_by(&self, key: Key) -> Option<u64> {
        self.sequences.get(&key).copied()
    }

    /// A record whose bytes are kept here.
    #[must_use]
    pub fn recent(&self, key: Key) -> Option<Written> {
        let bytes = Arc::clone(self.recent.get(&key)?);
        Some(Written { sequence: self.written_by(key)?, bytes })
    }

    /// The next records between two keys, at most so many, each with its sequence.
    #[must_use]
    pub fn page(&self, bounds: (Bound<Key>, Bound<Key>), most: usize) -> Vec<(Key, u64)> {
        let page = self.sequences.range(bounds).take(most);
        page.map(|(key, sequence)| (*key, *sequence)).collect()
    }

    /// Bytes of memory that the kept bytes take.
    #[must_use]
    pub const fn weight(&self) -> usize {
        self.weight
    }

    /// How many entries the file does not have yet.
    #[must_use]
    pub const fn unfiled(&self) -> usize {
        self.unfiled
    }

    /// Notes that the file has everything up to that many entries ago.
    pub const fn file(&mut self, since: usize) {
        self.unfiled = since;
    }

    /// The bytes of the file `daftar`.
    #[must_use]
    pub fn seal(&self, vault: &Vault) -> Vec<u8> {
        let mut plain = Vec::with_capacity(13 + LINE * self.sequences.len());
        plain.extend_from_slice(MAGIC);
        plain.extend_from_slice(&self.sequence.to_le_bytes());
        for (key, sequence) in &self.sequences {
            plain.extend_from_slice(key.bytes());
            plain.extend_from_slice(&sequence.to_le_bytes());
        }
        vault.seal(CONTEXT, &plain)
    }

    /// The roll in a file, if it is whole and of this version.
    #[must_use]
    pub fn open(vault: &Vault, sealed: &[u8]) -> Option<Self> {
        let plain = vault.open(CONTEXT, sealed)?;
        let (sequence, lines) = plain.strip_prefix(MAGIC)?.split_first_chunk()?;
        let (lines, rest) = lines.as_chunks::<LINE>();
        let line = |line: &[u8; LINE]| {
            let (key, sequence) = line.split_first_chunk::<17>()?;
            Some((Key::read(key)?, u64::from_le_bytes(*sequence.first_chunk()?)))
        };
        let sequences = lines.iter().map(line).collect::<Option<_>>()?;
        let sequence = u64::from_le_bytes(*sequence);
        rest.is_empty().then(|| Self { sequence, sequences, ..Self::default() })
    }
}
