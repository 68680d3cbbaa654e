//! The number ledger: every number that the office gives, and what became of it.
//!
//! # Why
//! An auditor asks of a gap in the agenda book who took the number and for what. So no number is
//! ever skipped: what lies between the last one and the next is kept with its own record, as set
//! aside until somebody says what was written with it, or that nothing was. A number is never
//! given again, void or not.
use chrono::Datelike as _;

use crate::{
    desk::{counter::Desk, tables},
    domain::{
        date::Day,
        id::Id,
        letter::{Letter, Rule, State, Voided},
        may::Action,
        reject::Reject,
        request::Request,
        serial::{LAST, Scope, Serial},
        text::Line,
    },
    fault::Fault,
    form::{
        field::Draft,
        ledger::{self, COUNT, SERIAL, Written},
    },
    letter::kinds::RUJUKAN,
    store::item::{Item, Kept as _},
};

/// A place in the ledger, and the number as it stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub serial: Serial,
    pub number: Line,
}

/// The place of a letter that is written on that day: the one with this serial, or the next.
pub(crate) fn place(
    desk: &Desk,
    rule: &Rule,
    day: Day,
    serial: Option<u32>,
) -> Result<Place, Fault> {
    let series = desk.office()?.scope.series(&rule.code);
    let year = year(day);
    let number = serial.map_or_else(|| next(desk, &series, year), Ok)?;
    let serial = Serial { series, year, number };
    if number == 0
        || number > LAST
        || desk.book.letters.at(&serial).is_some_and(|id| !held(desk, id))
    {
        return Err(Fault::Rejected { field: SERIAL.id, why: Reject::Taken });
    }
    let number = desk.office()?.numbers.number([&rule.code, rule.class.as_str()], number, day);
    let known = desk.book.letters.with_number(&number);
    if known.is_some() && known != desk.book.letters.at(&serial) {
        return Err(Fault::Rejected { field: SERIAL.id, why: Reject::Taken });
    }
    let number = number.parse().map_err(|why| Fault::Rejected { field: "nomor", why })?;
    Ok(Place { serial, number })
}

/// The year whose numbers are given now.
#[must_use]
pub fn this_year(desk: &Desk) -> u16 {
    year(Day(desk.today()))
}

fn year(day: Day) -> u16 {
    u16::try_from(day.0.year()).unwrap_or_default()
}

/// The serial that comes next in a series: behind the last one, and not before the first that Loket
/// gives.
pub(crate) fn next(desk: &Desk, series: &str, year: u16) -> Result<u32, Fault> {
    let last = desk.book.letters.last(series, year);
    Ok(first(desk, year)?.max(last + 1))
}

/// Whether others write in the same series.
pub(crate) fn is_shared(desk: &Desk) -> Result<bool, Fault> {
    Ok(desk.office()?.scope == Scope::Shared)
}

/// The serial that the next letter of this year gets, where one series is for all.
pub fn coming(desk: &Desk) -> Result<u32, Fault> {
    let series = desk.office()?.scope.series(RUJUKAN.code);
    next(desk, &series, this_year(desk))
}

/// The first serial of a year that Loket gives.
fn first(desk: &Desk, year: u16) -> Result<u32, Fault> {
    let first = desk.office()?.first.filter(|first| first.year == year);
    Ok(first.map_or(1, |first| first.number))
}

fn held(desk: &Desk, id: Id) -> bool {
    desk.must::<Letter>(id).is_ok_and(|letter| letter.state == State::Held)
}

/// The letter with its place in the ledger: where a number was held for it, it takes that record;
/// where it leaves numbers out, they are set aside until somebody says what became of them.
pub(crate) fn entered(desk: &mut Desk, mut letter: Letter) -> Result<Vec<Item>, Fault> {
    let Serial { series, year, number } = letter.serial.clone();
    if let Some(id) = desk.book.letters.at(&letter.serial) {
        letter.id = id;
    }
    let next = next(desk, &series, year)?;
    let mut items = vec![];
    for left_out in next..number {
        let serial = Serial { number: left_out, ..letter.serial.clone() };
        items.push(blank(desk, serial, letter.day)?.item());
    }
    items.push(letter.item());
    Ok(items)
}

/// A number with which nothing is written yet.
fn blank(desk: &mut Desk, serial: Serial, day: Day) -> Result<Letter, Fault> {
    let ground = desk.ground()?;
    let code = if serial.series.is_empty() { RUJUKAN.code } else { &serial.series };
    let class = tables::rule(desk, code)?.class.clone();
    let number = desk.office()?.numbers.number([code, class.as_str()], serial.number, day);
    Ok(Letter {
        id: ground.id,
        kind: serial.series.clone(),
        serial,
        number: number.parse().map_err(|why| Fault::Rejected { field: "nomor", why })?,
        day,
        request: None,
        ticket: None,
        state: State::Held,
        by_hand: true,
        goal: None,
        matter: None,
        answers: vec![],
        text: String::new(),
        valid_until: None,
        issued: ground.stamp,
        copies: vec![],
        voided: None,
        replaces: None,
        replaced_by: None,
        stub: None,
    })
}

