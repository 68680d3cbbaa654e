//! A span of days.
use std::fmt;

use chrono::NaiveDate;

use crate::domain::{
    date::Day,
    moment::{Moment, Zone},
};

/// The days that are wanted, both of them too; open where none is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Whether that day is one of them.
    #[must_use]
    pub fn holds(self, Day(day): Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether that moment is on one of them.
    #[must_use]
    pub fn holds_moment(self, moment: Moment, zone: Zone) -> bool {
        self.holds(moment.day(zone))
    }
}

impl fmt::Display for Span {
    /// ` dari 2026-11-01 sampai 2026-11-30`; nothing where both ends are open.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ends = [("dari", self.from), ("sampai", self.to)];
        let named = |(name, day): (_, Option<NaiveDate>)| day.map(|day| (name, day));
        ends.into_iter().filter_map(named).try_for_each(|(name, day)| write!(f, " {name} {day}"))
    }
}
