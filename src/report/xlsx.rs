//! Tables as an Excel workbook with one sheet.
//!
//! # Why
//! Long numbers are written as text, since Excel keeps only fifteen digits of a number. Rows go
//! through a nameless temporary file to the workbook, because a city's worth of cells would take
//! hundreds of megabytes; it lies in the folder of the outcome, not in one that all users share.
use std::{io::Write, path::Path};

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::{
    fault::Fault,
    report::{
        cell::Cell,
        sheet::{Sheet, refused},
    },
};

/// A workbook.
pub struct Xlsx<W: Write + Send> {
    book: Workbook,
    out: W,
    next: u32,
}

/// The most rows of a sheet, beside its head.
const ROWS: u32 = 1_048_575;

/// Width of a column, in characters.
const WIDTH: u16 = 18;

impl<W: Write + Send> Xlsx<W> {
    /// Writes a sheet of that name to there, keeping what it cannot hold in a folder.
    pub fn new(out: W, name: &str, folder: &Path) -> Result<Self, Fault> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(told)?;
        let sheet = book.add_worksheet_with_constant_memory().map_err(told)?;
        sheet.set_name(name).map_err(told)?;
        sheet.set_freeze_panes(1, 0).map_err(told)?;
        Ok(Self { book, out, next: 0 })
    }

    fn write(
        &mut self,
        mut cell: impl FnMut(&mut Worksheet, u32, u16) -> Result<bool, XlsxError>,
    ) -> Result<(), Fault> {
        let row = self.next;
        let sheet = self.book.worksheet_from_index(0).map_err(told)?;
        for column in 0.. {
            if !cell(sheet, row, column).map_err(told)? {
                break;
            }
        }
        self.next += 1;
        Ok(())
    }
}

impl<W: Write + Send> Sheet for Xlsx<W> {
    fn head(&mut self, names: &[&'static str]) -> Result<(), Fault> {
        let bold = Format::new().set_bold();
        self.write(|sheet, row, column| {
            let Some(name) = names.get(usize::from(column)) else { return Ok(false) };
            sheet.set_column_width(column, WIDTH)?;
            sheet.write_string_with_format(row, column, *name, &bold).map(|_| true)
        })
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        self.write(|sheet, row, column| {
            let Some(cell) = cells.get(usize::from(column)) else { return Ok(false) };
            match cell {
                Cell::Empty | Cell::Mark(false) => Ok(true),
                Cell::Number(number) => {
                    // Counts are small; beyond 2^53 a workbook could not tell them apart.
                    let number = u32::try_from(*number).unwrap_or(u32::MAX);
                    sheet.write_number(row, column, number).map(|_| true)
                }
                _ => sheet.write_string(row, column, cell.line()).map(|_| true),
            }
        })
    }

    fn end(&mut self) -> Result<(), Fault> {
        self.book.save_to_writer(&mut self.out).map_err(told)?;
        self.out.flush().map_err(refused)
    }
}

fn told(why: XlsxError) -> Fault {
    match why {
        XlsxError::IoError(why) => refused(why),
        XlsxError::RowColumnLimitError => Fault::TooMany { name: "berkas XLSX", most: ROWS },
        _ => Fault::Unwritable("berkas XLSX"),
    }
}
