//! A list in fixed columns, one row of it selected.
use std::cell::Cell;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    style::Style,
    text::Line,
    widgets::Widget as _,
};

use crate::tui::{line, screen::Msg, theme::Theme, widget::marked::marked};

/// A column of a table.
#[derive(Debug)]
pub struct Column {
    pub name: &'static str,
    /// In columns of the screen; 0 takes what the others leave.
    pub width: u16,
    /// Numbers stand at the right.
    pub right: bool,
}

impl Column {
    #[must_use]
    pub const fn new(name: &'static str, width: u16) -> Self {
        Self { name, width, right: false }
    }

    /// The same, for numbers.
    #[must_use]
    pub const fn right(self) -> Self {
        Self { right: true, ..self }
    }
}

/// Fewer columns than this hold no word worth reading: a text cut to them is not shown.
const LEAST: u16 = 6;

/// From so many columns on a window is wide.
const WIDE: u16 = 110;

/// Rows of the tallest window that is thought of.
const TALLEST: usize = 100;

/// Rows known by a key, so that the selection stays with its row when the list is read again.
#[derive(Debug)]
pub struct Table<K> {
    columns: &'static [Column],
    /// Those of a wide window.
    wide: &'static [Column],
    /// Said where there are no rows.
    empty: &'static str,
    rows: Vec<(K, Vec<String>)>,
    at: usize,
    /// The words that stand out: in each row its own, or else in all rows these.
    typed: String,
    marks: Vec<Vec<String>>,
    top: Cell<usize>,
    page: Cell<usize>,
}

impl<K: PartialEq> Table<K> {
    /// A table without rows; `empty` is the sentence for that.
    #[must_use]
    pub const fn new(columns: &'static [Column], empty: &'static str) -> Self {
        Self {
            columns,
            wide: columns,
            empty,
            rows: Vec::new(),
            at: 0,
            typed: String::new(),
            marks: Vec::new(),
            top: Cell::new(0),
            page: Cell::new(0),
        }
    }

    /// The same, with other columns where the window is wide.
    #[must_use]
    pub fn wide(self, wide: &'static [Column]) -> Self {
        Self { wide, ..self }
    }

    /// Takes other columns, for rows of another kind: those of every window, and of a wide one.
    pub const fn head(&mut self, columns: &'static [Column], wide: &'static [Column]) {
        (self.columns, self.wide) = (columns, wide);
    }

    /// Takes new rows. The selection stays with its key, or else at its place.
    pub fn fill(&mut self, rows: Vec<(K, Vec<String>)>) {
        let same = self.selected().and_then(|old| rows.iter().position(|(key, _)| key == old));
        self.at = same.unwrap_or(self.at).min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    /// The rows around the selection that have no cells yet, where a long list was filled with
    /// keys alone: two pages each way, and enough for any window before there was one.
    pub fn blank(&self) -> impl Iterator<Item = (usize, &K)> {
        let reach = match self.page.get() {
            0 => TALLEST,
            page => page * 2 + 2,
        };
        let first = self.at.saturating_sub(reach);
        let near = self.rows.iter().enumerate().take(self.at + reach + 1).skip(first);
        near.filter(|(_, row)| row.1.is_empty()).map(|(at, row)| (at, &row.0))
    }

    /// Writes the cells of a row.
    pub fn write(&mut self, place: usize, cells: Vec<String>) {
        if let Some(row) = self.rows.get_mut(place) {
            row.1 = cells;
        }
    }

    /// Makes these words stand out wherever they are.
    pub fn mark(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.marks.clear();
    }

    /// Makes the words of each row stand out in it.
    pub fn mark_each(&mut self, marks: Vec<Vec<String>>) {
        self.marks = marks;
    }

    /// The key of the selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&K> {
        self.rows.get(self.at).map(|(key, _)| key)
    }

