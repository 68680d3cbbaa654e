//! What was saved and has not reached the index yet.
use std::{collections::BTreeMap, ops::Bound, sync::Arc};

use crate::store::entry::{Bytes, Key};

/// A record as it was last written: the frame that wrote it and its bytes, `None` once removed.
#[derive(Debug, Clone)]
pub struct Written {
    pub sequence: u64,
    pub bytes: Option<Arc<[u8]>>,
}

impl Written {
    /// A record as a frame of the journal wrote it.
    #[must_use]
    pub fn from_put(sequence: u64, new: Option<Bytes>) -> Self {
        Self { sequence, bytes: new.map(|bytes| Arc::from(bytes.0)) }
    }
}

/// The records that must be answered from memory. Without a usable index these are all there are.
#[derive(Debug, Default)]
pub struct Overlay {
    records: BTreeMap<Key, Written>,
    bytes: usize,
}

impl Overlay {
    /// Lays a record over the index.
    pub fn put(&mut self, key: Key, written: Written) {
        self.bytes += weight(&written);
        if let Some(replaced) = self.records.insert(key, written) {
            self.bytes -= weight(&replaced);
        }
    }

    /// Takes a record away, unless it was written again after that sequence.
    pub fn settle(&mut self, key: Key, sequence: u64) {
        if self.records.get(&key).is_some_and(|written| written.sequence <= sequence)
            && let Some(settled) = self.records.remove(&key)
        {
            self.bytes -= weight(&settled);
        }
    }

    /// The record as it lies here, if it does.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&Written> {
        self.records.get(&key)
    }

    /// The records between two keys, in their order.
    pub fn range(
        &self,
        bounds: (Bound<Key>, Bound<Key>),
    ) -> impl Iterator<Item = (Key, &Written)> + use<'_> {
        self.records.range(bounds).map(|(key, written)| (*key, written))
    }

    /// How many bytes of memory it takes, roughly.
    #[must_use]
    pub const fn weight(&self) -> usize {
        self.bytes
    }
}

fn weight(written: &Written) -> usize {
    written.bytes.as_ref().map_or(0, |bytes| bytes.len()) + 96
}
