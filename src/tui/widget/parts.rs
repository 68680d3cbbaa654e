//! A record to be read in parts, line by line; some of its lines open something.
use std::cell::Cell;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::tui::{line, screen::Msg, theme::Theme};

/// Below this many columns a label stands directly before its words.
const NARROW: u16 = 60;

/// Columns of a label that stands in its own column, as on a sheet.
const LABEL: usize = 15;

/// One entry of the record; `key` is what its line opens.
#[derive(Debug)]
pub struct Row<K> {
    key: Option<K>,
    shape: Shape,
    label: String,
    words: String,
}

/// How an entry stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Heading,
    Pair,
    /// Words that begin that many columns further in.
    Words(usize),
}

impl<K> Row<K> {
    /// The title of a part.
    pub fn heading(words: impl Into<String>) -> Self {
        Self { key: None, shape: Shape::Heading, label: String::new(), words: words.into() }
    }

    /// Words behind the name of what they tell.
    pub fn pair(label: impl Into<String>, words: impl Into<String>) -> Self {
        Self { key: None, shape: Shape::Pair, label: label.into(), words: words.into() }
    }

    /// Words that stand for themselves.
    pub fn words(words: impl Into<String>) -> Self {
        Self { key: None, shape: Shape::Words(1), label: String::new(), words: words.into() }
    }

    /// Words that belong to the entry above.
    pub fn under(words: impl Into<String>) -> Self {
        Self { shape: Shape::Words(5), ..Self::words(words) }
    }

    /// Words that open something.
    pub fn opening(key: K, words: impl Into<String>) -> Self {
        Self { key: Some(key), ..Self::words(words) }
    }
}

/// A line as it is seen in a window of some width.
struct Seen {
    row: usize,
    label: String,
    words: String,
}

/// The record, the line where the cursor stands, and the part that is seen.
///
/// # Why
/// The cursor walks over every line, not only over those that open something: so long words can be
/// read to their end in any window, and a screen reader hears each line as it is reached.
#[derive(Debug)]
pub struct Parts<K> {
    rows: Vec<Row<K>>,
    /// The entry, and the line in it.
    at: (usize, usize),
    width: Cell<u16>,
    tall: Cell<u16>,
    top: Cell<usize>,
}

impl<K: PartialEq> Parts<K> {
    /// A record with the cursor at its first line.
    #[must_use]
    pub const fn new(rows: Vec<Row<K>>) -> Self {
        Self { rows, at: (0, 0), width: Cell::new(80), tall: Cell::new(20), top: Cell::new(0) }
    }

    /// Takes the record as it is now. The cursor stays with what its line opens, or at its place.
    pub fn fill(&mut self, rows: Vec<Row<K>>) {
        let key = self.rows.get(self.at.0).and_then(|row| row.key.as_ref());
        let same = key.and_then(|key| rows.iter().position(|row| row.key.as_ref() == Some(key)));
        self.at = same.map_or(self.at, |row| (row, 0));
        self.rows = rows;
    }

    /// What the line of the cursor opens; where it opens nothing, the only thing that any does.
    #[must_use]
    pub fn selected(&self) -> Option<&K> {
        let here = self.rows.get(self.at.0).and_then(|row| row.key.as_ref());
        let mut all = self.rows.iter().filter_map(|row| row.key.as_ref());
        here.or_else(|| all.next().filter(|_| all.next().is_none()))
    }

    /// Brings the cursor to the next part, or to the first after the last.
    pub fn turn(&mut self) {
        let headings = || self.headings().map(|(row, _)| row);
        let next = headings().find(|row| *row > self.at.0).or_else(|| headings().next());
        self.stand(next);
    }

    /// Brings the cursor to the part whose title begins so.
    pub fn point(&mut self, title: &str) {
        let row = self.headings().find(|(_, words)| words.starts_with(title)).map(|(row, _)| row);
        self.stand(row);
    }

