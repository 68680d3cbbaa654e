//! A slip on a roll of paper: blocks in rows of characters, as long as they take.
//!
//! # Why
//! Rolls are cut by length, so nothing has to fit but the width: 32 characters or 48. Labels whose
//! colons would stand under each other leave the narrow one no room for values, so there every value
//! follows its label. Words are turned into what the printer has before they are laid out: what is
//! read on the screen is then, sign for sign, what comes out.
use crate::{
    choices,
    domain::printer::Language,
    fault::Fault,
    print::{
        block::{Block, OFFICE, Signature, Style},
        codepage, face, qr,
        wrap::{Measure, wrap},
    },
};

choices! {
    /// How wide a roll is.
    Width {
        Narrow = "58", "58 mm (32 huruf)";
        Wide = "80", "80 mm (48 huruf)";
    }
}

impl Width {
    /// That of the printers which are spoken to in this language, if they print on rolls.
    #[must_use]
    pub const fn of(language: Language) -> Option<Self> {
        match language {
            Language::EscPos58 => Some(Self::Narrow),
            Language::EscPos80 => Some(Self::Wide),
            Language::Pages | Language::EscP => None,
        }
    }

    /// Characters in a row.
    #[must_use]
    pub const fn columns(self) -> usize {
        match self {
            Self::Narrow => 32,
            Self::Wide => 48,
        }
    }

    /// Dots in a row: eight to the millimetre.
    #[must_use]
    pub const fn dots(self) -> usize {
        12 * self.columns()
    }
}

/// How large the characters of a row are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    Usual,
    /// Twice as high.
    Tall,
    /// Twice as high and twice as wide.
    Large,
}

/// A row of a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Characters, after a number of blank columns.
    Words { inset: usize, text: String, bold: bool, size: Size },
    /// A QR square in the middle, and how many dots a side of its modules has.
    Square { content: String, dots: u8 },
}

/// A slip, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    pub width: Width,
    pub rows: Vec<Row>,
}

/// What stands for a square where only characters are shown.
pub const SQUARE: &str = "(kotak QR)";

/// How many dots a side of a module has, at least and at most; with less it is a grey patch.
const DOTS: (u8, usize) = (3, 6);

/// Blank rows above a signer's name.
const SIGNING: usize = 3;

/// How far what goes on is set in.
const HANG: usize = 2;

/// Lays blocks out on a roll.
pub fn lay(blocks: &[Block], width: Width) -> Result<Roll, Fault> {
    let mut roll = Roll { width, rows: Vec::new() };
    for block in blocks {
        roll.place(block)?;
    }
    Ok(roll)
}

