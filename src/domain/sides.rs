//! Two records side by side, part by part, and the one record that they become.
//!
//! # Why
//! What is compared on the screen, chosen at a merge and given back when it is taken back is the
//! same list, so it is one table. A part is what a person would choose as one: a home, not its RT.
//! What may be true several times, kinds of PPKS and aid, is kept from both and never asked.
use std::collections::HashSet;

use crate::domain::{
    atlas::Atlas,
    benefit::Benefit,
    kk::Kk,
    nik::Nik,
    person::Life,
    resident::{Address, Birth, Called, Resident},
    text::Name,
};

/// One part of a record.
#[derive(Debug)]
pub struct Part {
    /// At most 14 columns.
    pub label: &'static str,
    /// What the record says, NIK and KK masked; empty where it says nothing.
    pub words: fn(&Resident) -> String,
    /// Takes the part over from another record.
    pub take: fn(&mut Resident, &Resident),
}

const fn part(
    label: &'static str,
    words: fn(&Resident) -> String,
    take: fn(&mut Resident, &Resident),
) -> Part {
    Part { label, words, take }
}

/// Every part, what identifies the person first.
#[rustfmt::skip]
pub const PARTS: &[Part] = &[
    part("NIK",            |who| who.nik().map(Nik::masked).unwrap_or_default(), |to, from| to.identity = from.identity),
    part("Nama",           named, |to, from| to.called = with_alias(from.called.clone(), to.alias().cloned())),
    part("Panggilan",      |who| said(who.alias()), |to, from| to.called = with_alias(to.called.clone(), from.alias().cloned())),
    part("Jenis kelamin",  |who| said(who.sex), |to, from| to.sex = from.sex),
    part("Tempat lahir",   |who| said(who.birth_place.as_ref()), |to, from| to.birth_place.clone_from(&from.birth_place)),
    part("Lahir",          born, |to, from| to.birth = from.birth),
    part("Nomor KK",       |who| who.family.kk.map(Kk::masked).unwrap_or_default(), |to, from| to.family.kk = from.family.kk),
    part("Hubungan",       |who| said(who.family.relation), |to, from| to.family.relation = from.family.relation),
    part("Kepala kel.",    |who| said(who.family.head.as_ref()), |to, from| to.family.head.clone_from(&from.family.head)),
    part("Nama ibu",       |who| said(who.family.mother.as_ref()), |to, from| to.family.mother.clone_from(&from.family.mother)),
    part("Agama",          |who| said(who.religion), |to, from| to.religion = from.religion),
    part("Status kawin",   |who| said(who.marital), |to, from| to.marital = from.marital),
    part("Pekerjaan",      |who| said(who.occupation.as_ref()), |to, from| to.occupation.clone_from(&from.occupation)),
    part("Tinggal di",     |who| home(&who.domicile), |to, from| to.domicile = from.domicile.clone()),
    part("Alamat KTP",     |who| who.card.as_ref().map(home).unwrap_or_default(), |to, from| to.card.clone_from(&from.card)),
    part("Telepon",        phone, |to, from| {
        to.phone.clone_from(&from.phone);
        to.phone_owner.clone_from(&from.phone_owner);
    }),
    part("Desil DTSEN",    |who| who.desil.map(|seen| format!("{}, dicek {}", seen.desil, seen.on)).unwrap_or_default(), |to, from| to.desil = from.desil),
    part("Status",         |who| if who.life == Life::Alive { String::new() } else { who.life.to_string() }, |to, from| to.life = from.life),
];

fn said(answer: Option<impl ToString>) -> String {
    answer.map(|answer| answer.to_string()).unwrap_or_default()
}

/// The name, or the marks of somebody without one.
fn named(who: &Resident) -> String {
    match &who.called {
        Called::Name { name, .. } => name.to_string(),
        Called::Nameless { marks, .. } => marks.as_str().replace('\n', " "),
    }
}

fn with_alias(called: Called, alias: Option<Name>) -> Called {
    match called {
        Called::Name { name, .. } => Called::Name { name, alias },
        Called::Nameless { marks, .. } => Called::Nameless { marks, alias },
    }
}

fn born(who: &Resident) -> String {
    match who.birth {
        Birth::Unknown => String::new(),
        Birth::On(day) => day.to_string(),
        Birth::About { age, on } => format!("kira-kira {age} tahun pada {on}"),
    }
}

