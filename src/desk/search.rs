//! Finding someone by name, NIK or telephone, or something by the number on its paper.
use std::borrow::Cow;

use crate::{
    desk::{counter::Desk, filtering},
    domain::{
        date::Day,
        filter::Filter,
        id::Id,
        letter::Letter,
        may::Action,
        resident::Resident,
        ticket::{Beginning, RegisterPart, Ticket, is_ticket_like},
    },
    fault::Fault,
    store::columns::{
        cases::Case,
        letters::Lies,
        seeking::{self, Hit},
    },
};

pub use crate::store::columns::need::How;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Resident(Box<Match>),
    /// The request of a ticket or of a number on its papers.
    Request(Id),
    /// The referral of a ticket.
    Referral {
        request: Id,
        ticket: Ticket,
    },
    /// The letter of a number.
    Letter(Id),
    /// The letter of the code on a tear-off stub.
    Stub(Id),
}

/// A resident who was found, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub who: Resident,
    pub how: How,
    /// The words that fitted, as they stand in the name.
    pub marks: Vec<String>,
}

impl Match {
    /// Whether the line tells why: a name that is spelled otherwise, or the day of birth.
    #[must_use]
    pub const fn is_seen(&self) -> bool {
        matches!(self.how, How::Spelled | How::Slipped | How::Born)
    }

    /// Why somebody stands in the list who is not called as was typed.
    #[must_use]
    pub const fn reason(&self) -> Option<&'static str> {
        match self.how {
            How::Typed | How::Home => None,
            How::Spelled => Some("ejaan lain"),
            How::Slipped => Some("mirip ejaan"),
            How::NearNik => Some("mirip NIK"),
            How::Nik => Some("NIK cocok"),
            How::Kk => Some("KK cocok"),
            How::Phone => Some("HP cocok"),
            How::Born => Some("tgl lahir cocok"),
        }
    }
}

/// What a query looks like that can be nobody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// A ticket, finished or not.
    Ticket,
    /// A register number or the number of a letter.
    Number,
}

/// The most papers that stand above the people.
pub const PAPERS: usize = 10;

/// Letters and digits from which on a part of the number of a letter is looked for.
const PART: usize = 2;

/// What a query looks like, if it can be nobody's name.
#[must_use]
pub fn looks(query: &str) -> Option<Looks> {
    if is_ticket_like(query) || Beginning::read(query).is_some() {
        return Some(Looks::Ticket);
    }
    if Day::whole(query.trim()).is_some() {
        return None;
    }
    let first = |c: char| c.is_ascii_digit() || c == '/';
    let number = query.contains('/') && query.trim().starts_with(first);
    number.then_some(Looks::Number)
}

/// Whether a query is a register number, or a part of one.
#[must_use]
pub fn is_register(query: &str) -> bool {
    RegisterPart::read(query).is_some()
}

/// What fits a query, best first.
pub fn find(desk: &Desk, query: &str, limit: usize) -> Result<Vec<Found>, Fault> {
    narrowed(desk, query, &Filter::default(), limit)
}

/// What fits a query, best first, of those whom a filter leaves: all of them where nothing was
/// typed.
pub fn narrowed(
    desk: &Desk,
    query: &str,
    filter: &Filter,
    limit: usize,
) -> Result<Vec<Found>, Fault> {
    desk.permit(Action::Read, None)?;
    let mut found = if filter.is_empty() { papers(desk, query)? } else { vec![] };
    if query.contains('/') && is_register(query) {
        // Its digits would be a part of the NIK or the telephone of many, and are not meant so.
        return Ok(found);
    }
    let people = people(desk, query, filter, limit.saturating_sub(found.len()))?;
    found.extend(people.into_iter().map(|found| Found::Resident(Box::new(found))));
    Ok(found)
}

/// The papers whose ticket, register number or letter number is or begins as was typed, the best
/// and then the newest first.
///
/// Only what stands in the columns is looked at: of those who sit here without the right to what is
/// restricted they hold nothing of it, so that nobody learns by searching that there is something.
fn papers(desk: &Desk, query: &str) -> Result<Vec<Found>, Fault> {
    let mut found: Vec<Found> = Vec::new();
    let cases = &desk.book.cases;
    let signs = query.chars().filter(char::is_ascii_alphanumeric).count();
    let letters = if query.contains('/') && signs >= PART {
        desk.book.letters.spelled(query, PAPERS)
    } else {
        vec![]
    };
    let (whole, parts): (Vec<_>, Vec<_>) =
        letters.into_iter().partition(|(_, lies)| *lies == Lies::Whole);
    let stub = query.parse().ok().and_then(|stub| desk.book.letters.with_stub(stub));
    found.extend(stub.map(Found::Stub));
    for (id, _) in whole {
        let letter: Letter = desk.must(id)?;
        found.push(Found::Letter(id));
        found.extend(letter.request.map(Found::Request));
    }
    let whole = query.parse().ok().or_else(|| Ticket::unsigned(query));
    let whole = whole.and_then(|ticket| Some((ticket, cases.with_ticket(ticket)?)));
    let begun = Beginning::read(query).map(|begun| cases.beginning(begun, PAPERS));
    let tickets = whole.into_iter().chain(begun.into_iter().flatten());
    let tickets = tickets.map(|(ticket, case)| of_ticket(ticket, case));
    let part = RegisterPart::read(query);
    let registered = part.into_iter().flat_map(|part| cases.registered(part)).take(PAPERS);
    let registered = registered.map(|case| Found::Request(case.id));
    let parts = parts.into_iter().map(|(id, _)| Found::Letter(id));
    for one in tickets.chain(registered).chain(parts) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found.truncate(PAPERS);
    Ok(found)
}

/// The request of a ticket, or the referral.
fn of_ticket(ticket: Ticket, case: &Case) -> Found {
    if ticket == case.ticket {
        Found::Request(case.id)
    } else {
        Found::Referral { request: case.id, ticket }
    }
}

/// The residents who fit a query, best first; of those who are restricted only whom the officer
/// who sits here may see.
pub fn residents(desk: &Desk, query: &str, limit: usize) -> Result<Vec<Match>, Fault> {
    people(desk, query, &Filter::default(), limit)
}

fn people(desk: &Desk, query: &str, filter: &Filter, limit: usize) -> Result<Vec<Match>, Fault> {
    desk.permit(Action::Read, None)?;
    let mut found = Vec::new();
    let only = filtering::slots(desk, filter);
    let hits = seeking::find(&desk.book.people, &dialled(query), only.as_ref(), limit);
    for Hit { id, how, marks } in hits {
        let Some(who) = desk.get::<Resident>(id)? else { continue };
        if desk.shows(desk.class_of_resident(&who)) {
            found.push(Match { who, how, marks });
        }
    }
    Ok(found)
}

/// A telephone number that is typed with the country, `+62 812`, as it is kept: `0812`.
#[must_use]
pub fn dialled(query: &str) -> Cow<'_, str> {
    let between = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')');
    let number = |c: char| c.is_ascii_digit() || between(c);
    match query.trim().strip_prefix("+62") {
        Some(rest) if rest.chars().all(number) => {
            let rest = rest.trim_start_matches(|c| c == '0' || between(c));
            format!("0{rest}").into()
        }
        _ => query.into(),
    }
}
