//! Working days: Monday to Friday without national holidays, cuti bersama and local holidays.
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::date::Day;

/// A day on which offices are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// When it is.
    pub day: Day,
    /// What is celebrated.
    pub name: String,
    /// Cuti bersama: a bridge day decreed together with the holidays; offices close as well.
    pub joint: bool,
}

/// The holidays that are known.
///
/// ```
/// # use loket::domain::workday::Calendar;
/// # use chrono::NaiveDate;
/// let friday = NaiveDate::from_ymd_opt(2026, 8, 14).unwrap();
/// let promised = Calendar::national().after(friday, 1);
/// // Saturday, Sunday and Independence Day are skipped.
/// assert_eq!(promised.day.iso(), "2026-08-18");
/// assert_eq!(promised.unknown_year, None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    closed: BTreeMap<NaiveDate, Holiday>,
    /// Years with a decree; local holidays do not count.
    years: BTreeSet<i32>,
}

/// The day on which a span of working days ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoned {
    /// The last day of the span.
    pub day: Day,
    /// The first year on the way whose holidays are not known: only weekends were skipped there.
    pub unknown_year: Option<i32>,
}

impl Calendar {
    /// The calendar of these holidays; a year without any counts as not decreed yet.
    pub fn new(holidays: impl Iterator<Item = Holiday>) -> Self {
        let calendar = Self::default().with_local(holidays);
        let years = calendar.closed.keys().map(NaiveDate::year).collect();
        Self { years, ..calendar }
    }

    /// The national holidays and cuti bersama that the ministers' joint decrees (SKB) name.
    #[must_use]
    pub fn national() -> Self {
        let table = include_str!("../../assets/ref/hari_libur.tsv");
        Self::new(table.lines().skip(1).filter_map(|line| {
            let mut columns = line.split('\t');
            let day = columns.next()?.parse().ok().map(Day)?;
            let name = columns.next()?.to_owned();
            Some(Holiday { day, name, joint: columns.next()? == "cuti_bersama" })
        }))
    }

    /// The calendar with the holidays of a province or an office added.
    #[must_use]
    pub fn with_local(mut self, holidays: impl Iterator<Item = Holiday>) -> Self {
        self.closed.extend(holidays.map(|holiday| (holiday.day.0, holiday)));
        self
    }

    /// The holiday on this day, if it is one.
    #[must_use]
    pub fn holiday(&self, day: NaiveDate) -> Option<&Holiday> {
        self.closed.get(&day)
    }

    /// Whether offices are open on this day.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && self.holiday(day).is_none()
    }

    /// The last of so many working days, the first of which is the next working day; none of them
    /// is the same day.
    #[must_use]
    pub fn after(&self, from: NaiveDate, working_days: u32) -> Reckoned {
        let (mut day, mut left, mut unknown_year) = (from, working_days, None);
        while left > 0 {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            if unknown_year.is_none() && !self.years.contains(&day.year()) {
                unknown_year = Some(day.year());
            }
            left -= u32::from(self.is_working(day));
        }
        Reckoned { day: Day(day), unknown_year }
    }
}
