//! Letters in memory: their numbers, so that none is given twice.
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::{id::Id, letter::Letter};

/// The issued letters.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Letters {
    ids: Vec<Id>,
    numbers: HashMap<String, Id>,
    series: HashMap<u16, u32>,
}

impl Letters {
    /// Takes in a letter, new or changed.
    pub fn put(&mut self, letter: &Letter) {
        if self.numbers.insert(letter.number.to_string(), letter.id).is_none() {
            self.ids.push(letter.id);
        }
        let last = self.series.entry(letter.year).or_default();
        *last = (*last).max(letter.serial);
    }

    /// Takes in the number of a letter that this officer must not see.
    pub fn hide(&mut self, id: Id, number: &str, (year, serial): (u16, u32)) {
        self.ids.retain(|known| *known != id);
        self.numbers.insert(number.to_owned(), id);
        let last = self.series.entry(year).or_default();
        *last = (*last).max(serial);
    }

    /// The serial that comes next; one series a year over all kinds.
    #[must_use]
    pub fn next(&self, year: u16) -> u32 {
        self.series.get(&year).copied().unwrap_or_default() + 1
    }

    /// The letter with that number, as it stands on the paper.
    #[must_use]
    pub fn with_number(&self, number: &str) -> Option<Id> {
        self.numbers.get(number.trim()).copied()
    }

    /// The letter with that number, in capitals or not.
    #[must_use]
    pub fn spelled(&self, number: &str) -> Option<Id> {
        let same = |known: &&String| known.eq_ignore_ascii_case(number.trim());
        let other = || self.numbers.get(self.numbers.keys().find(same)?).copied();
        self.with_number(number).or_else(other)
    }

    /// Every letter, in the order of issue.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.ids.iter().copied()
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.ids.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}
