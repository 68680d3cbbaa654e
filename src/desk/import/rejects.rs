//! The file of the rows that were refused: mended, it can be taken in as it is.
//!
//! # Why
//! It is mended in Excel, which makes a number of every NIK and a formula of what begins with a sign;
//! so both get an apostrophe in front, which the next import takes away again. A byte order mark and
//! semicolons are what an Indonesian Excel opens without asking.
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    desk::import::verdict::Remark,
    fault::Fault,
    report::csv::harmless,
    roster::heading::{REASON, is_reason},
};

/// A file of refused rows, made with the first of them.
#[derive(Debug)]
pub struct Rejects {
    path: PathBuf,
    headings: Vec<String>,
    out: Option<BufWriter<File>>,
    /// How many rows it has.
    pub rows: u64,
}

/// Digits from here on are a number that Excel would break.
const DIGITS: usize = 10;

impl Rejects {
    /// The file of that name for rows under these headings.
    #[must_use]
    pub const fn new(path: PathBuf, headings: Vec<String>) -> Self {
        Self { path, headings, out: None, rows: 0 }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Adds a row with its reasons.
    pub fn add(&mut self, cells: &[String], remarks: &[Remark]) -> Result<(), Fault> {
        self.write(cells, remarks).map_err(refused)?;
        self.rows += 1;
        Ok(())
    }

    fn write(&mut self, cells: &[String], remarks: &[Remark]) -> io::Result<()> {
        let place = self.headings.iter().position(|heading| is_reason(heading));
        if self.out.is_none() {
            let mut out = BufWriter::new(File::create(&self.path)?);
            out.write_all("\u{feff}".as_bytes())?;
            let mut heads: Vec<&str> = self.headings.iter().map(String::as_str).collect();
            if place.is_none() {
                heads.push(REASON);
            }
            line(&mut out, heads.into_iter())?;
            self.out = Some(out);
        }
        let Some(out) = &mut self.out else { return Ok(()) };
        let told: Vec<String> = remarks.iter().map(Remark::filed).collect();
        let told = told.join("; ");
        let mut row: Vec<&str> = cells.iter().map(String::as_str).collect();
        let width = self.headings.len();
        while row.len() < width {
            row.push("");
        }
        match place {
            Some(place) => row[place] = &told,
            None if row.len() == width => row.push(&told),
            // A row with too many cells keeps them all; what is wrong with it comes last.
            None => row.push(&told),
        }
        line(out, row.into_iter())
    }

    /// Writes everything; says where the file is, if any row was refused.
    pub fn end(&mut self) -> Result<Option<&Path>, Fault> {
        let Some(out) = &mut self.out else { return Ok(None) };
        out.flush().and_then(|()| out.get_ref().sync_all()).map_err(refused)?;
        Ok(Some(&self.path))
    }

    /// Removes it: what it tells of did not happen.
    pub fn discard(&mut self) {
        if self.out.take().is_some() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A name beside a list that no file has yet: `warga-ditolak.csv`.
#[must_use]
pub fn beside(list: &Path) -> PathBuf {
    let stem = list.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = |nth: u32| match nth {
        1 => format!("{stem}-ditolak.csv"),
        nth => format!("{stem}-ditolak-{nth}.csv"),
    };
    let paths = (1..=u32::MAX).map(|nth| list.with_file_name(name(nth)));
    let mut free = paths.filter(|path| !path.exists());
    free.next().unwrap_or_else(|| list.with_file_name(name(1)))
}

fn line<'a>(out: &mut impl io::Write, cells: impl Iterator<Item = &'a str>) -> io::Result<()> {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.write_all(b";")?;
        }
        let cell = guarded(cell);
        if cell.contains([';', '"', '\n', '\r', ',', '\t', '|']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}

/// A cell that Excel leaves as it is.
fn guarded(cell: &str) -> String {
    let digits = cell.trim();
    let number = digits.len() >= DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    if number { format!("'{digits}") } else { harmless(cell.to_owned()) }
}

const fn refused(why: io::Error) -> Fault {
    Fault::Device { name: "berkas tolakan", why }
}