impl Roll {
    /// The slip as it is read on the screen, a row a line.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |row: &Row| {
            let (inset, text) = match row {
                Row::Words { inset, text, size: Size::Large, .. } => {
                    (*inset, text.chars().flat_map(|letter| [letter, ' ']).collect())
                }
                Row::Words { inset, text, .. } => (*inset, text.clone()),
                Row::Square { .. } => (self.middle(SQUARE.len()), SQUARE.to_owned()),
            };
            format!("{:inset$}{}", "", text).trim_end().to_owned() + "\n"
        };
        self.rows.iter().map(line).collect()
    }

    fn place(&mut self, block: &Block) -> Result<(), Fault> {
        match block {
            Block::Gap => self.blank(1),
            Block::Centred(text, style) => self.centred(text, *style),
            Block::DoubleRule => self.rule('='),
            Block::ThinRule => self.rule('-'),
            Block::Right(text) => {
                for line in self.broken(text, 0) {
                    let inset = self.width.columns().saturating_sub(line.chars().count());
                    self.push(inset, line, false);
                }
            }
            Block::Rows { rows, .. } => self.table(rows),
            Block::Paragraph { text, style, .. } => self.set(text, 0, style.bold),
            Block::Items(items) => self.list(items),
            Block::Copies { heading, items } => {
                self.set(heading, 0, false);
                self.list(items);
            }
            Block::Signatures(signers) => signers.iter().for_each(|signer| self.sign(signer)),
            Block::Stub(lines) => {
                self.rule('-');
                for line in lines {
                    self.set(line, 0, false);
                }
            }
            Block::Code { content, words, .. } => {
                if let Some(content) = content {
                    self.square(content)?;
                }
                for text in words {
                    self.middled(text, false, Size::Usual);
                }
            }
        }
        Ok(())
    }

    fn blank(&mut self, many: usize) {
        (0..many).for_each(|_| self.push(0, String::new(), false));
    }

    fn push(&mut self, inset: usize, text: String, bold: bool) {
        self.rows.push(Row::Words { inset, text, bold, size: Size::Usual });
    }

    fn rule(&mut self, sign: char) {
        self.push(0, sign.to_string().repeat(self.width.columns()), false);
    }

    /// A title, in characters as large as it is important and the roll wide.
    fn centred(&mut self, text: &str, style: Style) {
        let half = self.width.columns() / 2;
        let short = self.broken(text, 0).iter().all(|line| line.chars().count() <= half);
        let size = match style.bold {
            true if short && style.scale >= OFFICE.scale => Size::Large,
            true => Size::Tall,
            false => Size::Usual,
        };
        self.middled(text, style.bold, size);
    }

    fn middled(&mut self, text: &str, bold: bool, size: Size) {
        let wide = if size == Size::Large { 2 } else { 1 };
        for text in self.broken(text, 0) {
            let inset = self.middle(wide * text.chars().count());
            self.rows.push(Row::Words { inset, text, bold, size });
        }
    }

    /// Where something of that many columns begins, to stand in the middle.
    const fn middle(&self, columns: usize) -> usize {
        self.width.columns().saturating_sub(columns) / 2
    }

    /// Labels and values: in columns where that leaves values half of the roll, or one after the
    /// other.
    fn table(&mut self, rows: &[(String, String)]) {
        let columns = self.width.columns();
        let labels: Vec<_> = rows.iter().map(|(label, _)| plain(&face::printable(label))).collect();
        let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
        let start = longest + 3;
        for (label, (_, value)) in labels.iter().zip(rows) {
            if start <= columns / 2 {
                let mut values = self.broken(value, start).into_iter();
                let first = values.next().unwrap_or_default();
                self.push(0, format!("{label:longest$} : {first}"), false);
                values.for_each(|line| self.push(start, line, false));
                continue;
            }
            let mut whole = self.broken(&format!("{label}: {value}"), 0);
            if whole.len() == 1 {
                whole.drain(..).for_each(|line| self.push(0, line, false));
            } else {
                self.set(&format!("{label}:"), 0, false);
                self.set(value, HANG, false);
            }
        }
    }

    /// "1. …" lines with hanging numbers.
    fn list(&mut self, items: &[String]) {
        for (nth, item) in items.iter().enumerate() {
            let number = format!("{}. ", nth + 1);
            for (row, line) in self.broken(item, number.len()).into_iter().enumerate() {
                match row {
                    0 => self.push(0, format!("{number}{line}"), false),
                    _ => self.push(number.len(), line, false),
                }
            }
        }
    }

    fn sign(&mut self, signer: &Signature) {
        self.middled(&signer.opening, false, Size::Usual);
        self.middled(&signer.role, false, Size::Usual);
        self.blank(SIGNING);
        self.middled(&signer.name, true, Size::Usual);
        self.middled(&signer.number, false, Size::Usual);
    }

    fn square(&mut self, content: &str) -> Result<(), Fault> {
        let side = qr::modules(content)?.len() + 2 * qr::QUIET;
        let dots = u8::try_from((self.width.dots() / side).min(DOTS.1)).unwrap_or_default();
        if dots < DOTS.0 {
            return Err(Fault::Overflow);
        }
        self.rows.push(Row::Square { content: content.to_owned(), dots });
        Ok(())
    }

    fn set(&mut self, text: &str, inset: usize, bold: bool) {
        self.broken(text, inset).into_iter().for_each(|line| self.push(inset, line, bold));
    }

    /// Breaks a text for what an inset leaves of the roll.
    fn broken(&self, text: &str, inset: usize) -> Vec<String> {
        let columns = self.width.columns().saturating_sub(inset).max(1);
        let indent = (0.0, 0);
        let measure = Measure { size: 1.0, bold: false, width: f32::INFINITY, columns, indent };
        wrap(text, &measure).iter().map(|line| plain(line)).collect()
    }
}

/// A text in the characters that come out of the printer.
fn plain(text: &str) -> String {
    text.chars().map(codepage::printed).collect()
}
