//! The first run, and later changes to the office and its officers.
use crate::{
    desk::{counter::Desk, keys},
    domain::{
        class::Class, clerk::Clerk, id::Id, institution::Institution, letter::Rule, may::Action,
        office::Office, passphrase::Passphrase, recovery::Recovery, reject::Reject, role::Role,
        service::Service, text::folded,
    },
    fault::Fault,
    form::{clerk, field::Draft, office},
    store::{
        item::Kept as _,
        keys::{Holder, Keys},
    },
};

/// Founds the office that these answers describe, with its first officer, who sits down and may
/// do everything.
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
    let clerk = Clerk {
        id: desk.ground()?.id,
        roles: Role::FOUNDER.to_vec(),
        restricted: true,
        ..clerk::clerk(person, &ground, |_| false)?
    };
    let holder = Holder { clerk: clerk.id, code: &clerk.code, passphrase, cost: desk.cost() };
    let (mut keys, ring, recovery) = Keys::found(&holder)?;
    keys.write(desk.folder(), &ring)?;
    desk.take_keys(ring);
    let mut items = vec![office.item(), clerk.clone().item()];
    items.extend(Institution::presets().into_iter().map(Institution::item));
    items.extend(Service::presets().into_iter().map(Service::item));
    items.extend(Rule::presets().into_iter().map(Rule::item));
    desk.commit("kantor baru", items)?;
    desk.seat(clerk.id);
    Ok((clerk, recovery))
}

/// Changes what is known of the office.
pub fn change_office(desk: &mut Desk, draft: &Draft) -> Result<Office, Fault> {
    desk.permit(Action::ChangeOffice, None)?;
    let ground = desk.ground()?;
    let office = office::office(draft, &ground)?;
    if office.restricted_kinds != desk.office()?.restricted_kinds {
        desk.permit(Action::Classify, Some(Class::Restricted))?;
    }
    desk.commit("ubah kantor", vec![office.clone().item()])?;
    Ok(office)
}

/// Adds an officer, who comes in with that passphrase; without one only when somebody gives it.
pub fn add_clerk(
    desk: &mut Desk,
    draft: &Draft,
    passphrase: Option<&Passphrase>,
) -> Result<Clerk, Fault> {
    desk.permit(Action::ManageOfficers, None)?;
    let ground = desk.ground()?;
    let known = &desk.book.directory;
    let clerk = clerk::clerk(draft, &ground, |code| known.officer(code).is_some())?;
    if clerk.restricted {
        desk.permit(Action::Classify, Some(Class::Restricted))?;
    }
    desk.commit("petugas baru", vec![clerk.clone().item()])?;
    if let Some(passphrase) = passphrase {
        keys::admit(desk, &clerk, passphrase)?;
    }
    Ok(clerk)
}

/// Changes what is known of an officer, or retires one. The right *terbatas* is given by those who
/// have it, all else by an admin; somebody always remains who can do either.
pub fn change_clerk(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Clerk, Fault> {
    let known = desk.book.directory.clerks.get(&id).ok_or(Fault::Missing { what: "petugas" })?;
    let known = known.clone();
    let regards = draft.marked(&clerk::RESTRICTED) != known.restricted;
    if regards {
        let class = draft.marked(&clerk::RESTRICTED).then_some(Class::Restricted);
        desk.permit(Action::Classify, class)?;
    } else {
        desk.permit(Action::ManageOfficers, None)?;
    }
    let ground = desk.ground()?;
    let clerk = clerk::changed(draft, &known, &ground)?;
    if (Clerk { restricted: clerk.restricted, ..known }) != clerk {
        desk.permit(Action::ManageOfficers, None)?;
    }
    remains(desk, &clerk)?;
    desk.commit("ubah petugas", vec![clerk.clone().item()])?;
    if !clerk.active {
        keys::shut_out(desk, &clerk)?;
    } else if regards {
        keys::limit(desk, &clerk)?;
    }
    Ok(clerk)
}

/// Refuses a change after which nobody could manage the officers, or open restricted records.
fn remains(desk: &Desk, changed: &Clerk) -> Result<(), Fault> {
    let without = |can: fn(&Clerk) -> bool| {
        let mut others = desk.book.directory.clerks.values();
        !can(changed) && !others.any(|other| other.id != changed.id && can(other))
    };
    let refused = |field, by| Err(Fault::Rejected { field, why: Reject::RuledOut { by } });
    if without(|clerk| clerk.active && clerk.roles.contains(&Role::Admin)) {
        if changed.active {
            let why = Reject::CalledFor { by: "kantor ini perlu seorang admin" };
            return Err(Fault::Rejected { field: clerk::ROLES.id, why });
        }
        return refused(clerk::RETIRED.id, "tidak ada admin aktif yang lain");
    }
    if without(|clerk| clerk.active && clerk.restricted) {
        if changed.active {
            let why = Reject::CalledFor { by: "tidak ada petugas lain yang berhak" };
            return Err(Fault::Rejected { field: clerk::RESTRICTED.id, why });
        }
        return refused(clerk::RETIRED.id, "hanya petugas ini yang berhak atas data terbatas");
    }
    Ok(())
}

/// The officer with that code.
#[must_use]
pub fn with_code(desk: &Desk, code: &str) -> Option<Id> {
    desk.book.directory.officer(code).map(|clerk| clerk.id)
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
