//! One institution: a new one, or one to be changed.
use crate::{
    desk::{counter::Desk, tables},
    fault::Fault,
    form::{
        directory,
        field::{Draft, SUBJECT},
    },
    tui::{
        editing::{Editing, Plan},
        screen::Opened,
    },
};

/// Opens the sheet of an institution, or an empty one.
pub fn open(desk: &Desk, code: Option<&str>) -> Opened {
    let (title, answers) = match code {
        Some(code) => {
            let known = tables::institution(desk, code)?;
            (known.name.to_string(), directory::institution_answers(known))
        }
        None => ("Lembaga baru".to_owned(), Draft::default()),
    };
    Editing::open(
        Plan { title, form: "lembaga", fields: directory::INSTITUTION, answers, save },
        desk,
    )
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let saved = match draft.named(SUBJECT) {
        "" => tables::add_institution(desk, draft)?,
        code => tables::change_institution(desk, code, draft)?,
    };
    Ok(format!("Tersimpan: {}.", saved.name))
}
