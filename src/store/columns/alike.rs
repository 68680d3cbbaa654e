//! Who among all residents may be the same person as somebody: a short list, to be compared fully.
use crate::{
    domain::{id::Id, name_words, resident::Resident},
    store::columns::{
        lexicon::{self, NEVER},
        packed::{NONE, apart, packed, sixteen},
        people::{NOWHERE, People, Traits},
    },
};

/// Fewer points than this make nobody alike.
const LEAST: u32 = 20;

/// More words than this are not looked for in one name.
const WORDS: usize = 8;

/// What is looked for.
struct Wanted {
    own: Option<u32>,
    nik: u64,
    kk: u64,
    phone: u64,
    traits: Traits,
    /// For every known word the words of the name that it is, a bit each, and behind them those
    /// that it may be.
    names: Vec<u16>,
    mother: Vec<u16>,
}

impl People {
    /// The residents who are most like somebody by what the columns tell, the likeliest first;
    /// somebody who is known already is not among them.
    #[must_use]
    pub fn alike(&self, who: &Resident, limit: usize) -> Vec<Id> {
        let wanted = self.wanted(who);
        let mut found: Vec<(u32, u32)> = vec![];
        for slot in 0..u32::try_from(self.ids.len()).unwrap_or(u32::MAX) {
            let points = self.points(&wanted, slot);
            if points >= LEAST && wanted.own != Some(slot) {
                found.push((points, slot));
            }
        }
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.into_iter().take(limit).filter_map(|(_, slot)| self.id(slot)).collect()
    }

    fn wanted(&self, who: &Resident) -> Wanted {
        let mother = who.family.mother.as_ref().map(|mother| name_words::words(mother.as_str()));
        let mut names = name_words::words(if who.marks().is_some() { "" } else { who.name() });
        names.extend(who.alias().into_iter().flat_map(|a| name_words::words(a.as_str())));
        let own = self.slot(who.id);
        let place = |area| self.areas.iter().position(|known| *known == area);
        Wanted {
            own,
            nik: who.nik().map_or(NONE, |nik| sixteen(nik.number())),
            kk: who.family.kk.map_or(NONE, |kk| sixteen(kk.number())),
            phone: who.phone.as_ref().map_or(NONE, |phone| packed(phone.digits())),
            traits: Traits {
                area: who
                    .domicile
                    .area
                    .and_then(place)
                    .map_or(NOWHERE, |place| u16::try_from(place).unwrap_or(NOWHERE)),
                ..Traits::of(who)
            },
            names: self.sketch(&names),
            mother: self.sketch(&mother.unwrap_or_default()),
        }
    }

    /// For every known word the words that it is (the low bits), or may be (the high ones).
    fn sketch(&self, words: &[String]) -> Vec<u16> {
        let mut sketch = vec![0; if words.is_empty() { 0 } else { self.lexicon.len() }];
        for (bit, word) in words.iter().take(WORDS).enumerate() {
            let mut costs = vec![NEVER; self.lexicon.len()];
            self.lexicon.fitting(word, &mut costs);
            self.lexicon.initials(word, &mut costs);
            self.lexicon.slipped(word, false, &mut costs);
            for (known, cost) in sketch.iter_mut().zip(costs) {
                *known |= match cost {
                    lexicon::SELF | lexicon::SPELLED => 1 << bit,
                    NEVER | lexicon::INSIDE => 0,
                    _ => 1 << (bit + WORDS),
                };
            }
        }
        sketch
    }

    fn points(&self, wanted: &Wanted, slot: u32) -> u32 {
        let at = slot as usize;
        let of = |column: &[u64]| column.get(at).copied().unwrap_or(NONE);
        let same = |one: u64, other: u64, points: u32| {
            if one != NONE && one == other { points } else { 0 }
        };
        let nik = of(&self.niks);
        let mut points =
            same(wanted.kk, of(&self.kks), 15) + same(wanted.phone, of(&self.phones), 15);
        if wanted.nik != NONE && nik != NONE {
            points += match apart(wanted.nik, nik) {
                0 => 100,
                1 => 40,
                2 => 20,
                _ => 0,
            };
        }
        let traits = self.traits.get(at).copied().unwrap_or_default();
        if wanted.traits.born != 0 && traits.born != 0 {
            points += match wanted.traits.born.abs_diff(traits.born) {
                0 => 20,
                1..=366 => 6,
                _ => 0,
            };
        }
        if traits.area == wanted.traits.area && traits.area != NOWHERE {
            points += if traits.rt == wanted.traits.rt && traits.rt != 0 { 6 } else { 2 };
        }
        let (names, others) = self.names(slot);
        let words = |words: &mut dyn Iterator<Item = &u32>, sketch: &[u16]| {
            let known = words.fold(0, |all, word| all | sketch.get(*word as usize).unwrap_or(&0));
            let (is, may) = (known & 0xff, known >> WORDS & !known & 0xff);
            (is.count_ones(), may.count_ones())
        };
        let (is, may) = words(&mut names.iter().chain(others), &wanted.names);
        points += 10 * is + 6 * may;
        if !wanted.mother.is_empty() {
            let (is, may) = words(&mut self.mother(slot).iter(), &wanted.mother);
            points += 6 * is + 3 * may;
        }
        points
    }
}
