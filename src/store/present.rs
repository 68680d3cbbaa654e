//! The present state of every record, as all threads see it.
//!
//! # Why
//! What was just saved lies in memory over the index until the index holds it too. Should the index
//! fail, the same memory takes everything from the journal: reading and saving go on, only more
//! memory is used, and the next opening rebuilds the index. Locks are always taken base first, overlay second.
use std::{
    fs,
    ops::Bound,
    path::{Path, PathBuf},
    sync::{
        PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use crate::{
    fault::Fault,
    store::{
        entry::Key,
        index::{BATCH, Index, Step, Trouble},
        overlay::{Overlay, Written},
        segment::Segments,
        vault::Vault,
        walk,
    },
};

/// Where records lie that the overlay does not hold.
#[derive(Debug)]
pub enum Base {
    Index(Index),
    /// Nowhere: the overlay holds everything.
    Memory,
    /// The index failed, and the journal cannot tell all from this sequence on.
    Lost(u64),
    /// The store was closed.
    Closed,
}

/// What is true now.
#[derive(Debug)]
pub struct Present {
    /// The folder of the index.
    folder: PathBuf,
    segments: Segments,
    vault: Vault,
    base: RwLock<Base>,
    overlay: RwLock<Overlay>,
    sequence: AtomicU64,
    degraded: AtomicBool,
}

impl Present {
    /// The state that a base, and what lies over it, make up.
    #[must_use]
    pub fn new(ground: (PathBuf, Segments, Vault), base: Base, overlay: Overlay) -> Self {
        let (folder, segments, vault) = ground;
        let degraded = !matches!(base, Base::Index(_));
        Self {
            folder,
            segments,
            vault,
            base: RwLock::new(base),
            overlay: RwLock::new(overlay),
            sequence: AtomicU64::default(),
            degraded: AtomicBool::new(degraded),
        }
    }

    fn base(&self) -> RwLockReadGuard<'_, Base> {
        self.base.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn base_mut(&self) -> RwLockWriteGuard<'_, Base> {
        self.base.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn overlay(&self) -> RwLockReadGuard<'_, Overlay> {
        self.overlay.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn overlay_mut(&self) -> RwLockWriteGuard<'_, Overlay> {
        self.overlay.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last committed sequence.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.sequence.load(Ordering::Acquire)
    }

    /// Whether the index cannot be relied on.
    #[must_use]
    pub fn degraded(&self) -> bool {
        self.degraded.load(Ordering::Acquire)
    }

    /// Stops relying on an index that does not keep up.
    pub fn degrade(&self) {
        self.degraded.store(true, Ordering::Release);
    }

    /// Bytes of memory that the overlay takes.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.overlay().weight()
    }

    /// The journal's segments and what opens them.
    #[must_use]
    pub const fn journal(&self) -> (&Segments, Vault) {
        (&self.segments, self.vault)
    }

    /// Lays a committed change over the index.
    pub fn commit(&self, steps: &[Step], sequence: u64) {
        let mut overlay = self.overlay_mut();
        for step in steps {
            overlay.put(step.key, step.written.clone());
        }
        drop(overlay);
        self.sequence.store(sequence, Ordering::Release);
    }

    /// A record, if there is one.
    pub fn find(&self, key: Key) -> Result<Option<Written>, Fault> {
        self.asked(|index, overlay| {
            if let Some(written) = overlay.get(key) {
                return Ok(written.bytes.is_some().then(|| written.clone()));
            }
            index.map_or(Ok(None), |index| index.get(key))
        })
    }

    /// The next records between two keys, at most so many.
    pub fn page(
        &self,
        (from, to): (Bound<Key>, Bound<Key>),
        most: usize,
    ) -> Result<Vec<(Key, Option<Written>)>, Fault> {
        self.asked(|index, overlay| {
            let over: Vec<_> = overlay.range((from, to)).take(most).collect();
            let under = index.map_or(Ok(vec![]), |index| index.page((from, to), most))?;
            Ok(merge(over, under, most))
        })
    }

    /// Asks the index and the overlay together; where the index fails, memory takes its place.
    fn asked<T>(
        &self,
        question: impl Fn(Option<&Index>, &Overlay) -> Result<T, Trouble>,
    ) -> Result<T, Fault> {
        let base = self.base();
        let index = match &*base {
            Base::Index(index) => Some(index),
            Base::Memory => None,
            Base::Lost(sequence) => return Err(Fault::Damaged { sequence: *sequence }),
            Base::Closed => return Err(Fault::Index("sudah ditutup".to_owned())),
        };
        if let Ok(answer) = question(index, &self.overlay()) {
            return Ok(answer);
        }
        drop(base);
        self.fall_back();
        match &*self.base() {
            Base::Memory => question(None, &self.overlay())
                .map_err(|_| Fault::Index("tidak menjawab".to_owned())),
            Base::Lost(sequence) => Err(Fault::Damaged { sequence: *sequence }),
            _ => Err(Fault::Index("tidak menjawab".to_owned())),
        }
    }

    /// Brings committed records into the index. Without a usable one they stay in memory.
    pub fn shelve(&self, steps: &[Step], upto: u64) {
        let base = self.base();
        let Base::Index(index) = &*base else { return };
        let (mut from, last) = (0, steps.len());
        let mut failed = false;
        while from < last && !failed {
            let to = last.min(from + BATCH);
            // Frames count as applied when the last of their records is.
            let whole = if to == last { upto } else { 0 };
            failed = index.apply(&steps[from..to], whole).is_err();
            if !failed {
                let mut overlay = self.overlay_mut();
                for step in &steps[from..to] {
                    overlay.settle(step.key, step.written.sequence);
                }
            }
            from = to;
        }
        drop(base);
        if failed {
            self.fall_back();
        }
    }

    /// Makes what was shelved durable.
    pub fn flush(&self) {
        let base = self.base();
        let Base::Index(index) = &*base else { return };
        if index.flush().is_err() {
            drop(base);
            self.fall_back();
        }
    }

    /// Closes the index and opens it again: only so does it give back the memory of a large import.
    pub fn refresh(&self) {
        let mut base = self.base_mut();
        if !matches!(*base, Base::Index(_)) {
            return;
        }
        *base = Base::Memory;
        match Index::open(&self.folder, self.vault) {
            Ok((index, _)) => *base = Base::Index(index),
            Err(_) => self.recall(&mut base),
        }
    }

    /// Gives the index up and takes everything from the journal into memory.
    fn fall_back(&self) {
        let mut base = self.base_mut();
        if matches!(*base, Base::Index(_)) {
            self.recall(&mut base);
        }
    }

    fn recall(&self, base: &mut Base) {
        self.degrade();
        // Should this fail, the next opening still finds out by itself.
        let _ = fs::write(suspicion(&self.folder), []);
        let mut overlay = self.overlay_mut();
        let loaded = walk::replay(self.journal(), (0, self.sequence()), &mut |header, entry| {
            for put in entry.puts {
                let written = Written::from_put(header.sequence, put.new);
                if overlay.get(put.key).is_none_or(|lies| lies.sequence < written.sequence) {
                    overlay.put(put.key, written);
                }
            }
            Ok(())
        });
        *base = match loaded {
            Ok(()) => Base::Memory,
            Err(Fault::Damaged { sequence }) => Base::Lost(sequence),
            Err(_) => Base::Lost(0),
        };
    }

    /// Lets go of the index; whoever still reads is told so.
    pub fn close(&self) {
        *self.base_mut() = Base::Closed;
    }
}

/// The file that says that the index beside it must not be believed.
#[must_use]
pub fn suspicion(index: &Path) -> PathBuf {
    index.with_extension("curiga")
}

/// Two pages of records in one, what lies over hiding what lies under.
///
/// A page that is full says nothing about keys behind its last, so the answer ends there. A removed
/// record stays in it, as `None`, so that an answer without records is not taken for the end.
fn merge(
    over: Vec<(Key, &Written)>,
    under: Vec<(Key, Written)>,
    most: usize,
) -> Vec<(Key, Option<Written>)> {
    let end = |full: bool, last: Option<Key>| last.filter(|_| full);
    let bounds = [
        end(over.len() >= most, over.last().map(|(key, _)| *key)),
        end(under.len() >= most, under.last().map(|(key, _)| *key)),
    ];
    let bound = bounds.into_iter().flatten().min();
    let mut all: std::collections::BTreeMap<_, _> =
        under.into_iter().map(|(key, written)| (key, Some(written))).collect();
    for (key, written) in over {
        all.insert(key, written.bytes.is_some().then(|| written.clone()));
    }
    all.into_iter().filter(|(key, _)| bound.is_none_or(|bound| *key <= bound)).collect()
}
