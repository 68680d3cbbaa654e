//! Letters: issued once, numbered once, let out as often as it takes.
use std::path::PathBuf;

use crate::{
    desk::{
        counter::Desk,
        ledger, printing,
        roads::{move_on, referral_of},
        writing::{Order, begun, written},
    },
    domain::{
        choice::Choice as _,
        id::Id,
        letter::{End, Letter, Outlet, Printed, State},
        may::Action,
        paper::Paper,
        printer::Printer,
        referral::{self, Referral},
        referral_road,
        request::Request,
        ticket::Ticket,
    },
    fault::Fault,
    form::field::Draft,
    letter::{
        filled::{Filled, lay},
        kinds::{self, Kind, Occasion, Shape},
    },
    print::page::Document,
    store::item::{Item, Kept as _},
};

/// Issues the letter of a referral and reserves its number. A letter that was issued but never
/// came out of the printer is returned as it is: a failed print costs no number.
pub fn issue(desk: &mut Desk, request: Id, ticket: Ticket) -> Result<Letter, Fault> {
    issue_with(desk, request, ticket, &Draft::default())
}

/// Issues it with what was asked for it.
pub fn issue_with(
    desk: &mut Desk,
    request: Id,
    ticket: Ticket,
    draft: &Draft,
) -> Result<Letter, Fault> {
    let mut request: Request = desk.opened(request)?;
    let referral = referral_of(&mut request, ticket)?.clone();
    if let Some(last) = current(desk, &referral)? {
        return Ok(last);
    }
    desk.permit(Action::IssueLetter, Some(desk.class_of_request(&request)?))?;
    desk.unlimited(request.subject)?;
    if !referral.status.is_open() {
        // What came of it is known: its last letter is shown, void or not.
        let last = referral.letters.last().ok_or(Fault::OffTheRoad)?;
        return desk.must(*last);
    }
    // Whoever is sent on has a name.
    request.subject.ok_or(Fault::Missing { what: "warga yang dirujuk" })?;
    let kind = for_institution(&referral.institution);
    let (told, sent) = (Some(&request), Some(&referral));
    let order = Order { kind, request: told, referral: sent, draft, replaces: None };
    let (letter, mut items) = entered(desk, &order)?;
    referral_of(&mut request, ticket)?.letters.push(letter.id);
    items.push(request.item());
    desk.commit("surat terbit", items)?;
    Ok(letter)
}

/// Writes a letter of any kind but a referral's: for a request, or of the office's own accord.
pub fn write(
    desk: &mut Desk,
    kind: &'static Kind,
    request: Option<Id>,
    draft: &Draft,
) -> Result<Letter, Fault> {
    let request = request.map(|id| desk.opened::<Request>(id)).transpose()?;
    let class = request.as_ref().map(|request| desk.class_of_request(request)).transpose()?;
    desk.permit(Action::IssueLetter, class)?;
    desk.unlimited(request.as_ref().and_then(|request| request.subject))?;
    let order = Order { kind, request: request.as_ref(), referral: None, draft, replaces: None };
    let (letter, items) = entered(desk, &order)?;
    desk.commit("surat terbit", items)?;
    Ok(letter)
}

/// A letter that is written now, with what its place in the ledger brings along. One that fits no
/// paper takes no number.
fn entered(desk: &mut Desk, order: &Order<'_>) -> Result<(Letter, Vec<Item>), Fault> {
    let letter = written(desk, order)?;
    fitting(desk, &letter)?;
    let items = ledger::entered(desk, letter)?;
    let mut letters = items.iter().filter_map(Letter::of);
    let new = letters.find(|letter| letter.state == State::Reserved).cloned();
    Ok((new.ok_or(Fault::Missing { what: "surat" })?, items))
}

/// The kind of letter with which somebody is sent to that institution.
fn for_institution(code: &str) -> &'static Kind {
    let kind = match code {
        "RSJ" => "RUJUK-RSJ",
        "SHELTER" => "RUJUK-SINGGAH",
        _ => kinds::RUJUKAN.code,
    };
    Kind::coded(kind).unwrap_or(&kinds::RUJUKAN)
}

