//! The history of one record: who did what to it, when and why, and what became of its answers.
//!
//! # Why
//! A record that is restricted now, or was so in one of its versions, tells that version only to
//! those with the right: mending a mark away must not show to others what it kept.
use crate::{
    desk::{
        acts, audit,
        counter::Desk,
        directory::clerk_name,
        facts::{Difference, JOINED, differences},
        parting,
        trace::Found,
    },
    domain::{class::Class, id::Id, may::Action, moment::Moment, resident::Resident},
    fault::Fault,
    store::{
        entry::{Bytes, Key, Put},
        erasing::AGAIN,
        item::Item,
        record::Table,
    },
};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    pub at: Moment,
    /// Name of the officer.
    pub by: String,
    pub act: String,
    /// Empty where none was asked.
    pub reason: String,
    pub changes: Vec<Difference>,
    /// The frame of a merge that can be taken back.
    pub merge: Option<u64>,
}

/// Refuses the history of a record that the officer who sits here may not see; that of the office's
/// own tables is for everybody who works here.
pub fn permit(desk: &Desk, record: (Table, Id)) -> Result<(), Fault> {
    match record.0 {
        Table::Resident | Table::Request | Table::Letter => {
            desk.permit(Action::Read, audit::class(desk, record)?)
        }
        _ => Ok(()),
    }
}

/// The history of a record, the newest first.
pub fn of(desk: &Desk, record: (Table, Id), found: &[Found]) -> Result<Vec<Happening>, Fault> {
    permit(desk, record)?;
    let who = if record.0 == Table::Resident { desk.get::<Resident>(record.1)? } else { None };
    let merges = who.map(|who| parting::standing(desk, &who, found)).unwrap_or_default();
    let told = |deed: &Found| {
        let merge = Some(deed.sequence).filter(|sequence| merges.contains(sequence));
        let mut told = happening(desk, deed)?;
        let joined = told.changes.iter_mut().find(|one| one.label == JOINED);
        if let Some(joined) = joined.filter(|joined| joined.old.is_empty())
            && let Ok(merge) = parting::last(desk, deed.sequence)
        {
            merge.gone().clone_into(&mut joined.new);
        }
        Ok(Happening { merge, ..told })
    };
    found.iter().rev().map(told).collect()
}

fn happening(desk: &Desk, deed: &Found) -> Result<Happening, Fault> {
    let versions = deed.put.as_ref().map(|put| versions(desk, put)).transpose()?;
    let (hidden, changes) = match versions {
        None => (false, vec![]),
        Some(None) => (true, vec![]),
        Some(Some(_)) if deed.put.as_ref().is_some_and(is_blank) => (false, vec![erased()]),
        // Saved again as it was.
        Some(Some(_)) if deed.why == AGAIN => (false, vec![]),
        Some(Some((old, new))) => (false, differences(desk, old.as_ref(), new.as_ref())),
    };
    Ok(Happening {
        at: deed.stamp.at,
        by: clerk_name(desk, deed.stamp.by).to_owned(),
        act: acts::words(&deed.why).to_owned(),
        reason: if hidden { String::new() } else { deed.reason.clone() },
        changes,
        merge: None,
    })
}

/// Whether what was changed is not known any more: it shared a frame with something erased.
const fn is_blank(put: &Put) -> bool {
    put.old.is_none() && put.new.is_none()
}

fn erased() -> Difference {
    let new = "sudah dihapus bersama data warga lain".to_owned();
    Difference { label: "Isi perubahan ini".to_owned(), old: String::new(), new }
}

/// Both versions of a record, before and after.
pub(crate) type Versions = (Option<Item>, Option<Item>);

/// Both versions of a record; nothing where one of them is not for the officer who sits here.
pub(crate) fn versions(desk: &Desk, put: &Put) -> Result<Option<Versions>, Fault> {
    let sees_all = desk.shows(Class::Restricted);
    let read = |bytes: Option<&Bytes>| -> Result<Option<Option<Item>>, Fault> {
        let Some(bytes) = bytes else { return Ok(Some(None)) };
        let Some(item) = decoded(desk, put.key, bytes) else { return Ok(None) };
        let open = sees_all || desk.class_of(&item)? != Some(Class::Restricted);
        Ok(open.then_some(Some(item)))
    };
    Ok(read(put.old.as_ref())?.zip(read(put.new.as_ref())?))
}

/// A version that this program, and this officer's keys, can read.
fn decoded(desk: &Desk, key: Key, bytes: &Bytes) -> Option<Item> {
    let open = desk.reader().open(key, &bytes.0).ok()?;
    Item::decode(key.table()?, &open).ok()
}
