//! Register numbers and tickets, with the check sign that catches a slip of the finger.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{choice::Choice as _, reject::Reject},
};

choices! {
    /// What a ticket is for.
    Series {
        Information = "INF", "Informasi";
        Service = "PMH", "Permohonan";
        Complaint = "ADU", "Pengaduan";
        Emergency = "DRT", "Laporan darurat";
        Referral = "RJK", "Rujukan";
    }
}

/// A register number, `00001/2026`: one series a year over all kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Register {
    pub year: u16,
    pub number: u32,
}

/// A ticket, `PMH-202611-00001-K`: one series a prefix and month.
///
/// ```
/// use loket::domain::ticket::{Series, Ticket};
/// let ticket = Ticket { series: Series::Service, year: 2026, month: 11, number: 1 };
/// assert_eq!(ticket.to_string().parse(), Ok(ticket));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ticket {
    pub series: Series,
    pub year: u16,
    pub month: u8,
    pub number: u32,
}

const SIGNS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The ISO 7064 MOD 37,36 check sign over the letters and digits of a text.
#[must_use]
pub fn check_sign(text: &str) -> char {
    let mut product = 36;
    for byte in text.bytes() {
        let sign = byte.to_ascii_uppercase();
        let Some(value) = SIGNS.iter().position(|known| *known == sign) else { continue };
        let sum = (product + value) % 36;
        product = if sum == 0 { 36 } else { sum } * 2 % 37;
    }
    SIGNS.get((37 - product) % 36).map_or('0', |sign| char::from(*sign))
}

/// Has a text the shape of a ticket, finished or not, right or not? Nobody is called like that.
#[must_use]
pub fn is_ticket_like(text: &str) -> bool {
    let text = text.trim();
    let Some((head, rest)) = text.split_at_checked(3) else { return false };
    if !head.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let known = head.to_ascii_uppercase().parse::<Series>().is_ok();
    let body = rest.trim_start_matches(['-', ' ']);
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    // A prefix that is mistyped itself is followed by its dash and at least the year.
    let dashed = rest.starts_with('-');
    (known && (digits > 0 || (dashed && body.is_empty()))) || (dashed && digits >= 4)
}

/// A register number of which the year is not told, or only begun: `00012`, `12/`, `12/20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterPart {
    number: u32,
    year: Digits,
}

impl RegisterPart {
    /// Reads what was typed so far. Without its year a number must be written as on the slip, in
    /// five digits: any other could be a part of a NIK or a telephone number.
    ///
    /// ```
    /// use loket::domain::ticket::{Register, RegisterPart};
    /// let fits = |typed| RegisterPart::read(typed)
    ///     .is_some_and(|part| part.fits(Register { year: 2026, number: 12 }));
    /// assert!(fits("00012") && fits("12/") && fits("012/202") && fits("12/26"));
    /// assert!(!fits("12") && !fits("12/25") && !fits("00013"));
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let slip = || (text.len() == 5 && text.starts_with('0')).then_some((text, ""));
        let (number, year) = text.split_once('/').or_else(slip)?;
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { number.parse().ok()? } else { return None };
        let year = Digits::read(year).filter(|year| year.count <= 4)?;
        Some(Self { number, year })
    }

    /// Whether a register number is one of those that are meant.
    #[must_use]
    pub fn fits(self, register: Register) -> bool {
        let year = u32::from(register.year);
        let short = self.year.count == 2 && self.year.value == year % 100;
        self.number == register.number && (short || self.year.begin(year, 4))
    }
}

/// The beginning of a ticket, `PMH-202611-0` or `202611-0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    series: Option<Series>,
    month: Digits,
    number: Digits,
}

