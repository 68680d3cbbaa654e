//! An institution of the directory, to which residents are referred.
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::{
    id::Id,
    reject::Reject,
    text::{Line, Name},
};

/// An institution. The presets name kinds of institution; the office fills in its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Institution {
    /// Up to 16 signs; never reused.
    pub code: String,
    pub name: Name,
    /// Kind of institution: opd, faskes, lks …
    pub sort: Line,
    /// To whom a letter is addressed.
    pub addressee: Line,
    pub address: Option<Line>,
    pub phone: Option<Line>,
    pub hours: Option<Line>,
    /// No longer offered, yet kept for the referrals of the past.
    pub closed: bool,
}

/// The code of an institution: letters, digits, `-` and `_`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(pub String);

impl FromStr for Code {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let good = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        match text.trim() {
            "" => Err(Reject::Empty),
            text => match text.chars().find(|c| !good(c)) {
                Some(sign) => Err(Reject::Sign(sign)),
                None if text.len() > Institution::CODE_MOST => {
                    Err(Reject::TooLong { most: Institution::CODE_MOST })
                }
                None => Ok(Self(text.to_owned())),
            },
        }
    }
}

impl Institution {
    /// Up to 16 signs: the id of an institution is made of them.
    pub const CODE_MOST: usize = 16;

    #[must_use]
    pub fn id(&self) -> Id {
        Id::named(&self.code)
    }

    /// The institutions every office starts with.
    #[must_use]
    pub fn presets() -> Vec<Self> {
        include_str!("../../assets/ref/lembaga.tsv").lines().skip(1).filter_map(preset).collect()
    }
}

fn preset(row: &str) -> Option<Institution> {
    let cells: Vec<&str> = row.split('\t').collect();
    let line = |i: usize| cells.get(i).and_then(|cell| cell.parse().ok());
    Some(Institution {
        code: (*cells.first()?).to_owned(),
        name: cells.get(1)?.parse().ok()?,
        sort: line(2)?,
        addressee: line(3)?,
        address: line(4),
        phone: line(5),
        hours: line(6),
        closed: false,
    })
}
