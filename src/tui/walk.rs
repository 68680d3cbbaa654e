//! The way of the cursor through the questions that apply.
use crate::{
    form::field::{Draft, Field, Kind},
    tui::command::Command,
};

/// Questions that a page key passes.
const PAGE: usize = 10;

/// A table of questions.
pub type Fields = &'static [&'static Field];

/// Does a question take an answer just now?
#[must_use]
pub fn applies(field: &Field, draft: &Draft) -> bool {
    !matches!(field.kind, Kind::Heading) && (field.when)(draft)
}

/// The places of the questions that apply.
#[must_use]
pub fn applying(
    fields: Fields,
    draft: &Draft,
) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
    (0..fields.len()).filter(move |place| applies(fields[*place], draft))
}

/// Where a command leads to from here, if there is anything that way. The next part after the
/// last one is the first.
#[must_use]
pub fn next(fields: Fields, draft: &Draft, here: usize, command: Command) -> Option<usize> {
    let mut all = applying(fields, draft);
    let last = all.clone().next_back();
    match command {
        Command::Next | Command::Down => all.find(|place| *place > here),
        Command::PageDown => all.find(|place| *place >= here + PAGE).or(last),
        Command::Previous | Command::Up => all.rev().find(|place| *place < here),
        Command::PageUp => {
            let first = all.next();
            applying(fields, draft).rev().find(|place| place + PAGE <= here).or(first)
        }
        Command::NextPart => {
            let heading = |place: &usize| matches!(fields[*place].kind, Kind::Heading);
            let part = (here..fields.len()).find(heading).unwrap_or(0);
            all.find(|place| *place >= part)
        }
        _ => None,
    }
}

/// Which question of how many, `12/34`, headings not counted.
#[must_use]
pub fn standing(fields: Fields, here: usize) -> String {
    let asked = |field: &&&Field| !matches!(field.kind, Kind::Heading);
    let before = fields.iter().take(here + 1).filter(asked).count();
    format!("{before}/{} ", fields.iter().filter(asked).count())
}
