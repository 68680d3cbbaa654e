//! KK: the sixteen digits of a family card.
use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{digits, doubt::Odd, reject::Reject};

/// The number of a family card: area of issue, day of recording, serial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Kk(u64);

impl Kk {
    /// The digits as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The KK with this number, if it has at most sixteen digits that are not all alike.
    #[must_use]
    pub fn of_number(number: u64) -> Option<Self> {
        digits::checked(number).ok().map(Self)
    }

    /// The number as screens show it until asked: `6471**1708******`.
    #[must_use]
    pub fn masked(self) -> String {
        digits::masked(self.0)
    }

    /// What looks wrong with the number: no day of a woman is shifted here, unlike in a NIK.
    #[must_use]
    pub fn oddities(self, today: NaiveDate) -> Vec<Odd> {
        if digits::days(self.0, digits::pair(self.0, 8), today).next().is_some() {
            Vec::new()
        } else {
            vec![Odd::KkDate]
        }
    }
}

impl FromStr for Kk {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        digits::sixteen(text).map(Self)
    }
}

impl TryFrom<u64> for Kk {
    type Error = Reject;

    fn try_from(number: u64) -> Result<Self, Reject> {
        digits::checked(number).map(Self)
    }
}

impl From<Kk> for u64 {
    fn from(kk: Kk) -> Self {
        kk.0
    }
}

impl fmt::Display for Kk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:016}", self.0))
    }
}
