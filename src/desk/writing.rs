//! What stands in a letter that is written now.
//!
//! # Why
//! A kind says what its template names; the desk offers all that its records hold under those names,
//! and what nobody could know is asked. So one function writes every kind, and a new kind of letter
//! needs no line here.
use chrono::TimeDelta;

use crate::{
    desk::{
        counter::Desk,
        genuine::{self, Claim},
        ledger::{self, Place},
        letterhead::{self, Values},
        lists, tables, wordings,
    },
    domain::{
        atlas::Atlas,
        choice::Choice as _,
        class::Class,
        date::Day,
        letter::{Letter, Rule, State, Weight},
        referral::Referral,
        request::Request,
        resident::Resident,
        stub::StubCode,
        stub_answer,
        text::Line,
    },
    fault::Fault,
    form::{
        field::{Draft, YES},
        ledger::{SERIAL, serial_if_any},
        letter::parts::{SECRECY, SHARING},
        step::INSTITUTION,
    },
    letter::kind::{Goal, Kind},
    store::cipher,
};

/// A letter that is to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order<'a> {
    pub kind: &'static Kind,
    /// What it is written for; nothing where it is the office's own matter.
    pub request: Option<&'a Request>,
    pub referral: Option<&'a Referral>,
    /// What was asked for it.
    pub draft: &'a Draft,
    /// The letter that it corrects.
    pub replaces: Option<&'a Letter>,
}

/// Writes a letter in the place that is its own in the ledger.
pub(crate) fn written(desk: &mut Desk, order: &Order<'_>) -> Result<Letter, Fault> {
    let Order { kind, request, referral, draft, replaces } = *order;
    let ground = desk.ground()?;
    let day = Day(ground.today);
    let rule = tables::rule(desk, kind.code)?.clone();
    let Place { serial, number } = ledger::place(desk, &rule, day, serial_if_any(draft, &ground)?)?;
    let valid_until = rule.valid.map(|days| Day(day.0 + TimeDelta::days(i64::from(days.get()))));
    let ticket = referral.map(|one| one.ticket).or_else(|| request.map(|one| one.ticket));
    let subject = request.and_then(|request| request.subject);
    let who = subject.map(|id| desk.must::<Resident>(id)).transpose()?;
    let told = ticket.map(|ticket| ticket.to_string()).unwrap_or_default();
    let mut values = letterhead::office(desk, day, &told)?;
    values.extend(heading(desk, &rule, day, weight(desk, &rule, request)?)?);
    values.push(("nomor", number.to_string()));
    values.push(("berlaku_sampai", valid_until.map(Day::long).unwrap_or_default()));
    values.push(("pengganti", replaces.map(corrected).unwrap_or_default()));
    values.extend(
        who.as_ref().map(|who| letterhead::person(desk, who)).transpose()?.unwrap_or_default(),
    );
    values.extend(addressee(desk, order)?);
    values.extend(matter(desk, order));
    let stub = kind.takes("potongan").then(|| cipher::random().map(|lot| StubCode::drawn(*lot)));
    let stub = stub.transpose()?;
    values.extend(stub.map(|stub| ("potongan", stub.to_string())));
    values.push(("jawaban", stub_answer::boxes()));
    values.extend(kind.answers(draft, ground.today)?);
    values.retain(|(name, _)| kind.takes(name));
    let value = |name| values.iter().rev().find(|(known, _)| *known == name);
    let line = |name| value(name).and_then(|(_, words)| words.parse::<Line>().ok());
    let (goal, about) = (line("tujuan"), line("hal").or_else(|| kind.matter().parse().ok()));
    let claim = Claim {
        nik: who.as_ref().and_then(Resident::nik),
        name: who.as_ref().map(Resident::name).unwrap_or_default(),
        goal: goal.as_ref().map(Line::as_str).unwrap_or_default(),
    };
    let text = wordings::filled(desk, kind, values)?;
    let letter = Letter {
        id: ground.id,
        kind: kind.code.to_owned(),
        serial,
        number,
        day,
        request: request.map(|request| request.id),
        ticket,
        state: State::Reserved,
        by_hand: false,
        goal: goal.clone(),
        matter: about,
        answers: answers(kind, draft),
        text: String::new(),
        valid_until,
        issued: ground.stamp,
        copies: vec![],
        voided: None,
        replaces: replaces.map(|old| old.id),
        replaced_by: None,
        stub,
    };
    let square = genuine::square(desk, &letter, &claim)?;
    Ok(Letter { text: text.with_square(&square).as_str().to_owned(), ..letter })
}

