//! Pages for dot-matrix printers in ESC/P: the lines of the text rendering, in the printer's font.
//!
//! # Why
//! Only orders that mean the same on 9 pins (LX-310) and on 24 (LQ-310) are used: lines a sixth or
//! an eighth of an inch apart, never by steps, which differ; the form's length in lines; characters
//! of 12 to the inch, of which 80 are as wide as a letter's body. A square cannot be printed with
//! them: the words that stand beside it are.
use crate::{
    fault::Fault,
    print::{
        codepage,
        page::{COLUMNS, Document, Page},
        text,
    },
};

/// The printer as it woke up.
const RESET: &[u8] = b"\x1b@";

/// Near letter quality, twelve characters to the inch, all bytes from 128 on are characters, and
/// the second table of them is code page 437; nothing is skipped at the end of a form.
const READY: &[u8] = b"\x1bx\x01\x1bM\x1b6\x1b(t\x03\x00\x01\x01\x00\x1bt\x01\x1bO";

/// Characters to the inch.
const PITCH: f32 = 12.0;

const BOLD: &[u8] = b"\x1bE";
const PLAIN: &[u8] = b"\x1bF";
const LINE: &[u8] = b"\r\n";
const FORM: u8 = 0x0c;

/// Lines to the inch, and the order for them.
const LINES: [(f32, &[u8]); 2] = [(6.0, b"\x1b2"), (8.0, b"\x1b0")];

/// Millimetres in an inch.
const INCH: f32 = 25.4;

/// Where such a printer begins on a sheet and what it does not reach at its end, together, in
/// millimetres, and how far its first column is from the left edge.
const EDGES: f32 = 8.5 + 4.2;
const HOME: f32 = 3.0;

/// Writes the document in ESC/P. Where a page has more lines than its paper, blank ones go; refused
/// where it has too many others.
pub fn render(document: &Document) -> Result<Vec<u8>, Fault> {
    let mut pages: Vec<_> = document.pages.iter().map(text::lines).collect();
    let most = pages.iter().map(Vec::len).max().unwrap_or_default();
    let height = document.paper.height();
    let room = |lines: f32| count((height - EDGES) / INCH * lines);
    let [wide, narrow] = LINES;
    let (lines, spacing) = if most <= room(wide.0) { wide } else { narrow };
    pages.iter_mut().try_for_each(|page| tighten(page, room(lines)))?;
    let mut bytes = [RESET, READY, spacing].concat();
    bytes.extend([0x1b, b'C', short(height / INCH * lines)]);
    bytes.extend([0x1b, b'l', document.pages.first().map_or(0, margin)]);
    for lines in pages {
        for runs in lines {
            line(&mut bytes, &runs);
        }
        bytes.push(FORM);
    }
    bytes.extend(RESET);
    Ok(bytes)
}

/// Takes blank lines out of a page until it fits, each from where most of them stand together.
fn tighten(page: &mut Vec<Vec<text::Run<'_>>>, room: usize) -> Result<(), Fault> {
    while page.len() > room {
        let (mut widest, mut run) = ((0, 0), 0);
        for (nth, line) in page.iter().enumerate() {
            run = if line.is_empty() { run + 1 } else { 0 };
            widest = widest.max((run, nth));
        }
        if widest.0 == 0 {
            return Err(Fault::Overflow);
        }
        page.remove(widest.1);
    }
    Ok(())
}

/// One line: its runs, each at its column.
fn line(bytes: &mut Vec<u8>, runs: &[text::Run<'_>]) {
    let mut end = 0;
    for run in runs {
        bytes.extend(std::iter::repeat_n(b' ', run.column.saturating_sub(end)));
        let orders: [&[u8]; 2] = if run.bold { [BOLD, PLAIN] } else { [b"", b""] };
        bytes.extend(orders[0]);
        bytes.extend(run.text.chars().map(codepage::byte));
        bytes.extend(orders[1]);
        end = run.column + run.text.chars().count();
    }
    bytes.extend(LINE);
}

/// How many columns stand left of the body, so that its middle stays where it is.
fn margin(page: &Page) -> u8 {
    let middle = page.left + page.body / 2.0 - HOME;
    short(middle / INCH * PITCH - f32::from(COLUMNS) / 2.0)
}

/// Whole lines or columns of a sheet, as a byte.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sheet: 0 to 127")]
const fn short(length: f32) -> u8 {
    length.clamp(0.0, 127.0) as u8
}

/// Whole lines of a sheet.
fn count(length: f32) -> usize {
    usize::from(short(length))
}
