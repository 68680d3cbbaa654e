//! The office's rule for one kind of letter, to be changed.
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

/// Opens the sheet of a kind of letter.
pub fn open(desk: &Desk, code: &str) -> Opened {
    let known = tables::rule(desk, code)?;
    let answers = directory::rule_answers(known);
    let (title, fields) = (known.name.to_string(), directory::LETTER);
    Editing::open(Plan { title, form: "aturan-surat", fields, answers, save }, desk)
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let rule = tables::change_rule(desk, draft.named(SUBJECT), draft)?;
    Ok(format!("Tersimpan: {}.", rule.name))
}
