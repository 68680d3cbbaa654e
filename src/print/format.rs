//! How much room a kind of paper work gets: margins, type sizes, spacing. All lengths in millimetres.
use crate::print::page::Paper;

/// The width that every body is made for; a wider paper only gets wider margins, so that lines
/// break at the same words on every paper.
pub const DESIGN_WIDTH: f32 = 210.0;

/// Margins and the sizes that are tried, largest first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Format {
    pub top: f32,
    pub bottom: f32,
    pub left: f32,
    pub right: f32,
    /// How much of the paper's height it may use; all of it where none is given.
    pub height: Option<f32>,
    /// Sizes of the body text in points.
    pub sizes: &'static [f32],
    /// Sizes and leadings that are tried when nothing else fits, each tighter than the one before.
    pub tightest: &'static [(f32, f32)],
    /// Room above a signer's name.
    pub signing: f32,
    /// The side of the QR square.
    pub square: f32,
}

/// Distances of baselines, as multiples of the type size, tried at each size.
pub const LEADINGS: [f32; 4] = [1.35, 1.25, 1.15, 1.1];

/// A letter: one whole page. Below 10 points nobody reads easily, so what is longer goes on to
/// another page.
pub const LETTER: Format = Format {
    top: 10.0,
    bottom: 10.0,
    left: 25.0,
    right: 20.0,
    height: None,
    sizes: &[12.0, 11.5, 11.0, 10.5, 10.0],
    tightest: &[(10.0, 1.05)],
    signing: 25.0,
    square: 20.0,
};

/// A slip: the upper third of an A4, to be cut off.
pub const SLIP: Format = Format {
    top: 7.0,
    bottom: 4.0,
    left: 18.0,
    right: 18.0,
    height: Some(99.0),
    sizes: &[10.5, 10.0, 9.5, 9.0, 8.5, 8.0],
    tightest: &[],
    signing: 15.0,
    square: 20.0,
};

impl Format {
    /// Where the body begins on that paper, from its left edge, and how wide it is. Smaller type
    /// gets a narrower body, by half as much: a line of [`crate::print::page::COLUMNS`] characters
    /// then still reaches from margin to margin.
    #[must_use]
    pub fn body(&self, paper: Paper, size: f32) -> (f32, f32) {
        let widest = DESIGN_WIDTH - self.left - self.right;
        let largest = self.sizes.first().copied().unwrap_or(size);
        let body = widest * (0.5 + 0.5 * size / largest);
        (self.left + (paper.width() - DESIGN_WIDTH + widest - body) / 2.0, body)
    }

    /// Where the body must end, from the top edge of that paper.
    #[must_use]
    pub fn end(&self, paper: Paper) -> f32 {
        self.height.unwrap_or_else(|| paper.height()) - self.bottom
    }
}
