//! Where backups go: asked once, and remembered.
use crate::{
    desk::{counter::Desk, safekeeping},
    domain::may::Action,
    fault::Fault,
    form::{
        field::Draft,
        safekeeping::{FIELDS, FOLDER},
    },
    tui::{
        editing::{Editing, Plan},
        screen::Opened,
    },
};

/// Opens the sheet with the folder that is known.
pub fn open(desk: &Desk) -> Opened {
    desk.permit(Action::BackUp, None)?;
    let mut answers = Draft::default();
    if let Some(folder) = safekeeping::folder(desk) {
        answers.put(FOLDER.id, folder.display().to_string());
    }
    let (title, form) = ("Folder cadangan".to_owned(), "folder-cadangan");
    Editing::open(Plan { title, form, fields: FIELDS, answers, save }, desk)
}

fn save(desk: &mut Desk, draft: &Draft) -> Result<String, Fault> {
    let folder = safekeeping::choose(desk, draft)?;
    Ok(format!("Cadangan ditulis ke {}. F2 membuatnya sekarang.", folder.display()))
}
