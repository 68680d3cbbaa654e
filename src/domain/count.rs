//! Small whole numbers with a range: age, desil, RT.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::domain::reject::Reject;

/// A whole number from `LEAST` to `MOST`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Count<const LEAST: u16, const MOST: u16>(u16);

/// An estimated age in full years.
pub type Age = Count<0, 125>;
/// The DTSEN decile of a family, 1 the poorest (Inpres 4/2025).
pub type Desil = Count<1, 10>;
/// Number of an RT or RW.
pub type Rt = Count<1, 999>;
/// A number of days or working days in a setting.
pub type Days = Count<0, 999>;

impl<const LEAST: u16, const MOST: u16> Count<LEAST, MOST> {
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// That number, where it is in range.
    #[must_use]
    pub fn of(number: u16) -> Option<Self> {
        (LEAST..=MOST).contains(&number).then_some(Self(number))
    }
}

impl<const LEAST: u16, const MOST: u16> FromStr for Count<LEAST, MOST> {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Reject::Empty);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Reject::NotDigits);
        }
        text.parse()
            .ok()
            .and_then(Self::of)
            .ok_or(Reject::Range { least: u32::from(LEAST), most: u32::from(MOST) })
    }
}

impl<const LEAST: u16, const MOST: u16> fmt::Display for Count<LEAST, MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A number with a dot before every three digits: `12.345`.
#[must_use]
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
