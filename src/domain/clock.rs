//! A time of day, as offices write it: `08.00`.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::domain::{reject::Reject, tidy};

/// Minutes since midnight, 0 to 1439.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TimeOfDay(u16);

/// The minutes of a day.
const DAY: u16 = 24 * 60;

impl TimeOfDay {
    /// Minutes since midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The time so many minutes after midnight, if it is on the same day.
    #[must_use]
    pub const fn of_minutes(minutes: u16) -> Option<Self> {
        if minutes < DAY { Some(Self(minutes)) } else { None }
    }
}

impl FromStr for TimeOfDay {
    type Err = Reject;

    /// Reads `08.00`, `8:00`, `0800` and `8`; seconds are dropped, `24.00` is the last minute.
    fn from_str(raw: &str) -> Result<Self, Reject> {
        let typed = tidy::plain(raw);
        if typed.is_empty() {
            return Err(Reject::Empty);
        }
        let parts: Vec<&str> = typed.split(['.', ':']).map(str::trim).collect();
        let (hour, minute, second) = match parts[..] {
            [both] if matches!(both.len(), 3 | 4) => {
                let (hour, minute) = both.split_at_checked(both.len() - 2).unwrap_or_default();
                (hour, minute, "00")
            }
            [hour] => (hour, "00", "00"),
            [hour, minute] => (hour, minute, "00"),
            [hour, minute, second] => (hour, minute, second),
            _ => return Err(Reject::NotTime),
        };
        if minute.len() != 2 || second.len() != 2 {
            return Err(Reject::NotTime);
        }
        match (number(hour)?, number(minute)?, number(second)?) {
            (24, 0, 0) => Ok(Self(DAY - 1)),
            (hour @ 0..24, minute @ 0..60, 0..=60) => Ok(Self(hour * 60 + minute)),
            _ => Err(Reject::NotTime),
        }
    }
}

/// One or two digits.
fn number(text: &str) -> Result<u16, Reject> {
    if matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| Reject::NotTime)
    } else {
        Err(Reject::NotTime)
    }
}

impl TryFrom<u16> for TimeOfDay {
    type Error = Reject;

    fn try_from(minutes: u16) -> Result<Self, Reject> {
        Self::of_minutes(minutes).ok_or(Reject::NotTime)
    }
}

impl From<TimeOfDay> for u16 {
    fn from(time: TimeOfDay) -> Self {
        time.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}.{:02}", self.0 / 60, self.0 % 60))
    }
}
