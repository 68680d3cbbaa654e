//! A window that rolls over something taller than itself.
use std::{cell::Cell, ops::Range};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// How far the window has been rolled down.
///
/// # Why
/// What is rolled is drawn whole, beside the screen, and copied row by row: no part of it has to
/// know that it is cut. The place is a `Cell` because only drawing knows how tall the window is.
#[derive(Debug, Default)]
pub struct Roll(Cell<u16>);

impl Roll {
    /// Rolls as little as needed to show the rows in `keep`, copies what is seen from `sheet` and
    /// brings a place on the sheet to its place in the window.
    pub fn show(
        &self,
        sheet: &Buffer,
        keep: Range<u16>,
        (area, buf): (Rect, &mut Buffer),
    ) -> impl Fn(Position) -> Position {
        let last = sheet.area.height.saturating_sub(area.height);
        let top = self.0.get().max(keep.end.saturating_sub(area.height)).min(keep.start).min(last);
        self.0.set(top);
        for (row, y) in area.rows().zip(top..sheet.area.height) {
            for (x, column) in row.columns().zip(0..sheet.area.width) {
                if let (Some(from), Some(to)) =
                    (sheet.cell((column, y)), buf.cell_mut(x.as_position()))
                {
                    to.clone_from(from);
                }
            }
        }
        move |place| {
            Position::new(
                area.x.saturating_add(place.x).min(area.right().saturating_sub(1)),
                (area.y.saturating_add(place.y.saturating_sub(top)))
                    .min(area.bottom().saturating_sub(1)),
            )
        }
    }
}
