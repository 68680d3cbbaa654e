//! Days as the desk types, shows and keeps them.
//!
//! # Why
//! A clerk types a date a hundred times a day, so every way of writing one is read. Two digits of a
//! year always mean the latest such year that is not after this one: no window to remember, and what
//! was read is shown in full at once.
use std::fmt;

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{reject::Reject, tidy};

/// A day on the calendar. Shown as `17-08-1985`; kept as a day number.
///
/// ```
/// # use loket::domain::date::Day;
/// # use chrono::NaiveDate;
/// let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
/// let day = Day::typed("17 Agustus 85", today)?;
/// assert_eq!(day, Day::typed("17081985", today)?);
/// assert_eq!(day.to_string(), "17-08-1985");
/// assert_eq!(day.long(), "17 Agustus 1985");
/// assert_eq!(day.weekday(), "Sabtu");
/// assert_eq!(Day::typed("h-1", today)?.iso(), "2026-11-23");
/// # Ok::<(), loket::domain::reject::Reject>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

/// The years that a desk has to do with.
const YEARS: std::ops::RangeInclusive<i32> = 1850..=2200;

/// The months, with the other ways in which they are written.
const MONTHS: [(&str, &str, &[&str]); 12] = [
    ("Januari", "I", &["djanuari", "january"]),
    ("Februari", "II", &["peb", "pebr", "pebruari", "february"]),
    ("Maret", "III", &["mrt", "march"]),
    ("April", "IV", &[]),
    ("Mei", "V", &["may"]),
    ("Juni", "VI", &["djuni", "june"]),
    ("Juli", "VII", &["djuli", "july"]),
    ("Agustus", "VIII", &["agt", "agst", "ags", "aug", "august"]),
    ("September", "IX", &[]),
    ("Oktober", "X", &["oct", "october"]),
    ("November", "XI", &["nop", "nopember"]),
    ("Desember", "XII", &["dec", "december"]),
];

/// The days of the week from Monday on.
const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

impl Day {
    /// Reads what a clerk types: `17-8-85`, `17081985`, `1985-08-17`, `17 Agustus 1985`, `h`, `h-1`.
    ///
    /// Two digits of a year mean the latest such year that is not after the year of today.
    pub fn typed(text: &str, today: NaiveDate) -> Result<Self, Reject> {
        let text = tidy::plain(text).to_lowercase();
        if text.is_empty() {
            return Err(Reject::Empty);
        }
        let found = match text.strip_prefix('h') {
            Some(shift) => shifted(shift, today)?,
            None => written(&text, today)?,
        };
        if YEARS.contains(&found.year()) { Ok(Self(found)) } else { Err(Reject::NoSuchDate) }
    }

    /// Reads a day that is written in full, so that no other number can be meant: `17-8-1985`,
    /// `17.08.1985`, `17/08/1985`.
    ///
    /// ```
    /// # use loket::domain::date::Day;
    /// assert_eq!(Day::whole("7/8/1985").map(Day::iso).as_deref(), Some("1985-08-07"));
    /// assert_eq!(["7-8-85", "31-02-1985", "1985", "12/2026"].map(Day::whole), [None; 4]);
    /// ```
    #[must_use]
    pub fn whole(text: &str) -> Option<Self> {
        let mut parts = text.split(['-', '.', '/']);
        let mut part = |most: usize| {
            let digits = parts.next()?;
            let fits = digits.len() <= most && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| fits)
        };
        let (day, month, year) = (part(2)?, part(2)?, i32::try_from(part(4)?).ok()?);
        let found = NaiveDate::from_ymd_opt(year, month, day).map(Self);
        found.filter(|_| parts.next().is_none() && YEARS.contains(&year))
    }

    /// The day as letters write it: `17 Agustus 1985`.
    #[must_use]
    pub fn long(self) -> String {
        format!("{} {} {}", self.0.day(), month_name(self.0.month()), self.0.year())
    }

    /// The day as files write it: `1985-08-17`.
    #[must_use]
    pub fn iso(self) -> String {
        self.0.format("%Y-%m-%d").to_string()
    }

    /// The day of the week: `Senin`.
    #[must_use]
    pub fn weekday(self) -> &'static str {
        WEEKDAYS.get(self.0.weekday().num_days_from_monday() as usize).copied().unwrap_or_default()
    }

    /// Full years from this day to that one, 0 if it is later. Who is born on 29 February grows
    /// older on 1 March.
    #[must_use]
    pub fn age_on(self, today: NaiveDate) -> u32 {
        today.years_since(self.0).unwrap_or_default()
    }
}

