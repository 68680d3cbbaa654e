//! What a large change wrote and the index does not hold yet: where it stands in the journal.
//!
//! # Why
//! The records of an import may be more than memory holds. The journal has them, sealed and in
//! order, so until the storage thread has brought them into the index they are read from there. A
//! frame holds about a thousand; the one that was read last is kept, since who reads one record
//! mostly reads its neighbours too.
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::{
    fault::Fault,
    store::{entry::Key, roll::Written, segment::Segments, vault::Vault, walk},
};

/// The frames that wait.
#[derive(Debug, Default)]
pub struct Backlog {
    waiting: Mutex<Option<Waiting>>,
    /// Whether a large change is being written just now.
    underway: AtomicBool,
}

/// The records of one frame.
type Page = HashMap<Key, Arc<[u8]>>;

#[derive(Debug)]
struct Waiting {
    /// The last frame that waits no more.
    after: u64,
    upto: u64,
    /// The records of the frame that was read last.
    page: Option<(u64, Page)>,
}

impl Backlog {
    fn waiting(&self) -> MutexGuard<'_, Option<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a large change is being written: its frames stand behind the last that counts.
    #[must_use]
    pub fn is_underway(&self) -> bool {
        self.underway.load(Ordering::Acquire)
    }

    /// Says whether a large change is being written.
    pub fn set_underway(&self, underway: bool) {
        self.underway.store(underway, Ordering::Release);
    }

    /// From now on the frames behind one sequence wait, up to another.
    pub fn begin(&self, after: u64, upto: u64) {
        *self.waiting() = Some(Waiting { after, upto, page: None });
    }

    /// The last frame that waits no more, and the last that waits.
    #[must_use]
    pub fn range(&self) -> Option<(u64, u64)> {
        self.waiting().as_ref().map(|waiting| (waiting.after, waiting.upto))
    }

    /// Whether the frame of that sequence waits.
    #[must_use]
    pub fn holds(&self, sequence: u64) -> bool {
        let range = self.range();
        range.is_some_and(|(after, upto)| after < sequence && sequence <= upto)
    }

    /// The frames up to that one wait no more.
    pub fn reached(&self, sequence: u64) {
        if let Some(waiting) = &mut *self.waiting() {
            waiting.after = waiting.after.max(sequence);
        }
    }

    /// Nothing waits any more.
    pub fn end(&self) {
        *self.waiting() = None;
    }

    /// A record that the frame of that sequence wrote.
    pub fn read(
        &self,
        journal: (&Segments, &Vault),
        key: Key,
        sequence: u64,
    ) -> Result<Option<Written>, Fault> {
        let kept = |waiting: &Waiting| {
            let (_, page) = waiting.page.as_ref().filter(|(kept, _)| *kept == sequence)?;
            page.get(&key).cloned()
        };
        if let Some(bytes) = self.waiting().as_ref().and_then(kept) {
            return Ok(Some(Written { sequence, bytes }));
        }
        let mut page = Page::new();
        walk::replay(journal, (sequence.saturating_sub(1), sequence), &mut |_, entry| {
            let held = entry.puts.into_iter();
            page.extend(held.filter_map(|put| Some((put.key, Arc::<[u8]>::from(put.new?.0)))));
            Ok(())
        })?;
        let bytes = page.get(&key).cloned().ok_or(Fault::Damaged { sequence })?;
        if let Some(waiting) = &mut *self.waiting() {
            waiting.page = Some((sequence, page));
        }
        Ok(Some(Written { sequence, bytes }))
    }
}
