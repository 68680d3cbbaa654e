//! Who was used since a list brought them in: asked for something, or is half-typed about.
//!
//! # Why
//! Papers, letters and visits hang on requests, and aid, households, "not the same person" and
//! merges are written into the resident's own record, whose frame then is another one. What is left
//! are requests and half-typed forms. An officer without the right to what is restricted does not
//! see every request; taking somebody back whom such a one is about would leave it about nobody. So
//! where one was touched since the list came in, only who sees everything may take the list back.
use std::collections::HashSet;

use crate::{
    desk::{counter::Desk, keeping},
    domain::{class::Class, id::Id, may::Refusal, request::Request},
    fault::Fault,
    store::columns::cases::Which,
};

/// Everybody who was used, given the last frame of the list.
pub fn used(desk: &Desk, last: u64) -> Result<HashSet<Id>, Fault> {
    let cases = desk.book.cases.list(Which::All, desk.now(), desk.zone());
    if !desk.shows(Class::Restricted) {
        let seen: HashSet<Id> = cases.iter().map(|case| case.id).collect();
        for stored in desk.reader().stored::<Request>() {
            let (key, _) = stored?;
            if !seen.contains(&key.id()) && desk.reader().stands(key)? > last {
                return Err(Fault::Forbidden(Refusal::Restricted));
            }
        }
    }
    let drafts = keeping::unfinished(desk);
    let about = drafts.iter().filter_map(|left| {
        let apart = left.draft.named(keeping::APART);
        apart.get(..ID).and_then(|id| id.parse::<Id>().ok())
    });
    Ok(cases.iter().filter_map(|case| case.subject).chain(about).collect())
}

/// Digits of an id, with which the name of a draft about somebody begins.
const ID: usize = 32;
