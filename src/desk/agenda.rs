//! The agenda book: every number of a year, in order, with what became of it.
use std::collections::HashMap;

use crate::{
    desk::{counter::Desk, ledger, letters, paperwork},
    domain::{
        choice::Choice as _,
        class::Class,
        id::Id,
        letter::{Letter, State},
        may::Action,
        text::Line,
    },
    fault::Fault,
    print::{page::Document, pages::Sheets},
};

/// A line of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Nothing for a number that nobody can explain.
    pub letter: Option<Id>,
    pub serial: u32,
    /// As it stands on the paper.
    pub number: String,
    pub day: String,
    /// Whom it went to and what it was about; empty where that is not for the officer who sits here.
    pub goal: String,
    pub matter: String,
    /// What became of it, and why.
    pub state: String,
    /// Whether it was written here and has not come out yet.
    pub waits: bool,
}

/// What stands where a number has no record at all.
const UNEXPLAINED: &str = "TIDAK TERCATAT";

/// What stands for a letter that is not for the officer who reads the book, or was erased.
const CLOSED: &str = "Rahasia";

/// The years of which there is a book, the newest first; this year is always among them.
#[must_use]
pub fn years(desk: &Desk) -> Vec<u16> {
    let mut years: Vec<u16> = desk.book.letters.series().map(|(_, year)| year).collect();
    years.push(ledger::this_year(desk));
    years.sort_unstable();
    years.dedup();
    years.into_iter().rev().collect()
}

/// The lines of a year, series by series, the first number first. On paper what is restricted is
/// closed to everybody.
pub fn rows(desk: &Desk, year: u16, on_paper: bool) -> Result<Vec<Row>, Fault> {
    desk.permit(Action::Read, None)?;
    let series: Vec<String> = desk
        .book
        .letters
        .series()
        .filter(|(_, of)| *of == year)
        .map(|(series, _)| series.to_owned())
        .collect();
    let names = desk.book.letters.names();
    let mut rows = vec![];
    for series in series {
        let mut lost = ledger::unexplained(desk, &series, year)?.into_iter().peekable();
        for (serial, id) in desk.book.letters.numbered(&series, year) {
            while let Some(lost) = lost.next_if(|lost| *lost < serial) {
                rows.push(missing(lost));
            }
            rows.push(line(desk, (id, serial), &names, on_paper)?);
        }
    }
    Ok(rows)
}

fn missing(serial: u32) -> Row {
    let empty = String::new;
    Row {
        letter: None,
        serial,
        number: serial.to_string(),
        day: empty(),
        goal: empty(),
        matter: empty(),
        state: UNEXPLAINED.to_owned(),
        waits: false,
    }
}

fn line(
    desk: &Desk,
    (id, serial): (Id, u32),
    names: &HashMap<Id, &str>,
    on_paper: bool,
) -> Result<Row, Fault> {
    let closed = || Row {
        letter: None,
        number: names.get(&id).copied().unwrap_or_default().to_owned(),
        state: CLOSED.to_owned(),
        ..missing(serial)
    };
    if desk.book.letters.is_hidden(id) {
        return Ok(closed());
    }
    let letter: Letter = desk.must(id)?;
    let restricted = desk.class_of_letter(&letter)? == Some(Class::Restricted);
    let words = |line: Option<&Line>| line.map(ToString::to_string).unwrap_or_default();
    let told = |line| if restricted && on_paper { CLOSED.to_owned() } else { words(line) };
    Ok(Row {
        letter: Some(id),
        serial,
        number: letter.number.to_string(),
        day: letter.day.to_string(),
        goal: told(letter.goal.as_ref()),
        matter: told(letter.matter.as_ref()),
        state: state(&letter, names),
        waits: letter.state == State::Reserved && !letter.text.is_empty(),
    })
}

/// What became of a letter, and why.
fn state(letter: &Letter, names: &HashMap<Id, &str>) -> String {
    let number = |id: Option<Id>| id.and_then(|id| names.get(&id).copied());
    let hand = if letter.by_hand && letter.state == State::Final { " (tulis tangan)" } else { "" };
    let voided = letter.voided.as_ref().map(|voided| format!(": {}", voided.reason));
    let newer = number(letter.replaced_by).map(|new| format!(", diganti {new}"));
    let older = number(letter.replaces).map(|old| format!(", menggantikan {old}"));
    let more = [voided, newer, older].into_iter().flatten().collect::<String>();
    format!("{}{hand}{more}", letter.state.label())
}

/// The book of a year on paper.
pub fn printed(desk: &Desk, year: u16) -> Result<Sheets, Fault> {
    let told = |row: Row| {
        let parts = [row.number, row.day, row.goal, row.matter, row.state];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        (format!("{:03}", row.serial), parts.collect::<Vec<_>>().join(" · "))
    };
    let rows = rows(desk, year, true)?.into_iter().map(told).collect();
    let title = format!("Buku agenda surat tahun {year}");
    paperwork::sheets(desk, &title, paperwork::section("Nomor yang terpakai", rows))
}

/// A letter as it stands on its paper; of one that was not written here, what is known of it.
pub fn document(desk: &Desk, letter: &Letter) -> Result<Document, Fault> {
    if !letter.text.is_empty() {
        return letters::fitting(desk, letter);
    }
    let names = desk.book.letters.names();
    let row = line(desk, (letter.id, letter.serial.number), &names, false)?;
    let ticket = letter.ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
    let facts = [
        ("Nomor", row.number),
        ("Tanggal", letter.day.long()),
        ("Keadaan", row.state),
        ("Tujuan", row.goal),
        ("Hal", row.matter),
        ("Tiket", ticket),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts = facts.map(|(label, words)| (label.to_owned(), words)).collect();
    let sheets =
        paperwork::sheets(desk, "Catatan nomor surat", paperwork::section("Nomor", facts))?;
    sheets.lay(desk.office()?.paper)
}
