//! Who of a family could receive its aid after the one on whom it is written has died or moved.
//!
//! # Why
//! The recipient is not the head of the card: PKH is received by the mother, or another grown woman
//! (Permensos 1/2018, G). The desk only names somebody to ask; the programme's own officer decides.
use chrono::NaiveDate;

use crate::domain::{
    person::{Life, Marital, Relation},
    programme,
    resident::Resident,
    sex::Sex,
};

/// Full years from which somebody can receive for a family.
const GROWN: u32 = 18;

/// The member of a family who could receive a programme next; nobody where none is grown and there.
#[must_use]
pub fn successor<'a>(
    code: &str,
    family: impl Iterator<Item = &'a Resident>,
    today: NaiveDate,
) -> Option<&'a Resident> {
    let mother = programme::known(code).is_some_and(|known| known.mother);
    let able = family.filter(|one| one.life == Life::Alive && is_grown(one, today));
    // The first of equals, in the order of the family.
    able.min_by_key(|one| (mother && one.sex != Some(Sex::Female), rank(one)))
}

fn is_grown(who: &Resident, today: NaiveDate) -> bool {
    let married = who.marital.is_some_and(|marital| marital != Marital::Single);
    match who.age_on(today) {
        Some(age) => age >= GROWN || married,
        // Nobody is called the head, a spouse or a parent as a child.
        None => rank(who) < 3,
    }
}

/// How near somebody stands to the running of the house.
const fn rank(who: &Resident) -> u8 {
    match who.family.relation {
        Some(Relation::Head) => 0,
        Some(Relation::Wife | Relation::Husband) => 1,
        Some(Relation::Parent | Relation::ParentInLaw) => 2,
        Some(Relation::Child | Relation::ChildInLaw) => 3,
        _ => 4,
    }
}
