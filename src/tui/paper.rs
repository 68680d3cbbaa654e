//! The questions of a form below each other, rolled so that the cursor is seen.
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    form::field::Kind,
    tui::{
        question::{Question, rows},
        roll::Roll,
        theme::Theme,
    },
};

/// Draws the questions and says where the cursor stands. Where not all of them are seen,
/// `standing` stands below them.
pub fn draw(
    questions: &[Question<'_>],
    (roll, standing): (&Roll, &str),
    (area, buf): (Rect, &mut Buffer),
    theme: &Theme,
) -> Position {
    let tall = questions.iter().map(|question| rows(question.field, area.width)).sum::<u16>();
    let below = u16::from(tall > area.height && area.height > 2);
    let [area, foot] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(area);
    let whole = Rect::new(0, 0, area.width, tall.max(1));
    let mut paper = Buffer::empty(whole);
    let (mut cursor, mut keep, mut y, mut headed) = (Position::ORIGIN, 0..1, 0_u16, false);
    for question in questions {
        let height = rows(question.field, area.width);
        let spot = Rect::new(0, y, area.width, height).intersection(whole);
        if let Some(found) = question.draw(spot, &mut paper, theme) {
            // The heading right above is kept in sight with the question.
            (cursor, keep) = (found, y - u16::from(headed)..y.saturating_add(height));
        }
        y = y.saturating_add(height);
        headed = matches!(question.field.kind, Kind::Heading);
    }
    Line::raw(standing).right_aligned().render(foot, buf);
    roll.show(&paper, keep, (area, buf))(cursor)
}
