//! What the officer who sits here changed since coming in, so that it can be taken back.
//!
//! # Why
//! Only where the records stand is remembered; what they were is read from the journal. When a
//! change is taken back, its records stand in the new frame as they did before, so the change
//! before it is told to look for them there: undoing goes back step by step.
use crate::{
    desk::queues::Queues,
    domain::id::Id,
    store::{entry::Key, record::Table},
};

/// The most changes that are remembered.
const MOST: usize = 50;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub why: &'static str,
    /// Its frame in the journal.
    pub sequence: u64,
    /// Its records, each with the frame that must still be the last one to have written it.
    pub records: Vec<(Key, u64)>,
}

/// What was done in a sitting.
#[derive(Debug, Default)]
pub struct Session {
    /// All changes, the newest last.
    done: Vec<Done>,
    /// The change of which it was told that it is about to be cancelled.
    pub warned: Option<u64>,
    /// Whether the keys were changed and the journal could not take it down.
    pub unnoted: bool,
    /// The printers that were heard of.
    pub queues: Queues,
}

impl Session {
    /// Remembers a change.
    pub fn add(
        &mut self,
        why: &'static str,
        sequence: u64,
        records: impl Iterator<Item = (Table, Id)>,
    ) {
        let records = records.map(|(table, id)| (Key::new(table as u8, id), sequence));
        self.done.push(Done { why, sequence, records: records.collect() });
        if self.done.len() > MOST {
            self.done.remove(0);
        }
    }

    /// The last change.
    #[must_use]
    pub fn last(&self) -> Option<&Done> {
        self.done.last()
    }

    /// The last change was taken back by that frame. Each of these records was written by a frame
    /// before it, and stands now as it stood there.
    pub fn undone(&mut self, by: u64, before: &[(Key, u64)]) {
        self.done.pop();
        for (key, stands) in self.done.iter_mut().flat_map(|done| &mut done.records) {
            if before.contains(&(*key, *stands)) {
                *stands = by;
            }
        }
    }
}
