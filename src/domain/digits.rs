//! Long numbers of sixteen digits, as people copy them from cards and spreadsheets.
//!
//! # Why
//! A NIK is permanent and odd ones were issued (PP 40/2019, article 30), so only what cannot be a
//! number of sixteen digits is refused here; every other rule is a warning that the clerk confirms.
use chrono::NaiveDate;

use crate::domain::{date, reject::Reject, tidy};

/// One more than the largest number of sixteen digits.
const END: u64 = 10_u64.pow(16);

/// Letters that are typed for digits.
const LOOKALIKES: &[(char, char)] =
    &[('O', '0'), ('o', '0'), ('l', '1'), ('I', '1'), ('S', '5'), ('B', '8')];

/// The text without blanks, dots, dashes and the apostrophe that spreadsheets put before a number;
/// full-width digits become plain ones.
#[must_use]
pub fn normal(raw: &str) -> String {
    tidy::plain(raw)
        .trim_start_matches(['\'', '’', '‘', '`'])
        .chars()
        .filter(|c| {
            !matches!(c, '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}') && !c.is_whitespace()
        })
        .collect()
}

/// Reads sixteen digits.
pub fn sixteen(raw: &str) -> Result<u64, Reject> {
    let digits = normal(raw);
    if digits.is_empty() {
        return Err(Reject::Empty);
    }
    let mut strange = digits.chars().filter(|c| !c.is_ascii_digit()).peekable();
    if let Some(&typed) = strange.peek() {
        let meant = |c| LOOKALIKES.iter().find(|(letter, _)| *letter == c).map(|(_, digit)| *digit);
        return Err(match meant(typed) {
            Some(digit) if strange.all(|c| meant(c).is_some()) => {
                Reject::Lookalike { typed, meant: digit }
            }
            _ => Reject::NotDigits,
        });
    }
    if digits.len() != 16 {
        return Err(Reject::Length { want: 16, got: digits.len() });
    }
    checked(digits.parse().map_err(|_| Reject::NotDigits)?)
}

/// The number itself, if it has at most sixteen digits that are not all alike.
pub const fn checked(number: u64) -> Result<u64, Reject> {
    const ONES: u64 = (END - 1) / 9;
    if number >= END {
        Err(Reject::Length { want: 16, got: number.ilog10() as usize + 1 })
    } else if number.is_multiple_of(ONES) {
        Err(Reject::AllAlike)
    } else {
        Ok(number)
    }
}

/// The two digits that stand before the last `after` digits.
#[must_use]
pub const fn pair(number: u64, after: u32) -> u8 {
    (number / 10_u64.pow(after) % 100) as u8
}

/// The number as it is shown: `6471**5708******`. See [`masks`] for what it looks like.
///
/// # Why
/// The first four tell the city, the middle four day and month: relatives share the first and
/// nearly never the second, and a card at hand can be compared with both. District, year and the
/// whole serial stay hidden. The end above all: its four digits prove at the desk who somebody is,
/// and nearly every serial begins with `00`, so that showing two of them would show all.
#[must_use]
pub fn masked(number: u64) -> String {
    format!("{:04}**{:04}******", number / 10_u64.pow(12), number / 10_u64.pow(6) % 10_000)
}

/// Whether a text looks like what [`masked`] writes.
#[must_use]
pub fn masks(text: &str) -> bool {
    let digit = |place: usize| matches!(place, 0..4 | 6..10);
    let fits = |(place, sign): (usize, u8)| {
        if digit(place) { sign.is_ascii_digit() } else { sign == b'*' }
    };
    text.len() == 16 && text.bytes().enumerate().all(fits)
}

/// The days that the middle digits can mean, DDMMYY with this day, the latest first and none after
/// today.
pub fn days(number: u64, day: u8, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let (month, year) = (pair(number, 6), pair(number, 4));
    date::centuries(i32::from(year), today)
        .into_iter()
        .filter_map(move |year| NaiveDate::from_ymd_opt(year, month.into(), day.into()))
        .filter(move |found| *found <= today)
}
