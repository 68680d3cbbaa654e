//! The store: its one write door, and how it is opened.
use std::{path::Path, sync::Arc};

use crate::{
    fault::Fault,
    store::{lock::Lock, overlay::Written, present::Present, sync},
};

pub use crate::store::{
    change::{Change, Stamp},
    reader::Reader,
};

/// What opening is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Reads the end of the journal.
    Journal,
    /// Opens and checks the index.
    Index,
    /// Makes the index anew from the journal: frames done, of how many.
    Rebuild { done: u64, of: u64 },
}

/// What opening found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Opened {
    /// The last sequence that is true.
    pub sequence: u64,
    /// Whether a change was cut off while it was written; it was never told to be saved.
    pub torn: bool,
    /// Whether the index was made anew.
    pub rebuilt: bool,
    /// The first sequence that is damaged. Everything can be read, nothing be saved.
    pub read_only: Option<u64>,
    /// Whether the index cannot be used and everything is answered from memory.
    pub degraded: bool,
}

/// Writes. There is one, and whoever holds it is the only writer.
#[derive(Debug)]
pub struct Store {
    reader: Reader,
    present: Arc<Present>,
    _lock: Lock,
}

impl Store {
    /// Opens the store in a folder; an empty or missing one becomes an empty store.
    pub fn open(folder: &Path, told: &mut dyn FnMut(Opening)) -> Result<(Self, Opened), Fault> {
        sync::make_folder(folder).map_err(|why| Fault::Device { name: "folder data", why })?;
        let lock = Lock::take(folder)?;
        told(Opening::Journal);
        let present = Arc::new(Present::default());
        let reader = Reader::new(Arc::clone(&present));
        Ok((Self { reader, present, _lock: lock }, Opened::default()))
    }

    /// Reads what this store keeps.
    #[must_use]
    pub const fn read(&self) -> &Reader {
        &self.reader
    }

    /// Returns the change's sequence once it is on the disk.
    pub fn commit(&mut self, change: Change, _stamp: Stamp) -> Result<u64, Fault> {
        let sequence = self.present.sequence() + 1;
        let (_, puts) = change.into_parts();
        let mut overlay = self.present.overlay_mut();
        for (key, new) in puts {
            overlay.put(key, Written { sequence, bytes: new.map(Arc::from) });
        }
        drop(overlay);
        self.present.advance(sequence);
        Ok(sequence)
    }
}
