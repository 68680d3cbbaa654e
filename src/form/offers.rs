//! Answers on offer that need no directory.
use crate::{
    domain::{choice::Choice, ppks::Ppks},
    form::field::{Field, Kind, Offer, Source, always, any},
};

/// Every answer of a fixed list.
#[must_use]
pub fn every<C: Choice>() -> Vec<Offer> {
    C::ALL.iter().map(offer).collect()
}

/// One answer of a fixed list.
#[must_use]
pub fn offer<C: Choice>(choice: &C) -> Offer {
    Offer { code: choice.code().to_owned(), label: choice.label().to_owned() }
}

/// The 26 kinds of PPKS.
#[must_use]
pub fn ppks() -> Vec<Offer> {
    let offer = |row: &crate::domain::ppks::Row| Offer {
        code: row.kind.to_string(),
        label: row.name.to_owned(),
    };
    Ppks::rows().iter().map(offer).collect()
}

/// A question with one answer out of a fixed list.
#[must_use]
pub const fn one<C: Choice>(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { kind: Kind::One(Source::Fixed(every::<C>)), ..line(id, label, hint) }
}

/// A question with several answers out of a fixed list.
#[must_use]
pub const fn several(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    offers: fn() -> Vec<Offer>,
) -> Field {
    Field { kind: Kind::Many(Source::Fixed(offers)), width: 50, ..line(id, label, hint) }
}

/// A question with one line for an answer.
#[must_use]
pub const fn line(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { id, label, hint, width: 30, kind: Kind::Line, check: any, when: always }
}

/// A question whose answer is digits.
#[must_use]
pub const fn digits(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    width: u16,
) -> Field {
    Field { kind: Kind::Digits, width, ..line(id, label, hint) }
}

/// A question answered by a tick.
#[must_use]
pub const fn mark(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { kind: Kind::Mark, width: 3, ..line(id, label, hint) }
}

/// A title between questions.
#[must_use]
pub const fn heading(id: &'static str, label: &'static str) -> Field {
    Field { kind: Kind::Heading, width: 0, ..line(id, label, "") }
}
