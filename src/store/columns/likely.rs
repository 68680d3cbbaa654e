//! Who among the residents known before a list may be the same person as one of its rows.
//!
//! # Why
//! At the counter everybody is weighed, which takes milliseconds; a list has fifty thousand rows. So
//! only those are looked at who share a family card, a telephone, a birth date or a word of the
//! name, in any spelling, with the row, the rarest words first and never more than a few hundred of
//! them. Whoever has another whole NIK, the other sex or a birth date far away is passed over at
//! once: that bars all that a list tells. What is left is weighed by what the columns know, and the
//! best are compared fully by whoever asks. The look-ups are made when a list begins (8 bytes for a
//! birth date, a telephone and a word each) and do not follow what it brings: of its own rows a
//! list is to say the same whether they are taken in or only judged.
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use chrono::{Datelike as _, NaiveDate};

use crate::{
    domain::{id::Id, name_fit, resident::Resident, spelling, text::Name},
    store::columns::{
        packed::{NONE, apart, packed, sixteen},
        people::{NOWHERE, People, Traits},
    },
};

/// The most holders of the words of a name that are looked at, the newest first.
const ALONG: usize = 500;

/// The most that are looked at for one card, telephone or birth date.
const CROWD: usize = 64;

/// How many are weighed by their whole names.
const SHORT: usize = 8;

/// Fewer points than this are not enough for anything that a list tells.
const LEAST: u32 = 28;

/// A name that agrees less than this, in percent, is another name.
const NAMED: u8 = 50;

/// The look-ups, as they were when a list began.
#[derive(Debug)]
pub struct Likely {
    /// Whoever has a slot from here on came with the list.
    since: u32,
    born: Signs,
    phones: Signs,
    /// The numbers of the words, under their spelling.
    words: Signs,
}

/// Numbers under signs of four bytes; two signs may be the same by chance.
#[derive(Debug)]
struct Signs(Vec<u64>);

/// What is looked for.
struct Wanted {
    traits: Traits,
    born: Option<NaiveDate>,
    nik: u64,
    kk: u64,
    phone: u64,
    /// The spelling keys of what the person is called.
    names: Vec<Vec<String>>,
    /// The known words that those are.
    words: Vec<u32>,
    mother: Vec<u32>,
}

impl Signs {
    fn of(all: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut all: Vec<u64> =
            all.map(|(sign, number)| u64::from(sign) << 32 | u64::from(number)).collect();
        all.sort_unstable();
        Self(all)
    }

    /// The numbers under a sign, the smallest first.
    fn get(&self, sign: u32) -> impl DoubleEndedIterator<Item = u32> {
        let first = u64::from(sign) << 32;
        let from = self.0.partition_point(|one| *one < first);
        let behind = self.0.get(from..).unwrap_or_default();
        let count = behind.partition_point(|one| *one <= first | u64::from(u32::MAX));
        let found = behind.get(..count).unwrap_or_default();
        found.iter().map(|one| u32::try_from(one & u64::from(u32::MAX)).unwrap_or(u32::MAX))
    }
}

