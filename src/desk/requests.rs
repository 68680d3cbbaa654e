//! Taking a request: numbers, checklist, promise, and the first steps of its road.
use std::collections::BTreeMap;

use chrono::Datelike as _;

use crate::{
    desk::counter::Desk,
    domain::{
        clerk::Stamp,
        date::Day,
        doubt::{Doubt, Odd},
        id::Id,
        may::Action,
        promise::{Promise, Start},
        reject::Reject,
        request::{Event, Kind, Paper, Request},
        resident::Resident,
        road::{Status, Step},
        service::Service,
        text::Line,
    },
    fault::Fault,
    form::{
        field::Draft,
        request::{Asked, PAPERS, PaperTold, SERVICE, asked},
        resident::{DESIL, NAME},
    },
    store::item::Kept as _,
};

/// Whom a request is about.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A question at the counter; nobody is registered.
    Nobody,
    Known(Id),
    /// Registered together with the request, or not at all.
    New(Box<Resident>),
}

/// A request that is saved.
#[derive(Debug, Clone)]
pub struct Taken {
    pub sequence: u64,
    pub request: Request,
    /// What the clerk should know, though nothing stopped for it.
    pub notes: Vec<Doubt>,
}

/// The service whose clock a complaint without a service follows.
const COMPLAINT_SERVICE: &str = "ADU";

/// Takes the request that these answers describe.
pub fn take(
    desk: &mut Desk,
    draft: &Draft,
    subject: Subject,
    confirmed: bool,
) -> Result<Taken, Fault> {
    desk.permit(Action::TakeRequest, None)?;
    let ground = desk.ground()?;
    let mut asked = asked(draft, &ground)?;
    let service = service(desk, &asked)?.cloned();
    let person = match &subject {
        Subject::Nobody => None,
        Subject::Known(id) => Some(desk.opened::<Resident>(*id)?.id),
        Subject::New(resident) => Some(resident.id),
    };
    if person.is_none() && asked.kind != Kind::Information {
        return Err(Fault::Rejected { field: NAME.id, why: Reject::Empty });
    }
    if !confirmed && let Some(doubt) = above_desil(desk, service.as_ref(), &subject)? {
        return Err(Fault::Doubtful(vec![doubt]));
    }
    let brought = std::mem::take(&mut asked.papers);
    let papers = checklist(desk, service.as_ref(), &brought)?;
    let mut request = Request {
        id: ground.id,
        register: desk.book.cases.next_register(year(ground.today)),
        ticket: desk.book.cases.next_ticket(
            asked.kind.series(),
            year(ground.today),
            u8::try_from(ground.today.month()).unwrap_or_default(),
        ),
        kind: asked.kind,
        channel: asked.channel,
        subject: person,
        name: if person.is_none() { draft.may(&NAME, ground.today)? } else { None },
        caller: asked.caller,
        service: service.as_ref().map(|service| service.code.clone()),
        words: asked.words,
        purpose: asked.purpose,
        urgent: asked.urgent,
        basis: asked.basis,
        papers,
        cover: asked.cover,
        promise: Promise::Open,
        status: Status::Received,
        road: vec![],
        referrals: vec![],
        same_as: None,
        received: ground.stamp,
        confidential: asked.confidential,
    };
    begin(&mut request, ground.stamp);
    let notes = promise(desk, &mut request);
    let mut items = vec![request.clone().item()];
    if let Subject::New(resident) = subject {
        items.push(resident.item());
    }
    let sequence = desk.commit("permohonan baru", items)?;
    Ok(Taken { sequence, request, notes })
}

fn year(day: chrono::NaiveDate) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}

fn service<'a>(desk: &'a Desk, asked: &Asked) -> Result<Option<&'a Service>, Fault> {
    let Some(code) = &asked.service else { return Ok(None) };
    match desk.book.directory.services.get(code) {
        Some(service) => Ok(Some(service)),
        None => Err(Fault::Rejected { field: SERVICE.id, why: Reject::NotOffered }),
    }
}

