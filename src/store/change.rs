//! Changes that happen together or not at all.
use std::collections::BTreeMap;

use crate::{
    domain::id::Id,
    fault::Fault,
    store::{
        codec,
        cover::{self, Stub},
        entry::{Bytes, Entry, Key, Put},
        record::Record,
        roll::Written,
        vault::Vault,
    },
};

/// Bytes of records that a frame of a large change holds, about.
pub const FRAME: usize = 512 << 10;

/// What one use case wants to be true from now on. The last word on a record counts.
#[derive(Debug)]
pub struct Change {
    why: &'static str,
    reason: String,
    seen: Vec<Key>,
    puts: BTreeMap<Key, Option<Vec<u8>>>,
}

impl Change {
    /// A change that changes nothing yet; `why` is the use case's name, kept in the journal.
    #[must_use]
    pub const fn new(why: &'static str) -> Self {
        Self { why, reason: String::new(), seen: Vec::new(), puts: BTreeMap::new() }
    }

    /// Notes that a record was looked at, and why.
    pub fn saw(&mut self, key: Key, reason: &str) {
        self.because(reason);
        self.seen.push(key);
    }

    /// Says why the change is made.
    pub fn because(&mut self, reason: &str) {
        reason.clone_into(&mut self.reason);
    }

    /// Adds or replaces a record.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<(), Fault> {
        self.puts.insert(Key::of::<R>(record.id()), Some(codec::encode(record)?));
        Ok(())
    }

    /// Covers a record that this change puts.
    pub fn cover(&mut self, key: Key, stub: Stub, vault: &Vault) -> Result<(), Fault> {
        if let Some(Some(bytes)) = self.puts.get_mut(&key) {
            *bytes = cover::covered(vault, key, stub, bytes)?;
        }
        Ok(())
    }

    /// Removes a record.
    pub fn remove<R: Record>(&mut self, id: Id) {
        self.puts.insert(Key::of::<R>(id), None);
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.seen.is_empty()
    }

    /// What it wants to become of each record: its bytes, or `None` where it is to be removed.
    pub fn puts(self) -> impl Iterator<Item = (Key, Option<Vec<u8>>)> {
        self.puts.into_iter()
    }

    /// How many records it changes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.puts.len()
    }

    /// What becomes of each record, given what there was, and the entries that say so in the
    /// journal: one, unless the change is large.
    pub fn plan(
        self,
        mut was: impl FnMut(Key) -> Result<Option<Written>, Fault>,
    ) -> Result<Vec<Entry>, Fault> {
        let fresh = || Entry {
            why: self.why.to_owned(),
            reason: self.reason.clone(),
            seen: vec![],
            puts: vec![],
        };
        let (mut entries, mut weight) = (vec![], 0);
        let mut entry = Entry { seen: self.seen, ..fresh() };
        for (key, new) in self.puts {
            let old = was(key)?;
            if old.is_none() && new.is_none() {
                continue;
            }
            let before = old.as_ref().map_or(0, |old| old.sequence);
            let old = old.map(|old| Bytes(old.bytes.to_vec()));
            let size = |bytes: Option<&Bytes>| bytes.map_or(0, |bytes| bytes.0.len());
            let new = new.map(Bytes);
            weight += 64 + size(old.as_ref()) + size(new.as_ref());
            if weight > FRAME && !entry.puts.is_empty() {
                weight = 0;
                entries.push(std::mem::replace(&mut entry, fresh()));
            }
            entry.puts.push(Put { key, before, old, new });
        }
        if !entry.puts.is_empty() || !entry.seen.is_empty() {
            entries.push(entry);
        }
        Ok(entries)
    }
}
