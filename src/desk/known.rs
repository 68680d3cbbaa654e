//! By what a record is known: on the screen, and on paper.
use crate::{
    desk::{audit, counter::Desk, lists, printing, wordings},
    domain::{
        class::Class, id::Id, import::Import, institution::Institution, letter::Letter,
        letter::Rule, printing::Printing, request::Request, resident::Resident,
        saved_filter::SavedFilter, service::Service, wording::Wording,
    },
    fault::Fault,
    store::{
        item::Kept,
        record::{Record, Table},
    },
};

/// By what a record is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// On the screen.
    pub words: String,
    /// In files: no name, no number of a person.
    pub number: Option<String>,
    /// Is it not for the officer who sits here?
    pub hidden: bool,
}

/// What files call a table.
#[must_use]
pub const fn table_name(table: Table) -> &'static str {
    match table {
        Table::Resident => Resident::NAME,
        Table::Request => Request::NAME,
        Table::Letter => Letter::NAME,
        Table::Office => "kantor",
        Table::Clerk => "petugas",
        Table::Institution => Institution::NAME,
        Table::Service => Service::NAME,
        Table::LetterRule => Rule::NAME,
        Table::Import => Import::NAME,
        Table::Filter => SavedFilter::NAME,
        Table::Template => Wording::NAME,
        Table::Printing => Printing::NAME,
    }
}

/// By what a record is known to the officer who sits here.
pub fn known(desk: &Desk, (table, id): (Table, Id)) -> Result<Known, Fault> {
    let id = if table == Table::Resident { desk.now_kept(id) } else { id };
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
        Table::Import => {
            read(desk, id, |known: Import| Ok((known.file.to_string(), known.file.to_string())))?
        }
        Table::Filter => read(desk, id, |known: SavedFilter| {
            Ok((known.name.to_string(), known.name.to_string()))
        })?,
        Table::Template => read(desk, id, |known: Wording| {
            let title = wordings::piece(&known.piece).map(|piece| piece.title().into_owned());
            Ok((title.unwrap_or_else(|_| known.piece.clone()), known.piece))
        })?,
        Table::Printing => read(desk, id, |known: Printing| {
            Ok((format!("Printer {}", printing::title(&known.of)?.to_lowercase()), known.of))
        })?,
    };
    let gone = || (format!("{} yang sudah dibatalkan", table_name(table)), String::new());
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
