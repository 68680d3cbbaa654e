//! How many requests of each month are of which kind, and where they stand.
//!
//! # Why
//! Counted as requests come and change, a recap reads 72 numbers and no request. The month is that
//! of the ticket, which is the month in which the request was taken in, whatever the clock was set
//! to since.
use std::collections::HashMap;

use crate::domain::{choice::Choice, month::Month, request::Kind, road::Status, ticket::Ticket};

/// How many kinds of request there are.
pub const KINDS: usize = <Kind as Choice>::ALL.len();

/// How many places there are where one can stand.
const STATUSES: usize = <Status as Choice>::ALL.len();

/// The requests of a month: for each status the number of each kind, in the order of [`Kind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally([[u32; KINDS]; STATUSES]);

impl Tally {
    /// The number of each kind that stand there.
    #[must_use]
    pub const fn at(&self, status: Status) -> [u32; KINDS] {
        self.0[status as usize]
    }
}

/// The tallies of all months.
#[derive(Debug, Default)]
pub struct Tallies(HashMap<Month, Tally>);

impl Tallies {
    /// The requests of a month.
    #[must_use]
    pub fn of(&self, month: Month) -> Tally {
        self.0.get(&month).copied().unwrap_or_default()
    }

    /// Counts a request in.
    pub fn enter(&mut self, ticket: Ticket, kind: Kind, status: Status) {
        self.cell(ticket, kind, status, |count| *count += 1);
    }

    /// Takes a request out that was counted in.
    pub fn leave(&mut self, ticket: Ticket, kind: Kind, status: Status) {
        self.cell(ticket, kind, status, |count| *count = count.saturating_sub(1));
    }

    fn cell(&mut self, ticket: Ticket, kind: Kind, status: Status, count: fn(&mut u32)) {
        let month = Month { year: ticket.year, month: ticket.month };
        count(&mut self.0.entry(month).or_default().0[status as usize][kind as usize]);
    }
}
