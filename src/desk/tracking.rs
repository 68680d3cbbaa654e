//! Telling someone who asks with a ticket how far it is, and no more than may be told.
//!
//! # Why
//! A ticket is shown around, lost and photographed, so by itself it says only how far things are.
//! Some ways to end tell of a person's life (moved, died, could not be found): those are one
//! sentence that asks to come by. What it is about needs four digits that its owner knows.
use crate::{
    desk::{
        counter::Desk,
        slips::public_service,
        stage::{news, words},
    },
    domain::{
        class::Class, date::Day, may::Refusal, nik::Nik, phone::Phone, referral::Referral,
        request::Request, resident::Resident, ticket::Ticket,
    },
    fault::Fault,
};

/// What may be told of a request or a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How far it is, in one sentence.
    pub status: &'static str,
    /// When it was taken in.
    pub received: Day,
    /// What was promised, while it is open and something was.
    pub promised: Option<String>,
    /// What it is about; only for who knows the last four digits.
    pub matter: Matter,
}

/// What a ticket is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// No digits were given.
    Untold,
    /// The digits belong to nobody whom the ticket is about.
    Withheld,
    Shown {
        /// The kind of request, and the service where it may be named.
        kind: String,
        /// Where the resident is referred to.
        institution: Option<String>,
    },
}

/// How far the request or referral of a ticket is; `last` are four digits of a NIK or a telephone.
pub fn track(desk: &Desk, ticket: Ticket, last: Option<u16>) -> Result<Told, Fault> {
    let cases = &desk.book.cases;
    if cases.is_hidden(ticket) {
        return Err(Fault::Forbidden(Refusal::Restricted));
    }
    let case = cases.with_ticket(ticket).ok_or(Fault::Missing { what: "tiket itu" })?;
    let request: Request = desk.must(case.id)?;
    let referral = request.referral(ticket);
    let matter = match last {
        None => Matter::Untold,
        Some(last) if owns(desk, &request, last)? => shown(desk, &request, referral)?,
        Some(_) => Matter::Withheld,
    };
    let promised = referral.is_none() && request.status.is_open();
    Ok(Told {
        status: referral.map_or_else(|| words(request.status), |known| news(known.status)),
        received: request.received.at.day(desk.zone()),
        promised: promised.then(|| request.promise.words(desk.zone())),
        matter,
    })
}

/// Whether these are the last four digits of the person's NIK or telephone, or of the caller's.
fn owns(desk: &Desk, request: &Request, last: u16) -> Result<bool, Fault> {
    let who = request.subject.map(|id| desk.must::<Resident>(id)).transpose()?;
    let nik = who.as_ref().and_then(Resident::nik).map(Nik::last_four);
    let phone = who.as_ref().and_then(|who| who.phone.as_ref()).map(Phone::last_four);
    let caller = request.caller.phone.as_ref().map(Phone::last_four);
    Ok([nik, phone, caller].into_iter().flatten().any(|known| known == last))
}

/// Of what is restricted not even the institution is told: its name says enough.
fn shown(desk: &Desk, request: &Request, referral: Option<&Referral>) -> Result<Matter, Fault> {
    let service = public_service(desk, request)?;
    let kind = if service.is_empty() {
        request.kind.to_string()
    } else {
        format!("{}: {service}", request.kind)
    };
    let latest = referral.or_else(|| request.referrals.last());
    let open = desk.class_of_request(request)? == Class::General;
    let institution = latest.filter(|_| open).map(|known| known.institution_name.to_string());
    Ok(Matter::Shown { kind, institution })
}
