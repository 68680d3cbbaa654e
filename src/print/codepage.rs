//! The characters that printers with fonts of their own have: which byte prints which.
//!
//! # Why
//! Only places where the code pages 437 and 850 agree are used. Every such printer wakes up in one
//! of the two or can be told, and a cheap one that is deaf to the order prints the same. What they
//! lack is printed as what it looks like, one character for one, so that every column stays.
use unicode_normalization::UnicodeNormalization as _;

/// Above ASCII: what code pages 437 and 850 have at the same places.
#[rustfmt::skip]
const SHARED: &[(char, u8)] = &[
    ('Ç', 0x80), ('ü', 0x81), ('é', 0x82), ('â', 0x83), ('ä', 0x84), ('à', 0x85), ('å', 0x86),
    ('ç', 0x87), ('ê', 0x88), ('ë', 0x89), ('è', 0x8a), ('ï', 0x8b), ('î', 0x8c), ('ì', 0x8d),
    ('Ä', 0x8e), ('Å', 0x8f), ('É', 0x90), ('æ', 0x91), ('Æ', 0x92), ('ô', 0x93), ('ö', 0x94),
    ('ò', 0x95), ('û', 0x96), ('ù', 0x97), ('ÿ', 0x98), ('Ö', 0x99), ('Ü', 0x9a), ('£', 0x9c),
    ('á', 0xa0), ('í', 0xa1), ('ó', 0xa2), ('ú', 0xa3), ('ñ', 0xa4), ('Ñ', 0xa5), ('ª', 0xa6),
    ('º', 0xa7), ('¿', 0xa8), ('¬', 0xaa), ('½', 0xab), ('¼', 0xac), ('¡', 0xad), ('«', 0xae),
    ('»', 0xaf), ('─', 0xc4), ('ß', 0xe1), ('µ', 0xe6), ('±', 0xf1), ('÷', 0xf6), ('°', 0xf8),
    ('·', 0xfa), ('²', 0xfd), ('■', 0xfe),
];

/// What stands in for characters that are on no such printer and are made of no simpler one.
#[rustfmt::skip]
const ALIKE: &[(&str, char)] = &[
    ("‐‑‒–—―−¯", '-'), ("‘’‚‛ʻʼʽʾʿ´", '\''), ("“”„¨", '"'), ("•", '·'), ("…", '.'), ("□", '■'),
    ("×", 'x'), ("¸", ','), ("¦", '|'), ("€", 'E'), ("¥", 'Y'), ("¢©", 'c'), ("®", 'r'),
    ("§", 'S'), ("¶", 'P'), ("¤", '*'), ("¾", '3'), ("ÐĐ", 'D'), ("ðđ", 'd'), ("ØŒ", 'O'),
    ("øœ", 'o'), ("Þ", 'T'), ("þ", 't'), ("Ħ", 'H'), ("ħ", 'h'), ("ı", 'i'), ("ĸ", 'k'),
    ("Ł", 'L'), ("ł", 'l'), ("Ŋ", 'N'), ("ŋ", 'n'), ("Ŧ", 'T'), ("ŧ", 't'),
];

/// Stands for what cannot be printed at all.
const UNKNOWN: char = '?';

/// What comes out of the printer for a character.
#[must_use]
pub fn printed(letter: char) -> char {
    if matches!(letter, ' '..='~') || shared(letter).is_some() {
        return letter;
    }
    let alike = ALIKE.iter().find(|(those, _)| those.contains(letter));
    let simpler = || letter.nfkd().find(char::is_ascii_alphanumeric);
    alike.map(|(_, this)| *this).or_else(simpler).unwrap_or(UNKNOWN)
}

/// The byte that prints a character, or what stands in for it.
#[must_use]
pub fn byte(letter: char) -> u8 {
    let letter = printed(letter);
    shared(letter).or_else(|| u8::try_from(letter).ok()).unwrap_or(b'?')
}

fn shared(letter: char) -> Option<u8> {
    SHARED.iter().find(|(known, _)| *known == letter).map(|(_, byte)| *byte)
}
