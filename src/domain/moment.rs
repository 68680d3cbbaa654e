//! A point in time, and the clocks on the walls of Indonesia.
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{choices, domain::date::Day};

choices! {
    /// The three official time zones (Keppres 41/1987).
    Zone {
        Wib = "WIB", "WIB (UTC+7)";
        Wita = "WITA", "WITA (UTC+8)";
        Wit = "WIT", "WIT (UTC+9)";
    }
}

impl Zone {
    /// How far ahead of UTC, in hours.
    #[must_use]
    pub const fn hours(self) -> i32 {
        7 + self as i32
    }
}

/// Milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(pub i64);

impl Moment {
    /// The wall clock of that zone at this moment.
    #[must_use]
    pub fn local(self, zone: Zone) -> NaiveDateTime {
        DateTime::from_timestamp_millis(self.0)
            .and_then(|utc| {
                utc.naive_utc().checked_add_signed(TimeDelta::hours(i64::from(zone.hours())))
            })
            .unwrap_or_default()
    }

    /// The day on the calendar of that zone.
    #[must_use]
    pub fn day(self, zone: Zone) -> Day {
        Day(self.local(zone).date())
    }

    /// The moment when the wall clock of that zone shows this.
    #[must_use]
    pub fn at(local: NaiveDateTime, zone: Zone) -> Self {
        Self(local.and_utc().timestamp_millis() - i64::from(zone.hours()) * 3_600_000)
    }

    /// The first moment of a day.
    #[must_use]
    pub fn midnight(day: NaiveDate, zone: Zone) -> Self {
        Self::at(day.and_hms_opt(0, 0, 0).unwrap_or_default(), zone)
    }

    /// ISO 8601 with the zone's offset, for exports: `2026-11-24T09:15:00+08:00`.
    #[must_use]
    pub fn iso(self, zone: Zone) -> String {
        format!("{}+{:02}:00", self.local(zone).format("%Y-%m-%dT%H:%M:%S"), zone.hours())
    }

    /// The time of day as offices write it: `09.15`.
    #[must_use]
    pub fn clock(self, zone: Zone) -> String {
        self.local(zone).format("%H.%M").to_string()
    }
}
