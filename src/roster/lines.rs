//! The physical lines of a text file, whatever stands in them.
use std::io::{self, BufRead};

use crate::roster::{
    letters::{self, Letters},
    row::Flaw,
};

/// The most bytes of a line: ten thousand columns fit.
const LINE: usize = 4 << 20;

/// What is kept of a line that is longer.
const KEPT: usize = 1 << 10;

/// A line, without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: u64,
    pub text: String,
    /// What is wrong with it; the text is then as much of it as could be read.
    pub flaw: Option<Flaw>,
}

/// Reads lines.
pub struct Lines {
    from: Box<dyn BufRead + Send>,
    windows: bool,
    end: u8,
    number: u64,
    bytes: Vec<u8>,
    /// How many bytes were read.
    pub read: u64,
}

impl Lines {
    /// The lines of what is read from there; UTF-16 has become UTF-8 by then. Lines end with that
    /// byte: old ones with a carriage return.
    #[must_use]
    pub fn new(from: Box<dyn BufRead + Send>, letters: Letters, end: u8) -> Self {
        let windows = letters == Letters::Windows;
        Self { from, windows, end, number: 0, bytes: Vec::new(), read: 0 }
    }

    /// The next line; nothing at the end.
    pub fn read_line(&mut self) -> io::Result<Option<Line>> {
        self.bytes.clear();
        let mut long = false;
        loop {
            let held = self.from.fill_buf()?;
            if held.is_empty() {
                break;
            }
            let end = memchr::memchr(self.end, held);
            let used = end.map_or(held.len(), |at| at + 1);
            let room = LINE.saturating_sub(self.bytes.len());
            long |= used > room;
            self.bytes.extend_from_slice(held.get(..used.min(room)).unwrap_or(held));
            self.from.consume(used);
            self.read += used as u64;
            if end.is_some() {
                break;
            }
        }
        if self.bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        if long {
            self.bytes.truncate(KEPT);
        }
        let end = self.bytes.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
        self.bytes.truncate(end.map_or(0, |end| end + 1));
        let (text, flaw) = self.words();
        let flaw = if long { Some(Flaw::TooLong) } else { flaw };
        Ok(Some(Line { number: self.number, text, flaw }))
    }

    fn words(&self) -> (String, Option<Flaw>) {
        if self.windows {
            return (letters::windows(&self.bytes), None);
        }
        match str::from_utf8(&self.bytes) {
            Ok(text) if text.contains('\u{fffd}') => (text.to_owned(), Some(Flaw::NotText)),
            Ok(text) => (text.to_owned(), None),
            Err(_) => (letters::windows(&self.bytes), Some(Flaw::NotText)),
        }
    }
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.number)
    }
}
