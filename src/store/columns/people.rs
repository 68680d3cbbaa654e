//! Residents in memory: who they are, and the text in which they are found.
//!
//! # Why
//! A search runs at every keystroke, and one letter is in nearly every line. So the text is
//! searched in blocks, the newest lines first, and no further than until the list that is wanted is
//! full of finds that no older line can beat.
use std::{cmp::Reverse, collections::HashMap};

use memchr::memmem;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{id::Id, kk::Kk, nik::Nik, resident::Resident, text::folded},
    store::columns::families::Families,
};

/// The residents. A slot belongs to one resident for good; its text moves to the end when it
/// changes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct People {
    ids: Vec<Id>,
    niks: Vec<u64>,
    kks: Vec<u64>,
    /// Where the text of each slot begins.
    texts: Vec<u32>,
    /// One line a resident: name and alias, a tab, NIK and telephone.
    text: String,
    /// Where each line begins, and whose it is; lines that were replaced stay until the next save.
    lines: Vec<(u32, u32)>,
    /// The prints of the NIK of restricted residents, whom this officer must not see.
    hidden: HashMap<u64, Id>,
    #[serde(skip)]
    by_id: HashMap<Id, u32>,
    #[serde(skip)]
    by_nik: HashMap<u64, u32>,
    #[serde(skip)]
    by_kk: Families,
}

/// Whose slot it is that nobody has any more.
const NOBODY: Id = Id::of_bytes([0; 16]);

/// How good a find is; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Number,
    WholeName,
    NameStart,
    WordStart,
    Inside,
}

/// What is searched for.
struct Wanted<'a> {
    query: &'a str,
    /// The longest word, by which lines are found, and the others.
    rarest: &'a str,
    finder: memmem::Finder<'a>,
    rest: Vec<memmem::Finder<'a>>,
    /// How good the finds must be for the older lines to be left alone.
    enough: Fit,
}

/// Characters of the marks of someone without a name that can be searched for.
const MARKS: usize = 80;

/// Lines that are searched between two looks at whether enough was found.
const BLOCK: usize = 4_096;

