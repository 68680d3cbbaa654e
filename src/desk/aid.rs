//! What somebody, the family and the household receive already, and what should be asked about it.
use crate::{
    desk::{counter::Desk, residents},
    domain::{
        home::Home,
        overlap::{Held, Overlap, Pair, overlaps},
        programme,
        resident::Resident,
    },
    fault::Fault,
};

/// Somebody of a family or a household, and the home that the address names.
#[derive(Debug, Clone)]
pub(crate) struct Near {
    pub who: Resident,
    home: Option<Home>,
}

impl Near {
    fn of(who: Resident) -> Self {
        Self { home: Home::of(&who.domicile), who }
    }
}

/// Somebody and the family on the same card, as far as the officer who sits here may see them.
pub(crate) fn family(desk: &Desk, who: Resident) -> Result<Vec<Near>, Fault> {
    let mut members = residents::household(desk, &who)?;
    members.retain(|member| member.id != who.id);
    Ok([who].into_iter().chain(members).map(Near::of).collect())
}

/// The pairs of programmes that seldom go together, as this office keeps them.
pub(crate) fn pairs(_: &Desk) -> Vec<Pair> {
    Pair::presets()
}

/// Every aid of these people with where it belongs, in their order.
pub(crate) fn held(people: &[Near]) -> Vec<Held<'_>> {
    let of = |near: &'_ Near| near.who.benefits.len();
    let mut all = Vec::with_capacity(people.iter().map(of).sum());
    for near in people {
        all.extend(near.who.benefits.iter().map(|benefit| Held {
            who: near.who.id,
            kk: near.who.family.kk,
            home: near.home.as_ref(),
            benefit,
        }));
    }
    all
}

/// The aids of these people that overlap.
pub(crate) fn met(desk: &Desk, held: &[Held<'_>]) -> Vec<Overlap> {
    if held.len() < 2 { vec![] } else { overlaps(held, &pairs(desk)) }
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
