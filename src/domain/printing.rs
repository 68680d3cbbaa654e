//! Where the papers of a kind are printed, and on what.
//!
//! # Why
//! A desk has one printer for everything, or a second one for its slips; hardly ever one for each
//! kind of letter. So what is said of all letters, or of all slips, holds for each kind of which
//! nothing else is said.
use serde::{Deserialize, Serialize};

use crate::domain::{
    date::Day,
    id::Id,
    paper::Paper,
    printer::{Language, Printer},
};

/// Names all letters, and whatever else goes onto pages.
pub const LETTERS: &str = "SURAT";

/// Names all slips.
pub const SLIPS: &str = "SLIP";

/// The way to a printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub printer: Printer,
    pub language: Language,
    /// What lies in the printer; the office's paper where none is named.
    pub paper: Option<Paper>,
}

impl Way {
    /// Where nothing is said: pages, on what the computer itself prints on.
    pub const USUAL: Self =
        Self { printer: Printer::Default, language: Language::Pages, paper: None };
}

/// What an office said of a kind of paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printing {
    /// [`LETTERS`], [`SLIPS`] or the code of a kind; never changed.
    pub of: String,
    /// Nothing where it is printed as all of its sort.
    pub way: Option<Way>,
    /// Since when it is so.
    pub since: Day,
}

impl Printing {
    #[must_use]
    pub fn id(&self) -> Id {
        Id::named(&self.of)
    }
}