impl Beginning {
    /// Reads what was typed so far, in any case, with or without dashes; without its prefix at
    /// least up to the dash behind the month.
    ///
    /// ```
    /// use loket::domain::ticket::{Beginning, Series, Ticket};
    /// let ticket = Ticket { series: Series::Service, year: 2026, month: 11, number: 12 };
    /// let fits = |typed| Beginning::read(typed).is_some_and(|begun| begun.fits(ticket));
    /// assert!(fits("PMH-") && fits("pmh-2026") && fits("PMH 202611-000") && fits("202611-00012"));
    /// assert!(!fits("ADU-2026") && !fits("PMH-202611-1") && !fits("202611"));
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (series, rest) = if is_ticket_like(text) {
            let (head, rest) = text.split_at_checked(3)?;
            (Some(head.to_ascii_uppercase().parse().ok()?), rest)
        } else {
            (None, text)
        };
        let signs: String = rest.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
        let (month, number) = signs.split_at_checked(6.min(signs.len()))?;
        let dashed = || rest.starts_with("20") && rest.as_bytes().get(6) == Some(&b'-');
        let begun = Self { series, month: Digits::read(month)?, number: Digits::read(number)? };
        (series.is_some() || dashed()).then_some(begun)
    }

    /// Whether a ticket begins so.
    #[must_use]
    pub fn fits(self, ticket: Ticket) -> bool {
        let month = u32::from(ticket.year) * 100 + u32::from(ticket.month);
        self.series.is_none_or(|series| series == ticket.series)
            && self.month.begin(month, 6)
            && self.number.begin(ticket.number, 5)
    }
}

/// Some digits, the first ones a number is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Digits {
    value: u32,
    count: u32,
}

impl Digits {
    /// None at all are digits as well.
    fn read(text: &str) -> Option<Self> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = if text.is_empty() { 0 } else { text.parse().ok()? };
        Some(Self { value, count: u32::try_from(text.len()).ok()? })
    }

    /// Whether a number begins with them, written with at least so many digits.
    fn begin(self, number: u32, least: u32) -> bool {
        let written = least.max(number.checked_ilog10().unwrap_or_default() + 1);
        let rest = written.checked_sub(self.count).and_then(|rest| 10_u32.checked_pow(rest));
        rest.is_some_and(|rest| number / rest == self.value)
    }
}

impl Ticket {
    /// Reads a ticket that was written down without its check sign.
    #[must_use]
    pub fn unsigned(text: &str) -> Option<Self> {
        let ticket: Self = format!("{text}{}", check_sign(text)).parse().ok()?;
        let signs =
            |text: &str| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect() };
        signs(&ticket.body()).eq_ignore_ascii_case(&signs(text)).then_some(ticket)
    }

    fn body(self) -> String {
        format!("{}-{:04}{:02}-{:05}", self.series.code(), self.year, self.month, self.number)
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body();
        f.pad(&format!("{body}-{}", check_sign(&body)))
    }
}

impl FromStr for Ticket {
    type Err = Reject;

    /// Reads a ticket in any case, with or without its dashes.
    fn from_str(text: &str) -> Result<Self, Reject> {
        let signs: Vec<char> = text
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if signs.is_empty() {
            return Err(Reject::Empty);
        }
        let part = |from: usize, to: usize| signs.get(from..to).map(|part| part.iter().collect());
        let number = |from: usize, to: usize| {
            part(from, to).and_then(|digits: String| digits.parse().ok()).ok_or(Reject::NotTicket)
        };
        let series: String = part(0, 3).ok_or(Reject::NotTicket)?;
        let last = signs.len() - 1;
        let ticket = Self {
            series: series.parse().map_err(|_| Reject::NotTicket)?,
            year: u16::try_from(number(3, 7)?).map_err(|_| Reject::NotTicket)?,
            month: u8::try_from(number(7, 9)?).map_err(|_| Reject::NotTicket)?,
            number: number(9, last)?,
        };
        let signed = signs.get(last).is_some_and(|sign| *sign == check_sign(&ticket.body()));
        let shaped = last >= 14 && (1..=12).contains(&ticket.month);
        if signed && shaped { Ok(ticket) } else { Err(Reject::NotTicket) }
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:05}/{}", self.number, self.year))
    }
}