/// What must be asked before the letter of a referral is issued: its kind and the answers to begin
/// with. Nothing where it was issued before, or everything is known.
pub fn asks(
    desk: &Desk,
    request: Id,
    ticket: Ticket,
) -> Result<Option<(&'static Kind, Draft)>, Fault> {
    let request: Request = desk.opened(request)?;
    let referral = request.referral(ticket).ok_or(Fault::Missing { what: "rujukan" })?;
    if !referral.status.is_open() || current(desk, referral)?.is_some() {
        return Ok(None);
    }
    let kind = for_institution(&referral.institution);
    let draft = begun(desk, kind, Some(&request))?;
    Ok(kind.asked.iter().any(|asked| (asked.when)(&draft)).then_some((kind, draft)))
}

/// The answers that the form of a letter begins with, for a request or of the office's own accord.
pub fn first_answers(
    desk: &Desk,
    kind: &'static Kind,
    request: Option<Id>,
) -> Result<Draft, Fault> {
    let request = request.map(|id| desk.opened::<Request>(id)).transpose()?;
    begun(desk, kind, request.as_ref())
}

/// The kinds that can be written for a request, or of the office's own accord. Where nobody is named
/// there is no letter about somebody.
#[must_use]
pub fn writable(of: Option<&Request>) -> Vec<&'static Kind> {
    let named = of.is_some_and(|request| request.subject.is_some());
    let fits = |kind: &&Kind| {
        let about = kind.occasion == Occasion::Request && kind.takes("nama");
        kind.occasion.suits(of.is_some()) && (named || !about)
    };
    kinds::KINDS.iter().filter(|kind| kind.shape != Shape::Slip).filter(fits).collect()
}

/// The letters of a request itself, the oldest first; those of its referrals stand with them.
pub fn along(desk: &Desk, request: &Request) -> Result<Vec<Letter>, Fault> {
    let sent = |id: &&Id| request.referrals.iter().any(|referral| referral.letters.contains(id));
    let own = desk.book.letters.along(request.id).iter().filter(|id| !sent(id));
    own.map(|id| desk.must(*id)).collect()
}

/// The letter that is good for a referral now, if one was issued.
fn current(desk: &Desk, referral: &Referral) -> Result<Option<Letter>, Fault> {
    let last = referral.letters.last().map(|id| desk.must::<Letter>(*id)).transpose()?;
    Ok(last.filter(Letter::counts))
}

/// A letter that may be written anew.
fn correctable(desk: &Desk, id: Id) -> Result<(Letter, &'static Kind), Fault> {
    let old: Letter = desk.allowed(id, Action::IssueLetter)?;
    desk.unlimited_letter(&old)?;
    if old.state != State::Final || old.replaced_by.is_some() || old.by_hand {
        return Err(Fault::OffTheRoad);
    }
    let kind = Kind::coded(&old.kind).ok_or(Fault::Missing { what: "jenis surat itu" })?;
    Ok((old, kind))
}

/// The kind of a letter that came out wrong, and what was answered for it: the answers that the new
/// one begins with.
pub fn correction(desk: &Desk, id: Id) -> Result<(&'static Kind, Draft), Fault> {
    let (old, kind) = correctable(desk, id)?;
    let mut draft = first_answers(desk, kind, old.request)?;
    for (id, answer) in &old.answers {
        draft.put(id, answer.as_str());
    }
    Ok((kind, draft))
}

