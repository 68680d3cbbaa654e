//! A referral of a request to an institution.
use serde::{Deserialize, Serialize};

use crate::domain::{
    clerk::Stamp,
    id::Id,
    referral_road::{Status, Step},
    text::{Line, Note},
    ticket::Ticket,
};

/// A referral. "Hanya arahan" is one that ended at once, without a letter: it is counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    pub ticket: Ticket,
    /// Code of the institution in the directory.
    pub institution: String,
    /// Its name on that day.
    pub institution_name: Line,
    /// What is asked of it.
    pub ask: Note,
    /// The letters issued for it, the newest last.
    pub letters: Vec<Id>,
    pub status: Status,
    pub road: Vec<Event>,
}

/// What happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub step: Step,
    pub stamp: Stamp,
    pub reason: Option<String>,
    pub note: Option<Note>,
}
