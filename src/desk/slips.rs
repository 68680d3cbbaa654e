//! The slip that a visitor takes home.
use crate::{
    desk::{counter::Desk, letterhead, wordings},
    domain::{
        choice::Choice as _,
        class::Class,
        id::Id,
        may::Action,
        paper::Paper,
        request::Request,
        resident::Resident,
        text::{Line, Name},
    },
    fault::Fault,
    letter::{filled::lay, kinds},
    print::page::Document,
};

/// The request whose slip a visitor waits for.
pub fn slip(desk: &Desk, request: Id) -> Result<Request, Fault> {
    desk.allowed(request, Action::HandSlip)
}

/// The slip that a visitor takes home, laid out on that paper.
pub fn receipt(desk: &Desk, request: &Request, paper: Paper) -> Result<Document, Fault> {
    desk.permit(Action::HandSlip, None)?;
    let zone = desk.zone();
    let day = request.received.at.day(zone);
    let name = match request.subject {
        Some(id) => desk.must::<Resident>(id)?.initials(),
        None => request.name.as_ref().map_or_else(|| "-".to_owned(), Name::initials),
    };
    let zone_name = zone.code();
    let brought = request.papers.iter().filter(|paper| paper.brought.is_some());
    let names =
        |papers: Vec<&Line>| papers.iter().map(|name| name.as_str()).collect::<Vec<_>>().join("\n");
    let clerk = desk.book.directory.clerks.get(&request.received.by);
    let phone = desk.office()?.phone.as_ref().map(|phone| format!("telepon {phone}"));
    let ticket = request.ticket.to_string();
    let mut values = letterhead::office(desk, day, &ticket)?;
    values.extend([
        ("jenis", request.kind.label().to_uppercase()),
        ("register", request.register.to_string()),
        ("waktu", format!("{}, {} {zone_name}", day.long(), request.received.at.clock(zone))),
        ("nama", name),
        ("layanan", public_service(desk, request)?),
        ("berkas_diterima", names(brought.map(|paper| &paper.name).collect())),
        ("berkas_kurang", names(request.missing().map(|paper| &paper.name).collect())),
        (
            "selesai",
            if request.status.is_open() { request.promise.words(zone) } else { String::new() },
        ),
        ("petugas", clerk.map_or_else(|| "-".to_owned(), |clerk| clerk.name.to_string())),
        ("bukti", proof(desk, request)?),
        ("kontak", phone.unwrap_or_default()),
    ]);
    lay(&wordings::filled(desk, &kinds::TANDA_TERIMA, values)?, paper, Some(&ticket))
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
