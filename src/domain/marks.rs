//! A set of row numbers, one bit each.
use std::ops::Range;

/// Rows of a table that are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks(Vec<u64>);

impl Marks {
    /// No mark on that many rows.
    #[must_use]
    pub fn none(rows: usize) -> Self {
        Self(vec![0; rows.div_ceil(64)])
    }

    /// Marks one row; rows outside the table are ignored.
    pub fn mark(&mut self, row: usize) {
        if let Some(word) = self.0.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// Marks a range of rows.
    pub fn mark_all(&mut self, rows: Range<usize>) {
        let words = rows.start / 64..rows.end.div_ceil(64);
        let first = words.start * 64;
        for (word, before) in self.0.get_mut(words).into_iter().flatten().zip((first..).step_by(64))
        {
            // The bits below a row, of those in this word.
            let below = |row: usize| match row.saturating_sub(before) {
                bits @ 0..64 => (1 << bits) - 1,
                _ => u64::MAX,
            };
            *word |= below(rows.end) & !below(rows.start);
        }
    }

    /// Whether a row is marked.
    #[must_use]
    pub fn has(&self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Keeps the marks that the other set has too.
    pub fn keep(&mut self, other: &Self) {
        for (word, theirs) in self.0.iter_mut().zip(&other.0) {
            *word &= theirs;
        }
    }

    /// Takes away the marks that the other set has.
    pub fn remove(&mut self, other: &Self) {
        for (word, theirs) in self.0.iter_mut().zip(&other.0) {
            *word &= !theirs;
        }
    }

    /// The marked rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.checked_ilog2().map(|_| left.trailing_zeros())?;
                left &= left - 1;
                Some(place * 64 + bit as usize)
            })
        })
    }
}
