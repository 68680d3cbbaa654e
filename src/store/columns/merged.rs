//! Which records live on under another id, since two of them turned out to be one person.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{id::Id, resident::Resident};

/// The ids of records that were merged, each with the record it became.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Merged(BTreeMap<Id, Id>);

impl Merged {
    /// Takes in a resident, new or changed.
    pub fn put(&mut self, who: &Resident) {
        self.forget(who.id);
        self.0.extend(who.was.iter().map(|old| (*old, who.id)));
    }

    /// Forgets what became of a record.
    pub fn forget(&mut self, id: Id) {
        if !self.0.is_empty() {
            self.0.retain(|_, now| *now != id);
        }
    }

    /// Under which id a record is kept now: its own, where it was never merged.
    #[must_use]
    pub fn now(&self, id: Id) -> Id {
        self.0.get(&id).copied().unwrap_or(id)
    }
}
