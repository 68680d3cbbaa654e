//! What an import tells, line by line and in all.
use std::path::PathBuf;

use crate::{
    desk::{facts::Difference, import::verdict::Remark},
    domain::import::Counts,
};

/// What is told of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub line: u64,
    /// Who that is, as far as the file says it.
    pub who: String,
    pub what: What,
}

/// What there is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Refused(Vec<Remark>),
    /// It is refused only because something looks odd, until that is confirmed.
    Held(Vec<Remark>),
    /// Somebody known, of whom the file says something else; whether that is taken.
    Differs(Vec<Difference>, bool),
    /// It is taken in, but something looks odd.
    Warned(Vec<Remark>),
}

/// What came of an import, or would.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub counts: Counts,
    /// Rows that look odd, whether they were taken in or refused for it.
    pub warned: u64,
    /// Where the refused rows are.
    pub rejects: Option<PathBuf>,
}

impl Note {
    /// What is told, in one line.
    #[must_use]
    pub fn words(&self) -> String {
        match &self.what {
            What::Refused(remarks) | What::Held(remarks) | What::Warned(remarks) => {
                remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
            }
            What::Differs(differences, _) => {
                let told = differences.iter();
                let told = told.map(|one| format!("{}: {}", one.label, one.words()));
                told.collect::<Vec<_>>().join("; ")
            }
        }
    }
}