impl People {
    /// How many residents this officer must not see; those without a NIK are not among them.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.hidden.len()
    }

    /// Takes in a resident, new or changed.
    pub fn put(&mut self, resident: &Resident) {
        if !self.hidden.is_empty() {
            self.hidden.retain(|_, hidden| *hidden != resident.id);
        }
        let slot = self.by_id.get(&resident.id).copied().unwrap_or_else(|| self.add(resident.id));
        let at = slot as usize;
        let nik = resident.nik().map_or(0, Nik::number);
        let kk = resident.family.kk.map_or(0, Kk::number);
        if let (Some(old_nik), Some(old_kk)) = (self.niks.get_mut(at), self.kks.get_mut(at)) {
            if *old_nik != 0 && *old_nik != nik {
                self.by_nik.remove(old_nik);
            }
            self.by_kk.moved(slot, *old_kk, kk);
            (*old_nik, *old_kk) = (nik, kk);
        }
        if nik != 0 {
            self.by_nik.insert(nik, slot);
        }
        self.write(slot, &line(resident));
    }

    /// Takes in a restricted resident: nothing but the print of the NIK, if there is one.
    pub fn hide(&mut self, id: Id, print: Option<u64>) {
        self.forget(id);
        self.hidden.extend(print.map(|print| (print, id)));
    }

    /// Whose NIK has that print, if it is a restricted resident's.
    #[must_use]
    pub fn with_print(&self, print: u64) -> Option<Id> {
        self.hidden.get(&print).copied()
    }

    /// Forgets what is known of a resident; the slot stays, and is nobody's.
    pub fn forget(&mut self, id: Id) {
        self.hidden.retain(|_, hidden| *hidden != id);
        let Some(slot) = self.by_id.remove(&id) else { return };
        let at = slot as usize;
        if let (Some(known), Some(nik), Some(kk), Some(text)) = (
            self.ids.get_mut(at),
            self.niks.get_mut(at),
            self.kks.get_mut(at),
            self.texts.get_mut(at),
        ) {
            self.by_nik.remove(nik);
            self.by_kk.moved(slot, *kk, 0);
            (*known, *nik, *kk, *text) = (NOBODY, 0, 0, u32::MAX);
        }
    }

    fn add(&mut self, id: Id) -> u32 {
        let slot = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.push(id);
        self.niks.push(0);
        self.kks.push(0);
        self.texts.push(0);
        self.by_id.insert(id, slot);
        slot
    }

    fn write(&mut self, slot: u32, line: &str) {
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push((start, slot));
        if let Some(text) = self.texts.get_mut(slot as usize) {
            *text = start;
        }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Every resident, the oldest record first.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.ids.iter().copied().filter(|id| *id != NOBODY)
    }

    /// Who holds this NIK.
    #[must_use]
    pub fn with_nik(&self, nik: Nik) -> Option<Id> {
        self.by_nik.get(&nik.number()).and_then(|slot| self.ids.get(*slot as usize)).copied()
    }

    /// Everyone on this KK.
    #[must_use]
    pub fn with_kk(&self, kk: Kk) -> Vec<Id> {
        let slots = self.by_kk.on(kk.number()).iter();
        slots.filter_map(|slot| self.ids.get(*slot as usize)).copied().collect()
    }

    /// The residents whose name, alias, NIK or telephone holds every word of the query, best
    /// first, then the newest.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Id> {
        let query = folded(query);
        let mut words: Vec<&str> = query.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_by_key(|word| Reverse(word.len()));
        let Some((rarest, rest)) = words.split_first() else { return vec![] };
        let wanted = Wanted {
            query: &query,
            rarest,
            finder: memmem::Finder::new(rarest.as_bytes()),
            rest: rest.iter().map(|word| memmem::Finder::new(word.as_bytes())).collect(),
            // Hardly anyone is called by one or two letters alone.
            enough: if query.len() < 3 { Fit::NameStart } else { Fit::WholeName },
        };
        let mut found: Vec<(Fit, Reverse<Id>)> = Vec::new();
        let mut end = self.text.len();
        for block in self.lines.chunks(BLOCK).rev() {
            self.find_in(block, end, &wanted, &mut found);
            end = block.first().map_or(0, |(start, _)| *start as usize);
            if found.len() > limit && limit > 0 {
                found.select_nth_unstable(limit - 1);
                found.truncate(limit);
            }
            if found.len() >= limit && found.iter().all(|(fit, _)| *fit <= wanted.enough) {
                break;
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id.0).collect()
    }

    /// Adds what a block of lines holds; the text of its last line ends at `end`.
    fn find_in(
        &self,
        block: &[(u32, u32)],
        end: usize,
        wanted: &Wanted<'_>,
        found: &mut Vec<(Fit, Reverse<Id>)>,
    ) {
        let starts = |place: usize| block.get(place).map_or(end, |(start, _)| *start as usize);
        let bytes = self.text.as_bytes();
        let (mut from, mut place) = (starts(0), 0);
        while let Some(hit) = bytes.get(from..end).and_then(|rest| wanted.finder.find(rest)) {
            let at = from + hit;
            if starts(place + 1) <= at {
                let later = block.get(place..).unwrap_or_default();
                place += later.partition_point(|(start, _)| *start as usize <= at) - 1;
            }
            let Some((start, slot)) = block.get(place) else { break };
            from = starts(place + 1);
            place += 1;
            let current = self.texts.get(*slot as usize) == Some(start);
            let line = self.text.get(*start as usize..from).unwrap_or_default().trim_end();
            if current
                && wanted.rest.iter().all(|word| word.find(line.as_bytes()).is_some())
                && let Some(id) = self.ids.get(*slot as usize)
            {
                found.push((wanted.fit(line), Reverse(*id)));
            }
        }
    }

    /// Makes the look-ups anew after the columns were read from a file.
    pub fn relink(&mut self) {
        let slots = || (0_u32..).zip(&self.ids);
        self.by_id =
            slots().filter(|(_, id)| **id != NOBODY).map(|(slot, id)| (*id, slot)).collect();
        self.by_nik = (0_u32..)
            .zip(&self.niks)
            .filter(|(_, nik)| **nik != 0)
            .map(|(slot, nik)| (*nik, slot))
            .collect();
        self.by_kk = Families::of(&self.kks);
    }

    /// Drops the lines that were replaced.
    pub fn tidy(&mut self) {
        if self.lines.len() == self.ids.len() && !self.texts.contains(&u32::MAX) {
            return;
        }
        let old = std::mem::take(&mut self.text);
        self.lines.clear();
        let starts = self.texts.clone();
        for (slot, start) in (0_u32..).zip(starts) {
            let tail = old.get(start as usize..).unwrap_or_default();
            let line = tail.split_once('\n').map_or(tail, |(line, _)| line);
            self.write(slot, line);
        }
    }
}

fn line(resident: &Resident) -> String {
    let alias = resident.alias().map_or("", |alias| alias.as_str());
    let marks: String =
        resident.marks().iter().flat_map(|m| m.as_str().chars()).take(MARKS).collect();
    let names = folded(&format!("{} {alias} {marks}", resident.name()));
    let nik = resident.nik().map(|nik| nik.to_string()).unwrap_or_default();
    let phone = resident.phone.as_ref().map_or("", |phone| phone.digits());
    format!("{}\t{nik} {phone}", names.trim())
}

impl Wanted<'_> {
    fn fit(&self, line: &str) -> Fit {
        let (names, numbers) = line.split_once('\t').unwrap_or((line, ""));
        if names == self.query {
            Fit::WholeName
        } else if names.starts_with(self.query) {
            Fit::NameStart
        } else if names.split(' ').any(|known| known.starts_with(self.rarest)) {
            Fit::WordStart
        } else if numbers.contains(self.rarest) {
            Fit::Number
        } else {
            Fit::Inside
        }
    }
}
