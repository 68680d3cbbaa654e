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
    for id in desk.book.people.find(query, limit) {
        if let Some(resident) = desk.get(id)? {
            found.push(Found::Resident(Box::new(resident)));
        }
    }
    Ok(found)
}
