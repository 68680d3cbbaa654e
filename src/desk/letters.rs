//! Letters and receipts: issued once, numbered once, printed as often as it takes.
use std::path::PathBuf;

use chrono::{Datelike as _, TimeDelta};

use crate::{
    desk::{
        counter::Desk,
        genuine::{self, Claim},
        letterhead::{self, Values},
        lists,
        roads::{move_on, referral_of},
        tables,
    },
    domain::{
        choice::Choice as _,
        class::Class,
        date::Day,
        id::Id,
        institution::Institution,
        letter::{Letter, Outlet, Printed, Rule, State, Weight},
        may::Action,
        paper::Paper,
        referral::{self, Referral},
        referral_road,
        request::Request,
        resident::Resident,
        text::{Line, Name},
        ticket::Ticket,
    },
    fault::Fault,
    letter::{
        filled::{Filled, lay},
        kinds,
    },
    print::page::Document,
    store::item::Kept as _,
};

/// Issues the letter of a referral and reserves its number. A letter that was issued but never
/// came out of the printer is returned as it is: a failed print costs no number.
pub fn issue(desk: &mut Desk, request: Id, ticket: Ticket) -> Result<Letter, Fault> {
    let mut request: Request = desk.opened(request)?;
    let referral = referral_of(&mut request, ticket)?.clone();
    if let Some(last) = referral.letters.last() {
        return desk.must(*last);
    }
    desk.permit(Action::IssueLetter, Some(desk.class_of_request(&request)?))?;
    desk.unlimited(request.subject)?;
    if referral.status != referral_road::Status::Draft {
        return Err(Fault::OffTheRoad);
    }
    let letter = written(desk, &request, &referral)?;
    // A letter that fits no paper takes no number.
    fitting(desk, &letter)?;
    referral_of(&mut request, ticket)?.letters.push(letter.id);
    desk.commit("surat terbit", vec![letter.clone().item(), request.item()])?;
    Ok(letter)
}

fn written(desk: &mut Desk, request: &Request, referral: &Referral) -> Result<Letter, Fault> {
    let ground = desk.ground()?;
    let day = Day(ground.today);
    let kind = &kinds::RUJUKAN;
    let rule = desk.book.directory.rules.get(kind.code);
    let rule = rule.ok_or(Fault::Missing { what: "aturan surat" })?.clone();
    let year = u16::try_from(day.0.year()).unwrap_or_default();
    let serial = desk.book.letters.next(year);
    let number = desk.office()?.numbers.number(rule.class.as_str(), serial, day);
    let number: Line = number.parse().map_err(|why| Fault::Rejected { field: "nomor", why })?;
    let valid_until = rule.valid.map(|days| Day(day.0 + TimeDelta::days(i64::from(days.get()))));
    let mut values = letterhead::office(desk, day, &referral.ticket.to_string())?;
    values.extend(heading(desk, &rule, day, weight(desk, &rule, request)?)?);
    values.push(("nomor", number.to_string()));
    values.push(("berlaku_sampai", valid_until.map(Day::long).unwrap_or_default()));
    let who = request.subject.ok_or(Fault::Missing { what: "warga yang dirujuk" })?;
    let who: Resident = desk.must(who)?;
    let goal = tables::institution(desk, &referral.institution)?;
    values.extend(matter(desk, (request, &who), (referral, goal))?);
    let claim = Claim { nik: who.nik(), name: who.name(), goal: goal.addressee.as_str() };
    let text = kind.filled(values)?;
    let letter = Letter {
        id: ground.id,
        kind: kind.code.to_owned(),
        year,
        serial,
        number,
        day,
        request: request.id,
        ticket: referral.ticket,
        state: State::Reserved,
        text: String::new(),
        valid_until,
        issued: ground.stamp,
        copies: vec![],
    };
    let square = genuine::square(desk, &letter, &claim)?;
    Ok(Letter { text: text.with_square(&square).as_str().to_owned(), ..letter })
}

/// How a letter is to be handled: what is restricted goes as a secret, what presses is hastened.
fn weight(desk: &Desk, rule: &Rule, request: &Request) -> Result<Weight, Fault> {
    if desk.class_of_request(request)? == Class::Restricted {
        return Ok(Weight::Secret);
    }
    Ok(if request.presses() { rule.weight.hastened() } else { rule.weight })
}

/// Place and date, weight, and who signs.
fn heading(desk: &Desk, rule: &Rule, day: Day, weight: Weight) -> Result<Values, Fault> {
    let office = desk.office()?;
    let [role, name, nip] = letterhead::signature(desk, rule.signer)?;
    let mut values = vec![
        ("tempat", letterhead::town(office)),
        ("tanggal", day.long()),
        ("sifat", weight.label().to_owned()),
        ("jabatan_koordinator", role),
        ("nama_koordinator", name),
        ("nip_koordinator", nip),
    ];
    if let Some(knows) = rule.knows {
        let [role, name, nip] = letterhead::signature(desk, knows)?;
        values.extend([("jabatan_lurah", role), ("nama_lurah", name), ("nip_lurah", nip)]);
    }
    Ok(values)
}

