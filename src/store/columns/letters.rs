//! Letters in memory: their numbers, so that none is given twice.
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use serde::{Deserialize, Serialize};

use crate::domain::{id::Id, letter::Letter};

/// The issued letters.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Letters {
    ids: Vec<Id>,
    numbers: HashMap<String, Id>,
    series: HashMap<u16, u32>,
    /// Those that this officer must not see.
    hidden: HashSet<Id>,
}

/// How a part lies in a number, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lies {
    /// It is all of it.
    Whole,
    First,
    Inside,
}

/// How a part lies in a number, if it does; what is empty lies in none.
fn lies(part: &str, number: &str) -> Option<Lies> {
    let (part, number) = (part.as_bytes(), number.as_bytes());
    let here = |bytes: &[u8]| bytes.eq_ignore_ascii_case(part);
    match number.windows(part.len().max(1)).position(here)? {
        0 if number.len() == part.len() => Some(Lies::Whole),
        0 => Some(Lies::First),
        _ => Some(Lies::Inside),
    }
}

impl Letters {
    /// Takes in a letter, new or changed.
    pub fn put(&mut self, letter: &Letter) {
        let new = self.numbers.insert(letter.number.to_string(), letter.id).is_none();
        if self.hidden.remove(&letter.id) || new {
            self.ids.push(letter.id);
        }
        let last = self.series.entry(letter.year).or_default();
        *last = (*last).max(letter.serial);
    }

    /// Takes in the number of a letter that this officer must not see.
    pub fn hide(&mut self, id: Id, number: &str, (year, serial): (u16, u32)) {
        self.ids.retain(|known| *known != id);
        self.numbers.insert(number.to_owned(), id);
        self.hidden.insert(id);
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

    /// So many of the letters that this officer may see and whose numbers have that part, in
    /// capitals or not: those of just that number first, then those that begin so, then the newest.
    #[must_use]
    pub fn spelled(&self, part: &str, most: usize) -> Vec<(Id, Lies)> {
        let part = part.trim();
        let lies = |(number, id): (&String, &Id)| {
            (!self.hidden.contains(id)).then_some((lies(part, number)?, Reverse(*id)))
        };
        let mut found: Vec<_> = self.numbers.iter().filter_map(lies).collect();
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.sort_unstable();
        found.into_iter().map(|(lies, Reverse(id))| (id, lies)).collect()
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
