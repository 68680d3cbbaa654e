//! Looking for deeds in the journal, beside the screen: what is sought, and what was found.
//!
//! # Why
//! The journal holds everything anyone did since the office was founded, so it is read from its
//! beginning by a job, and only what was asked for is kept: of one record every change, of one
//! officer no more than which record each deed was about.
use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    desk::{
        counter::Desk,
        import::{taking, undoing},
        span::Span,
    },
    domain::{clerk::Stamp, id::Id, moment::Zone},
    fault::Fault,
    store::{
        entry::{Key, Put},
        reader::{Deed, Reader},
        record::Table,
    },
};

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// Everything that happened to a record.
    Record(Table, Id),
    /// Everything an officer did in these days; everybody, where none is named.
    Officer(Option<Id>, Span),
}

/// A deed that was sought.
#[derive(Debug, Clone)]
pub struct Found {
    pub sequence: u64,
    pub stamp: Stamp,
    pub why: String,
    pub reason: String,
    /// The record, if it was about one.
    pub about: Option<(Table, Id)>,
    /// What it made of the record, where a record was sought; nothing where it only was looked at.
    pub put: Option<Put>,
    /// How many other records it was about.
    pub others: usize,
}

/// A search in the journal: plain enough to be done by a job, on another thread.
#[derive(Debug, Clone)]
pub struct Trace {
    reader: Reader,
    zone: Zone,
    sought: Sought,
    /// The record that is sought, and those that became one with it.
    keys: Vec<Key>,
    /// The last frame there was.
    upto: u64,
    found: Arc<Mutex<Option<Vec<Found>>>>,
}

/// Frames between two looks at whether it is still wanted.
const PAUSE: u64 = 1_024;

impl Trace {
    /// A search that nobody has begun yet.
    #[must_use]
    pub fn new(desk: &Desk, sought: Sought) -> Self {
        let (reader, zone) = (desk.reader().clone(), desk.zone());
        let upto = reader.sequence();
        let keys = match sought {
            Sought::Record(table, id) => desk.keys_of(Key::new(table as u8, id)),
            Sought::Officer(..) => vec![],
        };
        Self { reader, zone, sought, keys, upto, found: Arc::default() }
    }

    /// Whether something was done since.
    #[must_use]
    pub fn is_behind(&self, desk: &Desk) -> bool {
        self.upto < desk.reader().sequence()
    }

    /// Reads the journal. `at` is told how far it is, and says whether to go on.
    pub fn read(&self, mut at: impl FnMut(u64, u64) -> bool) -> Result<(), Fault> {
        let mut found = Vec::new();
        let wanted = |stamp: Stamp| match self.sought {
            Sought::Record(..) => true,
            Sought::Officer(by, span) => {
                by.is_none_or(|by| by == stamp.by) && span.holds_moment(stamp.at, self.zone)
            }
        };
        let at = |done, of| !u64::is_multiple_of(done, PAUSE) || at(done, of);
        self.reader.trace(wanted, at, |deed| {
            found.extend(match self.sought {
                Sought::Record(..) => of_record(deed, &self.keys),
                Sought::Officer(..) if is_part(&deed) => None,
                Sought::Officer(..) => Some(of_officer(&deed)),
            });
            Ok(())
        })?;
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Ok(())
    }

    /// What was found, oldest first; only once, and nothing before it was.
    #[must_use]
    pub fn take(&self) -> Option<Vec<Found>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl PartialEq for Trace {
    /// One search is never another one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.found, &other.found)
    }
}

impl Eq for Trace {}

/// A deed, where it was about one of these records; of several the first.
fn of_record(deed: Deed, keys: &[Key]) -> Option<Found> {
    let Deed { sequence, stamp, entry } = deed;
    let others = (entry.puts.len() + entry.seen.len()).saturating_sub(1);
    let named =
        |key: &&Key| entry.puts.iter().any(|put| put.key == **key) || entry.seen.contains(*key);
    let key = *keys.iter().find(named)?;
    let put = entry.puts.into_iter().find(|put| put.key == key);
    let about = key.table().map(|table| (table, key.id()));
    Some(Found { sequence, stamp, why: entry.why, reason: entry.reason, about, put, others })
}

/// Whether this is only a part of an import, whose last frame names the list: a large one has
/// hundreds, and would bury everything else that was done.
fn is_part(deed: &Deed) -> bool {
    let whole = || deed.entry.puts.iter().any(|put| put.key.table() == Some(Table::Import));
    [taking::WHY, undoing::WHY].contains(&&*deed.entry.why) && !whole()
}

/// A deed with the record that tells most of it.
fn of_officer(deed: &Deed) -> Found {
    let entry = &deed.entry;
    let keys = entry.puts.iter().map(|put| put.key).chain(entry.seen.iter().copied());
    let known = keys.filter_map(|key| Some((key.table()?, key.id())));
    let others = (entry.puts.len() + entry.seen.len()).saturating_sub(1);
    Found {
        sequence: deed.sequence,
        stamp: deed.stamp,
        why: entry.why.clone(),
        reason: entry.reason.clone(),
        about: known.max_by_key(|(table, _)| weight(*table)),
        put: None,
        others,
    }
}

/// How much a record of that table tells of a deed about several.
const fn weight(table: Table) -> u8 {
    match table {
        Table::Import => 5,
        Table::Letter => 4,
        Table::Request => 3,
        Table::Resident => 2,
        Table::Office => 1,
        _ => 0,
    }
}
