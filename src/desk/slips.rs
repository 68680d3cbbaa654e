//! Slips: what a visitor takes home, or holds while waiting.
//!
//! # Why
//! A slip takes no number and leaves nothing in the ledger: what stands on it is known already or
//! asked for it alone. It is lost easily, so it holds initials, a ticket and only such services as
//! give nothing away.
use crate::{
    desk::{
        counter::Desk,
        letterhead::{self, Values},
        stage, wordings,
    },
    domain::{
        choice::Choice as _,
        class::Class,
        id::Id,
        may::Action,
        paper::Paper,
        printer::Language,
        request::Request,
        resident::Resident,
        text::{Line, Name},
    },
    fault::Fault,
    form::{
        field::Draft,
        letter::handout::{NEXT, NUMBER, WHOM},
    },
    letter::{
        filled::{Filled, lay, unrolled},
        kinds::{BAWA_BERKAS, KINDS, Kind, Shape, TANDA_TERIMA},
    },
    print::{
        page::Document,
        roll::{Roll, Width},
    },
};

/// A slip that is ready to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The code of its kind.
    pub kind: &'static str,
    filled: Filled,
    /// What stands in its square.
    code: String,
    /// What its files are called.
    pub file: String,
}

impl Slip {
    /// The slip on that paper.
    pub fn lay(&self, paper: Paper) -> Result<Document, Fault> {
        lay(&self.filled, paper, Some(&self.code))
    }

    /// The slip on a roll, where the printers that are spoken to in this language print on one.
    pub fn unroll(&self, language: Language) -> Result<Option<Roll>, Fault> {
        let width = Width::of(language);
        width.map(|width| unrolled(&self.filled, width, Some(&self.code))).transpose()
    }
}

/// The request whose slip a visitor waits for.
pub fn slip(desk: &Desk, request: Id) -> Result<Request, Fault> {
    desk.allowed(request, Action::HandSlip)
}

/// The slips that are filled in first: those of a request, or of the office's own accord.
#[must_use]
pub fn handable(of: Option<&Request>) -> Vec<&'static Kind> {
    let slips = KINDS.iter().filter(|kind| kind.shape == Shape::Slip && !kind.asked.is_empty());
    slips.filter(|kind| kind.occasion.suits(of.is_some())).collect()
}

/// The answers that the form of a slip begins with.
pub fn first_answers(desk: &Desk, kind: &Kind, request: Option<Id>) -> Result<Draft, Fault> {
    let mut draft = Draft::default();
    if let Some(request) = served(desk, kind, request)? {
        let asked = |id| kind.asked.iter().any(|asked| asked.id == id);
        let clerk = desk.clerk().map(|clerk| clerk.name.to_string());
        for (id, known) in
            [(NEXT.id, stage::next(&request).to_owned()), (WHOM.id, clerk.unwrap_or_default())]
        {
            if asked(id) {
                draft.put(id, known);
            }
        }
    }
    Ok(draft)
}

/// A slip of that kind with these answers, for a request or of the office's own accord.
pub fn handed(desk: &Desk, kind: &Kind, request: Option<Id>, draft: &Draft) -> Result<Slip, Fault> {
    let request = served(desk, kind, request)?;
    let code = match &request {
        Some(request) => request.ticket.to_string(),
        None => draft.text(&NUMBER).trim().to_owned(),
    };
    let mut values = now(desk, kind, request.as_ref())?;
    if let Some(request) = &request {
        values.extend(told(desk, request)?);
    }
    values.extend(kind.answers(draft, desk.today())?);
    values.retain(|(name, _)| kind.takes(name));
    let file = format!("{}-{code}", kind.code.to_lowercase());
    Ok(Slip { kind: kind.code, filled: wordings::filled(desk, kind, values)?, code, file })
}

