//! One service, to be changed.
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

/// Opens the sheet of a service.
pub fn open(desk: &Desk, code: &str) -> Opened {
    let known = tables::service(desk, code)?;
    let answers = directory::service_answers(known);
    let (title, fields) = (known.name.to_string(), directory::SERVICE);
    Editing::open(Plan { title, form: "layanan", fields, answers, save }, desk)
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let service = tables::change_service(desk, draft.named(SUBJECT), draft)?;
    Ok(format!("Tersimpan: {}.", service.name))
}