/// Whom it is about, where it goes and what is asked.
fn matter(
    desk: &Desk,
    (request, who): (&Request, &Resident),
    (referral, institution): (&Referral, &Institution),
) -> Result<Values, Fault> {
    let brought: Vec<&str> = request
        .papers
        .iter()
        .filter(|paper| paper.brought.is_some())
        .map(|paper| paper.name.as_str())
        .collect();
    let enclosed = match brought.len() {
        0 => "-".to_owned(),
        many => format!("{many} berkas"),
    };
    let about = lists::matter(desk, request);
    let address = institution.address.as_ref().map(ToString::to_string);
    let mut values = letterhead::person(desk, who)?;
    values.extend([
        ("hal", format!("Rujukan {about}")),
        ("lampiran", enclosed),
        ("tujuan", institution.addressee.to_string()),
        ("alamat_tujuan", address.unwrap_or_else(|| "di tempat".to_owned())),
        ("layanan", about),
        ("keperluan", referral.ask.to_string()),
        ("berkas", brought.join("\n")),
    ]);
    Ok(values)
}

/// The letter of a number, as it stands on the paper, to be let out again.
pub fn with_number(desk: &Desk, number: &str) -> Result<Letter, Fault> {
    let id = desk.book.letters.with_number(number).ok_or(Fault::Missing { what: "surat itu" })?;
    leaving(desk, id)
}

/// A letter that is about to go to a printer or into a file.
pub fn leaving(desk: &Desk, letter: Id) -> Result<Letter, Fault> {
    let letter: Letter = desk.allowed(letter, Action::Print)?;
    desk.unlimited(desk.must::<Request>(letter.request)?.subject)?;
    Ok(letter)
}

/// Notes that a letter was written to a file again. Only the clerk can say of a letter that was
/// never certain that it came out, so nothing is noted of that one.
pub fn copied(desk: &mut Desk, letter: Id) -> Result<(), Fault> {
    let state = leaving(desk, letter)?.state;
    if state == State::Final { confirm(desk, letter, Outlet::File).map(drop) } else { Ok(()) }
}

/// An issued letter on the office's paper, or on the first other paper that it fits.
pub fn fitting(desk: &Desk, letter: &Letter) -> Result<Document, Fault> {
    let usual = desk.office()?.paper;
    let others = Paper::ALL.iter().copied().filter(|other| *other != usual);
    let mut laid = paper(letter, usual);
    for other in others {
        if !matches!(laid, Err(Fault::Overflow)) {
            break;
        }
        laid = paper(letter, other);
    }
    laid
}

/// The letters issued for a referral, the oldest first.
pub fn of(desk: &Desk, referral: &Referral) -> Result<Vec<Letter>, Fault> {
    referral.letters.iter().map(|id| desk.must(*id)).collect()
}

/// The file to save a paper in, by its number or ticket: signs that a file system does not take
/// become dashes.
#[must_use]
pub fn file(desk: &Desk, number: &str, ending: &str) -> PathBuf {
    let plain = |c: char| if c.is_alphanumeric() || "-_. ".contains(c) { c } else { '-' };
    let name: String = number.trim().chars().map(plain).collect();
    desk.folder().join("surat").join(format!("{name}.{ending}"))
}

/// An issued letter, laid out on that paper.
pub fn paper(letter: &Letter, paper: Paper) -> Result<Document, Fault> {
    lay(&Filled::kept(letter.text.clone()), paper, Some(&letter.ticket.to_string()))
}

/// Notes that a letter came out: its number is final, and its referral is on the way.
pub fn confirm(desk: &mut Desk, letter: Id, to: Outlet) -> Result<Letter, Fault> {
    let stamp = desk.stamp();
    let mut letter = leaving(desk, letter)?;
    letter.state = State::Final;
    letter.copies.push(Printed { to, stamp });
    let mut items = vec![letter.clone().item()];
    let mut request: Request = desk.must(letter.request)?;
    let referral = referral_of(&mut request, letter.ticket)?;
    if referral.status == referral_road::Status::Draft {
        let step = referral_road::Step::Hand;
        move_on(referral, referral::Event { step, stamp, reason: None, note: None })?;
        items.push(request.item());
    }
    desk.commit("surat keluar", items)?;
    Ok(letter)
}

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
    lay(&kinds::TANDA_TERIMA.filled(values)?, paper, Some(&ticket))
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
