//! What stands in a letter that is written now.
use chrono::TimeDelta;

use crate::{
    desk::{
        counter::Desk,
        genuine::{self, Claim},
        ledger::{self, Place},
        letterhead::{self, Values},
        lists, tables,
    },
    domain::{
        choice::Choice as _,
        class::Class,
        date::Day,
        institution::Institution,
        letter::{Letter, Rule, State, Weight},
        referral::Referral,
        request::Request,
        resident::Resident,
        stub::StubCode,
        stub_answer,
        text::Line,
    },
    fault::Fault,
    letter::kinds::Kind,
    store::cipher,
};

/// A letter that is to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order<'a> {
    pub kind: &'static Kind,
    pub request: &'a Request,
    pub referral: &'a Referral,
    /// The serial that it must have; the next one where none is told.
    pub serial: Option<u32>,
    /// The letter that it corrects.
    pub replaces: Option<&'a Letter>,
}

/// Writes a letter of a referral in the place that is its own in the ledger.
pub(crate) fn written(desk: &mut Desk, order: &Order<'_>) -> Result<Letter, Fault> {
    let Order { kind, request, referral, .. } = *order;
    let ground = desk.ground()?;
    let day = Day(ground.today);
    let rule = tables::rule(desk, kind.code)?.clone();
    let Place { serial, number } = ledger::place(desk, &rule, day, order.serial)?;
    let valid_until = rule.valid.map(|days| Day(day.0 + TimeDelta::days(i64::from(days.get()))));
    let mut values = letterhead::office(desk, day, &referral.ticket.to_string())?;
    values.extend(heading(desk, &rule, day, weight(desk, &rule, request)?)?);
    values.push(("nomor", number.to_string()));
    values.push(("berlaku_sampai", valid_until.map(Day::long).unwrap_or_default()));
    values.push(("pengganti", order.replaces.map(corrected).unwrap_or_default()));
    let who = request.subject.ok_or(Fault::Missing { what: "warga yang dirujuk" })?;
    let who: Resident = desk.must(who)?;
    let goal = tables::institution(desk, &referral.institution)?;
    values.extend(matter(desk, (request, &who), (referral, goal))?);
    let claim = Claim { nik: who.nik(), name: who.name(), goal: goal.addressee.as_str() };
    let stub = StubCode::drawn(*cipher::random()?);
    values.push(("potongan", stub.to_string()));
    values.push(("jawaban", stub_answer::boxes()));
    let about = |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let agenda = |name| about(name).and_then(|words| words.parse::<Line>().ok());
    let (goal, matter) = (agenda("tujuan"), agenda("hal"));
    let text = kind.filled(values)?;
    let letter = Letter {
        id: ground.id,
        kind: kind.code.to_owned(),
        serial,
        number,
        day,
        request: Some(request.id),
        ticket: Some(referral.ticket),
        state: State::Reserved,
        by_hand: false,
        goal,
        matter,
        answers: vec![],
        text: String::new(),
        valid_until,
        issued: ground.stamp,
        copies: vec![],
        voided: None,
        replaces: order.replaces.map(|old| old.id),
        replaced_by: None,
        stub: Some(stub),
    };
    let square = genuine::square(desk, &letter, &claim)?;
    Ok(Letter { text: text.with_square(&square).as_str().to_owned(), ..letter })
}

/// How a letter names the one that it corrects.
fn corrected(old: &Letter) -> String {
    format!("{} tanggal {}", old.number, old.day.long())
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
