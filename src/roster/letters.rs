//! How the letters of a text file are written, and how that is found out.
//!
//! # Why
//! Windows-1252 cannot be told from other old encodings, and a wrong guess is a wrong name on a
//! letter. So only what proves itself is read without asking: UTF-8 by its form, UTF-16 by its mark.
use std::io::{self, BufRead, Read};

use crate::{choices, domain::misfit::Misfit};

choices! {
    /// An encoding.
    Letters {
        Utf8 = "utf8", "UTF-8";
        Utf16Little = "utf16le", "UTF-16";
        Utf16Big = "utf16be", "UTF-16 BE";
        Windows = "1252", "Windows-1252";
    }
}

/// The marks that stand at the begin of a file.
const UTF8: &[u8] = b"\xef\xbb\xbf";
const LITTLE: &[u8] = b"\xff\xfe";
const BIG: &[u8] = b"\xfe\xff";

/// What Windows-1252 has from 0x80 to 0x9f; five of them are nothing.
#[rustfmt::skip]
const WINDOWS: [char; 32] = [
    '\u{20ac}', '\u{fffd}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{fffd}', '\u{17d}', '\u{fffd}',
    '\u{fffd}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{fffd}', '\u{17e}', '\u{178}',
];

/// The encoding that the first bytes name, and how many bytes the mark takes.
pub fn marked(head: &[u8]) -> Result<(Letters, usize), Misfit> {
    if head.starts_with(b"\xff\xfe\0\0") || head.starts_with(b"\0\0\xfe\xff") {
        return Err(Misfit::Utf32);
    }
    for (mark, letters) in
        [(UTF8, Letters::Utf8), (LITTLE, Letters::Utf16Little), (BIG, Letters::Utf16Big)]
    {
        if head.starts_with(mark) {
            return Ok((letters, mark.len()));
        }
    }
    if head.contains(&0) { Err(unmarked(head)) } else { Ok((Letters::Utf8, 0)) }
}

/// What bytes with zeros among them are.
fn unmarked(head: &[u8]) -> Misfit {
    let whole = head.len() & !3;
    let mut zeros = [0_usize; 4];
    for (place, byte) in head.iter().take(whole).enumerate() {
        zeros[place % 4] += usize::from(*byte == 0);
    }
    let most = whole / 4;
    let full = |place: usize| most > 0 && zeros[place] * 10 >= most * 9;
    let bare = |place: usize| zeros[place] * 10 <= most;
    match [0, 1, 2, 3].map(full) {
        [false, true, true, true] | [true, true, true, false] => Misfit::Utf32,
        [true, false, true, false] if bare(1) && bare(3) => Misfit::Utf16,
        [false, true, false, true] if bare(0) && bare(2) => Misfit::Utf16,
        _ => Misfit::NotText,
    }
}

/// The letters of a line in Windows-1252.
#[must_use]
pub fn windows(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS[usize::from(*byte - 0x80)],
        byte => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// Reads UTF-16 as UTF-8; a half letter becomes U+FFFD.
#[derive(Debug)]
pub struct Wide<R> {
    from: R,
    big: bool,
    /// The first half of a letter whose second half has not come yet.
    half: Option<u16>,
    made: Vec<u8>,
    given: usize,
}

impl<R: Read> Wide<R> {
    /// Reads from there, behind the mark.
    pub const fn new(from: R, big: bool) -> Self {
        Self { from, big, half: None, made: Vec::new(), given: 0 }
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = Vec::with_capacity(16 << 10);
        self.from.by_ref().take(16 << 10).read_to_end(&mut bytes)?;
        (self.given, self.made) = (0, Vec::with_capacity(bytes.len() * 2));
        let ended = bytes.len() < 16 << 10;
        let (pairs, odd) = bytes.as_chunks::<2>();
        let unit = |pair: &[u8; 2]| {
            if self.big { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) }
        };
        let mut units: Vec<u16> =
            self.half.take().into_iter().chain(pairs.iter().map(unit)).collect();
        if !ended && units.last().is_some_and(|unit| (0xd800..0xdc00).contains(unit)) {
            self.half = units.pop();
        }
        let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}'));
        let text: String = letters.chain((!odd.is_empty()).then_some('\u{fffd}')).collect();
        self.made = text.into_bytes();
        Ok(())
    }
}

impl<R: Read> Read for Wide<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let held = self.fill_buf()?;
        let count = held.len().min(to.len());
        to[..count].copy_from_slice(&held[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Wide<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.given >= self.made.len() {
            self.fill()?;
        }
        Ok(self.made.get(self.given..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.given += count;
    }
}
