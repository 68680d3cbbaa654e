//! Asking why a full NIK is wanted, before it is shown.
use crate::{
    desk::{counter::Desk, residents},
    domain::{id::Id, resident::Resident},
    form::{field::Draft, glimpse::FIELDS},
    tui::{
        asking::{self, Question},
        screen::{Answer, Effect, Opened, Step},
    },
};

/// Asks about a resident. Nothing of it is kept as a draft: a reason is good once.
pub fn open(desk: &Desk, id: Id) -> Opened {
    let who: Resident = desk.opened(id)?;
    let title = format!("NIK {}", who.name());
    asking::open(Question { name: "lihat-nik", title, fields: FIELDS, about: id, act: show }, desk)
}

fn show(desk: &mut Desk, id: Id, draft: &Draft) -> Step {
    let nik = residents::show_nik(desk, id, draft)?;
    Ok(vec![Effect::Tell(Answer::Picked(vec![nik.to_string()]))])
}
