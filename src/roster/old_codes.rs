//! The codes and words of the 22 kinds that lists used before there were 26.
//!
//! # Why
//! Two of the old kinds have no counterpart today. Nobody but the office can say what such a person
//! is now, so they are told and asked, never guessed.
use crate::domain::{ppks::Ppks, text::folded};

/// What an old code means today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today {
    Kind(Ppks),
    /// There is none: somebody has to say.
    Nothing,
}

/// The table: code, name, today's code, remark, source.
const TABLE: &str = include_str!("../../assets/ref/pmks_lama.tsv");

/// What a code or the name of an old kind means today, if it is one.
#[must_use]
pub fn today(told: &str) -> Option<Today> {
    let key = folded(told);
    let row = TABLE.lines().skip(1).find_map(|line| {
        let mut cells = line.split('\t');
        let (code, name, now) = (cells.next()?, cells.next()?, cells.next()?);
        (key == folded(code) || key == folded(name)).then_some(now)
    })?;
    Some(row.parse().map_or(Today::Nothing, Today::Kind))
}
