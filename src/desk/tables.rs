//! The rows of the directory, and how the office makes them its own.
use crate::{
    desk::counter::Desk,
    domain::{
        class::Class, institution::Institution, letter::Rule, may::Action, reject::Reject,
        service::Service, text::folded,
    },
    fault::Fault,
    form::{directory, field::Draft},
    store::item::Kept as _,
};

/// Every institution: those in use first, by name.
#[must_use]
pub fn institutions(desk: &Desk) -> Vec<&Institution> {
    let mut all: Vec<_> = desk.book.directory.institutions.values().collect();
    all.sort_by_cached_key(|known| (known.closed, folded(known.name.as_str())));
    all
}

/// The institution with this code.
pub fn institution<'a>(desk: &'a Desk, code: &str) -> Result<&'a Institution, Fault> {
    desk.book.directory.institutions.get(code).ok_or(Fault::Missing { what: "lembaga" })
}

/// Every service, by name.
#[must_use]
pub fn services(desk: &Desk) -> Vec<&Service> {
    let mut all: Vec<_> = desk.book.directory.services.values().collect();
    all.sort_by_cached_key(|known| folded(known.name.as_str()));
    all
}

/// The service with this code.
pub fn service<'a>(desk: &'a Desk, code: &str) -> Result<&'a Service, Fault> {
    desk.book.directory.services.get(code).ok_or(Fault::Missing { what: "layanan" })
}

/// The rule of every kind of letter, by name.
#[must_use]
pub fn rules(desk: &Desk) -> Vec<&Rule> {
    let mut all: Vec<_> = desk.book.directory.rules.values().collect();
    all.sort_by_cached_key(|known| folded(known.name.as_str()));
    all
}

/// The rule for the kind of letter with this code.
pub fn rule<'a>(desk: &'a Desk, code: &str) -> Result<&'a Rule, Fault> {
    desk.book.directory.rules.get(code).ok_or(Fault::Missing { what: "surat" })
}

/// Adds an institution; its code must be new, however its letters are written.
pub fn add_institution(desk: &mut Desk, draft: &Draft) -> Result<Institution, Fault> {
    desk.permit(Action::ChangeTables, None)?;
    let ground = desk.ground()?;
    let new = directory::institution(draft, None, &ground)?;
    if desk.book.directory.institutions.keys().any(|code| code.eq_ignore_ascii_case(&new.code)) {
        return Err(Fault::Rejected { field: directory::CODE.id, why: Reject::Taken });
    }
    desk.commit("lembaga baru", vec![new.clone().item()])?;
    Ok(new)
}

/// Changes an institution of the directory.
pub fn change_institution(
    desk: &mut Desk,
    code: &str,
    draft: &Draft,
) -> Result<Institution, Fault> {
    desk.permit(Action::ChangeTables, None)?;
    let ground = desk.ground()?;
    let changed = directory::institution(draft, Some(institution(desk, code)?), &ground)?;
    desk.commit("ubah lembaga", vec![changed.clone().item()])?;
    Ok(changed)
}

/// Changes a service of the directory.
pub fn change_service(desk: &mut Desk, code: &str, draft: &Draft) -> Result<Service, Fault> {
    desk.permit(Action::ChangeTables, None)?;
    let ground = desk.ground()?;
    let known = service(desk, code)?;
    let changed = directory::service(draft, known, &ground)?;
    if changed.restricted != known.restricted {
        desk.permit(Action::Classify, Some(Class::Restricted))?;
    }
    desk.commit("ubah layanan", vec![changed.clone().item()])?;
    Ok(changed)
}

/// Changes the rule for a kind of letter.
pub fn change_rule(desk: &mut Desk, code: &str, draft: &Draft) -> Result<Rule, Fault> {
    desk.permit(Action::ChangeTables, None)?;
    let ground = desk.ground()?;
    let changed = directory::rule(draft, rule(desk, code)?, &ground)?;
    desk.commit("ubah aturan surat", vec![changed.clone().item()])?;
    Ok(changed)
}
