//! How far a job is, in one line of plain signs.
use crate::domain::count::grouped;

/// Columns of the bar between its brackets.
const BAR: u64 = 20;

/// `340 dari 1.000 [######              ]`, or only the count where the end is not known.
#[must_use]
pub fn gauge(done: u64, of: u64) -> String {
    if of == 0 {
        return grouped(done);
    }
    let done = done.min(of);
    let full = usize::try_from(u128::from(done) * u128::from(BAR) / u128::from(of)).unwrap_or(0);
    let rest = usize::try_from(BAR).unwrap_or(0) - full;
    format!("{} dari {} [{}{}]", grouped(done), grouped(of), "#".repeat(full), " ".repeat(rest))
}
