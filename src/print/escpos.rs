//! Slips for thermal printers in ESC/POS: the rows of a roll, its squares drawn by the printer.
//!
//! # Why
//! Blank columns are sent as blanks instead of asking the printer to centre: what is seen is what
//! is printed, on the cheapest one as well. Printers made for China wake up reading two bytes from
//! 128 on as one character, so they are told not to, but only where such bytes come: an old one
//! that does not know the order would print its last byte. The paper is fed past the cutter before
//! it is cut; without a cutter it can be torn off there.
use crate::print::{
    codepage,
    roll::{Roll, Row, Size},
};

/// The printer as it woke up, with code page 437.
const RESET: &[u8] = b"\x1b@\x1bt\x00";

/// Each byte is a character.
const SINGLE: &[u8] = b"\x1c.";

/// Four lines further, and cut.
const CUT: &[u8] = b"\x1bd\x04\x1dV\x01";

/// Writes the slip in ESC/POS.
#[must_use]
pub fn render(roll: &Roll) -> Vec<u8> {
    let mut rows = Vec::new();
    for row in &roll.rows {
        match row {
            Row::Words { inset, text, bold, size } => {
                words(&mut rows, (*inset, text), *bold, *size);
            }
            Row::Square { content, dots } => square(&mut rows, content, *dots),
        }
    }
    let strange = roll.rows.iter().any(|row| match row {
        Row::Words { text, .. } => !text.is_ascii(),
        Row::Square { .. } => false,
    });
    [RESET, if strange { SINGLE } else { b"" }, &rows, CUT].concat()
}

/// Characters, and the paper one line further.
fn words(bytes: &mut Vec<u8>, (inset, text): (usize, &str), bold: bool, size: Size) {
    bytes.extend(std::iter::repeat_n(b' ', inset));
    let larger = match size {
        Size::Usual => 0x00,
        Size::Tall => 0x01,
        Size::Large => 0x11,
    };
    if bold {
        bytes.extend(b"\x1bE\x01");
    }
    if larger != 0 {
        bytes.extend([0x1d, b'!', larger]);
    }
    bytes.extend(text.chars().map(codepage::byte));
    if larger != 0 {
        bytes.extend(b"\x1d!\x00");
    }
    if bold {
        bytes.extend(b"\x1bE\x00");
    }
    bytes.push(b'\n');
}

/// A square in the middle: its kind, its size, how much it may lose (15 %), its content, and drawn.
fn square(bytes: &mut Vec<u8>, content: &str, dots: u8) {
    bytes.extend(b"\x1ba\x01");
    for order in [&[b'A', b'2', 0][..], &[b'C', dots], b"E1"] {
        symbol(bytes, order);
    }
    symbol(bytes, &[b"P0", content.as_bytes()].concat());
    symbol(bytes, b"Q0");
    bytes.extend(b"\n\x1ba\x00");
}

/// An order about a square, with its length before it.
fn symbol(bytes: &mut Vec<u8>, order: &[u8]) {
    // A square holds 2,953 bytes at most.
    let [low, high] = u16::try_from(order.len() + 1).unwrap_or(u16::MAX).to_le_bytes();
    bytes.extend([0x1d, b'(', b'k', low, high, b'1']);
    bytes.extend(order);
}
