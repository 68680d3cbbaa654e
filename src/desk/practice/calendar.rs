//! The working days of the half year, and the hours in which something happens.
use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::{
    desk::{counter::Desk, practice::dice::Dice},
    domain::moment::Moment,
};

/// How long the desk has been working, in days.
const HALF_YEAR: i64 = 182;

/// The days on which the desk was open, the last of them today (even on a Sunday: someone
/// practises then).
#[derive(Debug)]
pub struct Days(Vec<NaiveDate>);

impl Days {
    /// The days up to that one.
    #[must_use]
    pub fn until(desk: &Desk, today: NaiveDate) -> Self {
        let first = today - TimeDelta::days(HALF_YEAR);
        let before = first.iter_days().take_while(|day| *day < today);
        let open = before.filter(|day| desk.calendar().is_working(*day));
        Self(open.chain([today]).collect())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// There is at least today.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The day so many working days ago; the first one where that is before the beginning.
    #[must_use]
    pub fn ago(&self, days: u32) -> NaiveDate {
        let last = self.0.len().saturating_sub(1);
        self.0.get(last.saturating_sub(days as usize)).copied().unwrap_or_default()
    }

    /// A minute after midnight in opening hours; early ones today, which is not over yet.
    pub fn minute(&self, dice: &mut Dice, ago: u32) -> u32 {
        let friday = self.ago(ago).weekday() == chrono::Weekday::Fri;
        let close = match ago {
            0 => 9 * 60 + 30,
            _ if friday => 14 * 60 + 15,
            _ => 14 * 60 + 45,
        };
        dice.within(8 * 60 + 5, close)
    }

    /// A moment of that day.
    #[must_use]
    pub fn at(&self, desk: &Desk, ago: u32, seconds: u32) -> Moment {
        Moment(Moment::midnight(self.ago(ago), desk.zone()).0 + i64::from(seconds) * 1_000)
    }
}
