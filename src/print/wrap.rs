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

/// A line that is being filled: what it holds, and how much room that takes.
#[derive(Default)]
struct Filling {
    text: String,
    width: f32,
    columns: usize,
}

impl Filling {
    fn add(&mut self, text: &str, width: f32, columns: usize) {
        self.text.push_str(text);
        self.width += width;
        self.columns += columns;
    }
}

impl Measure {
    /// Whether a line has room for that much; the first one is set in.
    fn holds(&self, width: f32, columns: usize, first: bool) -> bool {
        let (inset, inset_columns) = if first { self.indent } else { (0.0, 0) };
        columns + inset_columns <= self.columns && width + inset <= self.width
    }

    fn width(&self, text: &str) -> f32 {
        face::width(text, self.size, self.bold)
    }
}

/// Breaks a text into lines: at its own line breaks, between words, and within a word that is
/// longer than a line. Nothing is dropped but the spaces at the breaks; an empty text has no line.
#[must_use]
pub fn wrap(text: &str, measure: &Measure) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let space = measure.width(" ");
    for part in text.lines() {
        let mut line = Filling::default();
        for word in face::printable(part).split_whitespace() {
            let (width, columns) = (measure.width(word), word.chars().count());
            let (before, gap) = if line.columns == 0 { (0.0, 0) } else { (space, 1) };
            let longer = (line.width + before + width, line.columns + gap + columns);
            if measure.holds(longer.0, longer.1, lines.is_empty()) {
                line.add(if gap == 0 { "" } else { " " }, before, gap);
                line.add(word, width, columns);
                continue;
            }
            if line.columns > 0 {
                lines.push(std::mem::take(&mut line).text);
            }
            line = broken(word, measure, &mut lines);
        }
        if line.columns > 0 {
            lines.push(line.text);
        }
    }
    lines
}

/// Breaks one word: whole lines go to `lines`, what is left over is returned.
fn broken(word: &str, measure: &Measure, lines: &mut Vec<String>) -> Filling {
    let mut rest = Filling::default();
    for letter in word.chars() {
        let mut bytes = [0; 4];
        let letter = &*letter.encode_utf8(&mut bytes);
        let width = measure.width(letter);
        let fits = measure.holds(rest.width + width, rest.columns + 1, lines.is_empty());
        if !fits && rest.columns > 0 {
            lines.push(std::mem::take(&mut rest).text);
        }
        rest.add(letter, width, 1);
    }
    rest
}
