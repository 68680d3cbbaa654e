//! Residents in memory: who they are, and by what they are found.
//!
//! # Why
//! A search runs at every keystroke, over a million people if need be. So each fact stands in a row
//! of its own, the words of names are numbers of a [`Lexicon`], and nothing is read from the store
//! before it is known whom to show.
use std::collections::HashMap;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        area::Area,
        atlas::Atlas,
        choice::Choice as _,
        count::Rt,
        home::Home,
        id::Id,
        kk::Kk,
        moment::Moment,
        name_words,
        nik::Nik,
        resident::{Birth, Resident},
        sex::Sex,
        text::folded,
    },
    store::columns::{
        lexicon::Lexicon,
        packed::{NONE, packed, sixteen},
        whose::Whose,
    },
};

/// The residents. A slot belongs to one resident for good.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct People {
    pub ids: Vec<Id>,
    /// NIK, KK and telephone; [`NONE`] where there is none.
    pub niks: Vec<u64>,
    pub kks: Vec<u64>,
    pub phones: Vec<u64>,
    /// The signs of their homes; [`HOMELESS`] where none is known.
    homes: Vec<u32>,
    /// When each was served last, in seconds since 1970.
    pub served: Vec<u32>,
    pub traits: Vec<Traits>,
    /// Where the words of each begin.
    pub spans: Vec<Span>,
    /// The words of all, by their numbers; what was replaced stays until the next save.
    words: Vec<u32>,
    pub lexicon: Lexicon,
    /// The areas that anybody lives in.
    pub areas: Vec<Area>,
    /// Their names, as they are looked for.
    #[serde(skip)]
    pub villages: Vec<String>,
    /// The prints of the NIK of restricted residents, whom this officer must not see.
    hidden: HashMap<u64, Id>,
    #[serde(skip)]
    by_id: Whose<Id>,
    #[serde(skip)]
    by_nik: Whose<u64>,
    #[serde(skip)]
    by_kk: Whose<u64>,
    #[serde(skip)]
    by_home: Whose<u32>,
    #[serde(skip)]
    count: usize,
}

/// The few facts by which people are told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits {
    /// The day of birth, counted from the year 1; 0 where it is not known.
    pub born: i32,
    /// A bit for each kind of PPKS, the first for 01.
    pub kinds: u32,
    /// The place of the domicile among the areas.
    pub area: u16,
    /// 0 where there is none.
    pub rt: u16,
    /// 0 is not known, then as [`crate::domain::sex::Sex`] lists them.
    pub sex: u8,
}

/// Where the words of a resident stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    at: u32,
    /// How many are of the name, then of what else the person is found by, then of the mother.
    names: u8,
    others: u8,
    mother: u8,
}

/// Whose slot it is that nobody has any more.
const NOBODY: Id = Id::of_bytes([0; 16]);

/// No home.
const HOMELESS: u32 = 0;

/// Characters of the marks of someone without a name that can be searched for.
const MARKS: usize = 80;

/// No area.
pub const NOWHERE: u16 = u16::MAX;

