//! Two records trait by trait: how far each agrees, and the words for it.
use chrono::{Datelike as _, NaiveDate};

use crate::domain::{
    date::Day,
    name_fit,
    resident::{Address, Birth, Called, Resident},
    slips::slips,
    text::{Name, folded},
};

/// How far a trait agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// From 0, another one, to 100, the same.
    pub percent: u8,
    pub words: &'static str,
}

const fn fit(percent: u8, words: &'static str) -> Fit {
    Fit { percent, words }
}

/// The first row whose number of slips is not too small.
fn slipped(one: &str, other: &str, rows: &[Fit], else_words: &'static str) -> Fit {
    let most = rows.len().saturating_sub(1);
    let found = slips(one, other, most).and_then(|slips| rows.get(slips));
    found.copied().unwrap_or(fit(0, else_words))
}

/// By NIK: two that are a slip apart may be one that was mistyped; but neighbours who were born on
/// one day have them too, so it proves nothing.
#[must_use]
pub fn nik(one: &Resident, other: &Resident) -> Option<Fit> {
    let (one, other) = (one.nik()?.to_string(), other.nik()?.to_string());
    let rows = [
        fit(100, "NIK sama"),
        fit(15, "NIK beda satu angka, atau dua angka bertukar"),
        fit(0, "NIK beda dua angka"),
    ];
    Some(slipped(&one, &other, &rows, "NIK berbeda"))
}

/// By the number of the KK.
#[must_use]
pub fn kk(one: &Resident, other: &Resident) -> Option<Fit> {
    let (one, other) = (one.family.kk?.to_string(), other.family.kk?.to_string());
    let rows = [fit(100, "nomor KK sama"), fit(60, "nomor KK beda satu angka")];
    Some(slipped(&one, &other, &rows, "nomor KK berbeda"))
}

/// By telephone.
#[must_use]
pub fn phone(one: &Resident, other: &Resident) -> Option<Fit> {
    let (one, other) = (one.phone.as_ref()?.digits(), other.phone.as_ref()?.digits());
    let rows = [fit(100, "telepon sama"), fit(50, "telepon beda satu angka")];
    Some(slipped(one, other, &rows, "telepon berbeda"))
}

/// By the name on the card.
#[must_use]
pub fn name(one: &Resident, other: &Resident) -> Option<Fit> {
    let (one, other) = (full(one)?, full(other)?);
    let same = folded(one.as_str()) == folded(other.as_str());
    let words = ["nama sama", "nama sama, lain ejaan atau urutan", "nama mirip", "nama berbeda"];
    Some(named(name_fit::fit(one.as_str(), other.as_str()), same, words))
}

/// By what one is called and the other is called or named.
#[must_use]
pub fn alias(one: &Resident, other: &Resident) -> Option<Fit> {
    let pairs =
        [(one.alias(), other.alias()), (one.alias(), full(other)), (full(one), other.alias())];
    let found = pairs.into_iter().filter_map(|(one, other)| one.zip(other));
    let best = found.map(|(one, other)| name_fit::fit(one.as_str(), other.as_str())).max()?;
    let words = ["panggilan sama", "panggilan sama", "panggilan mirip", "panggilan berbeda"];
    Some(named(best, false, words))
}

/// By the mother's name.
#[must_use]
pub fn mother(one: &Resident, other: &Resident) -> Option<Fit> {
    let (one, other) = (one.family.mother.as_ref()?, other.family.mother.as_ref()?);
    let words = ["nama ibu sama", "nama ibu sama", "nama ibu mirip", "nama ibu berbeda"];
    Some(named(name_fit::fit(one.as_str(), other.as_str()), false, words))
}

