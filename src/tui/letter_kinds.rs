//! The kinds of letter, to choose from.
use crate::{desk::letters, domain::request::Request, form::field::Offer, tui::picking::Picking};

/// Those that can be written for a request, or of the office's own accord.
#[must_use]
pub fn kinds(of: Option<&Request>) -> Picking {
    let offers = letters::writable(of).into_iter();
    let offers =
        offers.map(|kind| Offer { code: kind.code.to_owned(), label: kind.label.to_owned() });
    Picking {
        title: "Surat apa?".to_owned(),
        offers: offers.collect(),
        chosen: vec![],
        many: false,
        areas: false,
        typed: String::new(),
    }
}
