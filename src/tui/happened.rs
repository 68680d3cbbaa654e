//! What happened to a request or a referral, as a clerk reads it.
use crate::{
    desk::{counter::Desk, directory},
    domain::{
        clerk::Stamp,
        reason::{Reason, words},
        text::Note,
    },
    tui::widget::parts::Row,
};

/// A step of any road.
#[derive(Debug)]
pub struct Happened<'a> {
    pub step: &'static str,
    pub reasons: &'static [Reason],
    pub stamp: Stamp,
    pub reason: Option<&'a str>,
    pub note: Option<&'a Note>,
}

/// One step: when and what, who, why and what was noted.
#[must_use]
pub fn rows<K>(desk: &Desk, happened: &Happened<'_>) -> Vec<Row<K>> {
    let (zone, at) = (desk.zone(), happened.stamp.at);
    let name = directory::clerk_name(desk, happened.stamp.by);
    let first = format!("{} {}  {} ({name})", at.day(zone), at.clock(zone), happened.step);
    let why = happened.reason.map(|code| words(happened.reasons, code).to_owned());
    let note = happened.note.map(ToString::to_string);
    let more = why.into_iter().chain(note).map(Row::under);
    std::iter::once(Row::words(first)).chain(more).collect()
}
