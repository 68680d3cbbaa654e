//! Shapes that records had once: frozen, so that what an older program wrote is read for ever.
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    domain::{
        area::Area,
        clerk::{Clerk, Stamp},
        count::Desil,
        date::Day,
        id::Id,
        law::Restriction,
        letter::{End, Letter, Outlet, Printed, State},
        letter_number::Pattern,
        moment::Zone,
        office::{Hours, Office, Official},
        paper,
        person::{Disability, Life, Marital, Religion},
        phone::Phone,
        ppks::Ppks,
        promise::{self, Promise},
        referral::Referral,
        request::{Basis, Caller, Channel, Cover, Event, Kind, Paper, Request},
        resident::{Address, Birth, Called, Checked, Family, Identity, Resident},
        road::Status,
        role::Role,
        serial::{Scope, Serial},
        service::{self, Service},
        sex::Sex,
        text::{Line, Name, Note},
        ticket::{Register, Ticket},
        workday::Holiday,
    },
    fault::Fault,
    store::{codec, record::Record},
};

/// The record that bytes of version 1 become.
pub fn upgraded<Old, New>(version: u8, bytes: &[u8]) -> Result<New, Fault>
where
    Old: DeserializeOwned + Into<New>,
    New: Record,
{
    let old = if version == 1 { codec::unpack::<Old>(bytes) } else { None };
    old.map(Into::into).ok_or(Fault::Unreadable { table: New::NAME, version })
}

/// The resident that bytes of an older version become.
pub fn resident(version: u8, bytes: &[u8]) -> Result<Resident, Fault> {
    match version {
        2 => codec::unpack::<Resident2>(bytes).map(Into::into),
        _ => return upgraded::<Resident1, Resident>(version, bytes),
    }
    .ok_or(Fault::Unreadable { table: Resident::NAME, version })
}

/// An officer before there were hats; the code was the id.
#[derive(Deserialize)]
pub struct Clerk1 {
    code: String,
    name: Name,
    active: bool,
}

impl From<Clerk1> for Clerk {
    /// Whoever worked here did everything, and still may.
    fn from(old: Clerk1) -> Self {
        Self {
            id: Id::named(&old.code),
            code: old.code,
            name: old.name,
            roles: Role::FOUNDER.to_vec(),
            restricted: true,
            active: old.active,
        }
    }
}

/// A service before any was restricted.
#[derive(Deserialize)]
pub struct Service1 {
    code: String,
    name: Name,
    category: Line,
    provider: Line,
    clock: Option<promise::Clock>,
    desil_most: Option<Desil>,
    emergency: bool,
    note: Option<Note>,
    papers: Vec<service::Asked>,
    since: Option<Day>,
}

impl From<Service1> for Service {
    fn from(old: Service1) -> Self {
        Self {
            restricted: Self::restricted_preset(&old.code),
            code: old.code,
            name: old.name,
            category: old.category,
            provider: old.provider,
            clock: old.clock,
            desil_most: old.desil_most,
            emergency: old.emergency,
            note: old.note,
            papers: old.papers,
            since: old.since,
        }
    }
}

/// An office before it could number each kind of letter apart.
#[derive(Deserialize)]
pub struct Office2 {
    /// Nothing stands between the fields of the version before and what it added.
    before: Office1,
    restricted_kinds: Vec<Ppks>,
}

impl From<Office2> for Office {
    fn from(old: Office2) -> Self {
        Self { restricted_kinds: old.restricted_kinds, ..old.before.into() }
    }
}

/// The office that bytes of an older version become.
pub fn office(version: u8, bytes: &[u8]) -> Result<Office, Fault> {
    match version {
        2 => codec::unpack::<Office2>(bytes).map(Into::into),
        _ => return upgraded::<Office1, Office>(version, bytes),
    }
    .ok_or(Fault::Unreadable { table: Office::NAME, version })
}

/// An office before any kind of PPKS was restricted.
#[derive(Deserialize)]
pub struct Office1 {
    area: Area,
    unit: Line,
    head_title: Line,
    name: Name,
    address: Option<Line>,
    phone: Option<Phone>,
    email: Option<Line>,
    head: Option<Official>,
    coordinator: Option<Official>,
    zone: Zone,
    hours: Hours,
    holidays: Vec<Holiday>,
    numbers: Pattern,
    paper: paper::Paper,
}

impl From<Office1> for Office {
    fn from(old: Office1) -> Self {
        Self {
            area: old.area,
            unit: old.unit,
            head_title: old.head_title,
            name: old.name,
            address: old.address,
            phone: old.phone,
            email: old.email,
            head: old.head,
            coordinator: old.coordinator,
            zone: old.zone,
            hours: old.hours,
            holidays: old.holidays,
            numbers: old.numbers,
            scope: Scope::One,
            first: None,
            paper: old.paper,
            restricted_kinds: Ppks::restricted_presets(),
        }
    }
}

