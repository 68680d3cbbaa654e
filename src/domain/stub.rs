//! The code on the tear-off stub of a referral letter, by which its result comes back.
//!
//! # Why
//! A resident reads it out or a clerk types it from a crumpled slip: eight signs, none of which
//! looks like another (Crockford's alphabet), the last one computed from the others so that one
//! wrong sign, or two that changed places, is always seen. It is drawn by lot and says nothing.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The alphabet: no I, L, O or U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs that are drawn.
const DRAWN: usize = 7;

/// A code of seven signs drawn by lot, and a check sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StubCode([u8; DRAWN]);

/// The text is no code of a stub, or one of its signs is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoStub;

impl StubCode {
    /// The code that a lot decides.
    #[must_use]
    pub fn drawn(lot: [u8; DRAWN]) -> Self {
        Self(lot.map(|value| value % 32))
    }

    /// The value of the check sign: each sign counts with a weight of its own, in the field of 32.
    fn check(self) -> u8 {
        self.0.iter().fold(0, |sum, value| double(sum ^ value))
    }
}

/// Twice a value in the field of 32 (over x^5 + x^2 + 1).
const fn double(value: u8) -> u8 {
    let twice = value << 1;
    if twice & 32 == 0 { twice } else { twice ^ 0b10_0101 }
}

impl fmt::Display for StubCode {
    /// In two groups: `7K3M-9QXA`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = self.0.into_iter().chain([self.check()]);
        for (nth, value) in values.enumerate() {
            let dash = if nth == 4 { "-" } else { "" };
            write!(f, "{dash}{}", char::from(SIGNS[usize::from(value % 32)]))?;
        }
        Ok(())
    }
}

impl FromStr for StubCode {
    type Err = NoStub;

    /// Reads it in any case, with or without a dash or blanks; O is taken for 0, I and L for 1.
    ///
    /// ```
    /// use loket::domain::stub::StubCode;
    /// let code = StubCode::drawn([7, 19, 3, 20, 9, 23, 29]);
    /// assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
    /// assert!("7K3M-9QX0".parse::<StubCode>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, NoStub> {
        let signs = text.bytes().filter(|sign| !matches!(sign, b' ' | b'-'));
        let value = |sign: u8| {
            let sign = match sign.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            SIGNS.iter().position(|known| *known == sign).and_then(|at| u8::try_from(at).ok())
        };
        let values: Vec<u8> = signs.map(value).collect::<Option<_>>().ok_or(NoStub)?;
        let (check, drawn) = values.split_last().ok_or(NoStub)?;
        let code = Self(drawn.try_into().map_err(|_| NoStub)?);
        if code.check() == *check { Ok(code) } else { Err(NoStub) }
    }
}
