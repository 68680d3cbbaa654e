//! The message line: the one place where something is said to the clerk.
use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line, widgets::Widget as _};

use crate::tui::line;

/// The most rows a notice may take from the screen.
const MOST: usize = 3;

/// Rows that the words need in a window of that many columns.
#[must_use]
pub fn rows(words: &str, width: u16) -> u16 {
    let rows = line::wrap(words, usize::from(width)).len().clamp(1, MOST);
    u16::try_from(rows).unwrap_or(1)
}

/// Says the words; what does not fit ends with `…`.
pub fn notice(words: &str, style: Style, area: Rect, buf: &mut Buffer) {
    let width = usize::from(area.width);
    let lines = line::wrap(words, width);
    let last = usize::from(area.height).saturating_sub(1);
    for (place, row) in area.rows().enumerate() {
        let text = if place == last && lines.len() > place {
            line::clip(lines[place..].concat().trim_end(), width)
        } else {
            lines.get(place).cloned().unwrap_or_default()
        };
        Line::styled(text, style).render(row, buf);
    }
}
