//! A page being filled from the top: where the next line goes and how much room it has.
use crate::print::{
    block::Style,
    face::{self, POINT},
    format::LEADINGS,
    page::{Anchor, COLUMNS, Line, Page, Rule},
    wrap::{Measure, wrap},
};

/// How far the first line of a paragraph and the data of a letter are set in, in columns.
pub const INSET: f32 = 6.0;

/// The share of a line that is above its baseline.
const ASCENT: f32 = 0.76;

/// A strip of the body in which text is set; lengths in millimetres from the body's left edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strip {
    pub x: f32,
    pub width: f32,
    pub anchor: Anchor,
    pub style: Style,
    /// How far the first line is set in.
    pub indent: f32,
}

impl Strip {
    /// A strip whose text begins at its left.
    #[must_use]
    pub const fn new(x: f32, width: f32, style: Style) -> Self {
        Self { x, width, anchor: Anchor::Left, style, indent: 0.0 }
    }

    /// The same strip with its text at another side.
    #[must_use]
    pub const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// Something at the right that text must flow past.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Float {
    /// Where it ends.
    until: f32,
    /// What it leaves of the body's width.
    room: f32,
}

/// A page and the pen over it.
#[derive(Debug, Clone)]
pub struct Flow {
    pub page: Page,
    /// Where the next line's upper edge goes, in millimetres from the top edge of the paper.
    pub y: f32,
    /// The size of the body text in points.
    size: f32,
    /// The distance of baselines as a multiple of the size.
    leading: f32,
    float: Option<Float>,
}

impl Flow {
    /// An empty page: its body's left edge and width, and the body text's size and leading.
    #[must_use]
    pub fn new((left, body): (f32, f32), top: f32, (size, leading): (f32, f32)) -> Self {
        let page = Page { left, body, ..Page::default() };
        Self { page, y: top, size, leading, float: None }
    }

    /// The width of a column in millimetres.
    #[must_use]
    pub fn column(&self) -> f32 {
        self.page.body / f32::from(COLUMNS)
    }

    /// The height of a line of that style in millimetres.
    #[must_use]
    pub fn pitch(&self, style: Style) -> f32 {
        self.size * style.scale * self.leading * POINT
    }

    /// How much of the usual room is left where lines stand closer: 1 at the widest leading.
    #[must_use]
    pub fn tightness(&self) -> f32 {
        self.leading / LEADINGS[0]
    }

    /// The room between two blocks.
    #[must_use]
    pub fn gap(&self) -> f32 {
        self.size * self.leading * POINT * 0.55
    }

    /// The room that one line takes, on paper or in columns, whichever is more.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a count of characters on a page")]
    pub fn extent(&self, text: &str, style: Style) -> f32 {
        let clean = face::printable(text);
        face::width(&clean, self.size * style.scale, style.bold)
            .max(clean.chars().count() as f32 * self.column())
    }

    /// The width that the next line has.
    #[must_use]
    pub fn room(&self) -> f32 {
        self.float.filter(|float| self.y < float.until).map_or(self.page.body, |float| float.room)
    }

    /// Lets what follows flow past something of that size at the right.
    pub const fn float(&mut self, height: f32, room: f32) {
        self.float = Some(Float { until: self.y + height, room });
    }

    /// Where everything ends that was set so far, also what stands at the right.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.float.map_or(self.y, |float| self.y.max(float.until))
    }

    /// Goes below whatever stands at the right, if less than `within` of it is left.
    pub fn clear(&mut self, within: f32) {
        if let Some(float) = self.float.filter(|float| float.until - self.y < within) {
            self.y = self.y.max(float.until);
            self.float = None;
        }
    }

    /// Breaks a text for a strip.
    #[must_use]
    pub fn broken(&self, text: &str, strip: &Strip) -> Vec<String> {
        let column = self.column();
        let measure = Measure {
            size: self.size * strip.style.scale,
            bold: strip.style.bold,
            width: strip.width,
            columns: columns((strip.x + strip.width) / column + 0.05)
                .saturating_sub(columns(strip.x / column + 0.5))
                .max(1),
            indent: (strip.indent, columns(strip.indent / column + 0.5)),
        };
        wrap(text, &measure)
    }

    /// Sets lines from `y` downwards; answers where they end.
    pub fn set(&mut self, lines: Vec<String>, strip: &Strip, y: f32) -> f32 {
        let (size, pitch) = (self.size * strip.style.scale, self.pitch(strip.style));
        let x = match strip.anchor {
            Anchor::Left => strip.x,
            Anchor::Centre => strip.x + strip.width / 2.0,
            Anchor::Right => strip.x + strip.width,
        };
        let mut end = y;
        for (nth, text) in lines.into_iter().enumerate() {
            let x = self.page.left + x + if nth == 0 { strip.indent } else { 0.0 };
            let y = end + pitch * ASCENT;
            let (bold, anchor) = (strip.style.bold, strip.anchor);
            self.page.lines.push(Line { x, y, size, bold, anchor, text });
            end += pitch;
        }
        end
    }

    /// Breaks and sets a text where the pen is, and moves the pen below it.
    pub fn write(&mut self, text: &str, strip: &Strip) {
        let lines = self.broken(text, strip);
        self.y = self.set(lines, strip, self.y);
    }

    /// Draws a line across the body, `down` below the pen.
    pub fn rule(&mut self, down: f32, thickness: f32) {
        let (x1, y) = (self.page.left, self.y + down);
        self.page.rules.push(Rule { x1, x2: x1 + self.page.body, y, thickness });
    }

    /// Whether nothing stands right of and below that corner, in millimetres of the paper.
    #[must_use]
    pub fn free(&self, (x, y): (f32, f32)) -> bool {
        self.page.rules.iter().all(|rule| rule.y < y)
            && self.page.lines.iter().all(|line| line.y < y || face::span(line).1 < x)
    }

    /// Whether everything stands within the body and above that height.
    #[must_use]
    pub fn fits(&self, end: f32) -> bool {
        let (left, right) = (self.page.left - 0.01, self.page.left + self.page.body + 0.01);
        self.y <= end
            && self.page.lines.iter().all(|line| {
                let (from, to) = face::span(line);
                from >= left && to <= right
            })
    }
}

/// Whole columns in a length that is given in columns.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 80 columns")]
const fn columns(length: f32) -> usize {
    length.max(0.0) as usize
}