    /// The keys of all rows, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.rows.iter().map(|(key, _)| key)
    }

    /// Selects the row at a place; says whether there is one.
    pub const fn select(&mut self, place: usize) -> bool {
        let there = place < self.rows.len();
        if there {
            self.at = place;
        }
        there
    }

    /// Selects the first row.
    pub const fn restart(&mut self) {
        self.at = 0;
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes a message; says whether it was one that moves.
    pub fn update(&mut self, msg: &Msg) -> bool {
        let page = self.page.get().max(1);
        let Msg::Command(command) = msg else { return false };
        let Some(to) = command.moved(self.at, page, self.rows.len()) else { return false };
        self.at = to;
        true
    }

    /// Draws heading, rows and place; the cursor stands at the selected row.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let head = u16::from(area.height > 2);
        let below = u16::from(self.rows.len() > usize::from(area.height - head) && area.height > 3);
        let parts = [Constraint::Length(head), Constraint::Fill(1), Constraint::Length(below)];
        let [top, body, foot] = Layout::vertical(parts).areas(area);
        let names = self.columns(top).iter().map(|column| column.name);
        self.row(names, (' ', theme.heading), top, buf);
        if self.rows.is_empty() {
            let line = line::clip(self.empty, usize::from(body.width));
            Line::raw(line).render(body, buf);
            return body.as_position();
        }
        let tall = usize::from(body.height);
        let first = self.top.get().min(self.at).max((self.at + 1).saturating_sub(tall));
        let first = first.min(self.rows.len().saturating_sub(tall));
        self.top.set(first);
        self.page.set(tall.saturating_sub(1));
        let mut cursor = body.as_position();
        for ((place, (_, cells)), spot) in self.rows.iter().enumerate().skip(first).zip(body.rows())
        {
            let look = if place == self.at { ('>', theme.focus) } else { (' ', theme.entry) };
            if place == self.at {
                cursor = spot.as_position();
            }
            self.row(cells.iter().map(String::as_str), look, spot, buf);
            self.stand_out((place, cells), spot, buf, theme);
        }
        let standing = format!("{}/{} ", self.at + 1, self.rows.len());
        Line::raw(standing).right_aligned().render(foot, buf);
        cursor
    }

    /// One line: the mark of the selection, then the cells in their columns.
    fn row<'a>(
        &self,
        cells: impl Iterator<Item = &'a str>,
        (mark, style): (char, Style),
        area: Rect,
        buf: &mut Buffer,
    ) {
        buf.set_style(area, style);
        Line::raw(mark.to_string()).render(area, buf);
        for ((text, column), spot) in cells.zip(self.columns(area)).zip(self.spots(area)) {
            let line = Line::raw(line::clip(text, usize::from(spot.width)));
            if column.right { line.right_aligned() } else { line }.render(spot, buf);
        }
    }

    /// Lets the searched words of a row stand out.
    fn stand_out(
        &self,
        (place, cells): (usize, &[String]),
        area: Rect,
        buf: &mut Buffer,
        theme: &Theme,
    ) {
        let own = self.marks.get(place);
        let all = self.typed.split_whitespace().filter(|_| own.is_none());
        let words = own.into_iter().flatten().map(String::as_str).chain(all);
        if words.clone().next().is_none() {
            return;
        }
        for ((text, column), spot) in cells.iter().zip(self.columns(area)).zip(self.spots(area)) {
            let text = line::clip(text, usize::from(spot.width));
            if !column.right {
                marked(&text, words.clone(), theme.matched).render(spot, buf);
            }
        }
    }

    const fn columns(&self, area: Rect) -> &'static [Column] {
        if area.width < WIDE { self.columns } else { self.wide }
    }

    /// Where the columns stand; in a narrow window the last ones have no room.
    fn spots(&self, area: Rect) -> Vec<Rect> {
        let columns = self.columns(area);
        let fixed: u16 = columns.iter().map(|column| column.width + 1).sum();
        let rest = area.width.saturating_sub(fixed + 2).max(10);
        let mut x = area.x.saturating_add(2);
        let mut spots = Vec::new();
        for column in columns {
            let width = if column.width == 0 { rest } else { column.width };
            let mut spot = Rect { x, width, ..area }.intersection(area);
            if spot.width < width.min(LEAST) {
                spot.width = 0;
            }
            spots.push(spot);
            x = x.saturating_add(width).saturating_add(1);
        }
        spots
    }
}
