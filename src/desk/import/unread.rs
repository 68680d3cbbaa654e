//! Residents without a NIK who are known already, by what lists say of them.
//!
//! # Why
//! A list that is taken in twice must not double anybody. Who has a NIK is known by it; who has none
//! is known by name and birth date, or by name and address where no birth date is known. Several may
//! be known by the same: then as many rows may name them, each the one of whom it says least else.
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

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

/// Everybody without a NIK whom an officer may see, by what they are known by.
#[derive(Debug)]
pub struct Unread(Vec<(u64, Id)>);

impl Unread {
    /// Reads all of them.
    pub fn known(reader: &Reader) -> Result<Self, Fault> {
        let mut known = vec![];
        for who in reader.all::<Resident>() {
            let who = who?;
            if who.nik().is_none() {
                known.push((print(&who), who.id));
            }
        }
        known.sort_unstable();
        Ok(Self(known))
    }

    /// Those who are known by the same, the oldest record first.
    #[must_use]
    pub fn like(&self, who: &Resident) -> Vec<Id> {
        let print = print(who);
        let from = self.0.partition_point(|(known, _)| *known < print);
        let behind = self.0.get(from..).unwrap_or_default().iter();
        behind.take_while(|(known, _)| *known == print).map(|(_, id)| *id).collect()
    }
}
