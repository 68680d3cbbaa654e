//! Whom a list named before: by NIK, without one, as the head of a household, or much alike.
//!
//! # Why
//! A list may have any number of rows, and is read once. So of each row only prints stay, a few
//! bytes each. Who has the same name in any spelling and order, the same date of birth and no other
//! sex is likely one person, whatever the NIK says; of a name of one word that holds only where one
//! of the rows has none. That is looked for among the first half million: longer lists are whole
//! registers, in which everybody has a NIK.
use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use crate::{
    desk::import::{
        reading::{Person, Said},
        unread,
        verdict::{Remark, row, second_head},
    },
    domain::{
        id::Id,
        kk::Kk,
        name_fit,
        nik::Nik,
        person::Relation,
        resident::{Birth, Resident},
        sex::Sex,
    },
};

/// So many are remembered by name and birth date.
const MOST: usize = 1 << 19;

/// Whom a list named so far.
#[derive(Debug, Default)]
pub struct Among {
    /// The line on which the file named each NIK.
    niks: HashMap<u64, u64>,
    /// The line on which it first named each person without one, and how often it did.
    unread: HashMap<u64, (u64, usize)>,
    /// Those without one who were found to be named.
    pub met: HashSet<Id>,
    /// The KK for which the file named a head.
    heads: HashSet<u64>,
    /// The rows on which it named each name with its birth date first.
    named: HashMap<u64, Named>,
}

/// A row that named somebody.
#[derive(Debug, Clone, Copy)]
struct Named {
    line: u64,
    numbered: bool,
    sex: Option<Sex>,
}

impl Among {
    /// Why somebody cannot stand here: the file names them before.
    pub fn twice(&mut self, said: &Said, line: u64) -> Option<Remark> {
        let Said::Who(person) = said else { return None };
        let who = &person.resident;
        let first = if let Some(nik) = who.nik() {
            *self.niks.entry(Nik::number(nik)).or_insert(line)
        } else {
            let (first, times) = self.unread.entry(unread::print(who)).or_insert((line, 0));
            *times += 1;
            if *times <= person.known.len() { line } else { *first }
        };
        (first != line).then(|| row(format!("sama dengan orang di baris {first} berkas ini")))
    }

    /// That a row before this one is likely about the same person.
    pub fn alike(&mut self, said: &Said, line: u64) -> Option<Remark> {
        let Said::Who(person) = said else { return None };
        let Person { resident: who, .. } = &**person;
        let (print, words) = print(who)?;
        let now = Named { line, numbered: who.nik().is_some(), sex: who.sex };
        let Some(first) = self.named.get(&print).copied() else {
            if self.named.len() < MOST {
                self.named.insert(print, now);
            }
            return None;
        };
        let numbered = first.numbered && now.numbered;
        let other = first.sex.zip(now.sex).is_some_and(|(one, other)| one != other);
        if other || (numbered && words < 2) {
            return None;
        }
        let nik = if numbered { "NIK berbeda" } else { "NIK tidak ada pada salah satunya" };
        let first = first.line;
        Some(row(format!(
            "mirip orang di baris {first} berkas ini (nama dan tanggal lahir sama; {nik})"
        )))
    }

    /// That somebody is the second head of a household that the file names.
    pub fn second_head(&mut self, who: &Resident) -> Option<Remark> {
        let head = who.family.relation == Some(Relation::Head);
        let kk = who.family.kk.filter(|_| head);
        kk.filter(|kk| !self.heads.insert(Kk::number(*kk))).map(|_| second_head())
    }
}

/// What a name with its birth date comes to, and how many words the name has; nothing where either
/// is not known.
fn print(who: &Resident) -> Option<(u64, usize)> {
    let Birth::On(day) = who.birth else { return None };
    let mut keys = if who.marks().is_some() { vec![] } else { name_fit::keys(who.name()) };
    keys.sort_unstable();
    let mut hasher = DefaultHasher::new();
    (&keys, day).hash(&mut hasher);
    (!keys.is_empty()).then(|| (hasher.finish(), keys.len()))
}
