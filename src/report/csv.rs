//! Tables as CSV.
//!
//! # Why
//! CSV is for other programs, so it is what they expect without asking (RFC 4180): commas, UTF-8
//! and no byte order mark, which would become part of the first column's name. Excel reads neither
//! commas (in Indonesia it wants semicolons) nor a NIK (it keeps 15 digits) as it should: whoever
//! works in Excel takes XLSX.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, whoever typed it.
//! Digits behind a plus are left alone, so that `+6598765432` can still be dialled.
use std::{borrow::Cow, io::Write};

use crate::{
    fault::Fault,
    report::{
        cell::Cell,
        sheet::{Sheet, refused},
    },
};

/// What a formula begins with, in spreadsheets of east and west.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A CSV file.
#[derive(Debug)]
pub struct Csv<W: Write>(csv::Writer<W>);

impl<W: Write> Csv<W> {
    /// Writes to there.
    pub fn new(out: W) -> Self {
        Self(csv::Writer::from_writer(out))
    }

    fn record<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) -> Result<(), Fault> {
        let mut row = csv::StringRecord::new();
        cells.for_each(|cell| row.push_field(&cell));
        self.0.write_record(&row).map_err(|why| match why.into_kind() {
            csv::ErrorKind::Io(why) => refused(why),
            _ => Fault::Unwritable("berkas CSV"),
        })
    }
}

impl<W: Write> Sheet for Csv<W> {
    fn head(&mut self, names: &[&'static str]) -> Result<(), Fault> {
        self.record(names.iter().copied().map(Cow::Borrowed))
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        self.record(cells.iter().map(|cell| Cow::Owned(harmless(cell.line()))))
    }

    fn end(&mut self) -> Result<(), Fault> {
        self.0.flush().map_err(refused)
    }
}

/// The text, so that no spreadsheet takes it for a formula.
#[must_use]
pub fn harmless(text: String) -> String {
    let number =
        text.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    if text.starts_with(SIGNS) && !number { format!("'{text}") } else { text }
}
