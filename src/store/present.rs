//! The present state of every record, as all threads see it.
use std::{
    ops::Bound,
    sync::{
        PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use crate::store::{
    entry::Key,
    overlay::{Overlay, Written},
};

/// What is true now.
#[derive(Debug, Default)]
pub struct Present {
    overlay: RwLock<Overlay>,
    sequence: AtomicU64,
    degraded: AtomicBool,
}

impl Present {
    /// The records laid over the index.
    pub fn overlay(&self) -> RwLockReadGuard<'_, Overlay> {
        self.overlay.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, to change them.
    pub fn overlay_mut(&self) -> RwLockWriteGuard<'_, Overlay> {
        self.overlay.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last committed sequence.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.sequence.load(Ordering::Acquire)
    }

    /// Counts a commit.
    pub fn advance(&self, sequence: u64) {
        self.sequence.store(sequence, Ordering::Release);
    }

    /// Whether the index cannot be relied on.
    #[must_use]
    pub fn degraded(&self) -> bool {
        self.degraded.load(Ordering::Acquire)
    }

    /// A record, if there is one.
    #[must_use]
    pub fn find(&self, key: Key) -> Option<Written> {
        self.overlay().get(key).cloned().filter(|written| written.bytes.is_some())
    }

    /// The next records after a key, at most `limit` of them.
    #[must_use]
    pub fn page(&self, from: Bound<Key>, to: Bound<Key>, limit: usize) -> Vec<(Key, Written)> {
        self.overlay()
            .range(from, to)
            .filter(|(_, written)| written.bytes.is_some())
            .take(limit)
            .map(|(key, written)| (key, written.clone()))
            .collect()
    }
}
