//! Letters in memory: their numbers, so that none is given twice.
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
};

use serde::{Deserialize, Serialize};

use crate::domain::{id::Id, letter::Letter, serial::Serial, stub::StubCode};

/// The issued letters.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Letters {
    ids: Vec<Id>,
    numbers: HashMap<String, Id>,
    /// Every number of every series and year.
    series: BTreeMap<(String, u16), BTreeMap<u32, Id>>,
    /// Those of each request.
    along: HashMap<Id, Vec<Id>>,
    stubs: HashMap<StubCode, Id>,
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
        let known = self.enter(letter.id, &letter.serial, letter.number.as_str());
        if self.hidden.remove(&letter.id) || !known {
            self.ids.push(letter.id);
        }
        if let Some(request) = letter.request {
            let along = self.along.entry(request).or_default();
            if !along.contains(&letter.id) {
                along.push(letter.id);
            }
        }
        self.stubs.extend(letter.stub.map(|stub| (stub, letter.id)));
    }

    /// Takes in the number of a letter that this officer must not see.
    pub fn hide(&mut self, id: Id, number: &str, serial: &Serial) {
        self.enter(id, serial, number);
        self.ids.retain(|known| *known != id);
        self.along.values_mut().for_each(|along| along.retain(|known| *known != id));
        self.stubs.retain(|_, known| *known != id);
        self.hidden.insert(id);
    }

    /// Notes a number; says whether there was a letter in its place already.
    fn enter(&mut self, id: Id, serial: &Serial, number: &str) -> bool {
        let series = self.series.entry((serial.series.clone(), serial.year)).or_default();
        let known = series.insert(serial.number, id).is_some();
        if known && !self.numbers.contains_key(number) {
            // What was held for handwriting has the number that was written.
            self.numbers.retain(|_, known| *known != id);
        }
        self.numbers.insert(number.to_owned(), id);
        known
    }

    /// The highest number of a series in a year; 0 before the first.
    #[must_use]
    pub fn last(&self, series: &str, year: u16) -> u32 {
        let series = self.series.get(&(series.to_owned(), year));
        series.and_then(|series| series.keys().next_back()).copied().unwrap_or_default()
    }

    /// The letter of a place in a series.
    #[must_use]
    pub fn at(&self, serial: &Serial) -> Option<Id> {
        self.series.get(&(serial.series.clone(), serial.year))?.get(&serial.number).copied()
    }

    /// Every series with its year, in order.
    pub fn series(&self) -> impl Iterator<Item = (&str, u16)> {
        self.series.keys().map(|(series, year)| (series.as_str(), *year))
    }

    /// The numbers of a series in a year, in order, and whose they are.
    #[must_use]
    pub fn numbered(&self, series: &str, year: u16) -> impl DoubleEndedIterator<Item = (u32, Id)> {
        let series = self.series.get(&(series.to_owned(), year));
        series.into_iter().flatten().map(|(number, id)| (*number, *id))
    }

    /// The number of each letter, as it stands on the paper.
    #[must_use]
    pub fn names(&self) -> HashMap<Id, &str> {
        self.numbers.iter().map(|(number, id)| (*id, number.as_str())).collect()
    }

    /// Whether the officer who sits here must not see a letter.
    #[must_use]
    pub fn is_hidden(&self, id: Id) -> bool {
        self.hidden.contains(&id)
    }

    /// The letters that were written for a request, the oldest first.
    #[must_use]
    pub fn along(&self, request: Id) -> &[Id] {
        self.along.get(&request).map(Vec::as_slice).unwrap_or_default()
    }

    /// The letter whose stub has that code.
    #[must_use]
    pub fn with_stub(&self, stub: StubCode) -> Option<Id> {
        self.stubs.get(&stub).copied()
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