fn home(home: &Address) -> String {
    let village = home.area.and_then(|area| Atlas::get().name(area)).unwrap_or_default();
    let parts = [home.short(), village.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn phone(who: &Resident) -> String {
    let owner = who.phone_owner.as_ref().map(|owner| format!("({owner})"));
    let parts = who.phone.as_ref().map(ToString::to_string).into_iter().chain(owner);
    parts.collect::<Vec<_>>().join(" ")
}

impl Part {
    /// Whether both records say the same.
    #[must_use]
    pub fn same(&self, one: &Resident, other: &Resident) -> bool {
        let mut taken = one.clone();
        (self.take)(&mut taken, other);
        taken == *one
    }

    /// The sign between both: `=` the same, `!` another one, nothing where one of them is silent.
    #[must_use]
    pub fn sign(&self, one: &Resident, other: &Resident) -> char {
        let silent = [one, other].iter().any(|who| (self.words)(who).is_empty());
        match self.same(one, other) {
            _ if silent => ' ',
            true => '=',
            false => '!',
        }
    }
}

/// Which of two records lives on: the one with a NIK, then the older one.
#[must_use]
pub fn survivor(one: Resident, other: Resident) -> (Resident, Resident) {
    let rank = |who: &Resident| (who.nik().is_none(), who.registered.at, who.id);
    if rank(&one) <= rank(&other) { (one, other) } else { (other, one) }
}

/// Which parts of the other record are taken over, before anybody chooses: what only that one says;
/// where both say something, what the one with a NIK says, else the newer one. A name beats marks,
/// and a date of birth an age.
#[must_use]
pub fn preset(keep: &Resident, other: &Resident) -> Vec<bool> {
    let newer = |who: &Resident| (who.nik().is_some(), who.registered.at);
    let later = newer(other) > newer(keep);
    let choose = |part: &Part| {
        let (own, theirs) = ((part.words)(keep), (part.words)(other));
        match part.label {
            _ if theirs.is_empty() => false,
            _ if own.is_empty() => true,
            "Nama" if keep.marks().is_some() != other.marks().is_some() => keep.marks().is_some(),
            "Lahir" if exact(keep) != exact(other) => exact(other),
            _ => later,
        }
    };
    PARTS.iter().map(choose).collect()
}

const fn exact(who: &Resident) -> bool {
    matches!(who.birth, Birth::On(_))
}

/// The one record that two become: the parts of the other that are taken, and of what may be true
/// several times everything of both.
#[must_use]
pub fn merged(keep: &Resident, other: &Resident, taken: &[bool]) -> Resident {
    let mut one = keep.clone();
    for (part, _) in PARTS.iter().zip(taken).filter(|(_, taken)| **taken) {
        (part.take)(&mut one, other);
    }
    one.kinds = both(&keep.kinds, &other.kinds);
    one.disabilities = both(&keep.disabilities, &other.disabilities);
    one.benefits = aid(&keep.benefits, &other.benefits);
    one.unlike = both(&keep.unlike, &other.unlike);
    one.unlike.retain(|id| ![keep.id, other.id].contains(id));
    one.was = both(&keep.was, &[&[other.id], other.was.as_slice()].concat());
    one.registered =
        if other.registered.at < keep.registered.at { other.registered } else { keep.registered };
    one
}

fn both<T: PartialEq + Clone>(one: &[T], other: &[T]) -> Vec<T> {
    let more = other.iter().filter(|value| !one.contains(value));
    one.iter().chain(more).cloned().collect()
}

/// The aid of both; of one programme for the same reach what was written down last.
fn aid(one: &[Benefit], other: &[Benefit]) -> Vec<Benefit> {
    let mut all = one.to_vec();
    for more in other {
        let same =
            |known: &&mut Benefit| (&known.programme, known.reach) == (&more.programme, more.reach);
        match all.iter_mut().find(same) {
            Some(known) if known.set.at < more.set.at => known.clone_from(more),
            Some(_) => {}
            None => all.push(more.clone()),
        }
    }
    all
}

/// The record as it is to be once a merge is taken back: what the merge changed and nobody has
/// changed since is as before, and what came since stays.
#[must_use]
pub fn parted(now: &Resident, before: &Resident, after: &Resident) -> Resident {
    let mut one = now.clone();
    for part in PARTS.iter().filter(|part| !part.same(before, after) && part.same(now, after)) {
        (part.take)(&mut one, before);
    }
    one.unlike = back(&now.unlike, &before.unlike, &after.unlike);
    one.was = back(&now.was, &before.was, &after.was);
    one.kinds = back(&now.kinds, &before.kinds, &after.kinds);
    one.disabilities = back(&now.disabilities, &before.disabilities, &after.disabilities);
    one.benefits = back(&now.benefits, &before.benefits, &after.benefits);
    // Aid of one programme is written down once; what was set since counts.
    let mut seen = HashSet::new();
    one.benefits.retain(|aid| seen.insert((aid.programme.clone(), aid.reach)));
    one.registered = before.registered;
    one
}

/// A list without what a change added to it and with what that change took from it.
#[must_use]
pub fn back<T: PartialEq + Clone>(now: &[T], before: &[T], after: &[T]) -> Vec<T> {
    let stays = now.iter().filter(|value| before.contains(value) || !after.contains(value));
    let stays: Vec<T> = stays.cloned().collect();
    let lost: Vec<T> = before.iter().filter(|value| !after.contains(value)).cloned().collect();
    if now == after { before.to_vec() } else { both(&stays, &lost) }
}
