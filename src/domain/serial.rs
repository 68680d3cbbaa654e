//! Where a letter stands in a series of numbers, and how an office counts them.
//!
//! # Why
//! Offices number in one of three ways: one series for all letters, one for each kind, or one that
//! Loket shares with letters that are written elsewhere in the office. Every number of a series is
//! a record of its own, whatever became of it, so that a missing one is seen at once.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{choices, domain::reject::Reject};

/// A place in a series.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Serial {
    /// The kind of letter that the series is for; empty where one is for all.
    pub series: String,
    /// Every series begins again each year.
    pub year: u16,
    /// From 1.
    pub number: u32,
}

choices! {
    /// What a series of numbers is for.
    Scope {
        One = "satu", "Satu seri untuk semua surat";
        Kinds = "per_jenis", "Satu seri untuk tiap jenis surat";
        Shared = "bersama", "Satu seri bersama surat yang ditulis di luar Loket";
    }
}

impl Scope {
    /// The series that a letter of this kind is numbered in.
    #[must_use]
    pub fn series(self, kind: &str) -> String {
        if self == Self::Kinds { kind.to_owned() } else { String::new() }
    }
}

/// The first number of a year that Loket gives, `57/2026`, where the office's book had begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct First {
    pub number: u32,
    pub year: u16,
}

/// The highest number a series can have.
pub const LAST: u32 = 99_999;

impl FromStr for First {
    type Err = Reject;

    /// ```
    /// use loket::domain::serial::First;
    /// assert_eq!("57 / 2026".parse(), Ok(First { number: 57, year: 2026 }));
    /// assert!("57".parse::<First>().is_err() && "0/2026".parse::<First>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, Reject> {
        let (number, year) = text.split_once('/').ok_or(Reject::NoFirst)?;
        let number = number.trim().parse().ok().filter(|number| (1..=LAST).contains(number));
        let year = year.trim().parse().ok().filter(|year| (2_000..3_000).contains(year));
        number.zip(year).map(|(number, year)| Self { number, year }).ok_or(Reject::NoFirst)
    }
}

impl fmt::Display for First {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.year)
    }
}
