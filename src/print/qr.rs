//! QR squares: which of their modules are dark, and the same for a screen.
use fast_qr::{ECL, QRBuilder};

use crate::{fault::Fault, print::page::Square};

/// The light modules that must surround a square for a reader to find it.
pub const QUIET: usize = 4;

/// The dark modules of a square, row by row, without the quiet rim. Survives a loss of 15 %.
pub fn modules(content: &str) -> Result<Vec<Vec<bool>>, Fault> {
    let code = QRBuilder::new(content).ecl(ECL::M).build();
    let code = code.map_err(|_| Fault::Overflow)?;
    Ok((0..code.size).map(|row| code[row].iter().map(|module| module.value()).collect()).collect())
}

/// The dark modules of a square on paper, neighbours in a row as one bar: left, top, right, bottom,
/// in millimetres of the paper.
#[allow(clippy::cast_precision_loss, reason = "177 modules at most")]
pub fn bars(square: &Square) -> Result<Vec<[f32; 4]>, Fault> {
    let modules = modules(&square.content)?;
    let side = square.side / modules.len() as f32;
    let mut bars = Vec::new();
    for (row, modules) in modules.iter().enumerate() {
        let top = square.y + row as f32 * side;
        let mut from = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            let (left, right) = (from as f32 * side, (from + run.len()) as f32 * side);
            from += run.len();
            if run.first() == Some(&true) {
                bars.push([square.x + left, top, square.x + right, top + side]);
            }
        }
    }
    Ok(bars)
}

/// The square with its quiet rim as half blocks, two rows of modules in a line of text: the dark
/// modules are left blank and the light ones filled, as for a dark screen.
pub fn screen(content: &str) -> Result<Vec<String>, Fault> {
    let modules = modules(content)?;
    let side = modules.len() + 2 * QUIET;
    let light = |row: usize, column: usize| {
        let inside = row.checked_sub(QUIET).zip(column.checked_sub(QUIET));
        let dark = inside.and_then(|(row, column)| modules.get(row)?.get(column).copied());
        row < side && !dark.unwrap_or(false)
    };
    let pair = |row: usize, column: usize| match (light(row, column), light(row + 1, column)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let rows = (0..side).step_by(2);
    Ok(rows.map(|row| (0..side).map(|column| pair(row, column)).collect()).collect())
}
