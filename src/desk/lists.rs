//! Lists of requests, the counts that open them, and one line about each.
use crate::{
    desk::counter::Desk,
    domain::{
        id::Id,
        letter::{Letter, State},
        moment::Moment,
        referral_road,
        request::{Kind, Request},
        resident::Resident,
        road::Status,
        service::Service,
        ticket::Ticket,
    },
    fault::Fault,
    store::columns::cases::Case,
};

pub use crate::store::columns::cases::Which;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: Id,
    pub ticket: String,
    pub register: String,
    pub name: String,
    pub kind: Kind,
    pub status: Status,
    /// Name of the service, or the first of the resident's words.
    pub about: String,
    pub received: Moment,
    /// The promised day of an open request.
    pub due: String,
    /// Days without news of a referral that is out.
    pub silent: Option<i64>,
}

/// What a list is called.
#[must_use]
pub const fn title(which: Which) -> &'static str {
    match which {
        Which::Today => "Kunjungan hari ini",
        Which::Lacking => "Berkas kurang",
        Which::Silent => "Rujukan tanpa kabar",
        Which::DueToday => "Jatuh tempo hari ini",
        Which::Overdue => "Lewat waktu",
        Which::Open => "Semua yang terbuka",
        Which::All => "Semua permohonan",
        Which::About(_) => "Permohonan warga ini",
    }
}

/// How many requests a list holds.
#[must_use]
pub fn count(desk: &Desk, which: Which) -> usize {
    desk.book.cases.count(which, desk.now(), desk.zone())
}

/// The requests of a list, in its order. On the card of a resident even the line of a restricted
/// request would tell something, so there it is left out.
#[must_use]
pub fn ids(desk: &Desk, which: Which) -> Vec<Id> {
    let cases = desk.book.cases.list(which, desk.now(), desk.zone());
    let ids = cases.into_iter().map(|case| case.id);
    match which {
        Which::About(_) => ids.filter(|id| desk.opened::<Request>(*id).is_ok()).collect(),
        _ => ids.collect(),
    }
}

/// The lines of these requests.
pub fn rows(desk: &Desk, ids: &[Id]) -> Result<Vec<Row>, Fault> {
    ids.iter().map(|id| line(desk, *id)).collect()
}

/// The line of one request.
pub fn line(desk: &Desk, id: Id) -> Result<Row, Fault> {
    row(desk, &desk.must(id)?)
}

/// What stands in a line instead of whom and what it is about, where that is not for the officer
/// who sits here.
pub const HIDDEN: &str = "Terbatas";

/// The line of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its request, where it was written for one.
    pub request: Option<Row>,
    pub number: String,
    /// Of its referral, or else of its request.
    pub ticket: Option<Ticket>,
    pub state: State,
    /// Whom it goes to and what it is about; empty where that is not for the officer who sits here.
    pub matter: String,
}

/// The line of a letter.
pub fn posted(desk: &Desk, letter: Id) -> Result<Posted, Fault> {
    let letter: Letter = desk.must(letter)?;
    let request = letter.request.map(|id| row(desk, &desk.must(id)?)).transpose()?;
    let matter = [letter.matter, letter.goal].into_iter().flatten();
    Ok(Posted {
        request,
        number: letter.number.to_string(),
        ticket: letter.ticket,
        state: letter.state,
        matter: matter.map(|words| words.to_string()).collect::<Vec<_>>().join(" · "),
    })
}

/// The line of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referred {
    /// Its request.
    pub request: Row,
    pub status: referral_road::Status,
    /// To whom.
    pub institution: String,
}

/// The line of the referral of that ticket.
pub fn referred(desk: &Desk, request: Id, ticket: Ticket) -> Result<Referred, Fault> {
    let request: Request = desk.must(request)?;
    let line = row(desk, &request)?;
    let referral = request.referral(ticket).ok_or(Fault::Missing { what: "rujukan" })?;
    let open = line.about != HIDDEN;
    let institution = if open { referral.institution_name.to_string() } else { HIDDEN.to_owned() };
    Ok(Referred { request: line, status: referral.status, institution })
}

/// The name of a resident in a line; empty where there is none of that id.
pub fn resident_name(desk: &Desk, id: Id) -> Result<String, Fault> {
    let who: Option<Resident> = desk.get(id)?;
    Ok(who.map_or_else(String::new, |who| {
        let open = desk.shows(desk.class_of_resident(&who));
        if open { who.name().to_owned() } else { HIDDEN.to_owned() }
    }))
}

/// The line of a request; that there is one is no secret, since its ticket was handed out.
fn row(desk: &Desk, request: &Request) -> Result<Row, Fault> {
    let zone = desk.zone();
    let open = desk.shows(desk.class_of_request(request)?);
    let hidden = || HIDDEN.to_owned();
    let silent = request
        .referrals
        .iter()
        .filter(|referral| referral.status.awaits_news())
        .filter_map(|referral| referral.road.last())
        .map(|event| (desk.today() - event.stamp.at.day(zone).0).num_days())
        .max();
    let due = request.promise.day(zone).filter(|_| request.status.is_open());
    Ok(Row {
        id: request.id,
        ticket: request.ticket.to_string(),
        register: request.register.to_string(),
        name: if open { subject_name(desk, request)? } else { hidden() },
        kind: request.kind,
        status: request.status,
        about: if open { about(desk, request) } else { hidden() },
        received: request.received.at,
        due: due.map(|day| day.to_string()).unwrap_or_default(),
        silent,
    })
}

/// The name of whom a request is about.
pub fn subject_name(desk: &Desk, request: &Request) -> Result<String, Fault> {
    let told = || request.name.as_ref().map_or("Tanpa nama".to_owned(), ToString::to_string);
    match request.subject {
        None => Ok(told()),
        Some(id) => Ok(desk.get::<Resident>(id)?.map_or_else(told, |who| who.shown().into_owned())),
    }
}

/// The service's name, or the resident's words where there is none.
#[must_use]
pub fn about(desk: &Desk, request: &Request) -> String {
    match &request.words {
        Some(words) if service(desk, request).is_none() => words.to_string(),
        _ => matter(desk, request),
    }
}

fn service<'a>(desk: &'a Desk, request: &Request) -> Option<&'a Service> {
    desk.book.directory.services.get(request.service.as_ref()?)
}

/// What a paper for others says that a request is about: its service, or else only its kind. What
/// somebody said at the desk is for the desk.
#[must_use]
pub fn matter(desk: &Desk, request: &Request) -> String {
    service(desk, request)
        .map_or_else(|| request.kind.to_string(), |service| service.name.to_string())
}

/// The request of a ticket, or of the referral of that ticket.
#[must_use]
pub fn with_ticket(desk: &Desk, ticket: &str) -> Option<Id> {
    desk.book.cases.with_ticket(ticket.parse().ok()?).map(|case: &Case| case.id)
}
