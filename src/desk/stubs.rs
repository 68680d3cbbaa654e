//! The stub of a referral letter comes back: its code finds the referral, its tick ends it.
use crate::{
    desk::{counter::Desk, letters, lists, roads},
    domain::{
        choice::Choice as _,
        id::Id,
        letter::{Letter, Outlet},
        referral_road::Status,
        request::Request,
        stub_answer::StubAnswer,
        ticket::Ticket,
    },
    fault::Fault,
    form::{
        field::Draft,
        step::{NOTE, REFERRAL_REASON, REFERRAL_STEP},
    },
};

/// A referral whose stub came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub letter: Id,
    pub request: Id,
    pub ticket: Ticket,
    /// Whom it is about, and where that person was sent.
    pub name: String,
    pub institution: String,
    pub status: Status,
    /// The number of the letter, as it stands on the paper.
    pub number: String,
}

/// What the stub of that letter belongs to.
pub fn returned(desk: &Desk, letter: Id) -> Result<Returned, Fault> {
    let letter: Letter = desk.opened(letter)?;
    let (request, ticket) = letter.request.zip(letter.ticket).ok_or(Fault::OffTheRoad)?;
    let request: Request = desk.opened(request)?;
    let referral = request.referral(ticket).ok_or(Fault::Missing { what: "rujukan" })?;
    Ok(Returned {
        letter: letter.id,
        request: request.id,
        ticket,
        name: lists::line(desk, request.id)?.name,
        institution: referral.institution_name.to_string(),
        status: referral.status,
        number: letter.number.to_string(),
    })
}

/// Notes what the institution ticked. A letter that nobody has said came out went out after all.
pub fn answer(desk: &mut Desk, back: &Returned, ticked: &StubAnswer) -> Result<Request, Fault> {
    if back.status == Status::Draft {
        letters::confirm(desk, back.letter, Outlet::Printer)?;
    }
    let mut draft = Draft::default();
    draft.put(REFERRAL_STEP.id, ticked.step.code());
    draft.put(REFERRAL_REASON.id, ticked.reason);
    draft.put(NOTE.id, format!("Menurut potongan surat {}.", back.number));
    roads::news(desk, back.request, back.ticket, &draft)
}
