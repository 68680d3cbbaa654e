//! The rows of a CSV file.
use std::{collections::VecDeque, io};

use crate::roster::{
    lines::{Line, Lines},
    row::{Cell, Flaw, Row},
    split::{Split, plainly, split},
};

/// The most lines that one row may run over.
const LINES: usize = 3;

/// Reads rows behind the heading.
#[derive(Debug)]
pub struct Csv {
    lines: Lines,
    separator: char,
    /// How many cells a row has.
    width: usize,
    /// The columns whose cells may hold a line end: addresses.
    folds: Vec<usize>,
    /// Lines that were looked at and are not used yet.
    ahead: VecDeque<Line>,
}

impl Csv {
    /// The rows of these lines, of which the heading was read.
    #[must_use]
    pub const fn new(lines: Lines, separator: char, width: usize) -> Self {
        Self { lines, separator, width, folds: Vec::new(), ahead: VecDeque::new() }
    }

    /// Lets the cells of these columns hold line ends.
    pub fn fold(&mut self, columns: Vec<usize>) {
        self.folds = columns;
    }

    /// How many bytes were read.
    #[must_use]
    pub const fn read(&self) -> u64 {
        self.lines.read
    }

    /// The next row that is not blank; nothing at the end.
    pub fn read_row(&mut self) -> io::Result<Option<Row>> {
        while let Some(line) = self.line()? {
            let row = self.row(&line)?;
            if !row.is_blank() {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        match self.ahead.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.lines.read_line(),
        }
    }

    fn row(&mut self, first: &Line) -> io::Result<Row> {
        let number = first.number;
        if first.flaw.is_some() {
            return Ok(self.flawed(first, first.flaw));
        }
        let mut found = split(&first.text, self.separator);
        if !found.open {
            return Ok(self.whole(number, found));
        }
        let (mut text, mut more) = (first.text.clone(), VecDeque::new());
        while found.open && more.len() + 1 < LINES {
            let Some(line) = self.line()? else { break };
            if line.flaw.is_none() {
                text.push('\n');
                text.push_str(&line.text);
                found = split(&text, self.separator);
            }
            let broken = line.flaw.is_some();
            more.push_back(line);
            if broken {
                break;
            }
        }
        if !found.open && self.fits(&found) {
            return Ok(self.whole(number, found));
        }
        // The lines behind it are rows of their own, as far as anybody can tell.
        more.append(&mut self.ahead);
        self.ahead = more;
        Ok(self.flawed(first, Some(Flaw::Unclosed)))
    }

    /// Whether line ends stand only where they may, and nothing was swallowed.
    fn fits(&self, found: &Split) -> bool {
        let mut cells = found.cells.iter().enumerate();
        found.cells.len() == self.width
            && cells.all(|(place, cell)| !cell.contains('\n') || self.folds.contains(&place))
    }

    fn whole(&self, line: u64, mut found: Split) -> Row {
        while found.cells.len() > self.width
            && found.cells.last().is_some_and(|c| c.trim().is_empty())
        {
            found.cells.pop();
        }
        let blank = found.cells.iter().all(|cell| cell.trim().is_empty());
        let flaw = if found.is_long() {
            Some(Flaw::TooLong)
        } else if found.cells.len() != self.width && !blank {
            Some(Flaw::Ragged { want: self.width, got: found.cells.len() })
        } else {
            None
        };
        Row { line, cells: found.cells.into_iter().map(Cell::text).collect(), flaw }
    }

    fn flawed(&self, line: &Line, flaw: Option<Flaw>) -> Row {
        let cells = plainly(&line.text, self.separator).into_iter().map(Cell::text).collect();
        Row { line: line.number, cells, flaw }
    }
}
