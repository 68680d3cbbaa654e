//! How far two names can be the name of one person: word by word, in any order, however spelt.
//!
//! # Why
//! On one paper it is M. Fauzi, on another Fauzi Muhamad; on the KTP Siti Aminah and at the counter
//! Aminah. So words are paired off as well as they can be, and what is left over on either side
//! counts against. A name of one word is the name of many, and proves less.
use crate::domain::{name_words, slips::slips, spelling};

/// Words of a name that are compared; nobody is told apart by the seventh.
pub const WORDS: usize = 6;

/// What an initial is worth that could be the word on the other side.
const INITIAL: u32 = 60;
/// What a word with one slip is worth, and with two.
const SLIPPED: [u32; 3] = [100, 85, 65];
/// What is left where only one word of each is the same.
const ALONE: u32 = 76;

/// The spelling keys of the words of a name.
#[must_use]
pub fn keys(name: &str) -> Vec<String> {
    let words = name_words::words(name);
    words.iter().take(WORDS).map(|word| spelling::key(word)).collect()
}

/// How far two names agree, in percent.
#[must_use]
pub fn fit(one: &str, other: &str) -> u8 {
    of_keys(&keys(one), &keys(other))
}

/// The same for names whose keys are known.
#[must_use]
pub fn of_keys(one: &[String], other: &[String]) -> u8 {
    let all = one.len() + other.len();
    if one.is_empty() || other.is_empty() {
        return 0;
    }
    let (worth, pairs) = paired(one, other);
    let whole = u32::try_from(all).unwrap_or(u32::MAX);
    let alone = if pairs == 1 { ALONE } else { 100 };
    u8::try_from(worth * 2 / whole * alone / 100).unwrap_or(100)
}

/// What the pairs of words are worth together in the best pairing, and how many there are.
fn paired(one: &[String], other: &[String]) -> (u32, u32) {
    let Some((word, rest)) = one.split_first() else { return (0, 0) };
    let with = other.iter().enumerate().filter_map(|(place, candidate)| {
        let worth = Some(words(word, candidate)).filter(|worth| *worth > 0)?;
        let mut left = other.to_vec();
        left.remove(place);
        let (more, pairs) = paired(rest, &left);
        Some((more + worth, pairs + 1))
    });
    with.chain([paired(rest, other)]).max().unwrap_or_default()
}

/// How far two words agree, in percent.
fn words(one: &str, other: &str) -> u32 {
    if one == other {
        return if one.len() == 1 { INITIAL } else { 100 };
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.len() == 1 {
        return if long.starts_with(short) { INITIAL } else { 0 };
    }
    let most = match short.len() {
        // Budi is not Rudi.
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    };
    let found = slips(one, other, most).and_then(|slips| SLIPPED.get(slips));
    found.copied().unwrap_or_default()
}
