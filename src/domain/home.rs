//! A home: where people live under one roof, whatever card they stand on.
//!
//! # Why
//! A street alone is no home: half an RT lives in "Jl. Melati". So only an address that ends in the
//! number of a house is one, and the same house must be in the same kelurahan and RT. Where no
//! number was told, the desk says nothing rather than put neighbours under one roof.
use crate::domain::{area::Area, count::Rt, resident::Address, text::folded};

/// One house.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Home {
    area: Area,
    rt: Option<Rt>,
    /// The street and the number, as one key for every way of writing them.
    street: String,
}

/// Words of an address that are written or left out, and mean the same.
const SAME: &[(&str, &str)] = &[
    ("jalan", "jl"),
    ("jln", "jl"),
    ("gang", "gg"),
    ("lorong", "lr"),
    ("lrg", "lr"),
    ("komplek", "komp"),
    ("kompleks", "komp"),
    ("perumahan", "perum"),
    ("nomor", ""),
    ("nomer", ""),
    ("no", ""),
    ("nmr", ""),
    ("rumah", ""),
];

/// Words before a number that make it the number of a way, not of a house.
const WAYS: &[&str] = &["gg", "jl", "lr", "km", "blok", "kav", "dusun", "strat"];

impl Home {
    /// The house that an address names; none where it names only a street, or nothing.
    #[must_use]
    pub fn of(address: &Address) -> Option<Self> {
        let told = folded(address.street.as_ref()?.as_str());
        // What follows is asked for apart, and often written here too.
        let street: Vec<&str> =
            told.split(' ').take_while(|word| !matches!(*word, "rt" | "rw")).collect();
        let mut words = street.iter().rev().copied().peekable();
        // "12 A" is one number.
        words.next_if(|last| last.len() == 1 && last.starts_with(|c: char| c.is_alphabetic()));
        let number = words.next()?;
        let first = number.starts_with(|c: char| c.is_ascii_digit());
        let short = number.len() <= 4 && number.ends_with(|c: char| c.is_ascii_digit());
        // "Strat 3" is a way, "Strat No. 3" a house in it.
        let house = words.next().is_some_and(|before| !WAYS.contains(&same(before)));
        let area = address.area?;
        (house && (first || short)).then(|| Self { area, rt: address.rt, street: key(&street) })
    }

    /// A number that is the same for the same house, on every computer and for ever; other houses
    /// may have it too.
    #[must_use]
    pub fn sign(&self) -> u32 {
        let rt = self.rt.map_or(0, Rt::get);
        let code = self.area.to_string();
        let rt = rt.to_string();
        let bytes = code.bytes().chain(rt.bytes()).chain(self.street.bytes());
        // FNV-1a: spreads well enough for a look-up that is checked afterwards.
        bytes
            .fold(0x811c_9dc5, |sign: u32, byte| (sign ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

fn key(street: &[&str]) -> String {
    street
        .iter()
        .map(|word| same(word))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The word that stands for all of the same meaning.
fn same(word: &str) -> &str {
    SAME.iter().find(|(told, _)| *told == word).map_or(word, |(_, key)| key)
}
