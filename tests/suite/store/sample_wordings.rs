//! Words of an office for its letters, its own and the program's again.
use loket::domain::wording::Wording;

use crate::store::samples::{day, say};

pub fn wordings() -> [Wording; 2] {
    let own = "# Kop kami\nkop-besar: {{kantor}}\n\ngaris:\n";
    let wording = |piece: &str, words, since| Wording { piece: piece.to_owned(), words, since };
    [wording("kop", Some(say(own)), day(2026, 11, 24)), wording("rujukan", None, day(2026, 11, 25))]
}
