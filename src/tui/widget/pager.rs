//! A text to be read: a letter, a receipt, a page of help.
use std::cell::Cell;

use crossterm::event::KeyCode;
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::tui::{command::Command, line, screen::Msg};

/// Columns that an arrow to the side moves.
const ASIDE: usize = 8;

/// A text and the part of it that is seen.
#[derive(Debug, Default)]
pub struct Pager {
    lines: Vec<String>,
    wraps: bool,
    top: Cell<usize>,
    left: Cell<usize>,
    page: Cell<usize>,
}

impl Pager {
    /// A text whose lines stand as they are; arrows to the side show what is too wide.
    #[must_use]
    pub fn fixed(text: &str) -> Self {
        Self { lines: text.lines().map(str::to_owned).collect(), ..Self::default() }
    }

    /// A text whose lines are broken to fit the window.
    #[must_use]
    pub fn flowing(text: &str) -> Self {
        Self { wraps: true, ..Self::fixed(text) }
    }

    /// Takes a message; says whether it was one that moves.
    pub fn update(&mut self, msg: &Msg) -> bool {
        let (top, left, page) = (self.top.get(), self.left.get(), self.page.get().max(1));
        match msg {
            Msg::Command(Command::Up | Command::Previous) => self.top.set(top.saturating_sub(1)),
            Msg::Command(Command::Down | Command::Next) => self.top.set(top + 1),
            Msg::Command(Command::PageUp) => self.top.set(top.saturating_sub(page)),
            Msg::Command(Command::PageDown) => self.top.set(top + page),
            Msg::Command(Command::First) => self.top.set(0),
            Msg::Command(Command::Last) => self.top.set(self.lines.len()),
            Msg::Key(key) if key.code == KeyCode::Left => self.left.set(left.saturating_sub(ASIDE)),
            Msg::Key(key) if key.code == KeyCode::Right => self.left.set(left + ASIDE),
            _ => return false,
        }
        true
    }

    /// Draws the part that is seen; the cursor stands at its first line.
    pub fn view(&self, area: Rect, buf: &mut Buffer) -> Position {
        let width = usize::from(area.width);
        let lines: Vec<String> = if self.wraps {
            self.lines.iter().flat_map(|text| line::wrap(text, width)).collect()
        } else {
            self.lines.clone()
        };
        let below = u16::from(lines.len() > usize::from(area.height) && area.height > 2);
        let [body, foot] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(area);
        let tall = usize::from(body.height);
        let widest = lines.iter().map(|text| line::columns(text)).max().unwrap_or(0);
        self.page.set(tall.saturating_sub(1));
        self.top.set(self.top.get().min(lines.len().saturating_sub(tall)));
        self.left.set(self.left.get().min(widest.saturating_sub(width)));
        let (top, left) = (self.top.get(), self.left.get());
        for (text, row) in lines.iter().skip(top).zip(body.rows()) {
            let text: String = text.chars().skip(left).collect();
            let shown = if self.wraps { text } else { line::clip(&text, width) };
            Line::raw(shown).render(row, buf);
        }
        let last = (top + tall).min(lines.len());
        Line::raw(format!("{last}/{} ", lines.len())).right_aligned().render(foot, buf);
        body.as_position()
    }
}