/// Sets the next numbers aside for handwriting, as many as these answers say: for a power cut, or
/// for a colleague without Loket.
pub fn hold(desk: &mut Desk, draft: &Draft) -> Result<Vec<Letter>, Fault> {
    desk.permit(Action::HoldNumbers, None)?;
    let ground = desk.ground()?;
    let (kind, count) = ledger::held(draft, &ground)?;
    let series = desk.office()?.scope.series(&tables::rule(desk, &kind)?.code);
    let day = Day(ground.today);
    let from = next(desk, &series, year(day))?;
    if from + count > LAST {
        return Err(Fault::Rejected { field: COUNT.id, why: Reject::Range { least: 1, most: 1 } });
    }
    let mut held = vec![];
    for number in from..from + count {
        let serial = Serial { series: series.clone(), year: year(day), number };
        held.push(blank(desk, serial, day)?);
    }
    desk.commit("nomor disisihkan", held.iter().cloned().map(Letter::item).collect())?;
    Ok(held)
}

/// How far ahead of the next number one may be that is entered: what lies between waits in the book
/// for ever, so a slip of a finger must not reach far. Others who write in the same series may.
const AHEAD: u32 = 100;
const AHEAD_SHARED: u32 = 1_000;

/// Enters a letter that was written by hand or elsewhere in the office; returns it, and how many
/// numbers before it wait now to be explained.
pub fn enter(desk: &mut Desk, draft: &Draft) -> Result<(Letter, usize), Fault> {
    desk.permit(Action::IssueLetter, None)?;
    let ground = desk.ground()?;
    let Written { kind, serial, day, goal, matter, ticket, number } =
        ledger::written(draft, &ground)?;
    let rule = tables::rule(desk, &kind)?.clone();
    let request = match ticket {
        Some(ticket) => {
            let case = desk.book.cases.with_ticket(ticket).map(|case| case.id);
            let id =
                case.ok_or(Fault::Rejected { field: ledger::TICKET.id, why: Reject::NoOther })?;
            let request: Request = desk.allowed(id, Action::IssueLetter)?;
            desk.unlimited(request.subject)?;
            Some(request.id)
        }
        None => None,
    };
    let place = place(desk, &rule, day, Some(serial))?;
    let ahead = if is_shared(desk)? { AHEAD_SHARED } else { AHEAD };
    let most = next(desk, &place.serial.series, place.serial.year)?.saturating_add(ahead);
    if serial > most {
        let why = Reject::Range { least: 1, most };
        return Err(Fault::Rejected { field: SERIAL.id, why });
    }
    let blank = blank(desk, place.serial, day)?;
    let letter = Letter {
        kind: rule.code,
        number: number.unwrap_or(place.number),
        request,
        ticket,
        state: State::Final,
        goal: Some(goal),
        matter: Some(matter),
        ..blank
    };
    if desk.book.letters.with_number(letter.number.as_str()).is_some_and(|id| !held(desk, id)) {
        return Err(Fault::Rejected { field: ledger::NUMBER.id, why: Reject::Taken });
    }
    let items = entered(desk, letter)?;
    let letters = items.iter().filter_map(Letter::of);
    let (new, waiting): (Vec<_>, Vec<_>) = letters.partition(|one| one.state == State::Final);
    let waiting = waiting.len();
    let letter = new.first().copied().cloned().ok_or(Fault::Missing { what: "surat" })?;
    desk.commit("surat tulis tangan", items)?;
    Ok((letter, waiting))
}

/// Says of a number that it counts no more, and why. It is never given again.
pub fn void(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Letter, Fault> {
    let letter: Letter = desk.allowed(id, Action::VoidLetter)?;
    desk.unlimited_letter(&letter)?;
    if letter.state == State::Void || letter.replaced_by.is_some() {
        return Err(Fault::OffTheRoad);
    }
    let ground = desk.ground()?;
    let reason = ledger::voided(draft, &ground)?;
    let voided = Some(Voided { reason, stamp: ground.stamp });
    let letter = Letter { state: State::Void, voided, ..letter };
    desk.commit("surat batal", vec![letter.clone().item()])?;
    Ok(letter)
}

/// The numbers of a series of which there is no record, and which nothing explains. There are none,
/// unless the setting for the first number was changed since.
pub fn unexplained(desk: &Desk, series: &str, year: u16) -> Result<Vec<u32>, Fault> {
    let known: Vec<u32> =
        desk.book.letters.numbered(series, year).map(|(number, _)| number).collect();
    let last = known.last().copied().unwrap_or_default();
    Ok((first(desk, year)?..last).filter(|number| known.binary_search(number).is_err()).collect())
}
