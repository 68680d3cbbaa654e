//! The kinds of letter and slip, to choose from.
use crate::{
    desk::{letters, slips},
    domain::request::Request,
    form::field::Offer,
    tui::picking::Picking,
};

/// Those that can be written for a request, or of the office's own accord; the slips come last.
#[must_use]
pub fn kinds(of: Option<&Request>) -> Picking {
    let offers = letters::writable(of).into_iter().chain(slips::handable(of));
    let offers =
        offers.map(|kind| Offer { code: kind.code.to_owned(), label: kind.label.to_owned() });
    Picking {
        title: "Surat atau slip apa?".to_owned(),
        offers: offers.collect(),
        chosen: vec![],
        many: false,
        areas: false,
        typed: String::new(),
    }
}
