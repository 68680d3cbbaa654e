//! The roads of requests and referrals: everything can be reached, everything can be closed.
use std::collections::BTreeSet;

use loket::domain::{
    choice::Choice,
    referral_road::{self as referral},
    road::{ROAD, Status, Step},
};

/// Everything that can be reached from a place.
fn reach<S: Copy + Ord>(from: S, next: impl Fn(S) -> Vec<S>) -> BTreeSet<S> {
    let (mut reached, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(place) = open.pop() {
        open.extend(next(place).into_iter().filter(|place| reached.insert(*place)));
    }
    reached
}

fn of_request(complaint: bool) -> impl Fn(Status) -> Vec<Status> {
    move |status| {
        let steps = status.steps(complaint);
        steps.iter().map(|step| status.after(*step, complaint).unwrap()).collect()
    }
}

fn of_referral(status: referral::Status) -> Vec<referral::Status> {
    status.steps().iter().map(|step| status.after(*step).unwrap()).collect()
}

#[test]
fn every_status_can_be_reached_from_the_first() {
    let all: BTreeSet<_> = Status::ALL.iter().copied().collect();
    assert_eq!(reach(Status::Received, of_request(true)), all);
    let complaints = [Status::Clarifying, Status::Duplicate, Status::Untrue];
    let plain = reach(Status::Received, of_request(false));
    assert_eq!(&plain | &BTreeSet::from(complaints), all);
    assert!(complaints.iter().all(|status| !plain.contains(status)));
    let all: BTreeSet<_> = referral::Status::ALL.iter().copied().collect();
    assert_eq!(reach(referral::Status::Draft, of_referral), all);
}

#[test]
fn everything_that_is_open_can_be_closed() {
    for complaint in [false, true] {
        for status in Status::ALL.iter().filter(|status| status.is_open()) {
            let ends = reach(*status, of_request(complaint));
            assert!(ends.iter().any(|end| !end.is_open()), "{status:?} {complaint}");
        }
    }
    for status in referral::Status::ALL.iter().filter(|status| status.is_open()) {
        assert!(reach(*status, of_referral).iter().any(|end| !end.is_open()), "{status:?}");
    }
}

#[test]
fn what_is_closed_stays_closed_unless_someone_turns_up_again() {
    for status in Status::ALL.iter().filter(|status| !status.is_open()) {
        let left: &[Step] = if *status == Status::Unreachable { &[Step::Resume] } else { &[] };
        assert_eq!(status.steps(true), left, "{status:?}");
    }
    for status in referral::Status::ALL.iter().filter(|status| !status.is_open()) {
        assert_eq!(status.steps(), [], "{status:?}");
    }
}

#[test]
fn every_step_stands_in_its_road() {
    for step in Step::ALL {
        assert!(ROAD.iter().any(|turn| turn.step == *step && !turn.from.is_empty()), "{step:?}");
    }
    for step in referral::Step::ALL {
        let known = referral::ROAD.iter().any(|turn| turn.step == *step && !turn.from.is_empty());
        assert!(known, "{step:?}");
    }
}

#[test]
fn nothing_is_closed_without_a_coded_reason() {
    for turn in ROAD.iter().filter(|turn| !turn.to.is_open()) {
        // A duplicate names the ticket that it repeats instead.
        let told = turn.step == Step::MarkDuplicate || !turn.step.reasons().is_empty();
        assert!(told, "{:?} closes without a reason", turn.step);
    }
    for turn in referral::ROAD.iter().filter(|turn| !turn.to.is_open()) {
        // "Hanya arahan" is its own result: no letter went out and none comes back.
        let told = turn.step == referral::Step::Point || !turn.step.reasons().is_empty();
        assert!(told, "{:?} closes without a reason", turn.step);
    }
}

#[test]
fn a_step_leads_from_one_place_to_one_place() {
    let turns = ROAD.iter().flat_map(|turn| turn.from.iter().map(|from| (turn.step, *from)));
    let all: Vec<_> = turns.collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    let turns =
        referral::ROAD.iter().flat_map(|turn| turn.from.iter().map(|from| (turn.step, *from)));
    let all: Vec<_> = turns.collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn what_is_offered_is_what_the_table_says() {
    for status in Status::ALL {
        for step in Step::ALL {
            let row = ROAD.iter().find(|turn| turn.step == *step && turn.from.contains(status));
            assert_eq!(status.after(*step, true), row.map(|turn| turn.to));
            let plain = row.filter(|turn| !turn.complaints_only).map(|turn| turn.to);
            assert_eq!(status.after(*step, false), plain);
            assert_eq!(status.steps(false).contains(step), plain.is_some());
        }
    }
}

#[test]
fn the_clock_stands_still_while_the_desk_waits_for_the_resident() {
    let waits = [Status::Lacking, Status::AwaitsResident];
    assert!(waits.iter().all(|status| status.is_open() && !status.clock_runs()));
    for status in Status::ALL.iter().filter(|status| status.clock_runs()) {
        assert!(status.is_open(), "{status:?} is closed, yet its clock runs");
    }
}

#[test]
fn a_referral_is_silent_only_while_it_is_out() {
    for status in referral::Status::ALL.iter().filter(|status| status.awaits_news()) {
        assert!(status.is_open() && *status != referral::Status::Draft, "{status:?}");
    }
}