impl People {
    /// How many residents this officer must not see; those without a NIK are not among them.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.hidden.len()
    }

    /// Takes in a resident, new or changed.
    pub fn put(&mut self, resident: &Resident) {
        if !self.hidden.is_empty() {
            self.hidden.retain(|_, hidden| *hidden != resident.id);
        }
        let slot = self.slot(resident.id).unwrap_or_else(|| self.add(resident.id));
        let nik = resident.nik().map_or(NONE, |nik| sixteen(nik.number()));
        let kk = resident.family.kk.map_or(NONE, |kk| sixteen(kk.number()));
        let home = Home::of(&resident.domicile).map_or(HOMELESS, |home| sign(&home));
        self.number(slot, (nik, kk, home));
        let area = resident.domicile.area.map_or(NOWHERE, |area| self.area(area));
        let traits = Traits { area, ..Traits::of(resident) };
        let at = slot as usize;
        put(&mut self.phones, at, resident.phone.as_ref().map_or(NONE, |p| packed(p.digits())));
        put(&mut self.traits, at, traits);
        self.serve(slot, resident.registered.at);
        self.write(slot, resident);
    }

    /// Writes the numbers of a slot: NIK, KK and the sign of the home.
    fn number(&mut self, slot: u32, (nik, kk, home): (u64, u64, u32)) {
        renumber(&mut self.niks, &mut self.by_nik, slot, nik, NONE);
        renumber(&mut self.kks, &mut self.by_kk, slot, kk, NONE);
        renumber(&mut self.homes, &mut self.by_home, slot, home, HOMELESS);
    }

    /// The place of an area among those that anybody lives in.
    fn area(&mut self, area: Area) -> u16 {
        // Whoever comes next mostly lives where somebody lives already.
        let known = self.areas.iter().position(|known| *known == area);
        let place = known.unwrap_or_else(|| {
            self.areas.push(area);
            self.villages.push(village(area));
            self.areas.len() - 1
        });
        u16::try_from(place).unwrap_or(NOWHERE)
    }

    /// Notes that a resident was served.
    pub fn was_served(&mut self, id: Id, at: Moment) {
        if let Some(slot) = self.slot(id) {
            self.serve(slot, at);
        }
    }

    fn serve(&mut self, slot: u32, at: Moment) {
        let seconds = u32::try_from(at.0.max(0) / 1_000).unwrap_or(u32::MAX);
        if let Some(served) = self.served.get_mut(slot as usize) {
            *served = (*served).max(seconds);
        }
    }

    /// Takes in a restricted resident: nothing but the print of the NIK, if there is one.
    pub fn hide(&mut self, id: Id, print: Option<u64>) {
        self.forget(id);
        self.hidden.extend(print.map(|print| (print, id)));
    }

    /// Whose NIK has that print, if it is a restricted resident's.
    #[must_use]
    pub fn with_print(&self, print: u64) -> Option<Id> {
        self.hidden.get(&print).copied()
    }

    /// Forgets what is known of a resident; the slot stays, and is nobody's.
    pub fn forget(&mut self, id: Id) {
        self.hidden.retain(|_, hidden| *hidden != id);
        let Some(slot) = self.slot(id) else { return };
        let at = slot as usize;
        self.number(slot, (NONE, NONE, HOMELESS));
        self.by_id.remove(id, slot);
        self.lexicon.release(slot, self.words.get(self.found_by(slot)).unwrap_or_default());
        put(&mut self.ids, at, NOBODY);
        put(&mut self.phones, at, NONE);
        put(&mut self.traits, at, Traits::default());
        put(&mut self.spans, at, Span::default());
        self.count -= 1;
    }

    fn add(&mut self, id: Id) -> u32 {
        let slot = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.push(id);
        for numbers in [&mut self.niks, &mut self.kks, &mut self.phones] {
            numbers.push(NONE);
        }
        self.homes.push(HOMELESS);
        self.served.push(0);
        self.traits.push(Traits::default());
        self.spans.push(Span::default());
        self.by_id.add(id, slot);
        self.count += 1;
        slot
    }

    /// Writes the words of a slot.
    fn write(&mut self, slot: u32, resident: &Resident) {
        let marks: String =
            resident.marks().iter().flat_map(|m| m.as_str().chars()).take(MARKS).collect();
        let others = folded(&marks);
        let alias = resident.alias().map(|alias| name_words::words(alias.as_str()));
        let mother = resident.family.mother.as_ref();
        let told = [
            name_words::words(resident.name()),
            alias
                .into_iter()
                .flatten()
                .chain(others.split_whitespace().map(str::to_owned))
                .collect(),
            mother.map(|mother| name_words::words(mother.as_str())).unwrap_or_default(),
        ];
        let mut fresh = Vec::new();
        let counts = told.map(|words| {
            let most = words.into_iter().take(usize::from(u8::MAX));
            let before = fresh.len();
            fresh.extend(most.map(|word| self.lexicon.number(&word)));
            u8::try_from(fresh.len() - before).unwrap_or_default()
        });
        let [names, others, mother] = counts;
        let old = self.span(slot);
        let same = (old.names, old.others, old.mother) == (names, others, mother);
        if same && self.words.get(self.all_of(slot)) == Some(&fresh) {
            return;
        }
        self.lexicon.release(slot, self.words.get(self.found_by(slot)).unwrap_or_default());
        let at = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.append(&mut fresh);
        put(&mut self.spans, slot as usize, Span { at, names, others, mother });
        self.lexicon.hold(slot, self.words.get(self.found_by(slot)).unwrap_or_default());
    }

    fn span(&self, slot: u32) -> Span {
        self.spans.get(slot as usize).copied().unwrap_or_default()
    }

    fn found_by(&self, slot: u32) -> std::ops::Range<usize> {
        let Span { at, names, others, .. } = self.span(slot);
        at as usize..at as usize + usize::from(names) + usize::from(others)
    }

    fn all_of(&self, slot: u32) -> std::ops::Range<usize> {
        let found = self.found_by(slot);
        found.start..found.end + usize::from(self.span(slot).mother)
    }

    /// The words of the name of a slot, and those of what else the person is found by.
    #[must_use]
    pub fn names(&self, slot: u32) -> (&[u32], &[u32]) {
        let words = self.words.get(self.found_by(slot)).unwrap_or_default();
        words.split_at_checked(usize::from(self.span(slot).names)).unwrap_or_default()
    }

    /// The words of the name of a slot's mother.
    #[must_use]
    pub fn mother(&self, slot: u32) -> &[u32] {
        let words = self.words.get(self.all_of(slot)).unwrap_or_default();
        let Span { names, others, .. } = self.span(slot);
        words.get(usize::from(names) + usize::from(others)..).unwrap_or_default()
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.count
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Every resident, the oldest record first.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.ids.iter().copied().filter(|id| *id != NOBODY)
    }

    /// The slot of a resident.
    #[must_use]
    pub fn slot(&self, id: Id) -> Option<u32> {
        self.by_id.get(id).next()
    }

    /// Whose slot it is.
    #[must_use]
    pub fn id(&self, slot: u32) -> Option<Id> {
        self.ids.get(slot as usize).copied().filter(|id| *id != NOBODY)
    }

    /// Who holds this NIK.
    #[must_use]
    pub fn with_nik(&self, nik: Nik) -> Option<Id> {
        self.by_nik.get(sixteen(nik.number())).find_map(|slot| self.id(slot))
    }

    /// Everyone on this KK, in the order in which they came to it.
    #[must_use]
    pub fn with_kk(&self, kk: Kk) -> Vec<Id> {
        self.by_kk.get(sixteen(kk.number())).filter_map(|slot| self.id(slot)).collect()
    }

    /// Those who may live in that home, in the order in which they were registered: its sign is a
    /// guess, and whoever asks reads their addresses.
    #[must_use]
    pub fn at_home(&self, home: &Home) -> Vec<Id> {
        self.by_home.get(sign(home)).filter_map(|slot| self.id(slot)).collect()
    }

    /// Makes the look-ups anew after the columns were read from a file.
    pub fn relink(&mut self) {
        self.villages = self.areas.iter().copied().map(village).collect();
        self.by_id = Whose::of(&self.ids, |id| id != NOBODY);
        self.by_nik = Whose::of(&self.niks, |nik| nik != NONE);
        self.by_kk = Whose::of(&self.kks, |kk| kk != NONE);
        self.by_home = Whose::of(&self.homes, |home| home != HOMELESS);
        self.count = self.ids.iter().filter(|id| **id != NOBODY).count();
        let words = &self.words;
        let found = (0..).zip(&self.spans).map(|(slot, span)| {
            let count = usize::from(span.names) + usize::from(span.others);
            (slot, words.get(span.at as usize..span.at as usize + count).unwrap_or_default())
        });
        self.lexicon.relink(found);
    }

    /// Drops the words that were replaced.
    pub fn tidy(&mut self) {
        let used: usize = (0..).zip(&self.spans).map(|(slot, _)| self.all_of(slot).len()).sum();
        if used == self.words.len() {
            return;
        }
        let mut kept = Vec::with_capacity(used);
        for slot in 0..u32::try_from(self.spans.len()).unwrap_or(u32::MAX) {
            let at = u32::try_from(kept.len()).unwrap_or(u32::MAX);
            kept.extend_from_slice(self.words.get(self.all_of(slot)).unwrap_or_default());
            if let Some(span) = self.spans.get_mut(slot as usize) {
                span.at = at;
            }
        }
        self.words = kept;
    }
}

