//! Changes that happen together or not at all.
use std::collections::BTreeMap;

use crate::{
    domain::{id::Id, moment::Moment},
    fault::Fault,
    store::{codec, entry::Key, record::Record},
};

/// Who makes a change, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    pub at: Moment,
    /// The clerk.
    pub by: Id,
}

/// What one use case wants to be true from now on. The last word on a record counts.
#[derive(Debug)]
pub struct Change {
    why: &'static str,
    puts: BTreeMap<Key, Option<Vec<u8>>>,
}

impl Change {
    /// A change that changes nothing yet; `why` is the use case's name, kept in the journal.
    #[must_use]
    pub const fn new(why: &'static str) -> Self {
        Self { why, puts: BTreeMap::new() }
    }

    /// Adds or replaces a record.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<(), Fault> {
        self.puts.insert(Key::of::<R>(record.id()), Some(codec::encode(record)?));
        Ok(())
    }

    /// Removes a record.
    pub fn remove<R: Record>(&mut self, id: Id) {
        self.puts.insert(Key::of::<R>(id), None);
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty()
    }

    /// How many records it changes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.puts.len()
    }

    /// The use case, and the new bytes of each record in the order of their keys.
    #[must_use]
    pub fn into_parts(self) -> (&'static str, BTreeMap<Key, Option<Vec<u8>>>) {
        (self.why, self.puts)
    }
}
