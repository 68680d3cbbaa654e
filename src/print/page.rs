//! Paper with everything laid out on it: plain data that every rendering reads.
use chrono::NaiveDate;

pub use crate::domain::paper::Paper;

/// Character columns over the width of a page's body: a line never holds more, so that the same
/// lines fit a terminal and a typewriter-like printer.
pub const COLUMNS: u16 = 80;

/// Which point of a line its `x` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Left,
    Centre,
    Right,
}

/// One run of text on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where its anchor stands, in millimetres from the left edge of the paper.
    pub x: f32,
    /// Its baseline, in millimetres from the top edge.
    pub y: f32,
    /// The type size in points.
    pub size: f32,
    /// Whether it is set in the bold face.
    pub bold: bool,
    /// Which of its points `x` names.
    pub anchor: Anchor,
    /// The words, made of characters that the font holds.
    pub text: String,
}

/// A straight horizontal line; all in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    pub x1: f32,
    pub x2: f32,
    /// Its middle.
    pub y: f32,
    pub thickness: f32,
}

/// A QR square. Text renderings leave it out: the words it stands for are lines beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    /// The left edge in millimetres.
    pub x: f32,
    /// The top edge in millimetres.
    pub y: f32,
    /// The length of a side in millimetres.
    pub side: f32,
    /// What a reader gets from it.
    pub content: String,
}

/// One side of paper.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Where the body begins, in millimetres from the left edge.
    pub left: f32,
    /// The width of the body in millimetres: [`COLUMNS`] of text.
    pub body: f32,
    /// In the order in which they are read.
    pub lines: Vec<Line>,
    pub rules: Vec<Rule>,
    pub squares: Vec<Square>,
}

/// Pages that belong together, and what a file of them says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub paper: Paper,
    /// Never holds personal data: file managers show it.
    pub title: String,
    /// The office.
    pub author: String,
    /// The day that stands on the paper.
    pub date: NaiveDate,
    pub pages: Vec<Page>,
}