/// The answers that a correction begins with; the number is asked anew.
fn answers(kind: &Kind, draft: &Draft) -> Vec<(String, String)> {
    let told = kind.asked.iter().filter(|asked| asked.id != SERIAL.id);
    let told = told.map(|asked| (asked.id.to_owned(), draft.text(asked).to_owned()));
    told.filter(|(_, answer)| !answer.is_empty()).collect()
}

/// The answers that the form of a letter begins with.
pub(crate) fn begun(desk: &Desk, kind: &Kind, request: Option<&Request>) -> Result<Draft, Fault> {
    let mut draft = Draft::default();
    if let Goal::Institution(Some(usual)) = kind.goal {
        draft.put(INSTITUTION.id, usual);
    }
    if let Some(request) = request {
        let purpose = request.purpose.as_ref().map(ToString::to_string);
        draft.put("keperluan", purpose.unwrap_or_default());
        if desk.class_of_request(request)? == Class::Restricted {
            draft.put(SECRECY, YES);
            draft.put("kode_kasus", request.ticket.to_string());
        }
    }
    if ledger::is_shared(desk)? {
        draft.put(SHARING, YES);
        draft.put(SERIAL.id, ledger::coming(desk)?.to_string());
    }
    Ok(draft)
}

/// How a letter names the one that it corrects.
fn corrected(old: &Letter) -> String {
    format!("{} tanggal {}", old.number, old.day.long())
}

/// How a letter is to be handled: what is restricted goes as a secret, what presses is hastened.
fn weight(desk: &Desk, rule: &Rule, request: Option<&Request>) -> Result<Weight, Fault> {
    let Some(request) = request else { return Ok(rule.weight) };
    if desk.class_of_request(request)? == Class::Restricted {
        return Ok(Weight::Secret);
    }
    Ok(if request.presses() { rule.weight.hastened() } else { rule.weight })
}

/// Place and date, weight, and who signs.
fn heading(desk: &Desk, rule: &Rule, day: Day, weight: Weight) -> Result<Values, Fault> {
    let office = desk.office()?;
    let [mut role, mut name, nip] = letterhead::signature(desk, rule.signer)?;
    if name.is_empty() {
        // Who heads the area was never told: the name is written in by hand.
        (role, name) = (head(desk)?, UNNAMED.to_owned());
    }
    let mut values = vec![
        ("tempat", letterhead::town(office)),
        ("tanggal", day.long()),
        ("hari", day.weekday().to_owned()),
        ("zona", desk.zone().code().to_owned()),
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

/// Where it goes.
fn addressee(desk: &Desk, order: &Order<'_>) -> Result<Values, Fault> {
    let code = match (order.kind.goal, order.referral) {
        (Goal::Nobody | Goal::Named, _) => return Ok(vec![]),
        (Goal::Head, _) => {
            return Ok(vec![("tujuan", head(desk)?), ("alamat_tujuan", AT_PLACE.to_owned())]);
        }
        (Goal::Referred, Some(referral)) => referral.institution.clone(),
        (Goal::Referred | Goal::Institution(_), _) => {
            order.draft.text(&INSTITUTION).trim().to_owned()
        }
    };
    let known = tables::institution(desk, &code)?;
    let address = known.address.as_ref().map(ToString::to_string);
    let address = address.unwrap_or_else(|| AT_PLACE.to_owned());
    Ok(vec![("tujuan", known.addressee.to_string()), ("alamat_tujuan", address)])
}

/// The office of whoever heads the area.
fn head(desk: &Desk) -> Result<String, Fault> {
    let office = desk.office()?;
    let name = Atlas::get().name(office.area).unwrap_or_default();
    Ok(format!("{} {name}", office.head_title))
}

/// What stands for the name of somebody who signs and is not known.
const UNNAMED: &str = "(....................................)";

/// What stands for an address that nobody knows.
const AT_PLACE: &str = "di tempat";

/// What it is about and what goes with it.
fn matter(desk: &Desk, order: &Order<'_>) -> Values {
    let Some(request) = order.request else {
        return vec![("hal", order.kind.matter().to_owned()), ("lampiran", "-".to_owned())];
    };
    let brought = request.papers.iter().filter(|paper| paper.brought.is_some());
    let brought: Vec<&str> = brought.map(|paper| paper.name.as_str()).collect();
    let enclosed = match brought.len() {
        0 => "-".to_owned(),
        many => format!("{many} berkas"),
    };
    let about = lists::matter(desk, request);
    let hal = match order.referral {
        Some(_) => format!("Rujukan {about}"),
        None => order.kind.matter().to_owned(),
    };
    let ask = order.referral.map(|referral| ("keperluan", referral.ask.to_string()));
    let told =
        [("hal", hal), ("lampiran", enclosed), ("layanan", about), ("berkas", brought.join("\n"))];
    told.into_iter().chain(ask).collect()
}
