//! The letter font: which characters it holds and how wide they are.
use std::{collections::HashMap, sync::LazyLock};

use skrifa::{
    FontRef, MetadataProvider as _,
    instance::{LocationRef, Size},
};
use unicode_normalization::UnicodeNormalization as _;

use crate::print::page::{Anchor, Line};

/// Millimetres in a point.
pub const POINT: f32 = 25.4 / 72.0;

/// Stands for a character that the font does not hold, so that its absence is seen.
const STRANGER: char = '□';

/// The regular face, as a file.
pub const REGULAR: &[u8] = include_bytes!("../../assets/huruf/LoketSans-Regular.ttf");
/// The bold face, as a file.
pub const BOLD: &[u8] = include_bytes!("../../assets/huruf/LoketSans-Bold.ttf");

/// A character's shape: its number in the font, and its advance in ems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    pub glyph: u32,
    pub advance: f32,
}

static SHAPES: LazyLock<[Shapes; 2]> = LazyLock::new(|| [Shapes::of(REGULAR), Shapes::of(BOLD)]);

/// The shapes of a face: nearly every character of a letter is among the first.
struct Shapes {
    first: [Option<Shape>; 0x180],
    others: HashMap<char, Shape>,
}

/// The shape of a character; that of a box for one that the font does not hold.
#[must_use]
pub fn shape(letter: char, bold: bool) -> Shape {
    let shapes = &SHAPES[usize::from(bold)];
    let found = shapes.get(letter).or_else(|| shapes.get(STRANGER));
    found.unwrap_or(Shape { glyph: 0, advance: 1.0 })
}

/// How wide a text is, in millimetres, at that size in points.
#[must_use]
pub fn width(text: &str, size: f32, bold: bool) -> f32 {
    text.chars().map(|letter| shape(letter, bold).advance).sum::<f32>() * size * POINT
}

/// Where a line begins and ends, in millimetres from the left edge of the paper.
#[must_use]
pub fn span(line: &Line) -> (f32, f32) {
    let width = width(&line.text, line.size, line.bold);
    let start = match line.anchor {
        Anchor::Left => line.x,
        Anchor::Centre => line.x - width / 2.0,
        Anchor::Right => line.x - width,
    };
    (start, start + width)
}

/// The text in characters that the font holds: composed, marks it lacks taken off, controls and
/// invisible characters dropped, what remains unknown shown as a box.
#[must_use]
pub fn printable(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let held = |letter: char| SHAPES[0].get(letter).is_some();
    let mut clean = String::with_capacity(text.len());
    for letter in text.nfc() {
        if held(letter) && letter != '\u{a0}' && letter != '\u{ad}' {
            clean.push(letter);
        } else if letter.is_whitespace() {
            clean.push(' ');
        } else if !unseen(letter) {
            let before = clean.len();
            clean.extend(std::iter::once(letter).nfkd().filter(|part| held(*part)));
            if clean.len() == before {
                clean.push(STRANGER);
            }
        }
    }
    clean
}

/// Whether a character leaves no ink: controls, combining marks, joiners, direction marks, tags.
fn unseen(letter: char) -> bool {
    letter.is_control()
        || unicode_normalization::char::is_combining_mark(letter)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}')
}

impl Shapes {
    /// Reads a face; an unreadable one holds nothing, which the PDF then refuses.
    fn of(file: &'static [u8]) -> Self {
        let mut shapes = Self { first: [None; 0x180], others: HashMap::new() };
        let Ok(font) = FontRef::new(file) else { return shapes };
        let em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        for (code, glyph) in font.charmap().mappings() {
            let advance = advances.advance_width(glyph).unwrap_or(em) / em;
            let shape = Shape { glyph: glyph.to_u32(), advance };
            match (shapes.first.get_mut(code as usize), char::from_u32(code)) {
                (Some(place), _) => *place = Some(shape),
                (None, Some(letter)) => _ = shapes.others.insert(letter, shape),
                (None, None) => {}
            }
        }
        shapes
    }

    fn get(&self, letter: char) -> Option<Shape> {
        match self.first.get(letter as usize) {
            Some(shape) => *shape,
            None => self.others.get(&letter).copied(),
        }
    }
}
