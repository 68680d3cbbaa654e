//! What a record is known by inside the program; never shown, never printed.
use serde::{Deserialize, Serialize};

/// An identifier that sorts by the time it was made and is unique across offices.
///
/// # Why
/// Milliseconds first, then 80 random bits (the layout of a UUID of version 7): new records land
/// at the end of the index, and two offices can exchange records without a number clash.
/// It is never derived from a NIK, so a copied index tells nothing about a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(u128);

impl Id {
    /// The id for a time (milliseconds since 1970) and 80 random bits.
    #[must_use]
    pub const fn new(millis: u64, random: u128) -> Self {
        Self(((millis as u128) << 80) | (random & ((1 << 80) - 1)))
    }

    /// The id for that time that stands behind another one: of two that are made in the same
    /// millisecond, the second is the first one's successor, so ids are in the order of making.
    #[must_use]
    pub const fn after(last: Self, millis: u64, random: u128) -> Self {
        if last.0 >> 80 == millis as u128 {
            Self(last.0.saturating_add(1))
        } else {
            Self::new(millis, random)
        }
    }

    /// The id of a record that its office names by a code of at most 16 bytes.
    #[must_use]
    pub fn named(code: &str) -> Self {
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(code.bytes()) {
            *to = from;
        }
        Self::of_bytes(bytes)
    }

    /// Sixteen bytes that sort as the ids do.
    #[must_use]
    pub const fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// The id of these bytes, as [`Self::bytes`] made them.
    #[must_use]
    pub const fn of_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }
}

impl std::fmt::Debug for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// What was read is not the text of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl std::str::FromStr for Id {
    type Err = NotAnId;

    /// Reads the 32 digits that `Debug` writes.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let hex = |byte: u8| byte.is_ascii_hexdigit();
        if text.len() == 32 && text.bytes().all(hex) {
            u128::from_str_radix(text, 16).map(Self).map_err(|_| NotAnId)
        } else {
            Err(NotAnId)
        }
    }
}