/// Whether the service is meant for a lower desil than the person's.
fn above_desil(
    desk: &Desk,
    service: Option<&Service>,
    subject: &Subject,
) -> Result<Option<Doubt>, Fault> {
    let Some(most) = service.and_then(|service| service.desil_most) else { return Ok(None) };
    let checked = match subject {
        Subject::Nobody => None,
        Subject::Known(id) => desk.must::<Resident>(*id)?.desil,
        Subject::New(resident) => resident.desil,
    };
    let told = u8::try_from(most.get()).unwrap_or(u8::MAX);
    let above = checked.is_some_and(|checked| checked.desil > most);
    Ok(above.then_some(Doubt { field: DESIL.id, why: Odd::Desil { most: told } }))
}

/// The service's papers, those that were brought ticked; others that were brought stand below.
fn checklist(
    desk: &Desk,
    service: Option<&Service>,
    brought: &[PaperTold],
) -> Result<Vec<Paper>, Fault> {
    let today = Some(Day(desk.today()));
    let mut papers: Vec<Paper> = service
        .map(|service| service.papers.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|paper| Paper {
            code: paper.code.clone(),
            name: paper.name.clone(),
            required: paper.required,
            brought: None,
        })
        .collect();
    for told in brought {
        let paper = match told {
            PaperTold::Listed(code) => {
                if let Some(listed) = papers.iter_mut().find(|paper| paper.code == code.0) {
                    listed.brought = today;
                    continue;
                }
                let name = paper_names(desk).get(code.0.as_str()).copied().cloned();
                let refused = Fault::Rejected { field: PAPERS.id, why: Reject::NotOffered };
                (code.0.clone(), name.ok_or(refused)?)
            }
            PaperTold::Other(name) => (String::new(), name.clone()),
        };
        papers.push(Paper { code: paper.0, name: paper.1, required: false, brought: today });
    }
    Ok(papers)
}

fn paper_names(desk: &Desk) -> BTreeMap<&str, &Line> {
    let services = desk.book.directory.services.values();
    services
        .flat_map(|service| &service.papers)
        .map(|paper| (paper.code.as_str(), &paper.name))
        .collect()
}

/// The steps that follow from what was brought, so that no clerk has to take them by hand.
fn begin(request: &mut Request, stamp: Stamp) {
    let steps: &[(Step, Option<&str>)] = match request.kind {
        Kind::Information => &[(Step::Settle, Some("informasi")), (Step::Close, Some("informasi"))],
        Kind::Complaint => &[(Step::Check, None)],
        Kind::Emergency => &[(Step::Work, None)],
        Kind::Service if request.missing().next().is_some() => {
            &[(Step::Check, None), (Step::Lack, Some("belum_dibawa"))]
        }
        Kind::Service => &[(Step::Check, None), (Step::Work, None)],
    };
    for (step, reason) in steps {
        go(
            request,
            *step,
            Event { step: *step, stamp, reason: reason.map(ToOwned::to_owned), note: None },
        );
    }
}

/// Takes a step if the road has it; says whether it had.
pub(crate) fn go(request: &mut Request, step: Step, event: Event) -> bool {
    let Some(status) = request.status.after(step, request.kind.is_complaint()) else {
        return false;
    };
    request.status = status;
    request.road.push(event);
    true
}

/// Promises what the service's clock allows: it may have started when the request was received.
pub(crate) fn promise(desk: &Desk, request: &mut Request) -> Vec<Doubt> {
    let fallback = if request.kind == Kind::Complaint { Some(COMPLAINT_SERVICE) } else { None };
    let code = request.service.as_deref().or(fallback);
    let clock = code
        .and_then(|code| desk.book.directory.services.get(code))
        .and_then(|service| service.clock);
    let Some(clock) = clock else { return vec![] };
    let complete = request.missing().next().is_none();
    let from = match clock.start {
        Start::Arrival | Start::Report => request.received.at,
        _ => desk.now(),
    };
    let (promise, unknown) = clock.promise(from, complete, desk.zone(), desk.calendar());
    request.promise = promise;
    let tell = |year| Doubt { field: SERVICE.id, why: Odd::NoHolidays(year) };
    unknown.into_iter().map(tell).collect()
}