/// The sign of a telephone number.
const fn dialled(phone: u64) -> u32 {
    let [.., a, b, c, d] = phone.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The sign of a word in any of its spellings.
fn spelled(key: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    let [a, b, c, d, ..] = hasher.finish().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The sign of a day of birth.
const fn day(born: i32) -> u32 {
    born.unsigned_abs()
}

impl Likely {
    /// The look-ups for everybody who is known now.
    #[must_use]
    pub fn of(people: &People) -> Self {
        let phones = (0..).zip(&people.phones).filter(|(_, phone)| **phone != NONE);
        let born = (0..).zip(&people.traits).filter(|(_, traits)| traits.born != 0);
        let words = 0..u32::try_from(people.lexicon.len()).unwrap_or(u32::MAX);
        let sign = |word: u32| spelled(&spelling::key(people.lexicon.word(word)));
        Self {
            since: u32::try_from(people.ids.len()).unwrap_or(u32::MAX),
            born: Signs::of(born.map(|(slot, traits)| (day(traits.born), slot))),
            phones: Signs::of(phones.map(|(slot, phone)| (dialled(*phone), slot))),
            words: Signs::of(words.map(|word| (sign(word), word))),
        }
    }

    /// Those who may be that person, whom nobody knows by the NIK; the likeliest first.
    #[must_use]
    pub fn find(&self, people: &People, who: &Resident, limit: usize) -> Vec<Id> {
        let wanted = self.wanted(people, who);
        let mut found: Vec<(u32, u32)> = vec![];
        let mut offer = |slot: u32| {
            if slot < self.since && !wanted.bars(people, slot) {
                found.push((wanted.points(people, slot), slot));
            }
        };
        let kin = who.family.kk.map(|kk| people.with_kk(kk)).unwrap_or_default();
        kin.into_iter().take(CROWD).filter_map(|id| people.slot(id)).for_each(&mut offer);
        if wanted.phone != NONE {
            self.phones.get(dialled(wanted.phone)).take(CROWD).for_each(&mut offer);
        }
        for born in wanted.born.into_iter().flat_map(|born| [Some(born), turned(born)]).flatten() {
            self.born.get(day(born.num_days_from_ce())).rev().take(CROWD).for_each(&mut offer);
        }
        let holders = |word: &u32| people.lexicon.holders(*word);
        let mut words: Vec<&[u32]> = wanted.words.iter().map(holders).collect();
        words.sort_by_key(|holders| holders.len());
        let along = words.into_iter().flat_map(|holders| holders.iter().rev().copied());
        along.take(ALONG).for_each(&mut offer);
        found.retain(|(points, _)| *points >= LEAST);
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.dedup();
        let named = found.into_iter().take(SHORT).filter(|(_, slot)| wanted.named(people, *slot));
        named.take(limit).filter_map(|(_, slot)| people.id(slot)).collect()
    }

    fn wanted(&self, people: &People, who: &Resident) -> Wanted {
        let name = who.marks().is_none().then(|| who.name());
        let told = name.into_iter().chain(who.alias().map(Name::as_str));
        let names: Vec<Vec<String>> = told.map(name_fit::keys).collect();
        let known = |keys: &[String]| {
            let long = keys.iter().filter(|key| key.len() > 1);
            let mut words: Vec<u32> = long.flat_map(|key| self.words.get(spelled(key))).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let words = known(&names.concat());
        let mother = who.family.mother.as_ref().map(|mother| name_fit::keys(mother.as_str()));
        let traits = Traits::of(who);
        let area = who.domicile.area;
        let area = area.and_then(|area| people.areas.iter().position(|known| *known == area));
        let area = area.and_then(|place| u16::try_from(place).ok()).unwrap_or(traits.area);
        Wanted {
            traits: Traits { area, ..traits },
            born: date(traits.born),
            nik: who.nik().map_or(NONE, |nik| sixteen(nik.number())),
            kk: who.family.kk.map_or(NONE, |kk| sixteen(kk.number())),
            phone: who.phone.as_ref().map_or(NONE, |phone| packed(phone.digits())),
            names,
            words,
            mother: known(&mother.unwrap_or_default()),
        }
    }
}

fn date(born: i32) -> Option<NaiveDate> {
    Some(born).filter(|born| *born != 0).and_then(NaiveDate::from_num_days_from_ce_opt)
}

/// The date whose day and month are exchanged.
fn turned(born: NaiveDate) -> Option<NaiveDate> {
    let (day, month) = (born.month(), born.day());
    NaiveDate::from_ymd_opt(born.year(), month, day).filter(|turned| *turned != born)
}

/// Whether two dates of birth are certainly not [`near`]: more than three years apart, and not by
/// whole years. Nearly all are, and no calendar is asked.
const fn far(one: i32, other: i32) -> bool {
    let days = one.abs_diff(other);
    days > 3 * 366 && !matches!(days % 1_461, 0..=1 | 364..=367 | 729..=732 | 1_094..=1_097 | 1_460)
}

/// Whether two dates of birth can be one that was mistaken.
fn near(one: NaiveDate, other: NaiveDate) -> bool {
    let years = one.year().abs_diff(other.year());
    let guessed = |born: NaiveDate| matches!((born.day(), born.month()), (1, 1) | (31, 12));
    years == 0
        || (one.day(), one.month()) == (other.day(), other.month())
        || (years <= 2 && (guessed(one) || guessed(other)))
}

impl Wanted {
    /// Whether something bars all that a list tells.
    fn bars(&self, people: &People, slot: u32) -> bool {
        let at = slot as usize;
        let nik = people.niks.get(at).copied().unwrap_or(NONE);
        if self.nik != NONE && nik != NONE && apart(self.nik, nik) > 1 {
            return true;
        }
        let Some(traits) = people.traits.get(at) else { return true };
        let sexes = (self.traits.sex, traits.sex);
        let other = sexes.0 != 0 && sexes.1 != 0 && sexes.0 != sexes.1;
        if other
            || (self.traits.born != 0 && traits.born != 0 && far(self.traits.born, traits.born))
        {
            return true;
        }
        self.born.zip(date(traits.born)).is_some_and(|(one, other)| !near(one, other))
    }

    /// How much a slot is worth to be compared.
    fn points(&self, people: &People, slot: u32) -> u32 {
        let at = slot as usize;
        let same = |one: u64, column: &[u64]| one != NONE && column.get(at) == Some(&one);
        let traits = people.traits.get(at).copied().unwrap_or_default();
        let (names, others) = people.names(slot);
        let shared = names.iter().chain(others).filter(|word| self.words.contains(word)).count();
        let mother = people.mother(slot).iter().any(|word| self.mother.contains(word));
        let born = match self.born {
            Some(_) if self.traits.born == traits.born => 28,
            // It is near enough, or it would bar; a word of the name beside it is not much yet.
            Some(_) if traits.born != 0 => 10,
            _ => 0,
        };
        let home = self.traits.area != NOWHERE && self.traits.area == traits.area;
        let told = [
            (same(self.phone, &people.phones), 14),
            (same(self.kk, &people.kks), 10),
            (mother, 10),
            (home, 3),
            (home && traits.rt != 0 && traits.rt == self.traits.rt, 6),
        ];
        let told: u32 = told.iter().filter(|(is, _)| *is).map(|(_, points)| points).sum();
        told + born + 14 * u32::try_from(shared.min(4)).unwrap_or_default()
    }

    /// Whether the slot is called alike.
    fn named(&self, people: &People, slot: u32) -> bool {
        let keys = |words: &[u32]| -> Vec<String> {
            let words = words.iter().take(name_fit::WORDS).map(|word| people.lexicon.word(*word));
            words.map(spelling::key).collect()
        };
        let (names, others) = people.names(slot);
        let theirs = [keys(names), keys(others)];
        let theirs = theirs.iter().filter(|keys| !keys.is_empty());
        theirs
            .into_iter()
            .any(|theirs| self.names.iter().any(|own| name_fit::of_keys(own, theirs) >= NAMED))
    }
}
