//! An officer of the desk, and the stamp that each change bears.
use serde::{Deserialize, Serialize};

use crate::domain::{id::Id, moment::Moment, role::Role, text::Name};

/// An officer. The id signs every change; the code is what people type, and never reused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clerk {
    pub id: Id,
    /// Short, lower case.
    pub code: String,
    pub name: Name,
    /// The hats, in their order, each once; at least one.
    pub roles: Vec<Role>,
    /// The right *terbatas*: restricted records may be opened.
    pub restricted: bool,
    /// Retired officers stay in the record; they no longer open the desk.
    pub active: bool,
}

/// Who did something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub at: Moment,
    pub by: Id,
}

impl Clerk {
    /// The most signs of a code.
    pub const CODE_MOST: usize = 16;

    /// A code made from a name: the first word, lower case, letters only.
    #[must_use]
    pub fn code_from(name: &Name) -> String {
        let first = name.as_str().split_whitespace().next().unwrap_or_default();
        let code: String = first
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .take(Self::CODE_MOST)
            .collect();
        if code.is_empty() { "petugas".to_owned() } else { code }
    }
}
