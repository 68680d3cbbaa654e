//! Text that nobody should type, for every reader of text, and the day on which it is typed.
use chrono::NaiveDate;
use proptest::{prelude::any, prop_oneof, sample::select, strategy::Strategy};

/// Tuesday, 24 November 2026.
pub fn today() -> NaiveDate {
    day("2026-11-24")
}

/// A day in ISO order.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// Any characters, among them pieces that readers stumble over.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[0-9]{1,16}",
        "[ -~]{1,8}",
        select(PIECES).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "\u{1b}[2J",
    "\u{1b}[",
    "\u{1b}]0;judul\u{7}",
    "\u{1b}]52;c;",
    "\u{1b}P1$r\u{1b}\\",
    "\u{1b}",
    "\u{9b}31m",
    "\u{9d}0;",
    "\u{7}",
    "\u{8}",
    "\0",
    "\r",
    "\n",
    "\t",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{fe0f}",
    "\u{e0041}",
    "\u{301}",
    "\u{327}",
    "\u{5bf}",
    "\u{1f3fd}",
    "👨‍👩‍👧‍👦",
    "🇮🇩",
    "é",
    "Ѕіtі",
    "６４７１",
    "٦٤٧١",
    "\u{1160}",
    "\u{1100}",
    "\u{ac00}",
    "ß",
    "İ",
    "ﬁ",
    "½",
    "64.71.05.1001",
    "Agustus",
    "-",
    ".",
    "/",
    "h+",
    "99999",
    "+62",
];
