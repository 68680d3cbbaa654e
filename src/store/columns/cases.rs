//! Requests in memory: what lists and counts ask of them.
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        choice::Choice as _,
        id::Id,
        moment::{Moment, Zone},
        month::Month,
        promise::Promise,
        referral_road,
        request::{Kind, Request},
        road::Status,
        ticket::{Beginning, Register, RegisterPart, Series, Ticket},
    },
    store::columns::tally::{KINDS, Tallies, Tally},
};

/// The few facts of a request.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Case {
    pub id: Id,
    pub subject: Option<Id>,
    pub register: Register,
    pub ticket: Ticket,
    pub kind: Kind,
    /// Who took it in.
    pub by: Id,
    pub status: Status,
    pub promise: Promise,
    pub received: Moment,
    /// When something happened last.
    pub touched: Moment,
    /// Since when a referral has been out without news; the oldest one.
    pub silent_since: Option<Moment>,
}

/// The requests, in the order of their registration.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Cases {
    rows: Vec<Case>,
    #[serde(skip)]
    by_id: HashMap<Id, u32>,
    /// The slots of the requests about each resident, the oldest first.
    #[serde(skip)]
    by_subject: HashMap<Id, Vec<u32>>,
    #[serde(skip)]
    tallies: Tallies,
    /// Tickets of requests and of their referrals.
    tickets: HashMap<Ticket, u32>,
    /// Tickets of what this officer must not see.
    hidden: HashSet<Ticket>,
    registers: HashMap<u16, u32>,
    series: HashMap<(Series, u16, u8), u32>,
}

/// Which requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Registered today: the visits of the day.
    Today,
    /// Waiting for papers.
    Lacking,
    /// With a referral that is out and silent.
    Silent,
    /// Promised for today.
    DueToday,
    /// Promised for a day that has passed.
    Overdue,
    /// Not closed.
    Open,
    /// All of them.
    All,
    /// About this resident.
    About(Id),
}

impl Cases {
    /// Takes in a request, new or changed, and says when something happened with it last.
    pub fn put(&mut self, request: &Request) -> Moment {
        let case = case(request);
        let known = self.by_id.get(&request.id).copied();
        let slot = known.unwrap_or_else(|| {
            let slot = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
            self.by_id.insert(request.id, slot);
            self.rows.push(Case { subject: None, ..case });
            raise(self.registers.entry(case.register.year).or_default(), case.register.number);
            slot
        });
        if let Some(row) = self.rows.get_mut(slot as usize) {
            let before = std::mem::replace(row, case);
            if known.is_some() {
                self.tallies.leave(before.ticket, before.kind, before.status);
            }
            self.tallies.enter(case.ticket, case.kind, case.status);
            self.about(slot, before.subject, case.subject);
        }
        self.ticket(request.ticket, slot);
        for referral in &request.referrals {
            self.ticket(referral.ticket, slot);
        }
        case.touched
    }

    /// Takes in the numbers of a request that this officer must not see.
    pub fn hide(&mut self, id: Id, register: Register, tickets: &[Ticket]) {
        if let Some(slot) = self.by_id.get(&id).copied() {
            self.rows.remove(slot as usize);
            self.tickets.retain(|_, known| *known != slot);
            let behind = self.tickets.values_mut().filter(|known| **known > slot);
            behind.for_each(|known| *known -= 1);
            self.relink();
        }
        raise(self.registers.entry(register.year).or_default(), register.number);
        for ticket in tickets {
            self.given(*ticket);
        }
        self.hidden.extend(tickets.iter().copied());
    }

    /// Whether that is a ticket of a request that this officer must not see.
    #[must_use]
    pub fn is_hidden(&self, ticket: Ticket) -> bool {
        self.hidden.contains(&ticket)
    }

    /// Notes whom a request is about now, and was about before.
    fn about(&mut self, slot: u32, before: Option<Id>, now: Option<Id>) {
        if before == now {
            return;
        }
        if let Some(slots) = before.and_then(|who| self.by_subject.get_mut(&who)) {
            slots.retain(|known| *known != slot);
        }
        if let Some(who) = now {
            let slots = self.by_subject.entry(who).or_default();
            slots.push(slot);
            slots.sort_unstable();
        }
    }

    fn given(&mut self, ticket: Ticket) {
        let last = self.series.entry((ticket.series, ticket.year, ticket.month)).or_default();
        raise(last, ticket.number);
    }

