//! Who is known already and may be the person who is about to be registered.
//!
//! # Why
//! Duplicates are prevented at the desk and not merged later, whoever sits there. What is compared
//! is a short list that the columns give; nobody reads a whole city while a visitor waits. Whom the
//! officer who sits here must not see is never on it. That two people are not one is said once: it
//! stands in both records, and is never asked again.
use crate::{
    desk::counter::Desk,
    domain::{
        class::Class,
        doubt::{Doubt, Odd},
        id::Id,
        likeness::{Band, Likeness, likeness},
        may::Action,
        nik::Nik,
        resident::Resident,
    },
    fault::Fault,
    form::{field::Draft, resident::NAME},
    store::{
        columns::likely::Likely,
        item::{Item, Kept as _},
    },
};

/// The hidden answer that names those whom this person was told apart from, by their ids.
pub const OTHERS: &str = "bukan_orang";

/// How many records are read to be compared.
const SHORT: usize = 40;

/// How many are read for a row of a list.
const READ: usize = 5;

/// The most that are told.
const TOLD: usize = 5;

/// Somebody who may be the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub who: Resident,
    pub band: Band,
    pub likeness: Likeness,
}

impl Candidate {
    /// What speaks for it, and what against it, in short words.
    #[must_use]
    pub fn why(&self) -> String {
        let same = self.likeness.reasons_for().join(", ");
        match &*self.likeness.against() {
            [] => same,
            other => format!("{same}; tetapi {}", other.join(", ")),
        }
    }
}

/// Those who may be the same person as this one, the likeliest first, at most so many; nobody who
/// was told apart, and nobody whom the officer who sits here must not see.
pub fn candidates(desk: &Desk, who: &Resident, limit: usize) -> Result<Vec<Candidate>, Fault> {
    compared(desk, who, desk.book.people.alike(who, SHORT), limit)
}

/// Those of a short list who may be the same person, as [`candidates`] has it.
fn compared(
    desk: &Desk,
    who: &Resident,
    short: Vec<Id>,
    limit: usize,
) -> Result<Vec<Candidate>, Fault> {
    let today = desk.today();
    let mut found = vec![];
    for id in short {
        let apart = id == who.id || who.unlike.contains(&id);
        let known = if apart { None } else { desk.get::<Resident>(id)? };
        let Some(known) = known.filter(|known| !known.unlike.contains(&who.id)) else { continue };
        if desk.class_of_resident(&known) == Class::Restricted && !desk.shows(Class::Restricted) {
            continue;
        }
        let likeness = likeness(who, &known, today);
        if let Some(band) = likeness.band() {
            found.push(Candidate { who: known, band, likeness });
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.band, one.likeness.score, one.who.id)));
    found.truncate(limit);
    Ok(found)
}

/// Refuses a person who may be known already; everybody whom it may be stands in the fault.
pub(crate) fn alike(desk: &Desk, who: &Resident) -> Result<(), Fault> {
    let found = candidates(desk, who, TOLD)?;
    if found.is_empty() {
        return Ok(());
    }
    Err(Fault::Alike(found.into_iter().map(|one| one.who.id).collect()))
}

/// The warning about a person who is very likely known already, for whoever cannot be asked now:
/// initials, masked NIK and what is the same.
///
/// Who has a whole NIK that is another one is not told: a mistyped digit is seen on the card, and
/// there is no card beside a list. The pair stands among those that may be twins.
pub fn doubt(desk: &Desk, who: &Resident) -> Result<Option<Doubt>, Fault> {
    let told = |one: &Candidate| {
        one.band >= Band::Likely && (who.nik().is_none() || one.who.nik().is_none())
    };
    let found = candidates(desk, who, TOLD)?.into_iter().find(told);
    Ok(found.map(|one| {
        let nik = one.who.nik().map_or_else(|| "tanpa NIK".to_owned(), Nik::masked);
        let same = one.likeness.reasons_for().join(", ");
        let known = format!("{}, {nik} ({same})", one.who.initials());
        Doubt { field: NAME.id, why: Odd::Alike(known) }
    }))
}

/// Who among those known before a list is most likely somebody new in it, if anybody likely is.
pub(crate) fn likeliest(
    desk: &Desk,
    before: &Likely,
    who: &Resident,
) -> Result<Option<Candidate>, Fault> {
    let short = before.find(&desk.book.people, who, READ);
    let found = compared(desk, who, short, 1)?.into_iter().next();
    Ok(found.filter(|one| one.band >= Band::Likely))
}

/// Those whom the person of a draft was told apart from.
#[must_use]
pub fn told_apart(draft: &Draft) -> Vec<Id> {
    draft.named(OTHERS).split(' ').filter_map(|id| id.parse().ok()).collect()
}

/// Notes in a draft that its person is none of these.
pub fn tell_apart(draft: &mut Draft, others: &[Id]) {
    let mut all = told_apart(draft);
    all.extend(others);
    all.sort_unstable();
    all.dedup();
    let ids: Vec<String> = all.iter().map(|id| format!("{id:?}")).collect();
    draft.put(OTHERS, ids.join(" "));
}

/// The records of those whom this person was told apart from, each saying so too.
pub(crate) fn others(desk: &Desk, who: &Resident) -> Result<Vec<Item>, Fault> {
    let mut items = vec![];
    for id in &who.unlike {
        let known = desk.get::<Resident>(*id)?;
        if let Some(mut known) = known.filter(|known| !known.unlike.contains(&who.id)) {
            known.unlike.push(who.id);
            items.push(known.item());
        }
    }
    Ok(items)
}

/// Notes that two residents are not the same person.
pub fn part(desk: &mut Desk, one: Id, other: Id) -> Result<(), Fault> {
    let mut one: Resident = desk.allowed(one, Action::ChangeResident)?;
    let other: Resident = desk.allowed(other, Action::ChangeResident)?;
    let said = one.unlike.contains(&other.id) && other.unlike.contains(&one.id);
    if said || one.id == other.id {
        return Ok(());
    }
    one.unlike.retain(|id| *id != other.id);
    one.unlike.push(other.id);
    let mut items = others(desk, &Resident { unlike: vec![other.id], ..one.clone() })?;
    items.push(one.item());
    desk.commit("bukan kembar", items).map(drop)
}
