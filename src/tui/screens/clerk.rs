//! One officer: a new one, or one whose name changes or who leaves.
use crate::{
    desk::{counter::Desk, setup},
    domain::id::Id,
    fault::Fault,
    form::{
        clerk::{FIELDS, NAME, NEW, begun},
        field::{Draft, SUBJECT},
        passphrase::chosen,
    },
    tui::{
        editing::{Editing, Plan},
        screen::Opened,
    },
};

/// Opens the sheet of an officer, or an empty one.
pub fn open(desk: &Desk, id: Option<Id>) -> Opened {
    let (title, fields, answers) = match id {
        Some(id) => {
            let answers = setup::clerk_answers(desk, id)?;
            (answers.text(&NAME).to_owned(), FIELDS, answers)
        }
        None => ("Petugas baru".to_owned(), NEW, begun()),
    };
    Editing::open(Plan { title, form: "petugas", fields, answers, save }, desk)
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let clerk = match draft.named(SUBJECT) {
        "" => setup::add_clerk(desk, draft, Some(&chosen(draft)?))?,
        code => {
            let id = setup::with_code(desk, code).ok_or(Fault::Missing { what: "petugas" })?;
            setup::change_clerk(desk, id, draft)?
        }
    };
    Ok(format!("Tersimpan: {}, kode {}.", clerk.name, clerk.code))
}
