//! Half-typed forms: kept as they are typed, forgotten when they are saved.
//!
//! # Why
//! A clerk is called away in the middle of one visitor and begins with the next. One draft a form
//! would show the first one's answers to the second, or lose them; so drafts of one form are kept
//! apart by a hidden answer: the record that it is about, or a serial where there is none yet.
use crate::{
    desk::{counter::Desk, lists},
    domain::{class::Class, id::Id, ppks::Ppks, request::Request, resident::Resident},
    fault::Fault,
    form::{
        all::FORMS,
        field::{Draft, Kind, SUBJECT},
        passphrase::SECRET,
        request::{CONFIDENTIAL, SERVICE},
        resident::KINDS,
    },
    store::codec,
};

/// The hidden answer that keeps the drafts of one form apart: small letters, digits and hyphens.
pub const APART: &str = "konsep";

/// A form that was left half-typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Name of the form in [`FORMS`].
    pub form: String,
    pub draft: Draft,
}

impl Unfinished {
    /// What it is kept under.
    #[must_use]
    pub fn slot(&self) -> String {
        slot(&self.form, &self.draft)
    }

    /// The first words that were typed, without numbers of people; empty where there are none.
    #[must_use]
    pub fn words(&self) -> String {
        let form = FORMS.iter().find(|form| form.name == self.form);
        let fields = form.map(|form| form.fields).unwrap_or_default();
        let told = fields.iter().filter(|field| matches!(field.kind, Kind::Line | Kind::Long(_)));
        let words = told.map(|field| self.draft.text(field).trim()).filter(|text| !text.is_empty());
        words.collect::<Vec<_>>().join(" · ")
    }
}

/// What a draft of a form is kept under.
#[must_use]
pub fn slot(form: &str, draft: &Draft) -> String {
    match draft.named(APART) {
        "" => form.to_owned(),
        apart => format!("{form}-{apart}"),
    }
}

/// A serial for [`APART`] that no half-typed form has.
#[must_use]
pub fn serial(desk: &Desk, form: &str) -> String {
    let left = unfinished(desk);
    let taken = |serial: &String| {
        left.iter().any(|left| left.form == form && left.draft.named(APART) == serial)
    };
    let mut serials = (1_u32..).map(|serial| serial.to_string());
    serials.find(|serial| !taken(serial)).unwrap_or_default()
}

/// Keeps the answers of a form; an empty one is forgotten.
pub fn keep(desk: &Desk, form: &str, draft: &Draft) -> Result<(), Fault> {
    let (slot, draft) = (slot(form, draft), draft.without(SECRET));
    if draft.is_empty() {
        forget(desk, &slot)
    } else {
        desk.drafts.keep(&slot, codec::pack(&draft)?, is_restricted(desk, &draft))
    }
}

/// Whether what is being typed will be restricted, as far as it is known yet.
fn is_restricted(desk: &Desk, draft: &Draft) -> bool {
    let directory = &desk.book.directory;
    let service = directory.services.get(draft.text(&SERVICE));
    let limited = directory.office.as_ref().map(|office| &office.restricted_kinds);
    let kinds: Vec<Ppks> = draft.many(&KINDS, desk.today()).unwrap_or_default();
    draft.marked(&CONFIDENTIAL)
        || service.is_some_and(|service| service.restricted)
        || kinds.iter().any(|kind| limited.is_some_and(|kinds| kinds.contains(kind)))
        || class_of_subject(desk, draft) == Some(Class::Restricted)
}

/// The class of the resident or the request that a draft is about.
fn class_of_subject(desk: &Desk, draft: &Draft) -> Option<Class> {
    let apart = draft.named(APART);
    let id = apart.split_once('-').map_or(apart, |(id, _)| id);
    if let Ok(id) = id.parse::<Id>() {
        let who: Resident = desk.get(id).ok().flatten()?;
        return Some(desk.class_of_resident(&who));
    }
    let request: Request = desk.get(lists::with_ticket(desk, draft.named(SUBJECT))?).ok()??;
    desk.class_of_request(&request).ok()
}

/// Has the disk take every draft now, and waits until it has, or refuses.
pub fn settle(desk: &Desk) {
    desk.drafts.settle();
}

/// Forgets the draft in a slot: it is saved, or was thrown away.
pub fn forget(desk: &Desk, slot: &str) -> Result<(), Fault> {
    desk.drafts.forget(slot)
}

/// Every form that was left half-typed.
#[must_use]
pub fn unfinished(desk: &Desk) -> Vec<Unfinished> {
    let all = desk.drafts.all().into_iter();
    all.filter_map(|(slot, bytes)| {
        let draft: Draft = codec::unpack(&bytes)?;
        let tail = format!("-{}", draft.named(APART));
        let form = slot.strip_suffix(&tail).unwrap_or(&slot).to_owned();
        Some(Unfinished { form, draft })
    })
    .collect()
}

/// The answers in a slot, if a form was left half-typed there.
#[must_use]
pub fn of(desk: &Desk, slot: &str) -> Option<Draft> {
    unfinished(desk).into_iter().find(|left| left.slot() == slot).map(|left| left.draft)
}

/// Keeps the drafts about different records apart: the code, in the letters that a draft's name
/// may have.
#[must_use]
pub fn apart(code: &str) -> String {
    let letters = code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
