//! All pairs of residents who are likely one person, looked for beside the screen.
//!
//! # Why
//! Everybody with everybody would be billions of pairs. Whoever is one person shares a word of the
//! name and something else: the birth date, the KK, the telephone, the mother, the year and another
//! word. So everybody is put under such marks, and only those under the same mark are compared. A
//! mark that very many share tells nothing. Of each person only the marks are held, eight bytes
//! each, so that a city fits in memory; records are read again for the pairs that are left.
use std::{
    hash::{DefaultHasher, Hash, Hasher as _},
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{Datelike as _, NaiveDate};

use crate::{
    desk::counter::Desk,
    domain::{
        id::Id,
        likeness::{Band, likeness},
        may::Action,
        name_fit,
        resident::{Birth, Resident},
    },
    fault::Fault,
    store::reader::Reader,
};

/// Two residents who are likely one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    pub one: Id,
    pub other: Id,
    /// From 0 to 100.
    pub score: u8,
}

/// A mark that more people share than this tells nothing.
const CROWD: usize = 40;

/// The most pairs that are told.
const MOST: usize = 1_000;

/// Records between two looks at whether it is still wanted.
const PAUSE: usize = 1_024;

/// A search for twins: plain enough to be done by a job, on another thread.
#[derive(Debug, Clone)]
pub struct Twins {
    reader: Reader,
    today: NaiveDate,
    /// How many residents there are, about.
    of: usize,
    found: Arc<Mutex<Option<Vec<Twin>>>>,
}

impl Twins {
    /// A search that nobody has begun yet.
    pub fn new(desk: &Desk) -> Result<Self, Fault> {
        desk.permit(Action::Read, None)?;
        let (reader, today) = (desk.reader().clone(), desk.today());
        Ok(Self { reader, today, of: desk.residents(), found: Arc::default() })
    }

    /// Looks for them. `at` is told how far it is, and says whether to go on.
    pub fn read(&self, mut at: impl FnMut(u64, u64) -> bool) -> Result<usize, Fault> {
        let mut goes_on = |done: usize, of: usize| {
            let wanted = !done.is_multiple_of(PAUSE) || at(done as u64, of as u64);
            if wanted { Ok(()) } else { Err(Fault::Stopped) }
        };
        let (mut ids, mut marks) = (vec![], vec![]);
        for who in self.reader.all::<Resident>() {
            let who = who?;
            let slot = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            marks.extend(marks_of(&who).into_iter().map(|mark| (mark, slot)));
            ids.push(who.id);
            goes_on(ids.len(), self.of * 2)?;
        }
        let pairs = pairs(marks);
        let mut found = vec![];
        for (done, (one, other)) in pairs.iter().enumerate() {
            goes_on(self.of + done * self.of / pairs.len().max(1), self.of * 2)?;
            let (Some(one), Some(other)) = (ids.get(*one as usize), ids.get(*other as usize))
            else {
                continue;
            };
            found.extend(self.compared(*one, *other)?);
        }
        found.sort_by_key(|twin| std::cmp::Reverse((twin.score, twin.other)));
        found.truncate(MOST);
        let count = found.len();
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Ok(count)
    }

    /// Two residents as twins, where they are likely that and nobody said otherwise.
    fn compared(&self, one: Id, other: Id) -> Result<Option<Twin>, Fault> {
        let (Some(first), Some(second)) =
            (self.reader.get::<Resident>(one)?, self.reader.get::<Resident>(other)?)
        else {
            return Ok(None);
        };
        if first.unlike.contains(&other) || second.unlike.contains(&one) {
            return Ok(None);
        }
        let likeness = likeness(&first, &second, self.today);
        let likely = likeness.band() >= Some(Band::Likely);
        Ok(likely.then_some(Twin { one, other, score: likeness.score }))
    }

    /// What was found, the likeliest first; only once, and nothing before it was.
    #[must_use]
    pub fn take(&self) -> Option<Vec<Twin>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl PartialEq for Twins {
    /// One search is never another one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.found, &other.found)
    }
}

impl Eq for Twins {}

/// The marks of a resident: each word of the name together with something else.
fn marks_of(who: &Resident) -> Vec<u32> {
    let mut keys = name_fit::keys(if who.marks().is_some() { "" } else { who.name() });
    keys.extend(who.alias().iter().flat_map(|alias| name_fit::keys(alias.as_str())));
    keys.retain(|key| key.len() > 1);
    keys.sort_unstable();
    keys.dedup();
    let day = if let Birth::On(day) = who.birth { Some(day.0) } else { None };
    let mother = who
        .family
        .mother
        .as_ref()
        .and_then(|name| name_fit::keys(name.as_str()).into_iter().next());
    let mut marks = vec![];
    for (place, key) in keys.iter().enumerate() {
        marks.extend(day.map(|day| mark(("lahir", key, day))));
        marks.extend(who.family.kk.map(|kk| mark(("kk", key, kk))));
        marks.extend(who.phone.as_ref().map(|phone| mark(("hp", key, phone.digits()))));
        marks.extend(mother.as_ref().map(|mother| mark(("ibu", key, mother, who.sex))));
        let rest = keys.get(place + 1..).unwrap_or_default();
        let year = day.map(|day| day.year());
        marks.extend(rest.iter().map(|other| mark(("tahun", key, other, year))));
    }
    marks
}

/// A mark in four bytes; that two different ones are the same is rare, and costs one look.
fn mark(of: impl Hash) -> u32 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    let [a, b, c, d, ..] = hasher.finish().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The pairs of slots that share a mark, each once.
fn pairs(mut marks: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    marks.sort_unstable();
    let mut pairs = vec![];
    let groups = marks.chunk_by(|(one, _), (other, _)| one == other);
    for group in groups.filter(|group| group.len() <= CROWD) {
        for (place, (_, one)) in group.iter().enumerate() {
            let others = group.get(place + 1..).unwrap_or_default().iter().map(|(_, slot)| *slot);
            pairs.extend(others.filter(|other| other != one).map(|other| (*one, other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
