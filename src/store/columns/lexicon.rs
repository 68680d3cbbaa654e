//! Every word that is in a name, once, and who has it.
//!
//! # Why
//! A million names are made of some ten thousand words. So what is typed is looked up among the
//! words, in any spelling and with slips, and only whoever has one of the words that fit is looked
//! at. That is quicker than running through all names even once.
use std::collections::HashMap;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use crate::domain::{slips::Slips, spelling};

/// How far a word is from what was typed; smaller is better, and what is added up over all words of
/// a query decides who comes first.
pub type Cost = u8;

/// It is the word itself.
pub const SELF: Cost = 0;
/// It begins with it.
pub const START: Cost = 1;
/// It is the word in another spelling.
pub const SPELLED: Cost = 2;
/// It begins with it in another spelling.
pub const SPELLED_START: Cost = 3;
/// It is only the first letter of what was typed.
pub const INITIAL: Cost = 4;
/// It has it in the middle: just what was typed, and so nearer than any slip.
pub const INSIDE: Cost = 5;
/// One slip away; one more where the rest of the word was not typed yet.
pub const SLIP: Cost = 7;
/// Two slips away, or one more.
pub const SLIPS: Cost = 9;
/// It does not fit.
pub const NEVER: Cost = Cost::MAX;

/// Whether a word that is so far from what was typed was typed to its end.
#[must_use]
pub const fn is_whole(cost: Cost) -> bool {
    matches!(cost, SELF | SPELLED | SLIP | SLIPS)
}

/// Words shorter than this have no slips: everything would fit.
const SLIPPERY: usize = 4;

/// From this length on a word may have two.
const TWICE: usize = 7;

/// The words.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    plain: Lines,
    keys: Lines,
    #[serde(skip)]
    numbers: HashMap<Box<str>, u32>,
    /// The slots that have each word.
    #[serde(skip)]
    holders: Vec<Vec<u32>>,
}

/// Many words in one string, each behind a line end.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Lines {
    text: String,
    starts: Vec<u32>,
    /// The letters of each, a bit each.
    letters: Vec<u32>,
}

impl Lines {
    fn push(&mut self, word: &str) {
        self.text.push('\n');
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(word);
        self.letters.push(letters(word));
    }

    fn get(&self, number: usize) -> &str {
        let start = self.starts.get(number).map_or(0, |start| *start as usize);
        let next = self.starts.get(number + 1).map_or(self.text.len(), |next| *next as usize - 1);
        self.text.get(start..next).unwrap_or_default()
    }

    /// Tells every place of a part: the number of the word, and whether it begins and ends there.
    fn find(&self, part: &str, mut tell: impl FnMut(usize, bool, bool)) {
        let bytes = self.text.as_bytes();
        let mut number = 0;
        for place in memmem::find_iter(bytes, part.as_bytes()) {
            // The line end before a word may be part of what is looked for.
            let begins = part.starts_with('\n')
                || place.checked_sub(1).is_some_and(|at| bytes.get(at) == Some(&b'\n'));
            let first = place + usize::from(part.starts_with('\n'));
            let later = self.starts.get(number..).unwrap_or_default();
            number += later.partition_point(|start| *start as usize <= first) - 1;
            let end = place + part.len();
            tell(number, begins, matches!(bytes.get(end), None | Some(b'\n')));
        }
    }
}