/// Writes a letter anew that came out wrong, with these answers and as things stand now; the new one
/// names the old one, which counts no more.
pub fn correct(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Letter, Fault> {
    let (mut old, kind) = correctable(desk, id)?;
    let mut request = old.request.map(|id| desk.opened::<Request>(id)).transpose()?;
    let sent = request.as_ref().zip(old.ticket);
    let referral = sent.and_then(|(request, ticket)| request.referral(ticket)).cloned();
    let order = Order {
        kind,
        request: request.as_ref(),
        referral: referral.as_ref(),
        draft,
        replaces: Some(&old),
    };
    let (letter, mut items) = entered(desk, &order)?;
    old.replaced_by = Some(letter.id);
    items.push(old.item());
    if let Some((request, referral)) = request.as_mut().zip(referral) {
        referral_of(request, referral.ticket)?.letters.push(letter.id);
        items.push(request.clone().item());
    }
    desk.commit("surat pengganti", items)?;
    Ok(letter)
}

/// The letter of a number, as it stands on the paper, to be let out again.
pub fn with_number(desk: &Desk, number: &str) -> Result<Letter, Fault> {
    let id = desk.book.letters.with_number(number).ok_or(Fault::Missing { what: "surat itu" })?;
    leaving(desk, id)
}

/// A letter that is about to go to a printer or into a file.
pub fn leaving(desk: &Desk, letter: Id) -> Result<Letter, Fault> {
    let letter: Letter = desk.allowed(letter, Action::Print)?;
    desk.unlimited_letter(&letter)?;
    match letter.state {
        State::Void => Err(Fault::KeptIn("sudah batal")),
        _ if letter.replaced_by.is_some() => Err(Fault::KeptIn("sudah diganti dengan surat lain")),
        _ if letter.text.is_empty() => Err(Fault::KeptIn("tidak ditulis di Loket")),
        State::Reserved | State::Final | State::Held => Ok(letter),
    }
}

/// Notes that a letter was written to a file again. Only the clerk can say of a letter that was
/// never certain that it came out, so nothing is noted of that one.
pub fn copied(desk: &mut Desk, letter: Id) -> Result<(), Fault> {
    let state = leaving(desk, letter)?.state;
    if state == State::Final { confirm(desk, letter, Outlet::File).map(drop) } else { Ok(()) }
}

/// An issued letter on the paper that lies in its printer, or on the first other paper that it fits.
pub fn fitting(desk: &Desk, letter: &Letter) -> Result<Document, Fault> {
    fitted(letter, printing::paper(desk, &letter.kind)?)
}

/// An issued letter on that paper, or on the first other one that it fits.
pub fn fitted(letter: &Letter, usual: Paper) -> Result<Document, Fault> {
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

/// An issued letter, laid out on that paper; one that came out before says which copy it is.
pub fn paper(letter: &Letter, paper: Paper) -> Result<Document, Fault> {
    let code = letter.ticket.map(|ticket| ticket.to_string());
    let filled = Filled::kept(letter.text.clone());
    let filled = match letter.outs() {
        0 => filled,
        before => filled.copied(before + 1),
    };
    lay(&filled, paper, code.as_deref())
}

/// Notes that a letter was sent to that printer, or into a file; whether it came out is not known
/// yet.
pub fn sent(desk: &mut Desk, letter: Id, to: Outlet, printer: &Printer) -> Result<Letter, Fault> {
    let stamp = desk.stamp();
    let printer = (to == Outlet::Printer).then(|| printer.to_string().parse().ok()).flatten();
    let mut letter = leaving(desk, letter)?;
    letter.copies.push(Printed { to, stamp, printer, end: End::Waiting });
    desk.commit("surat dikirim", vec![letter.clone().item()])?;
    Ok(letter)
}

/// Notes that the last copy of a letter did not come out.
pub fn failed(desk: &mut Desk, letter: Id) -> Result<Letter, Fault> {
    let mut letter = leaving(desk, letter)?;
    let Some(last) = letter.copies.last_mut().filter(|last| last.end == End::Waiting) else {
        return Ok(letter);
    };
    last.end = End::Failed;
    desk.commit("surat gagal", vec![letter.clone().item()])?;
    Ok(letter)
}

/// Notes that a letter came out: its number is final, and its referral is on the way.
pub fn confirm(desk: &mut Desk, letter: Id, to: Outlet) -> Result<Letter, Fault> {
    let stamp = desk.stamp();
    let mut letter = leaving(desk, letter)?;
    if letter.state == State::Reserved {
        letter.state = State::Final;
    }
    match letter.copies.last_mut().filter(|last| last.end == End::Waiting && last.to == to) {
        Some(last) => last.end = End::Out,
        None => letter.copies.push(Printed { to, stamp, printer: None, end: End::Out }),
    }
    let mut items = vec![letter.clone().item()];
    if let Some((request, ticket)) = letter.request.zip(letter.ticket) {
        let mut request: Request = desk.must(request)?;
        let drafted = |referral: &&mut Referral| {
            referral.ticket == ticket && referral.status == referral_road::Status::Draft
        };
        if let Some(referral) = request.referrals.iter_mut().find(drafted) {
            let step = referral_road::Step::Hand;
            move_on(referral, referral::Event { step, stamp, reason: None, note: None })?;
            items.push(request.item());
        }
    }
    desk.commit("surat keluar", items)?;
    Ok(letter)
}