/// The words for names that agree so far: the same letters, the same words, some words, none.
const fn named(percent: u8, same: bool, words: [&'static str; 4]) -> Fit {
    let [letters, all, some, none] = words;
    match percent {
        // A name of one word is worth less, but is the same all the same.
        _ if same => fit(percent, letters),
        75.. => fit(percent, all),
        50.. => fit(percent, some),
        _ => fit(0, none),
    }
}

/// The name on the card, where there is one.
const fn full(who: &Resident) -> Option<&Name> {
    match &who.called {
        Called::Name { name, .. } => Some(name),
        Called::Nameless { .. } => None,
    }
}

/// By sex.
#[must_use]
pub fn sex(one: &Resident, other: &Resident) -> Option<Fit> {
    let same = one.sex? == other.sex?;
    Some(if same { fit(100, "jenis kelamin sama") } else { fit(0, "jenis kelamin berbeda") })
}

/// By birth: a date, or an age that was guessed.
#[must_use]
pub fn birth(one: &Resident, other: &Resident, today: NaiveDate) -> Option<Fit> {
    match (one.birth, other.birth) {
        (Birth::Unknown, _) | (_, Birth::Unknown) => None,
        (Birth::On(one), Birth::On(other)) => Some(dates(one, other)),
        (one, other) => {
            let apart = year(one, today)?.abs_diff(year(other, today)?);
            Some(match apart {
                0..=3 => fit(50, "umurnya kira-kira sama"),
                4..=8 => fit(20, "umurnya agak berbeda"),
                _ => fit(0, "umurnya jauh berbeda"),
            })
        }
    }
}

/// The year of birth, about.
fn year(birth: Birth, today: NaiveDate) -> Option<i32> {
    match birth {
        Birth::Unknown => None,
        Birth::On(day) => Some(day.0.year()),
        Birth::About { age, on } => {
            let seen = on.0.min(today);
            Some(seen.year() - i32::from(age))
        }
    }
}

fn dates(one: Day, other: Day) -> Fit {
    let (a, b) = (one.0, other.0);
    let apart = a.year().abs_diff(b.year());
    // Who knows only the year is entered as born on its first or last day.
    let guessed = |day: NaiveDate| matches!((day.day(), day.month()), (1, 1) | (31, 12));
    if a == b {
        fit(100, "tanggal lahir sama")
    } else if apart == 0 && (a.day(), a.month()) == (b.month(), b.day()) {
        fit(75, "hari dan bulan lahir tertukar")
    } else if slips(&one.to_string(), &other.to_string(), 1).is_some() {
        fit(65, "tanggal lahir beda satu angka")
    } else if (guessed(a) || guessed(b)) && apart <= 2 {
        fit(50, "tahun lahir kira-kira sama")
    } else if apart == 0 {
        fit(25, "tahun lahir sama, harinya berbeda")
    } else {
        fit(0, "tanggal lahir berbeda")
    }
}

/// By home and by the address on the card, each with each: street, RT, village.
#[must_use]
pub fn homes(one: &Resident, other: &Resident) -> Vec<[Option<Fit>; 3]> {
    fn all(who: &Resident) -> impl Iterator<Item = &Address> + Clone {
        [&who.domicile].into_iter().chain(&who.card)
    }
    all(one).flat_map(|mine| all(other).map(|theirs| home(mine, theirs))).collect()
}

fn home(one: &Address, other: &Address) -> [Option<Fit>; 3] {
    let village = one.area.zip(other.area).map(|(one, other)| {
        if one == other {
            fit(100, "kelurahan/desa sama")
        } else {
            fit(0, "kelurahan/desa berbeda")
        }
    });
    // RT 3 of another village is no neighbour.
    let near = village.is_some_and(|village| village.percent > 0);
    let block = one.rt.zip(other.rt).filter(|_| near);
    let block = block
        .map(|(one, other)| if one == other { fit(100, "RT sama") } else { fit(0, "RT berbeda") });
    let street = one.street.as_ref().zip(other.street.as_ref()).filter(|_| near);
    let street = street.map(|(one, other)| match streets(one.as_str(), other.as_str()) {
        percent @ 75.. => fit(percent, "alamat sama"),
        percent @ 50.. => fit(percent, "alamat mirip"),
        _ => fit(0, "alamat berbeda"),
    });
    [street, block, village]
}

/// What every address has.
const NOISE: &[&str] = &[
    "jl", "jln", "jalan", "gg", "gang", "no", "nomor", "rt", "rw", "blok", "kel", "desa", "dusun",
];

/// How far two streets agree, in percent: the share of their words that both have.
fn streets(one: &str, other: &str) -> u8 {
    let words = |street: &str| -> Vec<String> {
        let street = folded(street);
        let words = street.split(' ').filter(|word| !word.is_empty() && !NOISE.contains(word));
        words.map(|word| word.trim_start_matches('0').to_owned()).collect()
    };
    let (one, mut rest) = (words(one), words(other));
    let all = one.len() + rest.len();
    let mut both = 0_usize;
    for word in &one {
        let near =
            |known: &String| known == word || (word.len() > 4 && slips(word, known, 1).is_some());
        if let Some(place) = rest.iter().position(near) {
            rest.remove(place);
            both += 2;
        }
    }
    let percent = (both * 100).checked_div(all).unwrap_or_default();
    u8::try_from(percent).unwrap_or(100)
}
