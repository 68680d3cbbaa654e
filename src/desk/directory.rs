//! The directory: the answers it has on offer.
use std::thread;

use crate::{
    desk::{aid, counter::Desk, printing},
    domain::{
        area::Area,
        atlas::Atlas,
        choice::Choice as _,
        id::Id,
        reason::Reason,
        referral_road,
        request::{Kind, Paper, Request},
        road,
        service::Service,
    },
    form::{
        field::{Draft, Offer, Source},
        printing::languages,
        request::{KIND, SERVICE},
        step::{REFERRAL_STEP, STEP},
    },
};

/// How many areas a picker shows at a time.
const AREAS: usize = 60;

/// What a question about steps is asked of.
#[derive(Debug, Clone, Copy)]
pub enum About<'a> {
    Nothing,
    Request(&'a Request),
    Referral(&'a Request, referral_road::Status),
}

/// The answers on offer for a question, given what was answered already and what was typed.
#[must_use]
pub fn offers(desk: &Desk, source: Source, draft: &Draft, about: About<'_>) -> Vec<Offer> {
    match source {
        Source::Fixed(list) => list(),
        // Too many to be a list: `areas` is asked at every keystroke, and begins near the office.
        Source::Area => desk.office().map(|office| home(office.area)).into_iter().collect(),
        Source::Service => services(desk, draft),
        Source::Paper => papers(desk, draft, about),
        Source::Institution => institutions(desk),
        Source::Printer => printing::offers(desk),
        Source::Language => languages(draft),
        Source::Clerk => clerks(desk),
        Source::Programme => programmes(desk),
        Source::Step => steps(about),
        Source::ReferralStep => referral_steps(about),
        Source::Reason => reasons(draft, about),
    }
}

fn offer(code: impl Into<String>, label: impl Into<String>) -> Offer {
    Offer { code: code.into(), label: label.into() }
}

/// The office's own area.
fn home(area: Area) -> Offer {
    let place = Atlas::get().path(area);
    offer(area.to_string(), place.map(|place| place.words()).unwrap_or_default())
}

/// The areas whose name, path or code holds what was typed: `Kel. Damai, Balikpapan Kota, Kota
/// Balikpapan, Kaltim`, of those that fit alike the ones around `home` first. The code tells apart what else reads
/// alike.
#[must_use]
pub fn areas(typed: &str, home: Option<Area>) -> Vec<Offer> {
    let atlas = Atlas::get();
    let found = atlas.near(typed, home, AREAS).into_iter().filter_map(|area| atlas.path(area));
    found.map(|place| offer(place.code.to_string(), place.words())).collect()
}

/// The words for an area code: kind and name, kecamatan, city, province.
#[must_use]
pub fn area_words(code: &str) -> Option<String> {
    Atlas::get().path(code.parse().ok()?).map(|place| place.words())
}

/// Unpacks the table of areas beside the screen, before a clerk has to wait for it.
pub fn unpack_areas() {
    thread::spawn(Atlas::get);
}

fn services(desk: &Desk, draft: &Draft) -> Vec<Offer> {
    let kind: Option<Kind> = draft.text(&KIND).parse().ok();
    let fits = |service: &&Service| kind != Some(Kind::Emergency) || service.emergency;
    let all = desk.book.directory.services.values().filter(fits);
    all.map(|service| offer(&service.code, service.name.as_str())).collect()
}

fn papers(desk: &Desk, draft: &Draft, about: About<'_>) -> Vec<Offer> {
    if let About::Request(request) = about {
        let still = |paper: &&Paper| !paper.code.is_empty() && paper.brought.is_none();
        let missing = request.papers.iter().filter(still);
        return missing.map(|paper| offer(&paper.code, paper.name.as_str())).collect();
    }
    let service = desk.book.directory.services.get(draft.text(&SERVICE).trim());
    let asked = service.map(|service| service.papers.as_slice()).unwrap_or_default();
    asked
        .iter()
        .map(|paper| {
            let mark = if paper.required { "" } else { " (bila ada)" };
            offer(&paper.code, format!("{}{mark}", paper.name))
        })
        .collect()
}

/// The papers on the checklist of a saved request.
#[must_use]
pub fn checklist(request: &Request) -> Vec<Offer> {
    let listed = request.papers.iter().filter(|paper| !paper.code.is_empty());
    listed.map(|paper| offer(&paper.code, paper.name.as_str())).collect()
}

fn institutions(desk: &Desk) -> Vec<Offer> {
    let open = desk.book.directory.institutions.values().filter(|known| !known.closed);
    open.map(|known| offer(&known.code, known.name.as_str())).collect()
}

fn clerks(desk: &Desk) -> Vec<Offer> {
    let all = desk.book.directory.clerks.values();
    all.map(|clerk| offer(&clerk.code, clerk.name.as_str())).collect()
}

fn programmes(desk: &Desk) -> Vec<Offer> {
    aid::programmes(desk).into_iter().map(|(code, name)| offer(code, name)).collect()
}

fn steps(about: About<'_>) -> Vec<Offer> {
    let About::Request(request) = about else { return vec![] };
    let by_hand = request.steps().into_iter().filter(|step| *step != road::Step::Refer);
    by_hand.map(|step| offer(step.code(), step.label())).collect()
}

fn referral_steps(about: About<'_>) -> Vec<Offer> {
    let About::Referral(_, status) = about else { return vec![] };
    // A draft leaves the house with its letter only.
    let with_letter = [referral_road::Step::Hand, referral_road::Step::Send];
    let by_hand = status.steps().into_iter().filter(|step| {
        let draft = status == referral_road::Status::Draft;
        *step != referral_road::Step::Point && !(draft && with_letter.contains(step))
    });
    by_hand.map(|step| offer(step.code(), step.label())).collect()
}

fn reasons(draft: &Draft, about: About<'_>) -> Vec<Offer> {
    let all: &[Reason] = match about {
        About::Referral(..) => draft
            .text(&REFERRAL_STEP)
            .parse()
            .map_or(&[], |step: referral_road::Step| step.reasons()),
        _ => draft.text(&STEP).parse().map_or(&[], |step: road::Step| step.reasons()),
    };
    all.iter().map(|reason| offer(reason.code, reason.label)).collect()
}

/// The name of an officer. An office is founded before there is any.
#[must_use]
pub fn clerk_name(desk: &Desk, id: Id) -> &str {
    let unknown = if id == Id::named("") { "petugas pertama" } else { "petugas lama" };
    desk.book.directory.clerks.get(&id).map_or(unknown, |clerk| clerk.name.as_str())
}
