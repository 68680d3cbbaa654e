//! A line of a CSV file taken apart.
//!
//! # Why
//! Lists come from Excel, from other programs and from people. So a quotation mark counts only where
//! a cell begins with it; one that is written as `\"` or stands inside a word is a sign like any
//! other. And a cell that nothing closes says so, instead of swallowing what follows.
use crate::roster::row::CELL;

/// The cells of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    pub cells: Vec<String>,
    /// Whether the last cell was opened with a quotation mark and not closed.
    pub open: bool,
}

impl Split {
    /// Whether a cell has more bytes than one may have.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.cells.iter().any(|cell| cell.len() > CELL)
    }
}

/// Takes a line apart at its separators.
#[must_use]
pub fn split(text: &str, separator: char) -> Split {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let bare = rest.trim_start_matches([' ', '\u{feff}', '\u{a0}']);
        let (cell, after) = match bare.strip_prefix('"') {
            Some(quoted) => {
                let Some(found) = closed(quoted, separator) else {
                    cells.push(unescaped(quoted));
                    return Split { cells, open: true };
                };
                found
            }
            None => match rest.split_once(separator) {
                Some((cell, after)) => (cell.to_owned(), Some(after)),
                None => (rest.to_owned(), None),
            },
        };
        cells.push(cell);
        match after {
            Some(after) => rest = after,
            None => return Split { cells, open: false },
        }
    }
}

/// Takes a line apart as if quotation marks meant nothing.
#[must_use]
pub fn plainly(text: &str, separator: char) -> Vec<String> {
    text.split(separator).map(ToOwned::to_owned).collect()
}

/// A cell behind its opening mark, and what follows its separator; nothing where it is not closed.
fn closed(quoted: &str, separator: char) -> Option<(String, Option<&str>)> {
    let mut from = 0;
    loop {
        let at = from + quoted.get(from..)?.find('"')?;
        let after = quoted.get(at + 1..)?;
        if after.starts_with('"') {
            from = at + 2;
            continue;
        }
        let ends = after.is_empty() || after.starts_with(separator);
        if !ends && quoted.get(..at)?.ends_with('\\') {
            from = at + 1;
            continue;
        }
        let (more, rest) = match after.split_once(separator) {
            Some((more, rest)) => (more, Some(rest)),
            None => (after, None),
        };
        let mut cell = unescaped(quoted.get(..at)?);
        // What stands between the mark and the separator was typed there by hand.
        cell.push_str(more.trim_end());
        return Some((cell, rest));
    }
}

fn unescaped(cell: &str) -> String {
    if cell.contains('"') {
        cell.replace("\"\"", "\"").replace("\\\"", "\"")
    } else {
        cell.to_owned()
    }
}
