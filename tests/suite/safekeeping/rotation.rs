//! Which backups go: by rules over dates, with no file near.
use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime};
use loket::store::backup::rotation::{Dated, NEWEST, WEEKS, expired};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

const fn dated(made: NaiveDateTime, sequence: u64) -> Dated<(NaiveDateTime, u64)> {
    Dated { made, sequence, what: (made, sequence) }
}

const fn begin() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(15, 0, 0).unwrap()
}

/// Takes the expired ones out; says how many went.
fn thin(set: &mut Vec<(NaiveDateTime, u64)>) -> usize {
    let gone = expired(set.iter().map(|(made, sequence)| dated(*made, *sequence)).collect());
    set.retain(|one| !gone.contains(one));
    gone.len()
}

fn sets() -> impl Strategy<Value = Vec<(NaiveDateTime, u64)>> {
    let one = (0..900_u64, 0..5_000_u64).prop_map(|(hours, sequence)| {
        (begin() + chrono::TimeDelta::hours(i64::try_from(hours * 17).unwrap()), sequence)
    });
    proptest::collection::btree_set(one, 0..60).prop_map(|set| set.into_iter().collect())
}

proptest! {
    #[test]
    fn the_newest_stay_by_time_and_by_sequence(set in sets()) {
        let mut kept = set.clone();
        thin(&mut kept);
        let mut by_time = set.clone();
        by_time.sort_unstable();
        prop_assert!(by_time.iter().rev().take(NEWEST).all(|one| kept.contains(one)));
        let mut by_sequence = set.clone();
        by_sequence.sort_unstable_by_key(|(made, sequence)| (*sequence, *made));
        prop_assert!(by_sequence.iter().rev().take(NEWEST).all(|one| kept.contains(one)));
    }

    #[test]
    fn every_month_that_had_one_still_has_one(set in sets()) {
        let months = |set: &[(NaiveDateTime, u64)]| -> BTreeSet<(i32, u32)> {
            set.iter().map(|(made, _)| (made.year(), made.month())).collect()
        };
        let mut kept = set.clone();
        thin(&mut kept);
        // A week may reach over the end of a month; then its one backup stands for both.
        let lost = months(&set).difference(&months(&kept)).count();
        prop_assert!(lost <= WEEKS, "{lost} months");
        let weeks: BTreeSet<_> = kept.iter().map(|(made, _)| made.date().iso_week()).collect();
        prop_assert!(set.is_empty() == weeks.is_empty());
    }

    #[test]
    fn what_was_thinned_once_is_not_thinned_again(set in sets()) {
        let mut kept = set;
        thin(&mut kept);
        prop_assert_eq!(thin(&mut kept), 0);
    }
}

#[test]
fn a_backup_every_day_for_two_years_leaves_the_days_the_weeks_and_the_months() {
    let mut set = vec![];
    for day in 0..730 {
        set.push((begin() + Days::new(day), day));
        thin(&mut set);
    }
    let ages: Vec<u64> = set.iter().rev().map(|(_, day)| 729 - day).collect();
    assert_eq!(ages[..NEWEST], [0, 1, 2, 3, 4, 5, 6]);
    let weekly = &ages[NEWEST..NEWEST + WEEKS];
    assert!(weekly.windows(2).skip(1).all(|two| two[1] - two[0] == 7), "{weekly:?}");
    let months: BTreeSet<_> = set.iter().map(|(made, _)| (made.year(), made.month())).collect();
    assert_eq!(months.len(), 24, "one of every month of two years");
    assert!(set.len() <= NEWEST + WEEKS + 24, "{}", set.len());
}

#[test]
fn a_clock_that_was_wrong_once_costs_no_newer_backup() {
    let mut set: Vec<_> = (0..20).map(|day| (begin() + Days::new(day), day)).collect();
    // The battery of the clock was empty: the latest backup looks the oldest.
    let late = (begin() - Days::new(9_000), 20);
    set.push(late);
    thin(&mut set);
    assert!(set.contains(&late));
}

#[test]
fn two_weeks_of_several_backups_a_day_keep_one_of_each_earlier_week() {
    let mut set: Vec<_> = (0..60_u64)
        .map(|n| {
            (
                begin()
                    + Days::new(n / 4)
                    + chrono::TimeDelta::minutes(i64::try_from(n % 4).unwrap()),
                n,
            )
        })
        .collect();
    thin(&mut set);
    assert_eq!(set.len(), NEWEST + 3, "{set:?}");
}
