//! A month of the calendar.
use std::fmt;

use crate::domain::date::month_name;

/// A month of a year, as files and the command line write it: `2026-11`.
///
/// ```
/// # use loket::domain::month::Month;
/// let month = Month::read("2026-11").unwrap();
/// assert_eq!((month.to_string(), month.long()), ("2026-11".into(), "November 2026".into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    pub year: u16,
    /// From 1 to 12.
    pub month: u8,
}

impl Month {
    /// Reads a month as it is written: `2026-11`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-')?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = digits(year) && digits(month) && year.len() == 4;
        let read = Self { year: year.parse().ok()?, month: month.parse().ok()? };
        Some(read).filter(|read| shaped && (1..=12).contains(&read.month))
    }

    /// The month as people read it: `November 2026`.
    #[must_use]
    pub fn long(self) -> String {
        format!("{} {}", month_name(self.month.into()), self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
