//! Half-typed forms: kept as they are typed, forgotten when they are saved.
use crate::{desk::counter::Desk, fault::Fault, form::field::Draft, store::codec};

/// A form that was left half-typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Name of the form in [`crate::form::all::FORMS`].
    pub form: String,
    pub draft: Draft,
}

/// Keeps the answers of a form; an empty one is forgotten.
pub fn keep(desk: &Desk, form: &str, draft: &Draft) -> Result<(), Fault> {
    if draft.is_empty() { forget(desk, form) } else { desk.drafts.keep(form, codec::pack(draft)?) }
}

/// Forgets a form: it is saved, or was thrown away.
pub fn forget(desk: &Desk, form: &str) -> Result<(), Fault> {
    desk.drafts.forget(form)
}

/// Every form that was left half-typed.
#[must_use]
pub fn unfinished(desk: &Desk) -> Vec<Unfinished> {
    let all = desk.drafts.all().into_iter();
    all.filter_map(|(form, bytes)| Some(Unfinished { form, draft: codec::unpack(&bytes)? }))
        .collect()
}

/// The answers of one form, if it was left half-typed.
#[must_use]
pub fn of(desk: &Desk, form: &str) -> Option<Draft> {
    unfinished(desk).into_iter().find(|left| left.form == form).map(|left| left.draft)
}
