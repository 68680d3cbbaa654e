//! The recap of a month: its requests by kind, and where they stand now.
//!
//! # Why
//! A request counts in the month in which it was taken in. What the officer who sits here must not
//! see is not among the columns; that there was such a request is no secret, since its ticket was
//! handed out, so it is counted in a line of its own and the sum is the same for everybody. There
//! are numbers and nobody's name in it: who may read may have it, and nothing is noted.
use crate::{
    desk::counter::Desk,
    domain::{choice::Choice as _, may::Action, month::Month, road::Status},
    fault::Fault,
    report::{
        cell::{cells, names},
        recap::{COLUMNS, Line, Row},
        sheet::Sheet,
    },
};

/// The lines of a month's recap: each status that some request has, then what is hidden, then all.
pub fn recap(desk: &Desk, month: Month) -> Result<Vec<Row>, Fault> {
    desk.permit(Action::Read, None)?;
    let cases = &desk.book.cases;
    let tally = cases.tally(month);
    let stand = |status: &Status| Row { line: Line::Stands(*status), counts: tally.at(*status) };
    let mut rows: Vec<Row> = Status::ALL.iter().map(stand).collect();
    rows.push(Row { line: Line::Hidden, counts: cases.hidden(month) });
    rows.retain(|row| row.counts.iter().any(|count| *count > 0));
    let mut all = Row { line: Line::All, counts: [0; 4] };
    for row in &rows {
        all.counts.iter_mut().zip(row.counts).for_each(|(sum, count)| *sum += count);
    }
    rows.push(all);
    Ok(rows)
}

/// Writes these lines as a table.
pub fn written(rows: &[Row], sheet: &mut dyn Sheet) -> Result<(), Fault> {
    sheet.head(&names(COLUMNS))?;
    for row in rows {
        sheet.row(&cells(COLUMNS, row))?;
    }
    sheet.end()
}
