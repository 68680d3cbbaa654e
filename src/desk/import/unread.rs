//! Residents without a NIK who are known already, by what lists say of them.
//!
//! # Why
//! A list that is taken in twice must not double anybody. Who has a NIK is known by it; who has none
//! is known by name and birth date, or by name and address where no birth date is known.
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use crate::{
    domain::{
        id::Id,
        resident::{Birth, Called, Resident},
        text::folded,
    },
    fault::Fault,
    store::reader::Reader,
};

/// What a resident without a NIK is known by.
#[must_use]
pub fn print(who: &Resident) -> u64 {
    let mut hasher = DefaultHasher::new();
    match &who.called {
        Called::Name { name, .. } => folded(name.as_str()).hash(&mut hasher),
        Called::Nameless { marks, .. } => folded(marks.as_str()).hash(&mut hasher),
    }
    if let Birth::On(day) = who.birth {
        day.hash(&mut hasher);
    } else {
        let street = who.domicile.street.as_ref().map(|street| folded(street.as_str()));
        (street, who.domicile.rt, who.domicile.rw).hash(&mut hasher);
    }
    hasher.finish()
}

/// Everybody without a NIK whom the officer may see.
pub fn known(reader: &Reader) -> Result<HashMap<u64, Id>, Fault> {
    let mut known = HashMap::new();
    for who in reader.all::<Resident>() {
        let who = who?;
        if who.nik().is_none() {
            known.insert(print(&who), who.id);
        }
    }
    Ok(known)
}