    fn headings(&self) -> impl Iterator<Item = (usize, &str)> {
        let heading = |(_, row): &(usize, &Row<K>)| row.shape == Shape::Heading;
        self.rows.iter().enumerate().filter(heading).map(|(place, row)| (place, row.words.as_str()))
    }

    /// Puts the cursor at an entry, which becomes the first that is seen.
    fn stand(&mut self, row: Option<usize>) {
        if let Some(row) = row {
            self.at = (row, 0);
            self.top.set(self.place(&self.lines(self.width.get())));
        }
    }

    /// Takes a message; says whether it was one that moves.
    pub fn update(&mut self, msg: &Msg) -> bool {
        let Msg::Command(command) = msg else { return false };
        let lines = self.lines(self.width.get());
        let (here, page) = (self.place(&lines), usize::from(self.tall.get()).max(2) - 1);
        let Some(to) = command.moved(here, page, lines.len()) else { return false };
        if let Some(seen) = lines.get(to) {
            let before = lines.iter().take(to).rev().take_while(|line| line.row == seen.row);
            self.at = (seen.row, before.count());
        }
        true
    }

    /// Draws the part that is seen; the cursor stands at its line.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let lines = self.lines(area.width);
        let below = u16::from(lines.len() > usize::from(area.height) && area.height > 3);
        let [body, foot] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(area);
        self.width.set(area.width);
        self.tall.set(body.height);
        let (here, tall) = (self.place(&lines), usize::from(body.height));
        let first = self.top.get().min(here).max((here + 1).saturating_sub(tall));
        let first = first.min(lines.len().saturating_sub(tall));
        self.top.set(first);
        let mut cursor = body.as_position();
        for ((place, seen), spot) in lines.iter().enumerate().skip(first).zip(body.rows()) {
            let heading = self.rows.get(seen.row).is_some_and(|row| row.shape == Shape::Heading);
            let style = if heading { theme.heading } else { theme.entry };
            let mark = if place == here { ">" } else { " " };
            let spans = [
                Span::raw(mark),
                Span::styled(seen.label.as_str(), theme.label),
                Span::styled(seen.words.as_str(), style),
            ];
            Line::from_iter(spans).render(spot, buf);
            if place == here {
                buf.set_style(spot, theme.focus);
                cursor = spot.as_position();
            }
        }
        Line::raw(format!("{}/{} ", here + 1, lines.len())).right_aligned().render(foot, buf);
        cursor
    }

    /// The line where the cursor stands, among these.
    fn place(&self, lines: &[Seen]) -> usize {
        let (row, line) = self.at;
        let before = lines.iter().filter(|seen| seen.row < row).count();
        let own = lines.iter().filter(|seen| seen.row == row).count();
        (before + line.min(own.saturating_sub(1))).min(lines.len().saturating_sub(1))
    }

    /// All lines in a window of that width; the first column is left to the mark of the cursor.
    fn lines(&self, width: u16) -> Vec<Seen> {
        let room = usize::from(width).saturating_sub(1);
        let entries = self.rows.iter().enumerate();
        entries
            .flat_map(|(row, entry)| {
                let (label, indent) = entry.margin(width);
                let words = line::wrap(&entry.words, room.saturating_sub(indent).max(8));
                let blank = " ".repeat(indent);
                words.into_iter().enumerate().map(move |(place, words)| {
                    let label = if place == 0 { label.clone() } else { blank.clone() };
                    Seen { row, label, words: words.trim_end().to_owned() }
                })
            })
            .collect()
    }
}

impl<K> Row<K> {
    /// What stands before the words on the first line, and the columns that it takes on each.
    fn margin(&self, width: u16) -> (String, usize) {
        let before = match self.shape {
            Shape::Heading => "── ".to_owned(),
            Shape::Pair if width < NARROW => format!("{}: ", self.label),
            Shape::Pair => format!("{:>width$}: ", self.label, width = LABEL - 1),
            Shape::Words(indent) => " ".repeat(indent),
        };
        let indent = line::columns(&before);
        (before, indent)
    }
}
