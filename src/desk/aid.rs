//! Who belongs together when it comes to aid, what they hold, and what programmes there are.
//!
//! # Why
//! A family is a card; a household is a roof, and a roof is an address with the number of a house.
//! Where very many are registered under one number it is a shelter or a boarding house, and its
//! people share no kitchen: there nobody counts as of one household.
use std::cmp::Reverse;

use crate::{
    desk::{counter::Desk, residents},
    domain::{
        benefit::{Benefit, Reach},
        choice::Choice as _,
        home::Home,
        id::Id,
        overlap::{Held, Overlap, Pair, overlaps},
        person::Life,
        programme,
        resident::Resident,
    },
    fault::Fault,
};

/// How near somebody is to the resident who is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    Own,
    /// On the same card.
    Family,
    /// Under the same roof, on another card or on none.
    House,
}

/// Somebody of a family or a household, and the home that the address names.
#[derive(Debug, Clone)]
pub struct Near {
    pub who: Resident,
    pub tie: Tie,
    home: Option<Home>,
}

/// More people than this under one number are no household.
const HOUSE: usize = 20;

impl Near {
    fn of(who: Resident, tie: Tie) -> Self {
        Self { home: Home::of(&who.domicile), tie, who }
    }
}

/// Somebody and the family on the same card, as far as the officer who sits here may see them: the
/// one asked about first, then as the card has them, the head first.
pub fn family(desk: &Desk, who: Resident) -> Result<Vec<Near>, Fault> {
    let mut members = residents::household(desk, &who)?;
    members.retain(|member| member.id != who.id);
    let today = desk.today();
    members.sort_by_key(|one| {
        let tie = one.family.relation;
        (tie.is_none(), tie, Reverse(one.age_on(today)))
    });
    let members = members.into_iter().map(|member| Near::of(member, Tie::Family));
    Ok([Near::of(who, Tie::Own)].into_iter().chain(members).collect())
}

/// The family, and behind it the others who live under the same roof now.
pub fn household(desk: &Desk, who: Resident) -> Result<Vec<Near>, Fault> {
    let mut people = family(desk, who)?;
    let Some(home) = people.first().and_then(|own| own.home.clone()) else { return Ok(people) };
    let known = |id: &Id| people.iter().any(|near| near.who.id == *id);
    let ids = desk.book.people.at_home(&home);
    if ids.len() > HOUSE {
        return Ok(people);
    }
    let mut others = Vec::new();
    for id in ids.into_iter().filter(|id| !known(id)) {
        match desk.opened::<Resident>(id) {
            Ok(other) => others.push(Near::of(other, Tie::House)),
            Err(Fault::Forbidden(_) | Fault::Missing { .. }) => {}
            Err(fault) => return Err(fault),
        }
    }
    others.retain(|near| near.home.as_ref() == Some(&home) && near.who.life == Life::Alive);
    others.sort_by_key(|near| (near.who.family.kk, near.who.family.relation));
    people.extend(others);
    Ok(people)
}

/// Every aid of these people with where it belongs, in their order.
#[must_use]
pub fn held(people: &[Near]) -> Vec<Held<'_>> {
    let of = |near| {
        let Near { who, home, .. }: &Near = near;
        let held = |benefit| Held { who: who.id, kk: who.family.kk, home: home.as_ref(), benefit };
        who.benefits.iter().map(held)
    };
    people.iter().flat_map(of).collect()
}

/// The aids of these people that overlap, by the pairs that every office starts with.
#[must_use]
pub fn met(held: &[Held<'_>]) -> Vec<Overlap> {
    if held.len() < 2 { vec![] } else { overlaps(held, &Pair::presets()) }
}

/// What a programme is called: as aid, or else as the service of that code.
#[must_use]
pub fn called(desk: &Desk, code: &str) -> String {
    let service = || desk.book.directory.services.get(code).map(|service| service.name.to_string());
    programme::known(code)
        .map(|known| known.name.to_owned())
        .or_else(service)
        .unwrap_or_else(|| code.to_owned())
}

/// The programmes that can be written down as aid: their codes and what they are called.
#[must_use]
pub fn programmes(desk: &Desk) -> Vec<(String, String)> {
    let services = desk.book.directory.services.values();
    let aid = services.filter(|service| programme::is_aid(service));
    aid.map(|service| (service.code.clone(), called(desk, &service.code))).collect()
}

/// An aid in one line: what, for whom, how it stands, and how that is known.
#[must_use]
pub fn told(desk: &Desk, known: &Benefit) -> String {
    let among = match known.reach {
        Reach::Person => "perorangan",
        Reach::Family => "satu keluarga",
        Reach::Household => "satu rumah",
    };
    let state = known.state.label().to_lowercase();
    let since = known.since.map(|day| format!(" sejak {day}")).unwrap_or_default();
    let note = known.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
    let (programme, checked) = (called(desk, &known.programme), known.checked);
    let source = known.source;
    format!("{programme}, {among}: {state}{since}; {source}, {checked}{note}")
}
