//! A passphrase: what an officer knows by heart and nobody else does.
use std::{fmt, str::FromStr};

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::reject::Reject;

/// The fewest signs (`storage.md`, sealing).
pub const LEAST: usize = 12;

/// The most signs.
const MOST: usize = 200;

/// Different signs that it needs at least.
const VARIED: usize = 5;

/// What hands type when they are asked for something long.
const COMMON: &[&str] = &[
    "1234567890",
    "0987654321",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijkl",
    "password",
    "katasandi",
    "katakunci",
    "sandisandi",
    "indonesia",
    "bismillah",
    "puskesos",
    "kelurahan",
    "administrator",
    "rahasia",
    "sayangku",
    "dinsos",
    "admin",
    "loket",
    "petugas",
];

/// A passphrase that is long enough and not among the first that anyone would try.
///
/// ```
/// use loket::domain::{passphrase::Passphrase, reject::Reject};
///
/// assert!("kopi pahit pagi hari".parse::<Passphrase>().is_ok());
/// assert_eq!("pendek".parse::<Passphrase>(), Err(Reject::TooShort { least: 12 }));
/// assert_eq!("Puskesos2026".parse::<Passphrase>(), Err(Reject::Guessable));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// What was typed to open something, whatever it is: only choosing one has rules.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.trim().nfkc().collect())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

impl FromStr for Passphrase {
    type Err = Reject;

    /// Judges a passphrase that is being chosen.
    fn from_str(text: &str) -> Result<Self, Reject> {
        let chosen = Self::typed(text);
        let length = chosen.0.chars().count();
        match length {
            0 => Err(Reject::Empty),
            _ if length < LEAST => Err(Reject::TooShort { least: LEAST }),
            _ if length > MOST => Err(Reject::TooLong { most: MOST }),
            _ if is_guessable(&chosen.0) => Err(Reject::Guessable),
            _ => Ok(chosen),
        }
    }
}

/// Whether little is left when common words, numbers and repetitions are taken out.
fn is_guessable(text: &str) -> bool {
    let mut rest: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    rest = rest.to_lowercase();
    for word in COMMON {
        rest = rest.replace(word, "");
    }
    rest.retain(|c| !c.is_ascii_digit());
    let mut signs: Vec<char> = text.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    rest.is_empty() || signs.len() < VARIED
}
