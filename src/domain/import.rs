//! An import: which list was taken in, by whom, and what came of it.
use serde::{Deserialize, Serialize};

use crate::domain::{clerk::Stamp, count::grouped, id::Id, text::Line};

/// A list of residents that was taken in as one change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    pub id: Id,
    /// Who took it in, and when.
    pub taken: Stamp,
    /// The name of the file, without its folder.
    pub file: Line,
    pub counts: Counts,
    /// The first of its frames in the journal.
    pub first: u64,
    /// What the headings of the file come to: a file with the same ones is read in the same way.
    pub headings: u64,
    /// The names of the questions that its columns answered, empty where a column was left.
    pub columns: Vec<String>,
    /// That it was taken back.
    pub undone: Option<Undone>,
}

/// How many rows came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub rows: u64,
    /// Residents who were not known.
    pub new: u64,
    /// Known ones of whom something was changed.
    pub changed: u64,
    /// Known ones of whom the file said the same.
    pub same: u64,
    /// Known ones of whom it said something else, and who were left as they are.
    pub left: u64,
    pub refused: u64,
}

/// That an import was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    pub stamp: Stamp,
    /// How many of its residents stay, because they were used since.
    pub kept: u64,
}

impl Counts {
    /// How many residents are other than before, new ones among them.
    #[must_use]
    pub const fn taken(&self) -> u64 {
        self.new + self.changed
    }

    /// The numbers in words, those that are nothing left out.
    #[must_use]
    pub fn words(&self) -> String {
        let told = [
            (self.new, "baru"),
            (self.changed, "diubah"),
            (self.same, "sudah ada"),
            (self.left, "berbeda dan dibiarkan"),
            (self.refused, "ditolak"),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<_> = told.map(|(count, what)| format!("{} {what}", grouped(count))).collect();
        if told.is_empty() { "tidak ada baris".to_owned() } else { told.join(", ") }
    }
}
