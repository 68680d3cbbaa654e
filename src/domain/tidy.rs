//! One clean line out of anything that was typed, pasted or read from a file.
//!
//! # Why
//! Pasted text carries terminal commands, text that runs backwards and signs nobody sees. Taking
//! them out where text comes in keeps every screen, letter and export behind it simple. Only whole
//! commands go with their contents; where the end of one is missing, what follows may be somebody's
//! words and stays. Emoji lose their joiners, so that each takes the columns it takes alone.
use std::{iter::Peekable, str::Chars};

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// How many marks one letter keeps: Vietnamese and transliterated Arabic need two.
pub const MARKS: usize = 2;

/// Makes one clean line of anything: NFC, no terminal commands, no invisible or turning signs, at
/// most two marks on a letter, every run of blanks and line ends a single space.
#[must_use]
pub fn clean(raw: &str) -> String {
    let mut line = String::with_capacity(raw.len());
    // Nearly everything that is typed is this, and it takes a tenth of the time.
    if raw.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        for word in raw.split_ascii_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        return line;
    }
    let (mut gap, mut marks) = (false, None);
    for c in visible(raw).nfc() {
        if c.is_whitespace() {
            (gap, marks) = (true, None);
        } else if clings(c) {
            // A mark that stands on nothing is dropped too.
            if let Some(count) = marks.as_mut().filter(|count| **count < MARKS) {
                *count += 1;
                line.push(c);
            }
        } else {
            if gap && !line.is_empty() {
                line.push(' ');
            }
            (gap, marks) = (false, Some(0));
            line.push(c);
        }
    }
    line
}

/// A clean line whose digits and signs are the plain ones: `６４` is `64` (NFKC).
#[must_use]
pub fn plain(raw: &str) -> String {
    let line = clean(raw);
    if line.is_ascii() { line } else { line.nfkc().collect() }
}

/// Whether a character hangs on the one before it: marks, and the skin colours of emoji.
fn clings(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Whether a character shows nothing by itself: controls, direction, joiners, selectors, tags,
/// fillers, private and broken ones.
#[must_use]
pub const fn vanishes(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
            | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}'
    )
}

/// The characters of a text without whole terminal commands and without what shows nothing.
fn visible(raw: &str) -> impl Iterator<Item = char> {
    let mut rest = raw.chars().peekable();
    // Once no end was found for a string command, later ones have none either.
    let mut endless = false;
    std::iter::from_fn(move || {
        loop {
            match (rest.next()?, rest.peek()) {
                ('\u{1b}', Some('[')) => {
                    rest.next();
                    skip_sequence(&mut rest);
                }
                ('\u{9b}', _) => skip_sequence(&mut rest),
                ('\u{1b}', Some(']' | 'P' | 'X' | '^' | '_')) => {
                    rest.next();
                    endless = endless || !skip_string(&mut rest);
                }
                ('\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}', _) => {
                    endless = endless || !skip_string(&mut rest);
                }
                (c, _) if vanishes(c) => {}
                (c, _) => return Some(c),
            }
        }
    })
}

/// Skips the parameters and the last letter of a control sequence (ECMA-48, 5.4).
fn skip_sequence(rest: &mut Peekable<Chars<'_>>) {
    while rest.next_if(|c| matches!(c, ' '..='?')).is_some() {}
    rest.next_if(|c| matches!(c, '@'..='~'));
}

/// Skips a control string with its end (ECMA-48, 5.6). Where there is no end, nothing is skipped
/// and the words stay.
fn skip_string(rest: &mut Peekable<Chars<'_>>) -> bool {
    let mut ahead = rest.clone();
    while let Some(c) = ahead.next() {
        let ended = match c {
            '\u{7}' | '\u{9c}' => true,
            '\u{1b}' => ahead.next_if_eq(&'\\').is_some(),
            _ => false,
        };
        if ended {
            *rest = ahead;
            return true;
        }
    }
    false
}
