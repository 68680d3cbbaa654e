//! A filter that the office keeps under a name, to narrow the same search every morning.
//!
//! # Why
//! It belongs to the office and not to an officer: whoever sits at the desk tomorrow asks the same.
//! One that is removed is only marked so: removing can be taken back, and what the history tells of
//! it keeps its name.
use serde::{Deserialize, Serialize};

use crate::domain::{
    filter::Filter,
    id::Id,
    text::{Text, folded},
};

/// What a filter is called: short enough for its column.
pub type Label = Text<30>;

/// A filter and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFilter {
    pub id: Id,
    /// No other one that is in use has it, however it is spelled.
    pub name: Label,
    pub filter: Filter,
    /// That it is not in use any more.
    pub removed: bool,
}

impl SavedFilter {
    /// Whether it is in use and called so, in capitals or not.
    #[must_use]
    pub fn is_called(&self, name: &Label) -> bool {
        !self.removed && folded(self.name.as_str()) == folded(name.as_str())
    }
}
