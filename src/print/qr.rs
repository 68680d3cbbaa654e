//! QR squares: which of their modules are dark, and the same for a screen.
use fast_qr::{ECL, QRBuilder};

use crate::fault::Fault;

/// The light modules that must surround a square for a reader to find it.
pub const QUIET: usize = 4;

/// The dark modules of a square, row by row, without the quiet rim. Survives a loss of 15 %.
pub fn modules(content: &str) -> Result<Vec<Vec<bool>>, Fault> {
    let code = QRBuilder::new(content).ecl(ECL::M).build();
    let code = code.map_err(|_| Fault::Overflow)?;
    Ok((0..code.size).map(|row| code[row].iter().map(|module| module.value()).collect()).collect())
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