/// The request that a slip of that kind is for, if it is for one.
fn served(desk: &Desk, kind: &Kind, request: Option<Id>) -> Result<Option<Request>, Fault> {
    desk.permit(Action::HandSlip, None)?;
    let request = request.map(|id| slip(desk, id)).transpose()?;
    let lacks = |request: &Request| request.status.is_open() && request.missing().next().is_some();
    match &request {
        Some(request) if kind.code == BAWA_BERKAS.code && !lacks(request) => {
            Err(Fault::NothingLacking)
        }
        _ => Ok(request),
    }
}

/// The office, when the slip was made and by whom: a receipt when the request was taken in, every
/// other slip now.
fn now(desk: &Desk, kind: &Kind, request: Option<&Request>) -> Result<Values, Fault> {
    let stamp = match request {
        Some(request) if kind.code == TANDA_TERIMA.code => request.received,
        _ => desk.stamp(),
    };
    let zone = desk.zone();
    let day = stamp.at.day(zone);
    let clerk = desk.book.directory.clerks.get(&stamp.by);
    let ticket = request.map(|request| request.ticket.to_string());
    let mut values = letterhead::office(desk, day, &ticket.unwrap_or_default())?;
    values.extend([
        ("tanggal", day.long()),
        ("waktu", format!("{}, {} {}", day.long(), stamp.at.clock(zone), zone.code())),
        ("petugas", clerk.map_or_else(|| "-".to_owned(), |clerk| clerk.name.to_string())),
    ]);
    Ok(values)
}

/// What slips say of a request.
fn told(desk: &Desk, request: &Request) -> Result<Values, Fault> {
    let name = match request.subject {
        Some(id) => desk.must::<Resident>(id)?.initials(),
        None => request.name.as_ref().map_or_else(|| "-".to_owned(), Name::initials),
    };
    let brought = request.papers.iter().filter(|paper| paper.brought.is_some());
    let names =
        |papers: Vec<&Line>| papers.iter().map(|name| name.as_str()).collect::<Vec<_>>().join("\n");
    let phone = desk.office()?.phone.as_ref().map(|phone| format!("telepon {phone}"));
    let open = request.status.is_open();
    let promise = if open { request.promise.words(desk.zone()) } else { String::new() };
    Ok(vec![
        ("jenis", request.kind.label().to_uppercase()),
        ("register", request.register.to_string()),
        ("nama", name),
        ("layanan", public_service(desk, request)?),
        ("berkas_diterima", names(brought.map(|paper| &paper.name).collect())),
        ("berkas_kurang", names(request.missing().map(|paper| &paper.name).collect())),
        ("selesai", promise),
        ("tahap", stage::stage(request).trim_end_matches('.').to_owned()),
        ("bukti", proof(desk, request)?),
        ("kontak", phone.unwrap_or_default()),
    ])
}

/// The numbers of which the last four digits open the ticket (see `tracking`); empty where nobody
/// told one.
fn proof(desk: &Desk, request: &Request) -> Result<String, Fault> {
    let who = request.subject.map(|id| desk.must::<Resident>(id)).transpose()?;
    let phones = [who.as_ref().and_then(|who| who.phone.as_ref()), request.caller.phone.as_ref()];
    let nik = who.as_ref().and_then(Resident::nik).map(|_| "NIK");
    let phone = phones.into_iter().flatten().next().map(|_| "nomor HP");
    Ok(nik.into_iter().chain(phone).collect::<Vec<_>>().join(" atau "))
}

/// The category of services whose name no slip says: anyone may find a slip.
const DISCREET: &str = "Kedaruratan";

/// The service's name on a slip; emergencies, reports and whatever is restricted keep theirs to
/// themselves.
pub(crate) fn public_service(desk: &Desk, request: &Request) -> Result<String, Fault> {
    if desk.class_of_request(request)? == Class::Restricted {
        return Ok(String::new());
    }
    let service = request.service.as_ref().and_then(|code| desk.book.directory.services.get(code));
    let open = service
        .filter(|service| service.category.as_str() != DISCREET && !request.kind.is_complaint());
    Ok(open.map(|service| service.name.to_string()).unwrap_or_default())
}
