//! Whatever is done to requests, in whatever order, none is lost from the lists.
use std::collections::BTreeSet;

use loket::{
    desk::lists::{self, Which},
    domain::{
        choice::Choice as _,
        id::Id,
        request::{Kind, Request},
        road::{Status, Step},
    },
    fault::Fault,
};
use proptest::{
    collection::vec,
    prelude::any,
    prop_assert, prop_assert_eq, proptest,
    sample::Index,
    test_runner::{Config, TestCaseError},
};

use crate::desk::counter::Counter;

const LISTS: &[Which] = &[
    Which::Today,
    Which::Lacking,
    Which::Silent,
    Which::DueToday,
    Which::Overdue,
    Which::Open,
    Which::All,
];

proptest! {
    #![proptest_config(Config { cases: 12, ..Config::default() })]
    #[test]
    fn no_request_is_lost_from_every_list(acts in vec((0..10_u8, any::<Index>(), any::<Index>()), 1..40)) {
        let mut counter = Counter::opens("2026-11-24");
        let who = counter.meets("Siti Aminah");
        let mut taken = Vec::new();
        for (act, which, how) in acts {
            match act {
                _ if taken.is_empty() => taken.push(comes(&mut counter, who, how)),
                0 | 1 => taken.push(comes(&mut counter, who, how)),
                2 => counter.waits(1),
                3 => drop(counter.refers(taken[which.index(taken.len())], ["surat", "arahan"][how.index(2)])),
                4 | 5 => hears(&mut counter, taken[which.index(taken.len())], how)?,
                _ => moves(&mut counter, taken[which.index(taken.len())], how, taken[0])?,
            }
            holds(&counter, who, &taken)?;
        }
        counter.reopens();
        holds(&counter, who, &taken)?;
    }
}

fn comes(counter: &mut Counter, who: Id, how: Index) -> Id {
    let kind = how.get(Kind::ALL).code();
    counter.takes(who, &[("jenis", kind), ("layanan", "SKTM"), ("berkas", "ktp")]).request.id
}

/// Takes any step, whether the road has it or not.
fn moves(counter: &mut Counter, id: Id, how: Index, first: Id) -> Result<(), TestCaseError> {
    let before = counter.kept(id);
    let step = how.get(Step::ALL);
    let reason = step.reasons().first().map_or("", |reason| reason.code);
    let same_as = counter.kept(first).ticket.to_string();
    let told = [
        ("langkah", step.code()),
        ("alasan", reason),
        ("tiket_induk", &same_as),
        ("berkas", "kk;pengantar_rt_rw"),
    ];
    match counter.steps(id, &told) {
        Ok(after) => {
            prop_assert!(before.steps().contains(step) && *step != Step::Refer);
            prop_assert!(after.road.len() > before.road.len());
            if !after.status.is_open() {
                let last = after.outcome().unwrap();
                prop_assert!(last.reason.is_some() || after.same_as.is_some());
            }
            prop_assert_eq!(counter.kept(id), after);
        }
        Err(Fault::OffTheRoad) => {
            prop_assert!(!before.steps().contains(step) || *step == Step::Refer);
            prop_assert_eq!(counter.kept(id), before);
        }
        Err(Fault::ReferralOpen) => {
            prop_assert!(before.referrals.iter().any(|referral| referral.status.is_open()));
            prop_assert_eq!(counter.kept(id), before);
        }
        // The first one cannot repeat itself.
        Err(Fault::Rejected { field, .. }) => prop_assert!(field == "tiket_induk" && id == first),
        Err(fault) => panic!("{fault}"),
    }
    Ok(())
}

/// Notes any news of the last referral that can be noted.
fn hears(counter: &mut Counter, id: Id, how: Index) -> Result<(), TestCaseError> {
    let Some(referral) = counter.kept(id).referrals.pop() else { return Ok(()) };
    let steps = referral.status.steps();
    if steps.is_empty() {
        return Ok(());
    }
    let step = how.get(&steps);
    let reason = step.reasons().first().map_or("", |reason| reason.code);
    let told = [("langkah", step.code()), ("alasan", reason)];
    let after = counter.news(id, referral.ticket, &told).unwrap();
    let status = after.referral(referral.ticket).unwrap().status;
    prop_assert_eq!(Some(status), referral.status.after(*step));
    Ok(())
}

/// What is always true of the lists.
fn holds(counter: &Counter, who: Id, taken: &[Id]) -> Result<(), TestCaseError> {
    let list = |which| lists::ids(counter, which).into_iter().collect::<BTreeSet<_>>();
    for which in LISTS {
        let ids = lists::ids(counter, *which);
        prop_assert_eq!(lists::count(counter, *which), ids.len());
        prop_assert_eq!(list(*which).len(), ids.len(), "twice in {:?}", which);
        prop_assert_eq!(lists::rows(counter, &ids).unwrap().len(), ids.len());
    }
    let all: BTreeSet<Id> = taken.iter().copied().collect();
    prop_assert_eq!(&list(Which::All), &all);
    prop_assert_eq!(&list(Which::About(who)), &all);
    let open = list(Which::Open);
    for id in taken {
        let request = counter.kept(*id);
        prop_assert_eq!(open.contains(id), request.status.is_open());
        prop_assert_eq!(replayed(&request), Some(request.status));
        prop_assert_eq!(lists::with_ticket(counter, &request.ticket.to_string()), Some(*id));
        let out = request.referrals.iter().any(|referral| referral.status.is_open());
        prop_assert!(!out || request.status.is_open(), "closed over a referral that is out");
    }
    for which in [Which::Lacking, Which::Silent, Which::DueToday, Which::Overdue] {
        prop_assert!(list(which).is_subset(&open), "{:?} holds what is closed", which);
    }
    Ok(())
}

/// Where the road that is kept leads, step by step.
fn replayed(request: &Request) -> Option<Status> {
    let complaint = request.kind.is_complaint();
    request
        .road
        .iter()
        .try_fold(Status::Received, |status, event| status.after(event.step, complaint))
}
