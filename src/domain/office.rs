//! The office: what stands on its letterhead, when it works, how it numbers its letters.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{
        area::Area,
        clock::TimeOfDay,
        id::Id,
        letter_number::Pattern,
        moment::Zone,
        paper::Paper,
        phone::Phone,
        ppks::Ppks,
        reject::Reject,
        serial::{First, Scope},
        text::{Line, Name},
        workday::Holiday,
    },
};

choices! {
    /// How someone holds an office.
    Standing {
        Full = "tetap", "Pejabat tetap";
        Acting = "pj", "Pj.";
        Deputy = "plt", "Plt.";
        Daily = "plh", "Plh.";
        OnBehalf = "an", "a.n.";
    }
}

/// The office this desk stands in. There is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    pub area: Area,
    /// `Kelurahan`, `Desa`, `Gampong`, `Nagari` …
    pub unit: Line,
    /// `Lurah`, `Kepala Desa`, `Keuchik` …
    pub head_title: Line,
    pub name: Name,
    pub address: Option<Line>,
    pub phone: Option<Phone>,
    pub email: Option<Line>,
    pub head: Option<Official>,
    pub coordinator: Option<Official>,
    pub zone: Zone,
    pub hours: Hours,
    pub holidays: Vec<Holiday>,
    pub numbers: Pattern,
    pub paper: Paper,
    /// Residents of these kinds are only for officers with the right *terbatas*.
    pub restricted_kinds: Vec<Ppks>,
    /// What a series of numbers is for, and the first number where the year's book had begun.
    pub scope: Scope,
    pub first: Option<First>,
}

/// Someone who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    pub name: Name,
    pub standing: Standing,
    pub rank: Option<Line>,
    pub nip: Option<Nip>,
}

/// When the desk is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub open: TimeOfDay,
    pub close: TimeOfDay,
    pub friday_close: TimeOfDay,
}

/// NIP: the eighteen digits of a civil servant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nip(u64);

impl Office {
    /// The key under which the one office is kept.
    #[must_use]
    pub fn id() -> Id {
        Id::named("kantor")
    }
}

impl FromStr for Nip {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
        if digits.is_empty() {
            return Err(Reject::Empty);
        }
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Reject::NotDigits);
        }
        if digits.len() != 18 {
            return Err(Reject::Length { want: 18, got: digits.len() });
        }
        digits.parse().map(Self).map_err(|_| Reject::NotDigits)
    }
}

impl fmt::Display for Nip {
    /// In the groups that offices write: `19800101 200501 1 001`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (birth, start) = (self.0 / 10_000_000_000, self.0 / 10_000 % 1_000_000);
        write!(f, "{birth:08} {start:06} {} {:03}", self.0 / 1_000 % 10, self.0 % 1_000)
    }
}
