//! Long numbers of sixteen digits, as people copy them from cards and spreadsheets.
//!
//! # Why
//! A NIK is permanent and odd ones were issued (PP 40/2019, article 30), so only what cannot be a
//! number of sixteen digits is refused here; every other rule is a warning that the clerk confirms.
use std::ops::Range;

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

/// A text in which every number of a person is shown as [`masked`] shows it: 16 digits in one, or in
/// four groups as on papers: `6471 **57 08** ****`. Its length stays.
#[must_use]
pub fn hidden(text: &str) -> String {
    let mut signs: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < signs.len() {
        let first = digits(&signs, at);
        let next = |at: usize| if matches!(signs.get(at), Some(' ' | '.')) { at + 1 } else { at };
        let groups = (0..4).scan(at, |at, _| {
            let group = digits(&signs, *at);
            *at = next(group.end);
            Some(group)
        });
        let places: Vec<usize> = match first.len() {
            16 => first.clone().collect(),
            4 => groups.filter(|group| group.len() == 4).flatten().collect(),
            _ => vec![],
        };
        if places.len() == 16 {
            let hide = places.iter().enumerate().filter(|(nth, _)| !is_shown(*nth));
            hide.for_each(|(_, place)| signs[*place] = '*');
        }
        at = places.last().map_or(first.end.max(at + 1), |last| last + 1);
    }
    signs.into_iter().collect()
}

/// The digits that stand there without a gap.
fn digits(signs: &[char], from: usize) -> Range<usize> {
    let rest = signs.get(from..).unwrap_or_default();
    let count = rest.iter().take_while(|sign| sign.is_ascii_digit()).count();
    from..from + count
}

/// Whether a mask shows the digit at this place.
const fn is_shown(place: usize) -> bool {
    matches!(place, 0..4 | 6..10)
}

/// Whether a text looks like what [`masked`] writes.
#[must_use]
pub fn masks(text: &str) -> bool {
    let fits = |(place, sign): (usize, u8)| {
        if is_shown(place) { sign.is_ascii_digit() } else { sign == b'*' }
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
