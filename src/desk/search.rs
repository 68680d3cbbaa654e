//! Finding someone by name, NIK or telephone, or something by its ticket.
use crate::{
    desk::{counter::Desk, lists},
    domain::{id::Id, resident::Resident},
    fault::Fault,
};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Resident(Box<Resident>),
    /// The request of a ticket, or of the referral of that ticket.
    Request(Id),
    /// The letter of a number.
    Letter(Id),
}

/// What fits a query, best first.
pub fn find(desk: &Desk, query: &str, limit: usize) -> Result<Vec<Found>, Fault> {
    let ticket = lists::with_ticket(desk, query).map(Found::Request);
    let letter = desk.book.letters.with_number(query).map(Found::Letter);
    let mut found: Vec<Found> = ticket.into_iter().chain(letter).collect();
    let people = residents(desk, query, limit)?;
    found.extend(people.into_iter().map(|who| Found::Resident(Box::new(who))));
    Ok(found)
}

/// The residents who fit a query, best first.
pub fn residents(desk: &Desk, query: &str, limit: usize) -> Result<Vec<Resident>, Fault> {
    let found = desk.book.people.find(query, limit).into_iter();
    found.filter_map(|id| desk.get(id).transpose()).collect()
}
