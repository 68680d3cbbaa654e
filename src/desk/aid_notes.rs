//! Writing down what somebody receives: a new aid, one that changed, was looked up or stopped.
//!
//! # Why
//! The ministry's data cannot be asked by a program, so a clerk looks and writes; each of the ways
//! is one change of the resident. What came of a request is offered, never written by itself: that
//! an institution said "selesai" is not yet money in a hand.
use crate::{
    desk::{aid, counter::Desk},
    domain::{
        benefit::{Benefit, Source, State},
        choice::Choice as _,
        date::Day,
        doubt::{Doubt, Odd},
        id::Id,
        may::Action,
        programme, referral_road,
        reject::Reject,
        request::Request,
        resident::Resident,
        road::Status,
    },
    fault::Fault,
    form::{
        aid::{CHECKED, KNOWN, NOTE, PROGRAMME, REACH, SINCE, STATE, begun, benefit, usual_reach},
        field::Draft,
    },
    store::item::Kept as _,
};

/// Which aid of somebody: the one at a place of the list, or a new one.
pub type Which = (Id, Option<usize>);

/// Writes down the aid that these answers describe; the same programme twice on one person is
/// refused until it is confirmed.
pub fn note(
    desk: &mut Desk,
    (id, place): Which,
    draft: &Draft,
    confirmed: bool,
) -> Result<Resident, Fault> {
    let mut who = changed(desk, id)?;
    let told = benefit(draft, &desk.ground()?)?;
    let before = place.map(|place| known(&mut who, place).cloned()).transpose()?;
    let same = before.is_some_and(|before| before.programme == told.programme);
    if !same && !aid::programmes(desk).iter().any(|(code, _)| *code == told.programme) {
        return Err(Fault::Rejected { field: PROGRAMME.id, why: Reject::NotOffered });
    }
    let twin = |(at, other): (usize, &Benefit)| {
        Some(at) != place && other.state == State::Active && other.programme == told.programme
    };
    if !confirmed && told.state == State::Active && who.benefits.iter().enumerate().any(twin) {
        let why = Odd::Told("sudah tercatat aktif pada warga ini");
        return Err(Fault::Doubtful(vec![Doubt { field: PROGRAMME.id, why }]));
    }
    match place {
        Some(place) => *known(&mut who, place)? = told,
        None => who.benefits.push(told),
    }
    write(desk, who)
}

/// Notes that an aid has stopped, as was heard today; since when it was received goes to its note.
pub fn stop(desk: &mut Desk, id: Id, place: usize) -> Result<Resident, Fault> {
    let mut who = changed(desk, id)?;
    let (today, set) = (Day(desk.today()), desk.stamp());
    let known = known(&mut who, place)?;
    if let Some(begun) = known.since.filter(|_| known.state == State::Active) {
        let before = known.note.as_ref().map(|note| format!("{note}; ")).unwrap_or_default();
        // A note without room stays as it is: the history still knows the day.
        known.note = format!("{before}diterima sejak {begun}").parse().ok().or(known.note.take());
    }
    (known.state, known.since) = (State::Stopped, Some(today));
    (known.checked, known.set) = (today, set);
    write(desk, who)
}

/// Notes that an aid was looked up today and stands as it stood.
pub fn confirm(desk: &mut Desk, id: Id, place: usize) -> Result<Resident, Fault> {
    let mut who = changed(desk, id)?;
    let (today, set) = (Day(desk.today()), desk.stamp());
    let known = known(&mut who, place)?;
    (known.checked, known.source, known.set) = (today, Source::Looked, set);
    write(desk, who)
}

fn changed(desk: &Desk, id: Id) -> Result<Resident, Fault> {
    let who: Resident = desk.allowed(id, Action::ChangeResident)?;
    desk.unlimited(Some(id))?;
    Ok(who)
}

fn known(who: &mut Resident, place: usize) -> Result<&mut Benefit, Fault> {
    who.benefits.get_mut(place).ok_or(Fault::Missing { what: "bantuan ini" })
}

fn write(desk: &mut Desk, who: Resident) -> Result<Resident, Fault> {
    desk.commit("bantuan dicatat", vec![who.clone().item()])?;
    Ok(who)
}

/// The answers with which the aid that came of a request is written down; nothing where none came
/// of it, or where it stands there already.
pub fn served(desk: &Desk, request: &Request) -> Result<Option<Draft>, Fault> {
    let Some((code, subject)) = request.service.as_deref().zip(request.subject) else {
        return Ok(None);
    };
    let code = programme::given_by(code);
    let Some((state, day)) = result(desk, request) else { return Ok(None) };
    let who: Resident = desk.opened(subject)?;
    let stands = |known: &Benefit| {
        known.programme == code && (known.state == state || known.state == State::Active)
    };
    let is_aid = aid::programmes(desk).iter().any(|(known, _)| known == code);
    if !is_aid || who.benefits.iter().any(stands) {
        return Ok(None);
    }
    let mut draft = begun(Day(desk.today()));
    draft.put(PROGRAMME.id, code);
    draft.put(REACH.id, usual_reach(code).map_or("", |reach| reach.code()));
    draft.put(STATE.id, state.code());
    draft.put(SINCE.id, day.to_string());
    draft.put(CHECKED.id, day.to_string());
    draft.put(KNOWN.id, Source::Served.code());
    draft.put(NOTE.id, format!("Tiket {}", request.ticket));
    Ok(Some(draft))
}

/// Whether a request, or the last of its referrals that was served, ended with aid, and since when.
fn result(desk: &Desk, request: &Request) -> Option<(State, Day)> {
    let given = |reason: Option<&str>| match reason {
        Some("terlayani" | "sebagian") => Some(State::Active),
        Some("dalam_antrean") => Some(State::Proposed),
        _ => None,
    };
    let ended = matches!(request.status, Status::Done | Status::Settled);
    let own = request.road.last().filter(|_| ended);
    let own = own.map(|event| (given(event.reason.as_deref()), event.stamp));
    let referral = request.referrals.iter().rev();
    let referral = referral
        .filter(|one| one.status == referral_road::Status::Finished)
        .find_map(|one| one.road.last())
        .map(|event| (given(event.reason.as_deref()), event.stamp));
    // What the institution said is nearer to the aid than how the desk closed its file.
    let (state, stamp) = referral.into_iter().chain(own).find(|(state, _)| state.is_some())?;
    Some((state?, stamp.at.day(desk.zone())))
}
