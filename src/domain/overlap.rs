//! Aid that meets other aid: the same programme twice, and programmes that seldom go together.
//!
//! # Why
//! Nothing here refuses anything. Rules differ by region and year and the desk grants nothing, so
//! an overlap is a question for the clerk to ask. How far apart two people may be for their aid to
//! meet is decided by the wider reach of the two: what reaches a family meets everything of that
//! family, also what was written on one of them as a person's.
use crate::domain::{
    benefit::{Benefit, Reach, State},
    home::Home,
    id::Id,
    kk::Kk,
};

const TABLE: &str = include_str!("../../assets/ref/tumpang.tsv");

/// An aid, on whom it is written, and where that person belongs.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    pub who: Id,
    pub kk: Option<Kk>,
    pub home: Option<&'a Home>,
    pub benefit: &'a Benefit,
}

/// Two programmes that seldom go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub one: String,
    pub other: String,
    /// Among whom they meet.
    pub reach: Reach,
    /// Why, as the tail of "tanyakan: …".
    pub ask: String,
}

/// Why two aids overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The same programme, active twice for those it reaches.
    Twice(Reach),
    /// Two programmes of a pair.
    Pair(Pair),
}

/// Two of the aids that overlap, by their places, the earlier first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    pub places: (usize, usize),
    pub why: Why,
}

impl Pair {
    /// The pairs every office starts with, from `assets/ref/tumpang.tsv`.
    #[must_use]
    pub fn presets() -> Vec<Self> {
        TABLE.lines().skip(1).filter_map(preset).collect()
    }

    fn joins(&self, one: &str, other: &str) -> bool {
        (self.one == one && self.other == other) || (self.one == other && self.other == one)
    }
}

fn preset(row: &str) -> Option<Pair> {
    let mut cells = row.split('\t').map(ToOwned::to_owned);
    Some(Pair {
        one: cells.next()?,
        other: cells.next()?,
        reach: cells.next()?.parse().ok()?,
        ask: cells.next()?,
    })
}

impl Held<'_> {
    /// Whether both belong to one person, one family or one household.
    #[must_use]
    pub fn shares(&self, other: &Self, reach: Reach) -> bool {
        let same = self.who == other.who;
        let family = same || (self.kk.is_some() && self.kk == other.kk);
        match reach {
            Reach::Person => same,
            Reach::Family => family,
            Reach::Household => family || (self.home.is_some() && self.home == other.home),
        }
    }
}

/// Every two of these aids that overlap, in their order. Only active aid does.
#[must_use]
pub fn overlaps(held: &[Held<'_>], pairs: &[Pair]) -> Vec<Overlap> {
    let active = || held.iter().enumerate().filter(|(_, held)| held.benefit.state == State::Active);
    let mut found = Vec::new();
    for (first, one) in active() {
        for (second, other) in active().filter(|(second, _)| *second > first) {
            found
                .extend(why(one, other, pairs).map(|why| Overlap { places: (first, second), why }));
        }
    }
    found
}

fn why(one: &Held<'_>, other: &Held<'_>, pairs: &[Pair]) -> Option<Why> {
    let (here, there) = (one.benefit, other.benefit);
    if here.programme == there.programme {
        let reach = here.reach.max(there.reach);
        return one.shares(other, reach).then_some(Why::Twice(reach));
    }
    let mut met = pairs.iter().filter(|pair| pair.joins(&here.programme, &there.programme));
    met.find(|pair| one.shares(other, pair.reach)).cloned().map(Why::Pair)
}
