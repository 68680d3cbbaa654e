//! The spelling of Indonesian names: one key for all ways to write the same word.
//!
//! # Why
//! Soekarno and Sukarno, Tjahjo and Cahyo, Syamsul and Samsul are on the KTP of people who are
//! called the same, and the clerk types what is heard. The rules follow the spelling reforms of
//! 1947 (oe) and 1972 (tj, dj, nj, sj, ch, j) and the ways Arabic names are transcribed; each only
//! has to bring the spellings of *one* name together, so a key may read oddly and two different
//! names may share one. A lone `j` was `y` before 1972, and is `j` since: it is read in the old way
//! only beside another mark of the old spelling, so that Fajar stays Fajar.

/// Words with many spellings, and short forms of them: the key, and everything that stands for it.
#[rustfmt::skip]
const SAME: &[(&str, &[&str])] = &[
    ("muhammad", &["muhammad", "muhamad", "mohammad", "mohamad", "mohammed", "mohamed", "muhammed", "muhamed",
                   "mochammad", "mochamad", "muchammad", "muchamad", "mukhamad", "mokhamad", "mokhammad",
                   "moehammad", "moehamad", "muhd", "mohd", "moh", "moch", "mokh", "muh", "much", "md"]),
    ("ahmad",    &["ahmad", "achmad", "akhmad", "ahmat", "achmat", "akhmat", "ahmed", "ach", "akh"]),
    ("abdul",    &["abdul", "abdoel", "abdool", "abdl", "abd", "abdu"]),
    ("siti",     &["siti", "sitti", "st", "sti", "sity"]),
    ("nur",      &["nur", "noer", "noor", "nuur", "nour", "nor"]),
];

/// The key of a word in small letters; the same for all spellings of one name.
#[must_use]
pub fn key(word: &str) -> String {
    match SAME.iter().find(|(_, all)| all.contains(&word)) {
        Some((key, _)) => (*key).to_owned(),
        None if word.is_ascii() => spelled(word.as_bytes()),
        None => word.to_owned(),
    }
}

/// The key of a word that is still being typed, where so much of it can only be one of those with
/// many spellings.
#[must_use]
pub fn begun(word: &str) -> Option<&'static str> {
    let fits = |all: &[&str]| all.iter().any(|one| one.len() > word.len() && one.starts_with(word));
    let mut found = SAME.iter().filter(|(_, all)| word.len() > 2 && fits(all)).map(|(key, _)| *key);
    found.next().filter(|_| found.next().is_none())
}

/// Pairs of letters that were one sound in the spelling of old: `nj` only at the beginning, for
/// Ganjar is written so today.
fn is_old(word: &[u8]) -> bool {
    word.starts_with(b"nj")
        || word.windows(2).any(|pair| matches!(pair, b"oe" | b"tj" | b"dj" | b"sj"))
}

fn spelled(word: &[u8]) -> String {
    let old = is_old(word);
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some((letters, taken)) = sound(rest, old, key.is_empty()) {
        for letter in letters.bytes() {
            // A double letter is one.
            if key.as_bytes().last() != Some(&letter) {
                key.push(char::from(letter));
            }
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    key
}

/// The letters for the sound that a word goes on with, and how many of its own they stand for.
fn sound(rest: &[u8], old: bool, first: bool) -> Option<(&'static str, usize)> {
    Some(match rest {
        [] => return None,
        // Between two vowels w and y are hardly heard: Suwarno, Suarno; Riyanto, Rianto.
        [b'o', b'e' | b'o', ..] | [b'u', b'w', b'a' | b'e' | b'i' | b'o', ..] => ("u", 2),
        [b'i', b'e', ..] | [b'i', b'y', b'a' | b'e' | b'o' | b'u', ..] => ("i", 2),
        [b't', b'j', ..] => ("c", 2),
        [b'd', b'j', ..] => ("j", 2),
        [b'n', b'j', ..] if old => ("ny", 2),
        [b's', b'j' | b'y' | b'h', ..] => ("s", 2),
        [b'c' | b'k', b'h', ..] => ("h", 2),
        [b'c', b'k', ..] => ("k", 2),
        [b'p', b'h', ..] => ("f", 2),
        [b't', b'h', ..] => ("t", 2),
        [b'd', b'h', ..] => ("d", 2),
        [b'd' | b'j', b'z', ..] => ("z", 2),
        [b'g', b'h', ..] => ("g", 2),
        [b'j', ..] if old => ("y", 1),
        [b'y'] if !first => ("i", 1),
        [b'v', ..] => ("f", 1),
        [b'q', ..] => ("k", 1),
        [b'x', ..] => ("ks", 1),
        [letter, ..] => (plain(*letter), 1),
    })
}

/// A letter or digit by itself.
fn plain(letter: u8) -> &'static str {
    const SIGNS: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    let place = match letter {
        b'0'..=b'9' => letter - b'0',
        b'a'..=b'z' => letter - b'a' + 10,
        _ => return "",
    };
    let place = usize::from(place);
    SIGNS.get(place..=place).unwrap_or_default()
}
