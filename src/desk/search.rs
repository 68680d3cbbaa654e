//! Finding someone by name, NIK or telephone, or something by the number on its paper.
use std::borrow::Cow;

use crate::{
    desk::{counter::Desk, lists},
    domain::{
        id::Id,
        letter::Letter,
        may::Action,
        resident::Resident,
        ticket::{Register, Ticket, is_ticket_like},
    },
    fault::Fault,
    store::columns::seeking,
};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Resident(Box<Resident>),
    /// The request of a ticket, of the referral of that ticket, or of a number on its papers.
    Request(Id),
    /// The letter of a number.
    Letter(Id),
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
    let mut found = papers(desk, query)?;
    let people = residents(desk, query, limit)?;
    found.extend(people.into_iter().map(|who| Found::Resident(Box::new(who))));
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
pub fn residents(desk: &Desk, query: &str, limit: usize) -> Result<Vec<Resident>, Fault> {
    desk.permit(Action::Read, None)?;
    let found = seeking::find(&desk.book.people, &dialled(query), None, limit).into_iter();
    let found = found.filter_map(|hit| desk.get::<Resident>(hit.id).transpose());
    let seen = |who: &Result<Resident, Fault>| {
        who.as_ref().map_or(true, |who| desk.shows(desk.class_of_resident(who)))
    };
    found.filter(seen).collect()
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
