//! What officers did, record by record: the audit, on the screen and as a table.
//!
//! # Why
//! That something was done is never hidden from who reads the audit, or it would prove nothing; to
//! whom it was done is, where that is restricted. Nobody is named in the table: requests and letters
//! by their numbers, residents by their initials.
use crate::{
    desk::{
        acts, audit, counter::Desk, directory::clerk_name, facts::differences, history, lists,
        span::Span, trace::Found,
    },
    domain::{
        class::Class, id::Id, institution::Institution, letter::Letter, letter::Rule, may::Action,
        request::Request, resident::Resident, service::Service,
    },
    fault::Fault,
    report::audit::Row,
    store::{
        entry::{Key, Put},
        item::Kept,
        reader::Deed,
        record::{Record, Table},
    },
};

/// One line of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `24-11-2026 09.15`.
    pub when: String,
    /// Name of the officer.
    pub by: String,
    pub act: String,
    /// The record, and how many others.
    pub about: String,
    pub reason: String,
}

/// By what a record is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Known {
    /// On the screen.
    words: String,
    /// In files: no name, no number of a person.
    number: Option<String>,
    /// Is it not for the officer who sits here?
    hidden: bool,
}

/// The line of a deed.
pub fn line(desk: &Desk, deed: &Found) -> Result<Line, Fault> {
    desk.permit(Action::ReadAudit, None)?;
    let (zone, at) = (desk.zone(), deed.stamp.at);
    let known = deed.about.map(|record| known(desk, record)).transpose()?.unwrap_or_default();
    let others = if deed.others > 0 { format!(" dan {} lain", deed.others) } else { String::new() };
    Ok(Line {
        when: format!("{} {}", at.day(zone), at.clock(zone)),
        by: clerk_name(desk, deed.stamp.by).to_owned(),
        act: acts::words(&deed.why).to_owned(),
        about: known.words + &others,
        reason: if known.hidden { String::new() } else { deed.reason.clone() },
    })
}

/// Tells every deed of these days, oldest first, once for each of its records; says how many rows
/// that were.
pub fn export(
    desk: &Desk,
    span: Span,
    tell: &mut dyn FnMut(&Row) -> Result<(), Fault>,
) -> Result<u64, Fault> {
    desk.permit(Action::ExportAudit, None)?;
    let zone = desk.zone();
    let mut count = 0;
    let within = |stamp: crate::domain::clerk::Stamp| span.holds_moment(stamp.at, zone);
    desk.reader().trace(
        within,
        |_, _| true,
        |deed| {
            let puts = deed.entry.puts.iter().map(|put| (put.key, Some(put)));
            let seen = deed.entry.seen.iter().map(|key| (*key, None));
            for (key, put) in puts.chain(seen) {
                tell(&row(desk, &deed, (key, put))?)?;
                count += 1;
            }
            Ok(())
        },
    )?;
    Ok(count)
}

fn row(desk: &Desk, deed: &Deed, (key, put): (Key, Option<&Put>)) -> Result<Row, Fault> {
    let about = key.table().map(|table| (table, key.id()));
    let known = about.map(|record| known(desk, record)).transpose()?.unwrap_or_default();
    // What is new has no old answers, and all of them would only repeat the record.
    let changed = put.filter(|put| put.old.is_some() && !known.hidden);
    let versions = changed.map(|put| history::versions(desk, put)).transpose()?;
    let hidden = known.hidden || matches!(versions, Some(None));
    let versions = versions.flatten().unwrap_or_default();
    let changes = differences(desk, versions.0.as_ref(), versions.1.as_ref());
    let officer = desk.book.directory.clerks.get(&deed.stamp.by);
    Ok(Row {
        sequence: deed.sequence,
        at: deed.stamp.at,
        zone: desk.zone(),
        officer: officer.map(|clerk| clerk.code.clone()),
        act: deed.entry.why.clone(),
        table: if hidden { "terbatas" } else { about.map_or("", |(table, _)| name(table)) },
        number: known.number.filter(|_| !hidden),
        reason: Some(&deed.entry.reason).filter(|why| !hidden && !why.is_empty()).cloned(),
        fields: changes.iter().map(|change| change.label.clone()).collect(),
        changes: changes.iter().map(|one| format!("{}: {}", one.label, one.words())).collect(),
    })
}

/// What files call a table.
const fn name(table: Table) -> &'static str {
    match table {
        Table::Resident => Resident::NAME,
        Table::Request => Request::NAME,
        Table::Letter => Letter::NAME,
        Table::Office => "kantor",
        Table::Clerk => "petugas",
        Table::Institution => Institution::NAME,
        Table::Service => Service::NAME,
        Table::LetterRule => Rule::NAME,
    }
}

/// By what a record is known to the officer who sits here.
fn known(desk: &Desk, (table, id): (Table, Id)) -> Result<Known, Fault> {
    let hidden = audit::class(desk, (table, id))? == Some(Class::Restricted)
        && !desk.shows(Class::Restricted);
    if hidden {
        return Ok(Known { words: lists::HIDDEN.to_owned(), number: None, hidden });
    }
    let found = match table {
        Table::Resident => {
            read(desk, id, |who: Resident| Ok((who.shown().into_owned(), who.initials())))?
        }
        Table::Request => read(desk, id, |request: Request| {
            let (name, ticket) = (lists::subject_name(desk, &request)?, request.ticket);
            Ok((format!("{name} · {ticket}"), ticket.to_string()))
        })?,
        Table::Letter => read(desk, id, |letter: Letter| {
            Ok((letter.number.to_string(), letter.number.to_string()))
        })?,
        Table::Office => Some(("Kantor".to_owned(), "kantor".to_owned())),
        Table::Clerk => {
            let clerk = desk.book.directory.clerks.get(&id);
            clerk.map(|clerk| (clerk.name.to_string(), clerk.code.clone()))
        }
        Table::Institution => {
            read(desk, id, |known: Institution| Ok((known.name.to_string(), known.code)))?
        }
        Table::Service => {
            read(desk, id, |known: Service| Ok((known.name.to_string(), known.code)))?
        }
        Table::LetterRule => {
            read(desk, id, |known: Rule| Ok((known.name.to_string(), known.code)))?
        }
    };
    let gone = || (format!("{} yang sudah dibatalkan", name(table)), String::new());
    let (words, number) = found.unwrap_or_else(gone);
    Ok(Known { words, number: Some(number).filter(|number| !number.is_empty()), hidden })
}

type Names = (String, String);

fn read<R: Kept>(
    desk: &Desk,
    id: Id,
    names: impl FnOnce(R) -> Result<Names, Fault>,
) -> Result<Option<Names>, Fault> {
    desk.get::<R>(id)?.map(names).transpose()
}
