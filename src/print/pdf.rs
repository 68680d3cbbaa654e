//! Pages as a PDF file: real text, embedded subset fonts, the same bytes for the same document.
//!
//! # Why
//! PDF/A-2u, because letters are archived for years and read on whatever is there: it demands
//! embedded fonts, text that can be extracted, and a date. Nothing in the file comes from a clock
//! or a random source, so a letter printed again is byte for byte the first one.
use chrono::Datelike as _;
use krilla::{
    SerializeSettings,
    color::luma,
    configure::{Archival, ConfigurationBuilder},
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};

use crate::{
    fault::Fault,
    print::{
        face::{self, POINT},
        page::{Document, Line, Page},
        qr,
    },
};

/// Writes the document as a PDF file.
pub fn render(document: &Document) -> Result<Vec<u8>, Fault> {
    let broken = || Fault::Asset("huruf surat");
    let regular = Font::new(face::REGULAR.into(), 0).ok_or_else(broken)?;
    let bold = Font::new(face::BOLD.into(), 0).ok_or_else(broken)?;
    let mut file = krilla::Document::new_with(settings()?);
    file.set_metadata(metadata(document));
    let (width, height) = (points(document.paper.width()), points(document.paper.height()));
    for page in &document.pages {
        let sheet = PageSettings::from_wh(width, height).ok_or(Fault::Asset("ukuran kertas"))?;
        let mut sheet = file.start_page_with(sheet);
        let mut surface = sheet.surface();
        surface.set_fill(Some(Fill {
            paint: luma::Color::black().into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
        draw(page, &mut surface, (&regular, &bold))?;
        surface.finish();
        sheet.finish();
    }
    file.finish().map_err(|_| Fault::Asset("berkas PDF"))
}

/// PDF/A-2u with compressed contents.
fn settings() -> Result<SerializeSettings, Fault> {
    let configuration = ConfigurationBuilder::new().with_archival_validator(Archival::A2_U);
    let configuration = configuration.finish().map_err(|_| Fault::Asset("berkas PDF"))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// What the file says about itself: midnight of the letter's day, never the hour of printing.
fn metadata(document: &Document) -> Metadata {
    let part = |value: u32| u8::try_from(value).unwrap_or(1);
    let year = u16::try_from(document.date.year()).unwrap_or(0);
    let date = DateTime::new(year)
        .month(part(document.date.month()))
        .day(part(document.date.day()))
        .hour(0)
        .minute(0)
        .second(0);
    Metadata::new()
        .title(document.title.clone())
        .authors(vec![document.author.clone()])
        .creator("Loket".to_owned())
        .language("id".to_owned())
        .creation_date(date)
}

/// Draws rules, squares and lines, in the order of reading.
fn draw(page: &Page, surface: &mut Surface<'_>, faces: (&Font, &Font)) -> Result<(), Fault> {
    let mut ink = PathBuilder::new();
    for rule in &page.rules {
        let half = rule.thickness / 2.0;
        fill(&mut ink, (rule.x1, rule.y - half), (rule.x2, rule.y + half));
    }
    for square in &page.squares {
        for [left, top, right, bottom] in qr::bars(square)? {
            fill(&mut ink, (left, top), (right, bottom));
        }
    }
    if let Some(path) = ink.finish() {
        surface.draw_path(&path);
    }
    for line in &page.lines {
        let font = if line.bold { faces.1 } else { faces.0 };
        let start = Point::from_xy(points(face::span(line).0), points(line.y));
        surface.draw_glyphs(start, &glyphs(line), font.clone(), &line.text, line.size, false);
    }
    Ok(())
}

/// The line's glyphs in sequence; no kerning, no ligatures.
fn glyphs(line: &Line) -> Vec<KrillaGlyph> {
    line.text
        .char_indices()
        .map(|(at, letter)| {
            let shape = face::shape(letter, line.bold);
            let range = at..at + letter.len_utf8();
            KrillaGlyph::new(GlyphId::new(shape.glyph), shape.advance, 0.0, 0.0, 0.0, range, None)
        })
        .collect()
}

/// Adds a rectangle between two corners in millimetres.
fn fill(ink: &mut PathBuilder, from: (f32, f32), to: (f32, f32)) {
    let corners = (points(from.0), points(from.1), points(to.0), points(to.1));
    if let Some(area) = Rect::from_ltrb(corners.0, corners.1, corners.2, corners.3) {
        ink.push_rect(area);
    }
}

/// Millimetres as points.
fn points(length: f32) -> f32 {
    length / POINT
}
