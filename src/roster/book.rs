//! The rows of a sheet of a workbook, one after another.
use std::{
    fs::File,
    io::{BufReader, Seek as _},
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx};

use crate::{
    domain::misfit::Misfit,
    fault::Fault,
    roster::{
        row::{CELL, Cell, Flaw, Kind, Row},
        unpacked::{self, Refused},
    },
};

/// Columns that a sheet can have.
const COLUMNS: usize = 16_384;

/// What is told each row, and whether to go on.
pub type Tell<'a> = &'a mut dyn FnMut(Row) -> Result<ControlFlow<()>, Fault>;

/// The sheets of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheets {
    pub shown: Vec<String>,
    pub hidden: Vec<String>,
}

/// Opens a workbook that was proved to be small enough.
fn open(path: &Path) -> Result<Xlsx<BufReader<File>>, Fault> {
    let mut file = File::open(path).map_err(device)?;
    unpacked::prove(&mut file).map_err(refused)?;
    file.rewind().map_err(device)?;
    Xlsx::new(BufReader::new(file)).map_err(|_| list(Misfit::Damaged))
}

/// The sheets of a workbook.
pub fn sheets(path: &Path) -> Result<Sheets, Fault> {
    calm(|| {
        let book = open(path)?;
        let mut sheets = Sheets::default();
        for sheet in book.sheets_metadata() {
            if sheet.typ == SheetType::WorkSheet {
                let shown = sheet.visible == SheetVisible::Visible;
                if shown { &mut sheets.shown } else { &mut sheets.hidden }.push(sheet.name.clone());
            }
        }
        Ok(sheets)
    })
}

/// Tells every row of a sheet that is not blank.
pub fn rows(path: &Path, sheet: &str, tell: Tell<'_>) -> Result<(), Fault> {
    let mut told = Ok(());
    let read = calm(|| {
        let mut book = open(path)?;
        let broken = |_| list(Misfit::Damaged);
        let mut cells = book.worksheet_cells_reader(sheet).map_err(broken)?;
        let mut row = Row { line: 0, cells: vec![], flaw: None };
        loop {
            let next = cells.next_cell().map_err(broken)?;
            let line = next.as_ref().map(|cell| u64::from(cell.get_position().0) + 1);
            if line != Some(row.line) {
                let done = std::mem::replace(&mut row, Row { line: 0, cells: vec![], flaw: None });
                if done.line > 0 && !done.is_blank() {
                    match tell(done) {
                        Ok(ControlFlow::Continue(())) => {}
                        Ok(ControlFlow::Break(())) => return Ok(()),
                        Err(fault) => {
                            told = Err(fault);
                            return Ok(());
                        }
                    }
                }
            }
            let (Some(cell), Some(line)) = (next, line) else { return Ok(()) };
            row.line = line;
            put(&mut row, cell.get_position().1 as usize, cell.get_value());
        }
    });
    read.and(told)
}

fn put(row: &mut Row, place: usize, value: &DataRef<'_>) {
    let cell = told(value);
    if cell.text.is_empty() {
        return;
    }
    if place >= COLUMNS {
        row.flaw = Some(Flaw::Ragged { want: COLUMNS, got: place + 1 });
        return;
    }
    if cell.text.len() > CELL {
        row.flaw = Some(Flaw::TooLong);
        return;
    }
    if row.cells.len() <= place {
        row.cells.resize(place + 1, Cell::default());
    }
    if let Some(there) = row.cells.get_mut(place) {
        *there = cell;
    }
}

fn told(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        DataRef::Bool(yes) => Cell::text(if *yes { "ya" } else { "tidak" }),
        DataRef::Int(number) => Cell { text: number.to_string(), kind: Kind::Number },
        DataRef::Float(number) => Cell { text: number.to_string(), kind: Kind::Number },
        DataRef::DateTime(at) if at.is_datetime() => Cell { text: day(at), kind: Kind::Day },
        DataRef::DateTime(at) => Cell { text: at.as_f64().to_string(), kind: Kind::Number },
        DataRef::DateTimeIso(text) => {
            let day = text.split('T').next().unwrap_or_default();
            Cell { text: day.to_owned(), kind: Kind::Day }
        }
        DataRef::DurationIso(text) => Cell { text: text.clone(), kind: Kind::Number },
        DataRef::Error(_) => Cell { text: "#".to_owned(), kind: Kind::Broken },
    }
}

fn day(at: &ExcelDateTime) -> String {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// Does what may panic over bytes that nobody foresaw.
fn calm<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(list(Misfit::Damaged)))
}

const fn list(why: Misfit) -> Fault {
    Fault::List { why, about: String::new() }
}

const fn device(why: std::io::Error) -> Fault {
    Fault::Device { name: "berkas itu", why }
}

/// What a refused archive is as a fault.
#[must_use]
pub fn refused(refused: Refused) -> Fault {
    match refused {
        Refused::Misfit(why) => list(why),
        Refused::Disk(why) => device(why),
    }
}
