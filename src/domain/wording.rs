//! What an office wrote itself for a piece of its letters.
//!
//! # Why
//! The program's own words are never kept beside them: they come with the program, so they can
//! always be taken back, and a better wording reaches every office that changed nothing. What was
//! written before stays in the history of the record.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::domain::{date::Day, id::Id, reject::Reject, tidy::vanishes};

/// The most characters of a piece: more than any page has room for.
pub const MOST: usize = 12_000;

/// The text of a piece, line by line as it was typed; only what shows nothing is gone.
///
/// ```
/// use loket::domain::wording::Words;
/// let words: Words = "par: Dengan hormat,  \r\npar:\tTerima\u{200b} kasih.\n\n".parse().unwrap();
/// assert_eq!(words.as_str(), "par: Dengan hormat,\npar: Terima kasih.\n");
/// assert!(" \n ".parse::<Words>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(String);

impl Words {
    /// The text, every line of it ended.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Words {
    type Err = Reject;

    /// Lines keep their numbers: only empty ones at the end are dropped.
    fn from_str(raw: &str) -> Result<Self, Reject> {
        if raw.chars().nth(MOST).is_some() {
            return Err(Reject::TooLong { most: MOST });
        }
        let line = |line: &str| -> String {
            let blank = |c: char| if c.is_whitespace() { ' ' } else { c };
            let shown: String = line.chars().filter(|c| !vanishes(*c)).map(blank).nfc().collect();
            shown.trim_end().to_owned() + "\n"
        };
        let text: String = raw.lines().map(line).collect();
        match text.trim_end() {
            "" => Err(Reject::Empty),
            text => Ok(Self(text.to_owned() + "\n")),
        }
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an office made of one piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Names the piece in the program; never changed.
    pub piece: String,
    /// Nothing where the program's own words are used again.
    pub words: Option<Words>,
    /// Since when it is so.
    pub since: Day,
}

impl Wording {
    #[must_use]
    pub fn id(&self) -> Id {
        Id::named(&self.piece)
    }
}
