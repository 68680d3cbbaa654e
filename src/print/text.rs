//! Pages as plain text, 80 columns wide: the same lines as on paper, each at its column.
use std::borrow::Cow;

use crate::print::{
    face::POINT,
    page::{Anchor, COLUMNS, Document, Line, Page},
};

/// The characters of a thin and of a thick rule.
const RULES: [char; 2] = ['─', '='];

/// Rules from this thickness on, in millimetres, are thick ones.
const THICK: f32 = 0.6;

/// Something that takes a row of text, and where it stands on the paper.
struct Row<'a> {
    y: f32,
    /// The height of a text line here, in millimetres.
    pitch: f32,
    ink: Ink<'a>,
}

/// What a row shows.
enum Ink<'a> {
    Words(Vec<&'a Line>),
    Rule(char),
}

/// Characters of one kind that stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    /// The column of the first one, from 0.
    pub column: usize,
    pub text: Cow<'a, str>,
    pub bold: bool,
}

/// Writes the document as plain text, its pages one under the other, a blank line between two.
#[must_use]
pub fn render(document: &Document) -> String {
    let pages: Vec<String> = document.pages.iter().map(written).collect();
    pages.join("\n")
}

/// A page as plain text.
fn written(page: &Page) -> String {
    let mut text = String::new();
    for line in lines(page) {
        let mut end = 0;
        for run in line {
            text.extend(std::iter::repeat_n(' ', run.column - end));
            text.push_str(&run.text);
            end = run.column + run.text.chars().count();
        }
        text.push('\n');
    }
    text
}

/// The text lines of one page, without the margins of the paper, each as its runs from the left; a
/// blank line has none.
#[must_use]
pub fn lines(page: &Page) -> Vec<Vec<Run<'_>>> {
    let mut lines = Vec::new();
    let mut above: Option<(f32, f32)> = None;
    for row in rows(page) {
        if let Some((y, pitch)) = above {
            let between = (row.y - y) / pitch.max(row.pitch);
            lines.extend(std::iter::repeat_n(Vec::new(), blank(between)));
        }
        above = Some((row.y, row.pitch));
        lines.push(match row.ink {
            Ink::Words(words) => set(page, &words),
            Ink::Rule(sign) => {
                let rule = sign.to_string().repeat(usize::from(COLUMNS));
                vec![Run { column: 0, text: rule.into(), bold: false }]
            }
        });
    }
    lines
}

/// Everything on the page by height. Lines that stand beside each other share a row, even where
/// their baselines differ a little, and so do the two strokes of a double rule.
fn rows(page: &Page) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in &page.lines {
        let pitch = line.size * POINT * 1.2;
        let beside = |words: &[&Line]| words.iter().all(|other| apart(page, other, line));
        let found = rows.iter_mut().find_map(|row| match &mut row.ink {
            Ink::Words(words) if (row.y - line.y).abs() < pitch / 2.0 && beside(words) => {
                Some(words)
            }
            _ => None,
        });
        match found {
            Some(words) => words.push(line),
            None => rows.push(Row { y: line.y, pitch, ink: Ink::Words(vec![line]) }),
        }
    }
    let mut last: Option<f32> = None;
    for rule in &page.rules {
        if last.is_none_or(|y| (rule.y - y).abs() > 2.0) {
            let sign = RULES[usize::from(rule.thickness >= THICK)];
            rows.push(Row { y: rule.y, pitch: 4.0, ink: Ink::Rule(sign) });
        }
        last = Some(rule.y);
    }
    rows.sort_by(|one, other| one.y.total_cmp(&other.y));
    rows
}

/// The lines of one row, each at its column.
fn set<'a>(page: &Page, lines: &[&'a Line]) -> Vec<Run<'a>> {
    let mut placed: Vec<(usize, &Line)> =
        lines.iter().map(|line| (column(page, line), *line)).collect();
    placed.sort_by_key(|(column, _)| *column);
    let mut end = 0;
    let run = placed.into_iter().map(|(column, line)| {
        let column = column.max(end);
        end = column + line.text.chars().count();
        Run { column, text: line.text.as_str().into(), bold: line.bold }
    });
    run.collect()
}

/// Whether two lines leave a column free between them.
fn apart(page: &Page, one: &Line, other: &Line) -> bool {
    let (from, to) = (column(page, one), column(page, other));
    from + one.text.chars().count() < to || to + other.text.chars().count() < from
}

/// The column where a line begins.
#[allow(clippy::cast_precision_loss, reason = "80 columns at most")]
fn column(page: &Page, line: &Line) -> usize {
    let anchor = (line.x - page.left) * f32::from(COLUMNS) / page.body;
    let length = line.text.chars().count() as f32;
    count(match line.anchor {
        Anchor::Left => anchor + 0.5,
        Anchor::Centre => anchor - length / 2.0 + 0.01,
        Anchor::Right => anchor - length + 0.5,
    })
}

/// How many blank lines stand for a distance, given in text lines.
fn blank(distance: f32) -> usize {
    count(distance - 0.4)
}

/// A whole number of columns or lines, never below zero.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page of text")]
const fn count(length: f32) -> usize {
    length.max(0.0) as usize
}
