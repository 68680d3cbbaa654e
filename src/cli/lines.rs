//! Lines of a file that may hold anything: cut to a length, freed of what editors leave in them.
use std::io::{self, BufRead, Read as _};

/// The most bytes that a line may have.
pub const MOST: usize = 1 << 20;

/// What stood on a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Text(String),
    /// Longer than [`MOST`]; the rest of it was skipped.
    TooLong,
    /// Not UTF-8.
    NotText,
}

/// Reads the next line, without its end and without a byte order mark; nothing at the end.
pub fn next(from: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MOST + 2).unwrap_or(u64::MAX);
    if from.by_ref().take(limit).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let whole = bytes.ends_with(b"\n");
    while bytes.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
        bytes.pop();
    }
    if bytes.len() > MOST {
        if !whole {
            skip(from)?;
        }
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(String::from_utf8(bytes).map_or(Line::NotText, |text| {
        Line::Text(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), ToOwned::to_owned))
    })))
}

/// Skips what is left of a line, however long.
fn skip(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let held = from.fill_buf()?;
        let end = held.iter().position(|byte| *byte == b'\n');
        let (used, done) = end.map_or((held.len(), held.is_empty()), |at| (at + 1, true));
        from.consume(used);
        if done {
            return Ok(());
        }
    }
}
