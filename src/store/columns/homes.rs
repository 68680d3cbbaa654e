//! Who lives under which roof.
//!
//! # Why
//! It is asked for one person at a time and changes with every save, so a resident is noted under
//! the sign of the home in a sorted list with an unsorted tail, twenty bytes each, and nothing is
//! looked for when somebody moves: what stands under the old home stays there. So what is found is
//! a guess, and whoever asks reads the residents and their addresses. Where the sign of a home is
//! made otherwise, the shape of the columns is raised.
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::domain::{home::Home, id::Id, resident::Resident};

/// The signs of homes and the residents who live there, or lived there once.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Homes {
    sorted: Vec<(u32, Id)>,
    tail: Vec<(u32, Id)>,
    /// Residents of whom nothing may stand here any more.
    gone: HashSet<Id>,
}

/// Entries that may wait unsorted, whatever the size of the list.
const WAITING: usize = 1_024;

impl Homes {
    /// Takes in a resident, new or changed.
    pub fn put(&mut self, who: &Resident) {
        self.gone.remove(&who.id);
        let Some(home) = Home::of(&who.domicile) else { return };
        let entry = (home.sign(), who.id);
        if self.sorted.binary_search(&entry).is_ok() {
            return;
        }
        self.tail.push(entry);
        if self.tail.len() > WAITING + self.sorted.len() / 16 {
            self.tidy();
        }
    }

    /// Forgets a resident, at the latest when the columns are kept.
    pub fn forget(&mut self, id: Id) {
        self.gone.insert(id);
    }

    /// The residents who may live in that home.
    #[must_use]
    pub fn at(&self, home: &Home) -> Vec<Id> {
        let sign = home.sign();
        let first = self.sorted.partition_point(|(known, _)| *known < sign);
        let sorted = self.sorted.iter().skip(first).take_while(|(known, _)| *known == sign);
        let late = self.tail.iter().filter(|(known, _)| *known == sign);
        let ids = sorted.chain(late).map(|(_, id)| *id);
        let mut ids: Vec<Id> = ids.filter(|id| !self.gone.contains(id)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Sorts what waits, and drops what was forgotten.
    pub fn tidy(&mut self) {
        self.sorted.append(&mut self.tail);
        if !self.gone.is_empty() {
            let gone = std::mem::take(&mut self.gone);
            self.sorted.retain(|(_, id)| !gone.contains(id));
        }
        self.sorted.sort();
        self.sorted.dedup();
    }
}
