//! A telephone number.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::domain::{reject::Reject, tidy};

/// A telephone number of Indonesia, a short number such as 112, or one abroad that begins with `+`.
///
/// ```
/// # use loket::domain::phone::Phone;
/// let phone: Phone = "+62 812 3456 7890".parse()?;
/// assert_eq!(phone.to_string(), "0812-3456-7890");
/// assert_eq!(phone.digits(), "081234567890");
/// assert_eq!(phone.international(), "+6281234567890");
/// # Ok::<(), loket::domain::reject::Reject>(())
/// ```
///
/// # Why
/// In memory it is the digits that a person dials, since that is what is shown and searched; on disk
/// it begins with `+62`, so that the bytes mean the same in every country.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// The digits that are dialled in Indonesia, beginning with 0; a number abroad keeps its `+`.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The number as it is dialled from abroad: `+6281234567890`; short numbers stay as they are.
    #[must_use]
    pub fn international(&self) -> String {
        self.0.strip_prefix('0').map_or_else(|| self.0.clone(), |rest| format!("+62{rest}"))
    }

    /// The last four digits, which a resident gives to ask about a ticket.
    #[must_use]
    pub fn last_four(&self) -> u16 {
        self.0
            .bytes()
            .rev()
            .take(4)
            .zip([1, 10, 100, 1000])
            .fold(0, |sum, (byte, place)| sum + u16::from(byte.wrapping_sub(b'0') % 10) * place)
    }
}

impl FromStr for Phone {
    type Err = Reject;

    /// Reads digits with blanks, dashes, dots and brackets between them.
    fn from_str(raw: &str) -> Result<Self, Reject> {
        let typed: String = tidy::plain(raw)
            .trim_start_matches(['\'', '’'])
            .chars()
            .filter(|c| !matches!(c, '-' | '.' | '(' | ')' | '\u{2010}'..='\u{2015}'))
            .filter(|c| !c.is_whitespace())
            .collect();
        if typed.is_empty() {
            return Err(Reject::Empty);
        }
        let (abroad, digits) = match typed.strip_prefix('+').or_else(|| typed.strip_prefix("00")) {
            Some(rest) => (true, rest),
            None => (false, typed.as_str()),
        };
        if digits.len() > 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Reject::NotPhone);
        }
        let home = match digits.strip_prefix("62") {
            Some(rest) if abroad || rest.len() >= 7 => Some(rest.trim_start_matches('0')),
            _ if abroad => None,
            // A spreadsheet took the 0 away.
            _ if digits.starts_with('8') => Some(digits),
            _ => digits.strip_prefix('0'),
        };
        match home {
            Some(rest) if is_national(rest) => Ok(Self(format!("0{rest}"))),
            None if abroad && digits.len() >= 8 && !digits.starts_with('0') => {
                Ok(Self(format!("+{digits}")))
            }
            // 112, 119, 129, 14000, 1500771.
            None if !abroad && digits.starts_with('1') && matches!(digits.len(), 3..=7) => {
                Ok(Self(digits.to_owned()))
            }
            _ => Err(Reject::NotPhone),
        }
    }
}

/// Whether this can follow the 0: mobile numbers have 9 to 12 digits, others 7 to 11.
fn is_national(rest: &str) -> bool {
    match rest.bytes().next() {
        Some(b'8') => matches!(rest.len(), 9..=12),
        Some(b'2'..=b'9') => matches!(rest.len(), 7..=11),
        _ => false,
    }
}

impl From<String> for Phone {
    fn from(kept: String) -> Self {
        match kept.strip_prefix("+62") {
            Some(rest) => Self(format!("0{rest}")),
            None => Self(kept),
        }
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.international()
    }
}

impl fmt::Display for Phone {
    /// Writes `0812-3456-7890`, `0542-123456` or `021-1234567`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHORT_AREAS: [&str; 5] = ["021", "022", "024", "031", "061"];
        let head =
            SHORT_AREAS.iter().find(|area| self.0.starts_with(**area)).map_or(4, |area| area.len());
        let (area, rest) = match self.0.split_at_checked(head) {
            Some(halves) if self.0.starts_with('0') => halves,
            _ => return f.pad(&self.0),
        };
        match rest.split_at_checked(if rest.len() == 6 { 3 } else { 4 }) {
            Some((middle, last)) if self.0.starts_with("08") && !last.is_empty() => {
                f.pad(&format!("{area}-{middle}-{last}"))
            }
            _ => f.pad(&format!("{area}-{rest}")),
        }
    }
}
