//! A letter with its values in it: kept as text with the issued letter, laid out when it is printed.
//!
//! # Why
//! An issued letter must come out with the same words years later, whatever the office has made of
//! its templates since, and on whatever paper is in the printer. So the words are kept, not the
//! pages: one line for each line of the template, its mark and its parts parted by tabs, with
//! `\n` and `\\` for a line break and a backslash within a part.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::choice::Choice as _,
    fault::Fault,
    letter::mark::Mark,
    print::{
        block::{BIG, BODY, Block, Corner, HEAD, OFFICE, SMALL, STRONG, Signature, Style},
        format::{Format, LETTER, SLIP},
        layout,
        page::{Document, Paper},
        pages,
        roll::{self, Roll, Width},
    },
};

/// A line of a letter: its mark and the parts that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub mark: Mark,
    pub parts: Vec<String>,
}

/// The words of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled(String);

impl Filled {
    /// Writes rows as text.
    #[must_use]
    pub fn new(rows: &[Row]) -> Self {
        let escaped = |part: &String| {
            let flat = part.replace('\t', " ").replace('\\', "\\\\").replace('\n', "\\n");
            format!("\t{flat}")
        };
        let line = |row: &Row| {
            row.mark.code().to_owned() + &row.parts.iter().map(escaped).collect::<String>() + "\n"
        };
        Self(rows.iter().map(line).collect())
    }

    /// A letter that was kept as this text.
    #[must_use]
    pub const fn kept(text: String) -> Self {
        Self(text)
    }

    /// The letter with these words in its QR square.
    #[must_use]
    pub fn with_square(mut self, content: &str) -> Self {
        let row = Row { mark: Mark::Square, parts: vec![content.to_owned()] };
        self.0 += Self::new(&[row]).as_str();
        self
    }

    /// The letter as it is printed again, marked with the number of the copy.
    #[must_use]
    pub fn copied(self, nth: usize) -> Self {
        let row = Row { mark: Mark::Address, parts: vec![format!("Salinan ke-{nth}")] };
        Self(Self::new(&[row]).0 + &self.0)
    }

    /// The text as it is kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads the rows again.
    pub(crate) fn rows(&self) -> Result<Vec<Row>, Fault> {
        let row = |line: &str| {
            let mut parts = line.split('\t');
            let mark = parts.next().and_then(Mark::coded).ok_or(UNREADABLE)?;
            let parts: Vec<_> = parts.map(plain).collect();
            if parts.len() < mark.parts().0 { Err(UNREADABLE) } else { Ok(Row { mark, parts }) }
        };
        self.0.lines().map(row).collect()
    }
}

/// The text is not one of a letter.
const UNREADABLE: Fault = Fault::Unreadable { table: "surat", version: 1 };

/// A part without its escapes.
fn plain(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    let mut letters = part.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.push(if letters.next() == Some('n') { '\n' } else { '\\' }),
            _ => text.push(letter),
        }
    }
    text
}

/// Lays a letter out on that paper; `code` is what its QR square holds where the letter itself says
/// nothing of that.
pub fn lay(filled: &Filled, paper: Paper, code: Option<&str>) -> Result<Document, Fault> {
    let rows = filled.rows()?;
    let about = rows.iter().find(|row| row.mark == Mark::Document);
    let Some([title, author, day]) = about.map(|row| row.parts.as_slice()) else {
        return Err(UNREADABLE);
    };
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| UNREADABLE)?;
    let blocks = blocks(&rows, code);
    let pages = if rows.iter().any(|row| row.mark == Mark::Slip) {
        // A third of a page is thrift; a visitor goes without no receipt for the length of it.
        layout::lay(&blocks, &SLIP, paper)
            .or_else(|_| layout::lay(&blocks, &Format { height: None, ..SLIP }, paper))
            .map(|page| vec![page])?
    } else {
        match layout::lay(&blocks, &LETTER, paper) {
            Err(Fault::Overflow) => pages::pages(&blocks, title, paper)?,
            page => vec![page?],
        }
    };
    let (title, author) = (title.clone(), author.clone());
    Ok(Document { paper, title, author, date, pages })
}

/// Lays a slip out on a roll of that width; `code` as with [`lay`].
pub fn unrolled(filled: &Filled, width: Width, code: Option<&str>) -> Result<Roll, Fault> {
    roll::lay(&blocks(&filled.rows()?, code), width)
}

fn blocks(rows: &[Row], code: Option<&str>) -> Vec<Block> {
    let own = rows.iter().find(|row| row.mark == Mark::Square);
    let code = own.and_then(|row| row.parts.first()).map(String::as_str).or(code);
    let mut blocks = Vec::new();
    for row in rows {
        add(&mut blocks, row, code);
    }
    blocks
}

/// Adds a row to the blocks, or to the last block where it goes on with it.
fn add(blocks: &mut Vec<Block>, row: &Row, code: Option<&str>) {
    let part = |nth: usize| row.parts.get(nth).cloned().unwrap_or_default();
    let lines = || part(0).lines().map(str::to_owned).collect::<Vec<_>>();
    let content = code.map(str::to_owned);
    let centred = |style: Style| Block::Centred(part(0), style);
    let paragraph = |style, indented| Block::Paragraph { text: part(0), style, indented };
    let said = !part(0).is_empty();
    let block = match (row.mark, blocks.last_mut()) {
        (Mark::Document | Mark::Slip | Mark::Pages | Mark::Square, _)
        | (Mark::Gap, None | Some(Block::Gap)) => return,
        (Mark::Gap, _) => Block::Gap,
        (Mark::DoubleRule, _) => Block::DoubleRule,
        (Mark::ThinRule, _) => Block::ThinRule,
        (Mark::Stub, _) => {
            Block::Stub(row.parts.iter().flat_map(|part| part.lines()).map(str::to_owned).collect())
        }
        (Mark::CodeRight, _) => Block::Code { content, words: Vec::new(), corner: Corner::Right },
        (Mark::Code, _) => Block::Code { content, words: row.parts.clone(), corner: Corner::Foot },
        (Mark::Signature, last) => {
            let signer =
                Signature { opening: part(0), role: part(1), name: part(2), number: part(3) };
            match last {
                Some(Block::Signatures(signers)) if signers.len() < 2 => {
                    return signers.push(signer);
                }
                _ => Block::Signatures(vec![signer]),
            }
        }
        (Mark::Row | Mark::Inset, last) => {
            let (row, inset) = ((part(0), part(1)), row.mark == Mark::Inset);
            match last {
                Some(Block::Rows { rows, inset: same }) if *same == inset => return rows.push(row),
                _ => Block::Rows { rows: vec![row], inset },
            }
        }
        (Mark::Item, Some(Block::Items(items)))
        | (Mark::Copy, Some(Block::Copies { items, .. })) => return items.extend(lines()),
        _ if !said => return,
        (Mark::Item, _) => Block::Items(lines()),
        (Mark::Copy, _) => Block::Copies { heading: "Tembusan:".to_owned(), items: lines() },
        (Mark::Head, _) => centred(HEAD),
        (Mark::Office, _) => centred(OFFICE),
        (Mark::Address, _) => centred(SMALL),
        (Mark::Title, _) => centred(STRONG),
        (Mark::Centred, _) => centred(BODY),
        (Mark::Big, _) => centred(BIG),
        (Mark::Right, _) => Block::Right(part(0)),
        (Mark::Paragraph, _) => paragraph(BODY, true),
        (Mark::Flush, _) => paragraph(BODY, false),
        (Mark::Strong, _) => paragraph(STRONG, false),
    };
    blocks.push(block);
}
