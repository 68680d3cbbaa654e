//! Looking at what is kept from view, and handing tables out: the one door, which notes it first.
//!
//! # Why
//! What is noted only afterwards is lost with the power, and then nobody knows who saw it. So the
//! note is durable before anything is shown, and where it cannot be written nothing is. How many
//! rows left is only known at the end, so an export is noted twice.
//!
//! A restricted record is noted each time a screen of it is opened: not when it is drawn again, and
//! not for a line in a list, which tells little and would bury the rest.
use crate::{
    desk::counter::Desk,
    domain::{
        class::Class, id::Id, letter::Letter, office::Office, request::Request, resident::Resident,
    },
    fault::Fault,
    store::{
        item::{Item, Kept},
        record::Table,
    },
};

/// Notes that the officer who sits here is about to see something of a record, and why.
pub fn seen(
    desk: &mut Desk,
    record: (Table, Id),
    what: &'static str,
    reason: &str,
) -> Result<(), Fault> {
    desk.note(what, &[record], reason)
}

/// Notes that the officer who sits here opens a record, where it is restricted. Of what that
/// officer may not see nothing is noted: it does not open.
pub fn opened(desk: &mut Desk, record: (Table, Id)) -> Result<(), Fault> {
    if class(desk, record)? == Some(Class::Restricted) && desk.shows(Class::Restricted) {
        desk.note("buka terbatas", &[record], "")?;
    }
    Ok(())
}

/// Notes which restricted residents are among those who were found and are about to be told.
pub fn found(desk: &mut Desk, people: &[Resident]) -> Result<(), Fault> {
    let restricted = people.iter().filter(|who| desk.class_of_resident(who) == Class::Restricted);
    let restricted: Vec<_> = restricted.map(|who| (Table::Resident, who.id)).collect();
    desk.note("cari terbatas", &restricted, "")
}

/// Notes that a table is about to leave, and which part of it.
pub fn leaving(desk: &mut Desk, what: &str) -> Result<(), Fault> {
    desk.note("ekspor", &[(Table::Office, Office::id())], what)
}

/// Notes that a table has left, and how many rows of it.
pub fn left(desk: &mut Desk, what: &str, rows: u64) -> Result<(), Fault> {
    let told = format!("{what}: {rows} baris");
    desk.note("ekspor selesai", &[(Table::Office, Office::id())], &told)
}

/// The class of a record as it is now; nothing where there is none.
pub(crate) fn class(desk: &Desk, (table, id): (Table, Id)) -> Result<Option<Class>, Fault> {
    fn read<R: Kept>(desk: &Desk, id: Id) -> Result<Option<Item>, Fault> {
        Ok(desk.get::<R>(id)?.map(R::item))
    }
    let item = match table {
        Table::Resident => read::<Resident>(desk, id),
        Table::Request => read::<Request>(desk, id),
        Table::Letter => read::<Letter>(desk, id),
        _ => Ok(None),
    };
    match item.and_then(|item| item.map_or(Ok(None), |item| desk.class_of(&item))) {
        // What this officer's keys do not open is restricted.
        Err(Fault::Forbidden(_)) => Ok(Some(Class::Restricted)),
        other => other,
    }
}
