//! Words that a person typed: clean, of a limited length, and the key they are searched by.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;

pub use crate::domain::tidy::clean;
use crate::domain::{
    doubt::Odd,
    reject::Reject,
    tidy::{MARKS, vanishes},
};

/// One clean line of at most `MAX` characters, counted as a reader counts them; never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text<const MAX: usize>(String);

/// The name of a person or of a place.
pub type Name = Text<80>;
/// An address, a subject, anything that fits a line.
pub type Line = Text<200>;
/// The words of a resident, what a visit found.
pub type Note = Text<4000>;

impl<const MAX: usize> Text<MAX> {
    /// The words themselves.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Name {
    /// The name as the public may see it: `S. A.`
    #[must_use]
    pub fn initials(&self) -> String {
        let firsts = self.0.split_whitespace().filter_map(|word| word.chars().next());
        firsts.map(|first| format!("{first}.")).collect::<Vec<_>>().join(" ")
    }
}

impl<const MAX: usize> FromStr for Text<MAX> {
    type Err = Reject;

    fn from_str(raw: &str) -> Result<Self, Reject> {
        let words = clean(raw);
        if words.is_empty() {
            return Err(Reject::Empty);
        }
        // The second count stops "characters" that are endless chains of joined code points.
        let long = if words.is_ascii() {
            words.len() > MAX
        } else {
            words.graphemes(true).nth(MAX).is_some()
                || words.chars().nth(MAX * (1 + MARKS)).is_some()
        };
        if long { Err(Reject::TooLong { most: MAX }) } else { Ok(Self(words)) }
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The key that names and addresses are searched by: lower case, accents and apostrophes stripped,
/// anything else than letters and digits a single space.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        // Most names are a key already but for their capitals, and there are very many of them.
        let lower = text.to_ascii_lowercase();
        return if is_key(&lower) { lower } else { key_of(lower.chars()) };
    }
    let lower = text.nfkd().flat_map(char::to_lowercase);
    key_of(lower.nfkd().filter(|c| !is_combining_mark(*c)))
}

/// Whether plain small letters are as [`key_of`] would make them.
fn is_key(lower: &str) -> bool {
    let mut before = b' ';
    lower.bytes().all(|byte| {
        let fits = byte.is_ascii_alphanumeric() || (byte == b' ' && before != b' ');
        before = byte;
        fits
    }) && before != b' '
}

/// The letters and digits, with one space for all else that shows.
fn key_of(lower: impl Iterator<Item = char>) -> String {
    let mut key = String::new();
    for c in lower {
        if c.is_alphanumeric() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with(' ') && !vanishes(c) && !is_apostrophe(c) {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Signs that are written or left out within a word: Ma'ruf is Maruf.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '\u{2bb}'..='\u{2bf}' | '\u{2018}' | '\u{2019}' | '\u{2032}')
}

/// What looks wrong with a name: too short, standing for no name, or of two scripts.
#[must_use]
pub fn oddities_of_name(name: &str) -> Vec<Odd> {
    let key = folded(name);
    let letters = key.chars().filter(|c| c.is_alphabetic()).count();
    let first = key.chars().next();
    let one_sign = key.chars().all(|c| Some(c) == first);
    let mut odd = Vec::new();
    if letters < 3 || one_sign || NO_NAMES.contains(&key.as_str()) {
        odd.push(Odd::NameOdd);
    }
    if name.chars().any(is_latin) && name.chars().any(is_lookalike) {
        odd.push(Odd::MixedScript);
    }
    odd
}

/// What is written where nobody knows the name.
const NO_NAMES: &[&str] = &[
    "tidak diketahui",
    "tidak tahu",
    "tak diketahui",
    "tanpa nama",
    "tidak ada",
    "tdk ada",
    "tidak ada nama",
    "belum ada",
    "belum ada nama",
    "no name",
    "noname",
    "anonim",
    "anonymous",
    "unknown",
    "n n n",
    "mr x",
    "mrs x",
    "tes",
    "test",
];

/// Letters of the alphabet that Indonesian is written in, with their accents.
fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Greek and Cyrillic, whose letters can be taken for Latin ones.
const fn is_lookalike(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{1f00}'..='\u{1fff}'
        | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}')
}