/// A resident before the use of one could be restricted.
#[derive(Deserialize)]
pub struct Resident1 {
    id: Id,
    called: Called,
    identity: Identity,
    family: Family,
    birth: Birth,
    birth_place: Option<Line>,
    sex: Option<Sex>,
    religion: Option<Religion>,
    occupation: Option<Line>,
    marital: Option<Marital>,
    domicile: Address,
    card: Option<Address>,
    phone: Option<Phone>,
    phone_owner: Option<Line>,
    disabilities: Vec<Disability>,
    kinds: Vec<Ppks>,
    desil: Option<Checked>,
    life: Life,
    registered: Stamp,
}

impl From<Resident1> for Resident {
    fn from(old: Resident1) -> Self {
        Self {
            id: old.id,
            called: old.called,
            identity: old.identity,
            family: old.family,
            birth: old.birth,
            birth_place: old.birth_place,
            sex: old.sex,
            religion: old.religion,
            occupation: old.occupation,
            marital: old.marital,
            domicile: old.domicile,
            card: old.card,
            phone: old.phone,
            phone_owner: old.phone_owner,
            disabilities: old.disabilities,
            kinds: old.kinds,
            desil: old.desil,
            life: old.life,
            registered: old.registered,
            restriction: None,
            benefits: vec![],
            unlike: vec![],
            was: vec![],
        }
    }
}

/// A resident before aid was written down, and before records of one person were merged.
#[derive(Deserialize)]
pub struct Resident2 {
    /// Nothing stands between the fields of the version before and what it added.
    before: Resident1,
    restriction: Option<Restriction>,
}

impl From<Resident2> for Resident {
    fn from(old: Resident2) -> Self {
        Self { restriction: old.restriction, ..old.before.into() }
    }
}

/// A request before a clerk could mark one.
#[derive(Deserialize)]
pub struct Request1 {
    id: Id,
    register: Register,
    ticket: Ticket,
    kind: Kind,
    channel: Channel,
    subject: Option<Id>,
    name: Option<Name>,
    caller: Caller,
    service: Option<String>,
    words: Option<Note>,
    purpose: Option<Line>,
    urgent: bool,
    basis: Option<Basis>,
    papers: Vec<Paper>,
    cover: Option<Cover>,
    promise: Promise,
    status: Status,
    road: Vec<Event>,
    referrals: Vec<Referral>,
    same_as: Option<Ticket>,
    received: Stamp,
}

impl From<Request1> for Request {
    fn from(old: Request1) -> Self {
        Self {
            id: old.id,
            register: old.register,
            ticket: old.ticket,
            kind: old.kind,
            channel: old.channel,
            subject: old.subject,
            name: old.name,
            caller: old.caller,
            service: old.service,
            words: old.words,
            purpose: old.purpose,
            urgent: old.urgent,
            basis: old.basis,
            papers: old.papers,
            cover: old.cover,
            promise: old.promise,
            status: old.status,
            road: old.road,
            referrals: old.referrals,
            same_as: old.same_as,
            received: old.received,
            confidential: false,
        }
    }
}

/// A letter when every letter was a referral's, and in one series.
#[derive(Deserialize)]
pub struct Letter1 {
    id: Id,
    kind: String,
    year: u16,
    serial: u32,
    number: Line,
    day: Day,
    request: Id,
    ticket: Ticket,
    state: State,
    text: String,
    valid_until: Option<Day>,
    issued: Stamp,
    copies: Vec<Printed1>,
}

/// A copy that came out; tries that failed were not kept.
#[derive(Deserialize)]
struct Printed1 {
    to: Outlet,
    stamp: Stamp,
}

impl From<Letter1> for Letter {
    fn from(old: Letter1) -> Self {
        let copy =
            |old: Printed1| Printed { to: old.to, stamp: old.stamp, printer: None, end: End::Out };
        Self {
            id: old.id,
            kind: old.kind,
            serial: Serial { series: String::new(), year: old.year, number: old.serial },
            number: old.number,
            day: old.day,
            request: Some(old.request),
            ticket: Some(old.ticket),
            state: old.state,
            by_hand: false,
            goal: None,
            matter: None,
            answers: vec![],
            text: old.text,
            valid_until: old.valid_until,
            issued: old.issued,
            copies: old.copies.into_iter().map(copy).collect(),
            voided: None,
            replaces: None,
            replaced_by: None,
            stub: None,
        }
    }
}
