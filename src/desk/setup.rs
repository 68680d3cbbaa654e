//! The first run: an office, its presets and its first officer, all in one change.
use crate::{
    desk::counter::Desk,
    domain::{
        clerk::Clerk, institution::Institution, letter::Rule, office::Office, service::Service,
    },
    fault::Fault,
    form::{clerk, field::Draft, office},
    store::item::Kept as _,
};

/// Founds the office that these answers describe, with its first officer, who sits down.
pub fn found(desk: &mut Desk, place: &Draft, person: &Draft) -> Result<Clerk, Fault> {
    let ground = desk.ground()?;
    let office = office::office(place, &ground)?;
    let clerk = clerk::clerk(person, &ground)?;
    let mut items = vec![office.item(), clerk.clone().item()];
    items.extend(Institution::presets().into_iter().map(Institution::item));
    items.extend(Service::presets().into_iter().map(Service::item));
    items.extend(Rule::presets().into_iter().map(Rule::item));
    desk.commit("kantor baru", items)?;
    desk.sit(Some(&clerk.code));
    Ok(clerk)
}

/// Changes what is known of the office.
pub fn change_office(desk: &mut Desk, draft: &Draft) -> Result<Office, Fault> {
    let ground = desk.ground()?;
    let office = office::office(draft, &ground)?;
    desk.commit("ubah kantor", vec![office.clone().item()])?;
    Ok(office)
}

/// Adds an officer, or changes the name of one.
pub fn keep_clerk(desk: &mut Desk, draft: &Draft) -> Result<Clerk, Fault> {
    let ground = desk.ground()?;
    let clerk = clerk::clerk(draft, &ground)?;
    desk.commit("petugas", vec![clerk.clone().item()])?;
    Ok(clerk)
}
