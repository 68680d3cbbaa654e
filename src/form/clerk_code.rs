//! The code by which an officer comes in.
use std::str::FromStr;

use crate::domain::{clerk::Clerk, reject::Reject};

/// The code of a clerk: up to 16 lower-case letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(pub String);

impl FromStr for Code {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let good = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit();
        match text.trim() {
            "" => Err(Reject::Empty),
            text if text.len() > Clerk::CODE_MOST => {
                Err(Reject::TooLong { most: Clerk::CODE_MOST })
            }
            text => text
                .chars()
                .find(|c| !good(c))
                .map_or_else(|| Ok(Self(text.to_owned())), |sign| Err(Reject::Sign(sign))),
        }
    }
}