impl Lexicon {
    /// The number of a word, which is new to it or not.
    pub fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = place(self.len());
        self.plain.push(word);
        self.keys.push(&spelling::key(word));
        self.holders.push(Vec::new());
        self.numbers.insert(word.into(), number);
        number
    }

    /// The number of a word that is known.
    #[must_use]
    pub fn known(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The word of a number.
    #[must_use]
    pub fn word(&self, number: u32) -> &str {
        self.plain.get(number as usize)
    }

    /// How many words there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.plain.letters.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.plain.letters.is_empty()
    }

    /// Who has a word.
    #[must_use]
    pub fn holders(&self, number: u32) -> &[u32] {
        self.holders.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// Notes that a slot has these words.
    pub fn hold(&mut self, slot: u32, words: &[u32]) {
        for word in words {
            if let Some(holders) = self.holders.get_mut(*word as usize)
                && holders.last() != Some(&slot)
            {
                holders.push(slot);
            }
        }
    }

    /// Notes that a slot has these words no more.
    pub fn release(&mut self, slot: u32, words: &[u32]) {
        for word in words {
            if let Some(holders) = self.holders.get_mut(*word as usize) {
                holders.retain(|holder| *holder != slot);
            }
        }
    }

    /// Makes the look-ups anew after the words were read from a file; `all` tells the words of
    /// every slot.
    pub fn relink<'a>(&mut self, all: impl Iterator<Item = (u32, &'a [u32])> + Clone) {
        self.numbers = (0..self.len()).map(|at| (self.plain.get(at).into(), place(at))).collect();
        let mut counts = vec![0; self.len()];
        for word in all.clone().flat_map(|(_, words)| words) {
            if let Some(count) = counts.get_mut(*word as usize) {
                *count += 1;
            }
        }
        self.holders = counts.into_iter().map(Vec::with_capacity).collect();
        for (slot, words) in all {
            self.hold(slot, words);
        }
    }

    /// Tells which words what was typed may mean, and how far each is from it.
    pub fn fitting(&self, typed: &str, costs: &mut [Cost]) {
        let mut put = |at: usize, cost: Cost| {
            if let Some(known) = costs.get_mut(at) {
                *known = (*known).min(cost);
            }
        };
        if typed.len() < 2 {
            self.plain.find(&format!("\n{typed}"), |at, _, ends| {
                put(at, if ends { SELF } else { START });
            });
            return;
        }
        self.plain.find(typed, |at, begins, ends| {
            put(
                at,
                match (begins, ends) {
                    (true, true) => SELF,
                    (true, false) => START,
                    _ => INSIDE,
                },
            );
        });
        let mut spelled = |key: &str| {
            self.keys.find(&format!("\n{key}"), |at, _, ends| {
                put(at, if ends { SPELLED } else { SPELLED_START });
            });
        };
        if typed.len() > 2 {
            spelled(&spelling::key(typed));
            if let Some(key) = spelling::begun(typed) {
                spelled(key);
            }
        }
    }

    /// Tells the words that are one letter, and begin what was typed.
    pub fn initials(&self, typed: &str, costs: &mut [Cost]) {
        let keys = [typed.to_owned(), spelling::key(typed)];
        for first in keys.iter().filter_map(|key| key.get(..1)) {
            if let Some(cost) = self.known(first).and_then(|at| costs.get_mut(at as usize)) {
                *cost = (*cost).min(INITIAL);
            }
        }
    }

    /// Tells the words that what was typed may mean if a finger slipped; of the last word of a query
    /// the rest may not have been typed yet.
    pub fn slipped(&self, typed: &str, last: bool, costs: &mut [Cost]) {
        for (typed, words) in [(typed, &self.plain), (&spelling::key(typed), &self.keys)] {
            words.slipped(typed, last, costs);
        }
    }
}

impl Lines {
    fn slipped(&self, typed: &str, last: bool, costs: &mut [Cost]) {
        if typed.len() < SLIPPERY {
            return;
        }
        let most = if typed.len() < TWICE { 1 } else { 2 };
        let (slips, wanted) = (Slips::of(typed), letters(typed));
        for ((at, cost), known) in costs.iter_mut().enumerate().zip(&self.letters) {
            // A slip changes at most one letter; nearly all words are told apart by that alone.
            if *cost <= SLIP || more(wanted & !known, most) {
                continue;
            }
            let word = self.get(at);
            let whole = word.len().abs_diff(typed.len()) <= most && !more(known & !wanted, most);
            let found = if whole { slips.from(word, most) } else { None };
            let found = found.map(|count| (count, 0)).or_else(|| {
                let start = word.get(..typed.len()).filter(|_| last && word.len() > typed.len())?;
                slips.from(start, most).map(|count| (count, 1))
            });
            if let Some((count, rest)) = found {
                *cost = (*cost).min(if count > 1 { SLIPS } else { SLIP } + rest);
            }
        }
    }
}

/// Whether more than so many bits are set.
const fn more(mut bits: u32, most: usize) -> bool {
    let mut left = most;
    while left > 0 && bits != 0 {
        bits &= bits - 1;
        left -= 1;
    }
    bits != 0
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The letters of a word, a bit each.
fn letters(word: &str) -> u32 {
    let bit = |byte: u8| if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { 1 << 31 };
    word.bytes().fold(0, |letters, byte| letters | bit(byte))
}
