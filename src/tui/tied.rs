//! A form that belongs to one request or referral.
//!
//! # Why
//! A step that was half-typed for one ticket must not come back for another, so its draft is kept
//! apart by the ticket. The ticket stands in it twice: as the name of its slot, and as it is
//! written, for the list of unfinished forms.
use crate::{
    desk::{counter::Desk, keeping},
    domain::ticket::Ticket,
    fault::Fault,
    form::field::{Draft, Field, Offer, SUBJECT},
    tui::{
        filling::Filling,
        offered::Offers,
        screen::Msg,
        sheet::{Sheet, Told},
        walk::Fields,
    },
};

/// The form for a ticket: as it was left half-typed for that ticket, or with these answers. The
/// form is told by its name and its questions.
#[must_use]
pub fn tied(
    desk: &Desk,
    ticket: Ticket,
    (form, fields): (&'static str, Fields),
    (mut first, offers): (Draft, Offers<'_>),
) -> Filling {
    first.put(SUBJECT, ticket.to_string());
    first.put(keeping::APART, ticket.to_string().to_lowercase());
    let sheet = |draft| Sheet::new(fields, draft, desk.today()).labelled(offers);
    match keeping::of(desk, &keeping::slot(form, &first)) {
        Some(left) => Filling::resumed(form, sheet(left)),
        None => Filling::begun(form, sheet(first)),
    }
}

/// Which steps there are from here, in one line; a road that has ended has none.
pub fn possible(steps: &[Offer]) -> Result<String, Fault> {
    let labels: Vec<_> = steps.iter().map(|step| step.label.as_str()).collect();
    if labels.is_empty() {
        return Err(Fault::OffTheRoad);
    }
    Ok(format!("F4 memilih: {}.", labels.join(" · ")))
}

/// Takes a message where one answer calls for another: when the first changes, the second is asked
/// anew.
pub fn told(
    filling: &mut Filling,
    msg: &Msg,
    [one, other]: [&'static Field; 2],
    offers: Offers<'_>,
) -> Told {
    let before = filling.sheet.draft.text(one).to_owned();
    let told = filling.update(msg, offers);
    let draft = &filling.sheet.draft;
    if draft.text(one) != before && !draft.text(other).is_empty() {
        filling.sheet.put(other.id, "", offers);
    }
    told
}
