//! The recovery code: on paper in the office's safe, it opens the store when nobody else can.
use std::{fmt, str::FromStr};

use crate::domain::reject::Reject;

/// Crockford's digits: no letter that is easily taken for a number or another letter.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs of a written code.
const LENGTH: usize = 32;

/// Signs that stand together on paper.
const GROUP: usize = 4;

/// A hundred and sixty random bits. Never shown by `Debug`.
///
/// ```
/// use loket::domain::recovery::Recovery;
///
/// let code = Recovery::of([0; 20]);
/// assert_eq!(code.to_string(), "0000-0000-0000-0000-0000-0000-0000-0000");
/// assert_eq!("oooo oooo 0000 0000 0000 0000 0000 0000".parse(), Ok(code));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Recovery([u8; 20]);

impl Recovery {
    /// The code of these bits.
    #[must_use]
    pub const fn of(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    #[must_use]
    pub const fn bytes(&self) -> &[u8; 20] {
        &self.0
    }
}

impl fmt::Debug for Recovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recovery")
    }
}

impl fmt::Display for Recovery {
    /// Eight groups of four, as it stands on paper.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut bits, mut held, mut written) = (0_u32, 0, 0);
        for byte in self.0 {
            bits = bits << 8 | u32::from(byte);
            held += 8;
            while held >= 5 {
                held -= 5;
                if written > 0 && written % GROUP == 0 {
                    f.write_str("-")?;
                }
                let digit = DIGITS[(bits >> held) as usize & 31];
                write!(f, "{}", char::from(digit))?;
                written += 1;
            }
        }
        Ok(())
    }
}

impl FromStr for Recovery {
    type Err = Reject;

    /// Reads it as it was copied from paper: in small letters, with O for 0 and I or L for 1, with
    /// hyphens and blanks anywhere.
    fn from_str(text: &str) -> Result<Self, Reject> {
        let signs = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let (mut bits, mut held, mut read) = (0_u32, 0, 0);
        let mut bytes = Vec::with_capacity(20);
        for sign in signs {
            let digit = match sign.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = DIGITS.iter().position(|known| char::from(*known) == digit);
            let value = u32::try_from(value.ok_or(Reject::Sign(sign))?).unwrap_or_default();
            bits = bits << 5 | value;
            held += 5;
            read += 1;
            if held >= 8 {
                held -= 8;
                bytes.extend(u8::try_from(bits >> held & 0xff));
            }
        }
        match bytes.try_into() {
            _ if read == 0 => Err(Reject::Empty),
            Ok(bytes) if read == LENGTH => Ok(Self(bytes)),
            _ => Err(Reject::Signs { want: LENGTH, got: read }),
        }
    }
}
