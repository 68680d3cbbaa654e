//! One question as it stands on the screen: label, entry, and what is to be said about the answer.
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::Line,
    widgets::Widget as _,
};

use crate::{
    form::field::{Field, Kind, YES},
    tui::{line, remarks::Remark, theme::Theme},
};

/// Below this many columns a label stands above its entry.
pub const NARROW: u16 = 60;

/// Columns of the mark of the focus, the label and its colon.
const LABEL: u16 = 16;

/// A remark that is cut to fewer columns than this says nothing: its sign stands alone, and the
/// message line has the words.
const LEAST: usize = 12;

/// A question with its answer, ready to be drawn.
#[derive(Debug)]
pub struct Question<'a> {
    pub field: &'static Field,
    /// The answer as the clerk reads it.
    pub text: &'a str,
    /// Characters before the cursor, if it stands here.
    pub cursor: Option<usize>,
    pub remark: Option<Remark>,
    /// Does the question apply just now?
    pub applies: bool,
}

/// Rows that a question takes in a window of that many columns.
#[must_use]
pub const fn rows(field: &Field, width: u16) -> u16 {
    match field.kind {
        Kind::Heading => 1,
        Kind::Long(rows) => {
            (if rows == 0 { 1 } else { rows }).saturating_add((width < NARROW) as u16)
        }
        _ => 1 + (width < NARROW) as u16,
    }
}

impl Question<'_> {
    /// Draws the question over all of the area and says where the cursor stands, if it does here.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<Position> {
        if matches!(self.field.kind, Kind::Heading) {
            Line::styled(format!("── {} ", self.field.label), theme.heading).render(area, buf);
            return None;
        }
        let (label, entry, note) = self.places(area);
        let mark = if self.cursor.is_some() { '>' } else { ' ' };
        let style = match (self.cursor, self.applies) {
            (Some(_), _) => theme.focus,
            (None, true) => theme.label,
            (None, false) => theme.faint,
        };
        let words = if area.width < NARROW {
            format!("{mark}{}:", self.field.label)
        } else {
            format!("{mark}{:>14}:", self.field.label)
        };
        Line::styled(words, style).render(label, buf);
        if let Some(Remark { sign, whole, tail }) = &self.remark {
            let style = if *sign == '!' { theme.wrong } else { theme.doubt };
            let room = usize::from(note.width);
            let fits = line::columns(whole) + 3 <= room;
            let cut = line::columns(tail) + 3 > room && room < LEAST;
            let words = match (fits, cut) {
                (true, _) => format!(" {sign} {whole}"),
                (_, true) => format!(" {sign}"),
                _ => format!(" {sign} {tail}"),
            };
            Line::styled(line::clip(&words, room), style).render(note, buf);
        }
        let style = if self.applies { theme.entry } else { theme.faint };
        match self.field.kind {
            Kind::Mark => {
                let sign = if self.text == YES { "[x]" } else { "[ ]" };
                Line::styled(sign, style).render(entry, buf);
                self.cursor.map(|_| Position::new(entry.x.saturating_add(1), entry.y))
            }
            Kind::Long(_) => self.lines(entry, buf, style),
            Kind::Secret => {
                let text = &"*".repeat(self.text.chars().count());
                let (cursor, remark) = (self.cursor, None);
                Question { text, cursor, remark, ..*self }.line(entry, buf, style)
            }
            _ => self.line(entry, buf, style),
        }
    }

    /// Where label, entry and note stand: cut from the area, since a solver for each question
    /// would be most of the work of a frame.
    fn places(&self, area: Rect) -> (Rect, Rect, Rect) {
        let wide = match self.field.kind {
            Kind::Mark => 3,
            _ => self.field.width,
        };
        let cut = |x: u16, y: u16, width: u16| {
            let (x, y) = (area.x.saturating_add(x), area.y.saturating_add(y));
            Rect { x, y, width, height: area.height }.intersection(area)
        };
        if area.width < NARROW {
            let named = u16::try_from(line::columns(self.field.label)).unwrap_or(u16::MAX);
            let named = named.saturating_add(2);
            let wide = wide.min(area.width.saturating_sub(3));
            (cut(0, 0, named), cut(2, 1, wide), cut(named, 0, area.width))
        } else {
            let wide = wide.min(area.width.saturating_sub(LABEL + 2));
            (cut(0, 0, LABEL), cut(LABEL + 1, 0, wide), cut(LABEL + 1 + wide, 0, area.width))
        }
    }

    /// An answer of one line; its length shows as `____`.
    fn line(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let width = usize::from(area.width);
        let (shown, column) = match self.cursor {
            Some(cursor) => line::window(self.text, cursor, width),
            None => (line::clip(self.text, width), 0),
        };
        let blank = if self.applies { "_" } else { "-" };
        let rest = blank.repeat(width.saturating_sub(line::columns(&shown)));
        Line::styled(shown + &rest, style).render(area, buf);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        self.cursor.map(|_| Position::new(area.x.saturating_add(column), area.y))
    }

    /// An answer of several lines, scrolled so that the cursor is among them.
    fn lines(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let width = usize::from(area.width);
        let lines = line::wrap(self.text, width);
        let (mut at, mut left) = (0, self.cursor.unwrap_or(0));
        while at + 1 < lines.len() && left >= lines[at].chars().count() {
            left -= lines[at].chars().count();
            at += 1;
        }
        let first = (at + 1).saturating_sub(usize::from(area.height));
        let blank = if self.applies { "_" } else { "-" };
        for (row, place) in area.rows().zip(first..) {
            let text = lines.get(place).map_or("", String::as_str);
            let (shown, _) = line::window(text, 0, width);
            let rest = blank.repeat(width.saturating_sub(line::columns(&shown)));
            Line::styled(shown + &rest, style).render(row, buf);
        }
        let before: String = lines[at].chars().take(left).collect();
        let column = u16::try_from(line::columns(&before).min(width)).unwrap_or(u16::MAX);
        let row = u16::try_from(at - first).unwrap_or(u16::MAX);
        self.cursor
            .map(|_| Position::new(area.x.saturating_add(column), area.y.saturating_add(row)))
    }
}
