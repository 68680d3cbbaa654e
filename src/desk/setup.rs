//! The first run, and later changes to the office and its officers.
use crate::{
    desk::{counter::Desk, keys},
    domain::{
        clerk::Clerk, id::Id, institution::Institution, letter::Rule, office::Office,
        passphrase::Passphrase, recovery::Recovery, reject::Reject, service::Service, text::folded,
    },
    fault::Fault,
    form::{clerk, field::Draft, office},
    store::{
        item::Kept as _,
        keys::{Holder, Keys},
    },
};

/// Founds the office that these answers describe, with its first officer, who sits down.
///
/// The code that comes with the officer is for the office's safe, and never told again.
pub fn found(
    desk: &mut Desk,
    place: &Draft,
    person: &Draft,
    passphrase: &Passphrase,
) -> Result<(Clerk, Recovery), Fault> {
    let ground = desk.ground()?;
    let office = office::office(place, &ground)?;
    let clerk = clerk::clerk(person, &ground, |_| false)?;
    let holder = Holder { clerk: clerk.id(), code: &clerk.code, passphrase, cost: desk.cost() };
    let (mut keys, ring, recovery) = Keys::found(&holder)?;
    keys.write(desk.folder(), &ring)?;
    desk.take_keys(ring);
    let mut items = vec![office.item(), clerk.clone().item()];
    items.extend(Institution::presets().into_iter().map(Institution::item));
    items.extend(Service::presets().into_iter().map(Service::item));
    items.extend(Rule::presets().into_iter().map(Rule::item));
    desk.commit("kantor baru", items)?;
    desk.seat(clerk.id());
    Ok((clerk, recovery))
}

/// Changes what is known of the office.
pub fn change_office(desk: &mut Desk, draft: &Draft) -> Result<Office, Fault> {
    let ground = desk.ground()?;
    let office = office::office(draft, &ground)?;
    desk.commit("ubah kantor", vec![office.clone().item()])?;
    Ok(office)
}

/// Adds an officer, who comes in with that passphrase; without one only when somebody gives it.
pub fn add_clerk(
    desk: &mut Desk,
    draft: &Draft,
    passphrase: Option<&Passphrase>,
) -> Result<Clerk, Fault> {
    let ground = desk.ground()?;
    let known = &desk.book.directory.clerks;
    let clerk = clerk::clerk(draft, &ground, |code| known.contains_key(&Id::named(code)))?;
    desk.commit("petugas baru", vec![clerk.clone().item()])?;
    if let Some(passphrase) = passphrase {
        keys::admit(desk, &clerk, passphrase)?;
    }
    Ok(clerk)
}

/// Changes the name of an officer, or retires one; one who is active always remains.
pub fn change_clerk(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Clerk, Fault> {
    let ground = desk.ground()?;
    let clerks = &desk.book.directory.clerks;
    let known = clerks.get(&id).ok_or(Fault::Missing { what: "petugas" })?;
    let clerk = clerk::changed(draft, known, &ground)?;
    let last = !clerks.values().any(|other| other.active && other.code != clerk.code);
    if last && !clerk.active {
        let why = Reject::RuledOut { by: "tidak ada petugas aktif yang lain" };
        return Err(Fault::Rejected { field: clerk::RETIRED.id, why });
    }
    desk.commit("ubah petugas", vec![clerk.clone().item()])?;
    if !clerk.active {
        keys::shut_out(desk, &clerk)?;
    }
    Ok(clerk)
}

/// The answers that describe an officer.
pub fn clerk_answers(desk: &Desk, id: Id) -> Result<Draft, Fault> {
    let known = desk.book.directory.clerks.get(&id);
    known.map(clerk::answers).ok_or(Fault::Missing { what: "petugas" })
}

/// Every officer, those who are active first, by name.
#[must_use]
pub fn clerks(desk: &Desk) -> Vec<Clerk> {
    let mut all: Vec<Clerk> = desk.book.directory.clerks.values().cloned().collect();
    all.sort_by_cached_key(|clerk| (!clerk.active, folded(clerk.name.as_str())));
    all
}
