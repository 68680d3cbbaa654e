//! All rows of a list behind its headings, whatever kind of file it is.
use std::ops::ControlFlow;

use crate::{
    domain::misfit::Misfit,
    fault::Fault,
    form::resident::{CARD_STREET, STREET},
    roster::{
        book::{self, Tell},
        csv::Csv,
        glance::{Form, Glance, Named, device, glance, reading},
        heading::Mapping,
        lines::Lines,
        row::{Flaw, Row},
    },
};

/// Tells every row of a file behind its headings, and how many bytes were read up to there.
///
/// A file that is not the one that was looked at is refused.
pub fn rows(
    seen: &Glance,
    mapping: &Mapping,
    tell: &mut dyn FnMut(Row, u64) -> Result<ControlFlow<()>, Fault>,
) -> Result<(), Fault> {
    let (letters, sheet) = match &seen.form {
        Form::Text { letters, .. } => (Some(*letters), None),
        Form::Sheet { name } => (None, Some(name.clone())),
    };
    let now = glance(&Named { path: seen.path.clone(), letters, sheet })?;
    if (now.print, now.size) != (seen.print, seen.size) {
        return Err(Fault::List { why: Misfit::Changed, about: String::new() });
    }
    match &seen.form {
        Form::Text { letters, mark, separator, end } => {
            let mut lines = Lines::new(reading(&seen.path, *letters, *mark)?, *letters, *end);
            for _ in 0..seen.line {
                lines.read_line().map_err(device)?;
            }
            let mut rows = Csv::new(lines, *separator, seen.headings.len());
            rows.fold(mapping.places(&[&STREET, &CARD_STREET]));
            while let Some(row) = rows.read_row().map_err(device)? {
                if tell(row, rows.read())?.is_break() {
                    break;
                }
            }
            Ok(())
        }
        Form::Sheet { name } => {
            let width = seen.headings.len();
            let tell: Tell<'_> = &mut |mut row| {
                if row.line <= seen.line {
                    return Ok(ControlFlow::Continue(()));
                }
                let got = row.cells.len();
                if got > width && row.flaw.is_none() {
                    row.flaw = Some(Flaw::Ragged { want: width, got });
                }
                tell(row, 0)
            };
            book::rows(&seen.path, name, tell)
        }
    }
}
