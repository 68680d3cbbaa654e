//! Words into lines that fit a width on paper and a number of columns in text.
use crate::print::face;

/// How a text is set and how much room it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The type size in points.
    pub size: f32,
    /// Whether it is set in the bold face.
    pub bold: bool,
    /// The room in millimetres.
    pub width: f32,
    /// The room in characters, at least one.
    pub columns: usize,
    /// How far the first line is set in: millimetres and characters.
    pub indent: (f32, usize),
}

impl Measure {
    /// Whether a text fits on one line, the first or a later one.
    fn holds(&self, text: &str, first: bool) -> bool {
        let (inset, columns) = if first { self.indent } else { (0.0, 0) };
        text.chars().count() + columns <= self.columns
            && face::width(text, self.size, self.bold) + inset <= self.width
    }
}

/// Breaks a text into lines: at its own line breaks, between words, and within a word that is
/// longer than a line. Nothing is dropped but the spaces at the breaks; an empty text has no line.
#[must_use]
pub fn wrap(text: &str, measure: &Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in text.lines() {
        let mut line = String::new();
        for word in face::printable(part).split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if measure.holds(&longer, lines.is_empty()) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = broken(word, measure, &mut lines);
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// Breaks one word: whole lines go to `lines`, what is left over is returned.
fn broken(word: &str, measure: &Measure, lines: &mut Vec<String>) -> String {
    let mut rest = String::new();
    for letter in word.chars() {
        rest.push(letter);
        if !measure.holds(&rest, lines.is_empty()) && rest.chars().count() > 1 {
            rest.pop();
            lines.push(std::mem::replace(&mut rest, letter.to_string()));
        }
    }
    rest
}