    fn ticket(&mut self, ticket: Ticket, slot: u32) {
        self.hidden.remove(&ticket);
        self.tickets.insert(ticket, slot);
        self.given(ticket);
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All of them, in the order of their registration.
    pub fn all(&self) -> impl Iterator<Item = &Case> {
        self.rows.iter()
    }

    /// The request of that ticket, or of the referral of that ticket.
    #[must_use]
    pub fn with_ticket(&self, ticket: Ticket) -> Option<&Case> {
        self.tickets.get(&ticket).and_then(|slot| self.rows.get(*slot as usize))
    }

    /// So many of the tickets that begin so, with their requests; the newest first.
    #[must_use]
    pub fn beginning(&self, begun: Beginning, most: usize) -> Vec<(Ticket, &Case)> {
        let newest =
            |ticket: &Ticket| Reverse((ticket.year, ticket.month, ticket.number, ticket.series));
        let fitting = self.tickets.keys().copied().filter(|ticket| begun.fits(*ticket));
        let mut found: Vec<Ticket> = fitting.collect();
        if found.len() > most {
            found.select_nth_unstable_by_key(most, newest);
            found.truncate(most);
        }
        found.sort_unstable_by_key(newest);
        found.into_iter().filter_map(|ticket| Some((ticket, self.with_ticket(ticket)?))).collect()
    }

    /// The requests of such a register number, the newest first.
    pub fn registered(&self, part: RegisterPart) -> impl Iterator<Item = &Case> {
        self.rows.iter().rev().filter(move |case| part.fits(case.register))
    }

    /// The register number that comes next.
    #[must_use]
    pub fn next_register(&self, year: u16) -> Register {
        Register { year, number: self.registers.get(&year).copied().unwrap_or_default() + 1 }
    }

    /// The ticket that comes next.
    #[must_use]
    pub fn next_ticket(&self, series: Series, year: u16, month: u8) -> Ticket {
        let last = self.series.get(&(series, year, month)).copied().unwrap_or_default();
        Ticket { series, year, month, number: last + 1 }
    }

    /// The requests of a month, as far as this officer may see them.
    #[must_use]
    pub fn tally(&self, month: Month) -> Tally {
        self.tallies.of(month)
    }

    /// How many requests of each kind there are in a month that this officer must not see. Their
    /// tickets were handed out; where they stand is not known here.
    #[must_use]
    pub fn hidden(&self, month: Month) -> [u32; KINDS] {
        let mut counts = [0; KINDS];
        for (kind, count) in Kind::ALL.iter().zip(&mut counts) {
            let meant = |ticket: &&Ticket| {
                ticket.series == kind.series()
                    && (ticket.year, ticket.month) == (month.year, month.month)
            };
            *count = u32::try_from(self.hidden.iter().filter(meant).count()).unwrap_or(u32::MAX);
        }
        counts
    }

    /// The requests of a list, at a moment in a zone; the newest first, promises the oldest first.
    #[must_use]
    pub fn list(&self, which: Which, now: Moment, zone: Zone) -> Vec<&Case> {
        let mut found: Vec<&Case> = match which {
            Which::About(subject) => self.of(subject).collect(),
            _ => self.matching(which, now, zone).collect(),
        };
        match which {
            Which::DueToday | Which::Overdue => {
                found.sort_by_key(|case| (case.promise.day(zone), case.received));
            }
            Which::Silent => found.sort_by_key(|case| case.silent_since),
            _ => found.reverse(),
        }
        found
    }

    /// How many requests a list holds.
    #[must_use]
    pub fn count(&self, which: Which, now: Moment, zone: Zone) -> usize {
        self.matching(which, now, zone).count()
    }

    /// The requests about a resident, the oldest first.
    fn of(&self, subject: Id) -> impl Iterator<Item = &Case> {
        let slots = self.by_subject.get(&subject).into_iter().flatten();
        slots.filter_map(|slot| self.rows.get(*slot as usize))
    }

    fn matching(&self, which: Which, now: Moment, zone: Zone) -> impl Iterator<Item = &Case> {
        let today = now.day(zone);
        let dawn = Moment::midnight(today.0, zone);
        let due = move |case: &Case| {
            if case.status.is_open() && case.status.clock_runs() {
                case.promise.day(zone)
            } else {
                None
            }
        };
        self.rows.iter().filter(move |case| match which {
            Which::Today => case.received >= dawn,
            Which::Lacking => case.status == Status::Lacking,
            Which::Silent => case.silent_since.is_some(),
            Which::DueToday => due(case) == Some(today),
            Which::Overdue => due(case).is_some_and(|day| day < today),
            Which::Open => case.status.is_open(),
            Which::All => true,
            Which::About(subject) => case.subject == Some(subject),
        })
    }

    /// Puts the requests in the order in which they were registered, whatever the order in which
    /// they were taken in: ids of the same millisecond are in none.
    pub fn arrange(&mut self) {
        let before: Vec<Id> = self.rows.iter().map(|case| case.id).collect();
        self.rows.sort_by_key(|case| case.register);
        self.relink();
        for slot in self.tickets.values_mut() {
            let id = before.get(*slot as usize);
            *slot = id.and_then(|id| self.by_id.get(id)).copied().unwrap_or(*slot);
        }
    }

    /// Makes the look-ups anew after the columns were read from a file.
    pub fn relink(&mut self) {
        self.by_id = (0_u32..).zip(&self.rows).map(|(slot, case)| (case.id, slot)).collect();
        self.by_subject.clear();
        self.tallies = Tallies::default();
        for (slot, case) in (0_u32..).zip(&self.rows) {
            self.tallies.enter(case.ticket, case.kind, case.status);
            if let Some(who) = case.subject {
                self.by_subject.entry(who).or_default().push(slot);
            }
        }
    }
}

fn raise(last: &mut u32, number: u32) {
    *last = (*last).max(number);
}

fn case(request: &Request) -> Case {
    let out = request.referrals.iter().filter(|referral| referral.status.awaits_news());
    let left = out.filter_map(|referral| {
        let gone = |event: &&crate::domain::referral::Event| {
            matches!(event.step, referral_road::Step::Hand | referral_road::Step::Send)
        };
        referral.road.iter().rfind(gone).map(|event| event.stamp.at)
    });
    let silent_since = if request.status.is_open() { left.min() } else { None };
    Case {
        id: request.id,
        subject: request.subject,
        register: request.register,
        ticket: request.ticket,
        kind: request.kind,
        by: request.received.by,
        status: request.status,
        promise: request.promise,
        received: request.received.at,
        touched: request.road.last().map_or(request.received.at, |event| event.stamp.at),
        silent_since,
    }
}