/// The Indonesian name of a month from 1 to 12, empty for any other.
#[must_use]
pub fn month_name(month: u32) -> &'static str {
    row(month).map_or("", |(name, ..)| name)
}

/// The month from 1 to 12 as letter numbers write it, empty for any other: `VIII`.
#[must_use]
pub fn roman_month(month: u32) -> &'static str {
    row(month).map_or("", |(_, roman, _)| roman)
}

/// The years of this and of the last century that two digits can mean.
#[must_use]
pub fn centuries(two_digits: i32, today: NaiveDate) -> [i32; 2] {
    let century = today.year() - today.year().rem_euclid(100);
    [century + two_digits, century - 100 + two_digits]
}

fn row(month: u32) -> Option<&'static (&'static str, &'static str, &'static [&'static str])> {
    MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?)
}

/// `h`, `h-1`, `h+14`: counted from today.
fn shifted(shift: &str, today: NaiveDate) -> Result<NaiveDate, Reject> {
    let shift: String = shift.split_whitespace().collect();
    let days = match shift.as_str() {
        "" => 0,
        signed if signed.len() <= 6 && signed.starts_with(['+', '-']) => {
            signed.parse().map_err(|_| Reject::NoSuchDate)?
        }
        _ => return Err(Reject::NoSuchDate),
    };
    today.checked_add_signed(TimeDelta::days(days)).ok_or(Reject::NoSuchDate)
}

/// A date of three parts, or one of six or eight digits.
fn written(text: &str, today: NaiveDate) -> Result<NaiveDate, Reject> {
    let parts = parts(text);
    let (day, month, year) = match parts[..] {
        [digits] => match digits.len() {
            6 | 8 => {
                let (day, rest) = digits.split_at_checked(2).ok_or(Reject::NoSuchDate)?;
                let (month, year) = rest.split_at_checked(2).ok_or(Reject::NoSuchDate)?;
                (day, month, year)
            }
            _ => return Err(Reject::NoSuchDate),
        },
        [year, month, day] if year.len() == 4 => (day, month, year),
        [day, month, year] => (day, month, year),
        _ => return Err(Reject::NoSuchDate),
    };
    let (day, month) = (number(day, 2)?, month_of(month)?);
    let year = match year.len() {
        2 => {
            let years = centuries(number(year, 2)?.cast_signed(), today);
            years.into_iter().find(|year| *year <= today.year()).ok_or(Reject::NoSuchDate)?
        }
        4 => number(year, 4)?.cast_signed(),
        _ => return Err(Reject::NoSuchDate),
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let turned = month > 12 && NaiveDate::from_ymd_opt(year, day, month).is_some();
        if turned { Reject::MonthFirst } else { Reject::NoSuchDate }
    })
}

/// The runs of digits and of letters, if only blanks and the usual signs stand between them.
fn parts(text: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let between = !found.is_empty()
            && !after.is_empty()
            && matches!(run.trim(), "" | "-" | "/" | "." | "," | "\u{2010}" | "\u{2013}");
        if kind(first) != (false, false) || !between {
            found.push(run);
        }
        rest = after;
    }
    found
}

fn month_of(text: &str) -> Result<u32, Reject> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return number(text, 2);
    }
    (1..=12)
        .zip(&MONTHS)
        .find(|(_, (name, roman, others))| {
            let begins = text.len() >= 3 && name.to_lowercase().starts_with(text);
            begins || roman.eq_ignore_ascii_case(text) || others.contains(&text)
        })
        .map(|(month, _)| month)
        .ok_or(Reject::NoSuchDate)
}

fn number(text: &str, most: usize) -> Result<u32, Reject> {
    if text.len() > most || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Reject::NoSuchDate);
    }
    text.parse().map_err(|_| Reject::NoSuchDate)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}-{:02}-{:04}", self.0.day(), self.0.month(), self.0.year()))
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

/// The day someone was born: not after today, and at most 125 years ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Born(pub Day);

impl Born {
    /// More years than anyone has lived.
    const MOST: u32 = 125;

    /// Reads a birth date as [`Day::typed`] does.
    pub fn typed(text: &str, today: NaiveDate) -> Result<Self, Reject> {
        let day = Day::typed(text, today)?;
        if day.0 > today {
            Err(Reject::Future)
        } else if day.age_on(today) > Self::MOST {
            Err(Reject::TooOld)
        } else {
            Ok(Self(day))
        }
    }
}
