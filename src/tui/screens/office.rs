//! What is known of the office, to be changed.
use crate::{
    desk::{counter::Desk, setup},
    fault::Fault,
    form::{field::Draft, office, office_answers},
    tui::{
        editing::{Editing, Plan},
        screen::Opened,
    },
};

/// Opens the sheet with the office as it is.
pub fn open(desk: &Desk) -> Opened {
    let answers = office_answers::answers(desk.office()?);
    let (title, fields) = ("Kantor".to_owned(), office::FIELDS);
    Editing::open(Plan { title, form: "kantor", fields, answers, save }, desk)
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let office = setup::change_office(desk, draft)?;
    Ok(format!("Tersimpan: {}.", office.name))
}
