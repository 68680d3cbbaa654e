//! How far a job is, in one line of plain signs.

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

/// A number with a dot before every three digits.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
