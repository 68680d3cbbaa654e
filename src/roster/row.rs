//! One row of a list, as it stands in the file.
use std::fmt;

/// The most bytes of one cell.
pub const CELL: usize = 64 << 10;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The physical line where it begins, counted from 1.
    pub line: u64,
    pub cells: Vec<Cell>,
    /// Why it cannot be read, if it cannot.
    pub flaw: Option<Flaw>,
}

/// What stands under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub text: String,
    pub kind: Kind,
}

/// What the file says that a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    #[default]
    Text,
    /// A number of a workbook: beyond fifteen digits it is not what was typed.
    Number,
    /// A day of a workbook, written as ISO 8601.
    Day,
    /// What a workbook says instead of a value: `#N/A`.
    Broken,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A quotation mark that nothing closes within three lines.
    Unclosed,
    /// Another number of cells than there are headings.
    Ragged { want: usize, got: usize },
    /// A cell above [`CELL`], or a line that no list has.
    TooLong,
    /// Bytes that are no letters in the encoding of the file.
    NotText,
}

impl Cell {
    /// A cell of words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: Kind::Text }
    }
}

impl Row {
    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.flaw.is_none() && self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed => write!(f, "tanda kutipnya tidak ditutup; hapus, atau tulis dua kali"),
            Self::Ragged { want, got } => {
                write!(f, "berisi {got} kolom, sedangkan judulnya {want} kolom")
            }
            Self::TooLong => write!(f, "memuat isian yang lebih panjang dari 64 KiB"),
            Self::NotText => write!(f, "memuat huruf yang rusak: sandi hurufnya bercampur"),
        }
    }
}
