//! Moving a request and its referrals along their roads.
use chrono::Datelike as _;

use crate::{
    desk::{
        counter::Desk,
        requests::{go, promise},
    },
    domain::{
        date::Day,
        id::Id,
        may::Action,
        referral::{self, Referral},
        referral_road,
        reject::Reject,
        request::{Event, Paper, Request},
        road::Step,
        ticket::{Series, Ticket},
    },
    fault::Fault,
    form::{
        field::Draft,
        request::PaperTold,
        step::{INSTITUTION, Manner, PAPERS, SAME_AS, Taken, referral_taken, taken, wanted},
    },
    store::item::Kept as _,
};

/// Takes the step that these answers describe.
pub fn step(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Request, Fault> {
    let mut request: Request = desk.allowed(id, Action::Step)?;
    let ground = desk.ground()?;
    let taken = taken(draft, &ground)?;
    decides(desk, &request, taken.step)?;
    if taken.step == Step::Refer {
        return Err(Fault::OffTheRoad);
    }
    if let Some(first) = taken.same_as {
        original(desk, &request, first)?;
        request.same_as = Some(first);
    }
    let waiting = request.missing().next().is_some();
    if taken.step == Step::Complete && waiting && taken.papers.is_empty() {
        return Err(Fault::Rejected { field: PAPERS.id, why: Reject::Empty });
    }
    bring(&mut request, &taken.papers, Day(ground.today));
    let event = Event {
        step: taken.step,
        stamp: ground.stamp,
        reason: taken.reason.clone(),
        note: taken.note.clone(),
    };
    if !go(&mut request, taken.step, event) {
        return Err(Fault::OffTheRoad);
    }
    if !request.status.is_open() && request.referrals.iter().any(|one| one.status.is_open()) {
        return Err(Fault::ReferralOpen);
    }
    if taken.step == Step::Complete {
        after_papers(desk, &mut request);
    }
    desk.commit("langkah", vec![request.clone().item()])?;
    Ok(request)
}

/// Refuses a step that only a coordinator may take from here.
fn decides(desk: &Desk, request: &Request, step: Step) -> Result<(), Fault> {
    if request.status.decides(step) { desk.permit(Action::Decide, None) } else { Ok(()) }
}

/// Papers came: either the work begins and the clock with it, or some are still missing.
fn after_papers(desk: &Desk, request: &mut Request) {
    let missing = request.missing().next().is_some();
    let (step, reason) =
        if missing { (Step::Lack, Some("belum_dibawa".to_owned())) } else { (Step::Work, None) };
    go(request, step, Event { step, stamp: desk.stamp(), reason, note: None });
    if !missing {
        promise(desk, request);
    }
}

fn bring(request: &mut Request, papers: &[PaperTold], today: Day) {
    for told in papers {
        match told {
            PaperTold::Listed(code) => {
                let listed = request.papers.iter_mut().find(|paper| paper.code == code.0);
                if let Some(paper) = listed.filter(|paper| paper.brought.is_none()) {
                    paper.brought = Some(today);
                }
            }
            PaperTold::Other(name) => request.papers.push(Paper {
                code: String::new(),
                name: name.clone(),
                required: false,
                brought: Some(today),
            }),
        }
    }
}

fn original(desk: &Desk, request: &Request, first: Ticket) -> Result<(), Fault> {
    let known = desk.book.cases.with_ticket(first).is_some_and(|case| case.id != request.id);
    if known { Ok(()) } else { Err(Fault::Rejected { field: SAME_AS.id, why: Reject::NoOther }) }
}

/// Refers a request to an institution as these answers say. "Hanya arahan" ends at once and does
/// not move the request.
pub fn refer(desk: &mut Desk, id: Id, draft: &Draft) -> Result<(Request, Ticket), Fault> {
    let mut request: Request = desk.allowed(id, Action::Refer)?;
    desk.unlimited(request.subject)?;
    let ground = desk.ground()?;
    let wanted = wanted(draft, &ground)?;
    let known = desk.book.directory.institutions.get(&wanted.institution);
    let Some(institution) = known.filter(|known| !known.closed) else {
        return Err(Fault::Rejected { field: INSTITUTION.id, why: Reject::NotOffered });
    };
    let institution_name = institution.name.as_str().parse();
    let (year, month) = year_and_month(ground.today);
    let mut referral = Referral {
        ticket: desk.book.cases.next_ticket(Series::Referral, year, month),
        institution: wanted.institution,
        institution_name: institution_name.map_err(|_| Fault::Missing { what: "nama lembaga" })?,
        ask: wanted.ask,
        letters: vec![],
        status: referral_road::Status::Draft,
        road: vec![],
    };
    if wanted.manner == Manner::Pointed {
        let point = referral_road::Step::Point;
        move_on(
            &mut referral,
            referral::Event { step: point, stamp: ground.stamp, reason: None, note: None },
        )?;
        if !request.status.is_open() {
            return Err(Fault::OffTheRoad);
        }
    } else {
        decides(desk, &request, Step::Refer)?;
        let event = Event { step: Step::Refer, stamp: ground.stamp, reason: None, note: None };
        if !go(&mut request, Step::Refer, event) {
            return Err(Fault::OffTheRoad);
        }
    }
    let ticket = referral.ticket;
    request.referrals.push(referral);
    desk.commit("rujukan baru", vec![request.clone().item()])?;
    Ok((request, ticket))
}

/// Notes the news about a referral that these answers describe.
pub fn news(desk: &mut Desk, id: Id, ticket: Ticket, draft: &Draft) -> Result<Request, Fault> {
    let mut request: Request = desk.allowed(id, Action::Refer)?;
    let ground = desk.ground()?;
    let Taken { step, reason, note, .. } = referral_taken(draft, &ground)?;
    let referral = referral_of(&mut request, ticket)?;
    move_on(referral, referral::Event { step, stamp: ground.stamp, reason, note })?;
    desk.commit("kabar rujukan", vec![request.clone().item()])?;
    Ok(request)
}

/// The referral with that ticket.
pub(crate) fn referral_of(request: &mut Request, ticket: Ticket) -> Result<&mut Referral, Fault> {
    let found = request.referrals.iter_mut().find(|referral| referral.ticket == ticket);
    found.ok_or(Fault::Missing { what: "rujukan" })
}

/// Takes a step of a referral, if its road has it.
pub(crate) fn move_on(referral: &mut Referral, event: referral::Event) -> Result<(), Fault> {
    referral.status = referral.status.after(event.step).ok_or(Fault::OffTheRoad)?;
    referral.road.push(event);
    Ok(())
}

fn year_and_month(day: chrono::NaiveDate) -> (u16, u8) {
    (u16::try_from(day.year()).unwrap_or_default(), u8::try_from(day.month()).unwrap_or_default())
}
