//! A paper on its way to a printer.
use crate::{
    domain::{
        printer::{Language, Printer},
        printing::Way,
    },
    print::{page::Document, roll::Roll},
};

/// A paper in the shape that a printer's language asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Pages, drawn by whatever drives the printer.
    Pages(Document),
    /// Pages in the printer's own letters (ESC/P).
    Dots(Document),
    /// A slip on a roll (ESC/POS).
    Roll(Roll),
}

/// A paper and where it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    pub printer: Printer,
    pub sheet: Sheet,
}

impl Outgoing {
    /// Pages that go that way.
    #[must_use]
    pub fn paged(document: Document, way: &Way) -> Self {
        let sheet = match way.language {
            Language::EscP => Sheet::Dots(document),
            Language::Pages | Language::EscPos58 | Language::EscPos80 => Sheet::Pages(document),
        };
        Self { printer: way.printer.clone(), sheet }
    }
}
