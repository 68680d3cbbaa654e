//! Which backups may go once there is a newer one.
//!
//! # Why
//! What was spoiled by mistake is mostly noticed within days, sometimes within weeks, and what the
//! law asks about goes back months: so the newest are kept one by one, then one a week, then one a
//! month for good. Whole years of a kelurahan fit on one stick that way.
//!
//! A clock may have been wrong, and a store that was restored counts some sequences twice. So the
//! newest are those by time *and* those by sequence; what either keeps stays.
use std::collections::BTreeSet;

use chrono::{Datelike as _, IsoWeek, NaiveDateTime};

/// How many of the newest are kept, whatever their age.
pub const NEWEST: usize = 7;

/// For how many weeks, beyond those, one of each is kept.
pub const WEEKS: usize = 8;

/// A backup in a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    pub made: NaiveDateTime,
    pub sequence: u64,
    pub what: T,
}

/// Those of a set that may go. Never the newest ones, neither by time nor by sequence.
#[must_use]
pub fn expired<T>(mut set: Vec<Dated<T>>) -> Vec<T> {
    set.sort_by_key(|one| std::cmp::Reverse((one.sequence, one.made)));
    let sure = set.get(..NEWEST).unwrap_or(&set).iter().map(|one| one.sequence).min();
    set.sort_by_key(|one| std::cmp::Reverse((one.made, one.sequence)));
    let mut weeks: BTreeSet<IsoWeek> = BTreeSet::new();
    let mut months = BTreeSet::new();
    let mut gone = vec![];
    for (place, one) in set.into_iter().enumerate() {
        let week = one.made.date().iso_week();
        let kept = if place < NEWEST {
            true
        } else if weeks.contains(&week) {
            false
        } else if weeks.len() < WEEKS {
            weeks.insert(week)
        } else {
            months.insert((one.made.year(), one.made.month()))
        };
        if !kept && sure.is_some_and(|sure| one.sequence < sure) {
            gone.push(one.what);
        }
    }
    gone
}
