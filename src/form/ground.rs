//! What a form needs to know beside the answers.
use chrono::NaiveDate;

use crate::domain::{area::Area, clerk::Stamp, id::Id};

/// Where the clerk stands while answers become a record.
#[derive(Debug, Clone, Copy)]
pub struct Ground {
    /// The id for a record that is new.
    pub id: Id,
    pub stamp: Stamp,
    pub today: NaiveDate,
    /// The office's own area: what an empty answer means.
    pub area: Area,
}