impl Traits {
    /// Those of a resident, but for the place of the area, which the columns know.
    #[must_use]
    pub fn of(who: &Resident) -> Self {
        let kinds = who.kinds.iter().map(|kind| 1 << (kind.number().clamp(1, 32) - 1));
        let sex = who.sex.and_then(|sex| Sex::ALL.iter().position(|other| *other == sex));
        Self {
            born: if let Birth::On(day) = who.birth { day.0.num_days_from_ce() } else { 0 },
            kinds: kinds.fold(0, |all, kind: u32| all | kind),
            area: NOWHERE,
            rt: who.domicile.rt.map_or(0, Rt::get),
            sex: sex.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or_default(),
        }
    }
}

/// The name of an area, as it is looked for.
fn village(area: Area) -> String {
    folded(Atlas::get().name(area).unwrap_or_default())
}

/// The sign of a home, never that of none.
fn sign(home: &Home) -> u32 {
    home.sign().max(HOMELESS + 1)
}

/// Writes a number of a slot, and whose it is from now on.
fn renumber<K: Ord + Copy>(column: &mut [K], whose: &mut Whose<K>, slot: u32, new: K, none: K) {
    let Some(old) = column.get_mut(slot as usize).filter(|old| **old != new) else { return };
    if *old != none {
        whose.remove(*old, slot);
    }
    if new != none {
        whose.add(new, slot);
    }
    *old = new;
}

fn put<T>(column: &mut [T], at: usize, value: T) {
    if let Some(place) = column.get_mut(at) {
        *place = value;
    }
}
