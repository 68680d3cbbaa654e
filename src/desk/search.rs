//! Finding someone by name, NIK or telephone, or something by the number on its paper.
use std::borrow::Cow;

use crate::{
    desk::{counter::Desk, filtering, lists},
    domain::{
        filter::Filter,
        id::Id,
        letter::Letter,
        may::Action,
        resident::Resident,
        ticket::{Register, Ticket, is_ticket_like},
    },
    fault::Fault,
    store::columns::seeking::{self, Hit},
};

pub use crate::store::columns::need::How;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Resident(Box<Match>),
    /// The request of a ticket, of the referral of that ticket, or of a number on its papers.
    Request(Id),
    /// The letter of a number.
    Letter(Id),
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
    /// Why somebody stands in the list who is not called as was typed.
    #[must_use]
    pub const fn reason(&self) -> Option<&'static str> {
        match self.how {
            How::Typed | How::Home => None,
            How::Spelled => Some("ejaan lain"),
            How::Slipped => Some("mirip ejaan"),
            How::NearNik => Some("mirip NIK"),
            How::Kk => Some("KK cocok"),
            How::Phone => Some("HP cocok"),
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

/// What a query looks like, if it can be nobody's name.
#[must_use]
pub fn looks(query: &str) -> Option<Looks> {
    if is_ticket_like(query) {
        return Some(Looks::Ticket);
    }
    let number = query.contains('/') && query.trim().starts_with(|c: char| c.is_ascii_digit());
    number.then_some(Looks::Number)
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
    let mut found = if filter.is_empty() { papers(desk, query)? } else { vec![] };
    let people = people(desk, query, filter, limit)?;
    found.extend(people.into_iter().map(|found| Found::Resident(Box::new(found))));
    Ok(found)
}

/// The letter of a number and its request, and the request of a ticket or a register number.
fn papers(desk: &Desk, query: &str) -> Result<Vec<Found>, Fault> {
    let mut found = Vec::new();
    let letter = || desk.book.letters.spelled(query);
    if let Some(id) = query.contains('/').then(letter).flatten() {
        let letter: Letter = desk.must(id)?;
        found.extend([Found::Letter(id), Found::Request(letter.request)]);
    }
    let cases = &desk.book.cases;
    let register = || cases.with_register(Register::read(query)?).map(|case| case.id);
    let unsigned = || cases.with_ticket(Ticket::unsigned(query)?).map(|case| case.id);
    let request = lists::with_ticket(desk, query).or_else(unsigned).or_else(register);
    let request = request.map(Found::Request).filter(|request| !found.contains(request));
    found.extend(request);
    Ok(found)
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
