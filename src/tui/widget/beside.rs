//! Two records side by side, line by line, with a sign between them and words below.
use std::cell::Cell;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget as _,
};

use crate::tui::{line, screen::Msg, theme::Theme};

/// Below this many columns both sides stand under each other.
const NARROW: usize = 60;

/// Columns of a label.
const LABEL: usize = 14;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// What both sides are called.
    Heading([String; 2]),
    /// What each side says, the sign between them, and which side is taken, where one is.
    Pair { label: &'static str, sign: char, sides: [String; 2], taken: Option<usize> },
    /// Words over the whole width.
    Words(String),
}

/// A line as it is seen: the row it belongs to, the label before it, and the words.
struct Seen {
    row: usize,
    label: String,
    words: String,
}

/// The rows, and where the cursor stands.
#[derive(Debug)]
pub struct Beside {
    rows: Vec<Row>,
    at: usize,
    top: Cell<usize>,
    page: Cell<usize>,
}

impl Beside {
    /// These rows, with the cursor at the first pair.
    #[must_use]
    pub fn new(rows: Vec<Row>) -> Self {
        let at = rows.iter().position(|row| matches!(row, Row::Pair { .. })).unwrap_or_default();
        Self { rows, at, top: Cell::new(0), page: Cell::new(1) }
    }

    /// Takes the rows as they are now; the cursor stays.
    pub fn fill(&mut self, rows: Vec<Row>) {
        self.at = self.at.min(rows.len().saturating_sub(1));
        self.rows = rows;
    }

    /// The label of the pair where the cursor stands.
    #[must_use]
    pub fn label(&self) -> Option<&'static str> {
        match self.rows.get(self.at)? {
            Row::Pair { label, .. } => Some(label),
            _ => None,
        }
    }

    /// Takes a message; says whether it was one that moves.
    pub fn update(&mut self, msg: &Msg) -> bool {
        let Msg::Command(command) = msg else { return false };
        let page = self.page.get().max(1);
        let Some(to) = command.moved(self.at, page, self.rows.len()) else { return false };
        self.at = to;
        true
    }

    /// Draws what fits; the cursor stands at its row.
    pub fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let lines = self.lines(usize::from(area.width));
        let below = u16::from(lines.len() > usize::from(area.height) && area.height > 3);
        let parts = [Constraint::Fill(1), Constraint::Length(below)];
        let [body, foot] = Layout::vertical(parts).areas(area);
        let tall = usize::from(body.height).max(1);
        let here = lines.iter().position(|seen| seen.row == self.at).unwrap_or_default();
        let last = lines.iter().rposition(|seen| seen.row == self.at).unwrap_or_default();
        let first = self.top.get().min(here).max((last + 1).saturating_sub(tall)).min(here);
        let first = first.min(lines.len().saturating_sub(tall));
        self.top.set(first);
        self.page.set(tall.saturating_sub(1));
        let mut cursor = body.as_position();
        for ((place, seen), spot) in lines.iter().enumerate().skip(first).zip(body.rows()) {
            let heading = matches!(self.rows.get(seen.row), Some(Row::Heading(_)));
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

    fn lines(&self, width: usize) -> Vec<Seen> {
        let all = self.rows.iter().enumerate();
        all.flat_map(|(place, row)| {
            let told = if width < NARROW { stacked(row, width) } else { abreast(row, width) };
            told.into_iter().map(move |(label, words)| Seen { row: place, label, words })
        })
        .collect()
    }
}

/// The mark before what is taken.
fn marked(words: &str, taken: Option<usize>, side: usize) -> String {
    match taken {
        Some(one) if one == side && !words.is_empty() => format!("* {words}"),
        Some(_) => format!("  {words}"),
        None => words.to_owned(),
    }
}

/// Both sides beside each other.
fn abreast(row: &Row, width: usize) -> Vec<(String, String)> {
    let column = width.saturating_sub(LABEL + 6) / 2;
    let (label, sign, sides) = match row {
        Row::Words(words) => {
            let wrapped = line::wrap(words, width.saturating_sub(2).max(8)).into_iter();
            return wrapped.map(|words| (String::new(), words)).collect();
        }
        Row::Heading(sides) => ("", ' ', sides.clone()),
        Row::Pair { label, sign, sides, taken } => {
            let [one, other] = sides;
            (*label, *sign, [marked(one, *taken, 0), marked(other, *taken, 1)])
        }
    };
    let [one, other] = sides.map(|words| line::wrap(&words, column.max(8)));
    let tall = one.len().max(other.len()).max(1);
    let told = |nth: usize| {
        let of = |side: &[String]| side.get(nth).map_or("", String::as_str).trim_end().to_owned();
        let (one, other) = (of(&one), of(&other));
        let gap = " ".repeat(column.saturating_sub(line::columns(&one)));
        let (label, sign) = if nth == 0 { (label, sign) } else { ("", ' ') };
        (format!("{label:>LABEL$} {sign} "), format!("{one}{gap}  {other}"))
    };
    (0..tall).map(told).collect()
}

/// Both sides under each other, for a narrow window.
fn stacked(row: &Row, width: usize) -> Vec<(String, String)> {
    let room = width.saturating_sub(3).max(8);
    match row {
        Row::Words(words) => {
            line::wrap(words, room).into_iter().map(|words| (String::new(), words)).collect()
        }
        Row::Heading([one, other]) => {
            vec![(String::new(), format!("{} | {}", one.trim(), other.trim()))]
        }
        Row::Pair { label, sign, sides, taken } => {
            let mut lines = vec![(format!("{label}: {sign}"), String::new())];
            for (side, words) in sides.iter().enumerate() {
                let words = if words.is_empty() { "-" } else { words };
                let wrapped = line::wrap(&marked(words, *taken, side), room).into_iter();
                lines.extend(wrapped.map(|words| ("  ".to_owned(), words)));
            }
            lines
        }
    }
}
