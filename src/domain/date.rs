//! Days as the desk types, shows and keeps them.
use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::reject::Reject;

/// A day on the calendar. Shown as `17-08-1985`; kept as a day number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Reads what a clerk types: `17-8-85`, `17081985`, `1985-08-17`, `17 Agustus 1985`, `h`, `h-1`.
    pub fn typed(text: &str, today: NaiveDate) -> Result<Self, Reject> {
        let _ = today;
        NaiveDate::parse_from_str(text, "%d-%m-%Y").map(Self).map_err(|_| Reject::NoSuchDate)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}-{:04}", self.0.day(), self.0.month(), self.0.year())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.0.num_days_from_ce().serialize(out)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        NaiveDate::from_num_days_from_ce_opt(i32::deserialize(input)?)
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom("no such day"))
    }
}
