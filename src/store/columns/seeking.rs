//! Finding residents while somebody types: by any part of any name, in any spelling.
//!
//! # Why
//! Every word of the query says how far each known word is from it. Whoever has a word that fits
//! is weighed: the distances are added up, and less is better; among equals the person who was
//! served last comes first, who is likely to stand at the desk again. Slips of the finger are only
//! looked for where too few are found without them. Everybody is gone through from the newest
//! record to the oldest: the newest were mostly served last, and leave little to do for the others.
use crate::{
    domain::{id::Id, marks::Marks},
    store::columns::{
        lexicon::{self, Cost, NEVER},
        need::{self, How, NUMBER, Need, Reach, Text, VILLAGE},
        packed::Part,
        people::People,
        query::{self, Word},
    },
};

/// From so many digits on, the beginning of a NIK is just that.
const BEGUN: u32 = 6;

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub id: Id,
    pub how: How,
    /// The words that were the reason, as they are written in the name.
    pub marks: Vec<String>,
}

/// The residents who fit all words of a query, best first; where `only` is given, only those of its
/// slots. No words fit everybody.
#[must_use]
pub fn find(people: &People, query: &str, only: Option<&Marks>, limit: usize) -> Vec<Hit> {
    let words = query::words(query);
    if words.is_empty() && (only.is_none() || !query.trim().is_empty()) {
        return vec![];
    }
    let numbers = words.iter().filter_map(|word| match word {
        Word::Number(part, _) => Some(part.count()),
        _ => None,
    });
    let fewest = numbers.min();
    let mut search = Search { people, needs: need::needs(people, &words), only };
    let mut found = search.best(limit);
    for reach in [Reach::Part, Reach::Near] {
        // The beginning of a NIK that is somebody's is hardly a part of another's number.
        let begun = found.is_empty() || fewest.is_some_and(|digits| digits < BEGUN);
        let more = if reach == Reach::Part { fewest.is_some() && begun } else { !words.is_empty() };
        let near = reach == Reach::Near && found.last().is_some_and(|(sum, _)| *sum >= SLIP);
        let wanted = more && (found.len() < limit || near);
        if wanted && need::extend(&mut search.needs, people, reach) {
            found = search.best(limit);
        }
    }
    found.into_iter().filter_map(|(_, slot)| search.hit(slot)).collect()
}

/// From these costs on, a slip of the finger may be the better explanation.
const SLIP: u64 = lexicon::SLIP as u64;

struct Search<'a> {
    people: &'a People,
    needs: Vec<Need>,
    only: Option<&'a Marks>,
}

impl Search<'_> {
    /// Those who fit best: the sum of their costs, and their slots.
    fn best(&self, limit: usize) -> Vec<(u64, u32)> {
        let mut best = Best { limit, found: vec![], bar: (u64::MAX, u32::MAX) };
        let texts = self.needs.iter().filter_map(|need| match need {
            Need::Text(text) => Some(text),
            _ => None,
        });
        let number = self.needs.iter().find_map(|need| match need {
            Need::Number { part, reach, text } => Some((part, *reach, text)),
            _ => None,
        });
        match (texts.min_by_key(|text| text.holders(self.people)), number) {
            (Some(rarest), _) => self.along(rarest, &mut best),
            (None, Some((part, reach, text))) => {
                self.numbered(part, reach, &mut best);
                self.along(text, &mut best);
            }
            (None, None) => {
                let floor = self.floor(None);
                self.slots().rev().for_each(|slot| self.offer(slot, (floor, 1), &mut best));
            }
        }
        best.slots()
    }

    /// Goes through all numbers.
    fn numbered(&self, part: &Part, reach: Reach, best: &mut Best) {
        let people = self.people;
        let begun = (self.floor(None), 1);
        let least = (begun.0 + u64::from(NUMBER), 1);
        let near = reach == Reach::Near && part.is_full();
        for (slot, nik) in self.slots().zip(&people.niks).rev() {
            if part.begins(*nik) {
                self.offer(slot, begun, best);
            } else if reach >= Reach::Part && self.soonest(slot, least) < best.bar.0 {
                let fits = part.is_in(*nik) || need::is_in_others(people, part, slot as usize);
                if fits || (near && part.apart(*nik) < 3) {
                    self.offer(slot, least, best);
                }
            }
        }
    }

    fn slots(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.people.ids.len()).unwrap_or(u32::MAX)
    }

    /// The least that all needs but one can cost.
    fn floor(&self, but: Option<&Text>) -> u64 {
        let counts = |need: &&Need| match need {
            Need::Text(text) => but.is_none_or(|but| !std::ptr::eq(but, text)),
            _ => true,
        };
        self.needs.iter().filter(counts).map(|need| u64::from(need.least())).sum()
    }

    /// Goes along whoever has a word that fits, the nearest words first, until nobody who is left
    /// can come before those who were found.
    fn along(&self, text: &Text, best: &mut Best) {
        let floor = self.floor(Some(text));
        let joined = text.joined.iter().map(|(first, _)| (lexicon::SPELLED, *first));
        let mut words: Vec<(Cost, u32)> =
            text.fitting.iter().map(|word| (text.far(*word), *word)).chain(joined).collect();
        words.sort_unstable();
        let mut seen = Marks::none(self.people.ids.len());
        for (cost, word) in words {
            let least = floor + u64::from(cost);
            let place = u64::from(!lexicon::is_whole(cost));
            if best.beats(least) {
                return;
            }
            for slot in self.people.lexicon.holders(word).iter().rev() {
                if !seen.has(*slot as usize) {
                    seen.mark(*slot as usize);
                    self.offer(*slot, (least, place), best);
                }
            }
        }
        let least = floor + u64::from(VILLAGE);
        if !text.villages.is_empty() && !best.beats(least) {
            let others = self.slots().rev().filter(|slot| !seen.has(*slot as usize));
            others.for_each(|slot| self.offer(slot, (least, 1), best));
        }
    }

    fn served(&self, slot: u32) -> u32 {
        self.people.served.get(slot as usize).copied().unwrap_or_default()
    }

    /// The best that somebody can be whose costs and place are at least so much.
    fn soonest(&self, slot: u32, (least, place): (u64, u64)) -> u64 {
        weight(least, place, self.served(slot))
    }

    /// Takes somebody whose costs and place are at least so much, if they are among the best.
    fn offer(&self, slot: u32, least: (u64, u64), best: &mut Best) {
        if self.soonest(slot, least) < best.bar.0
            && self.only.is_none_or(|only| only.has(slot as usize))
            && let Some((sum, place)) = self.weigh(slot)
        {
            best.take(weight(sum, place, self.served(slot)), slot);
        }
    }

    /// How good a find somebody is, less is better: the sum of all costs, and whether the name is
    /// just that, or begins as was typed.
    fn weigh(&self, slot: u32) -> Option<(u64, u64)> {
        let mut sum = 0;
        let (names, others) = self.people.names(slot);
        let mut whole = 0;
        for need in &self.needs {
            let cost = match need {
                Need::Text(text) => {
                    let cost = text.cost(self.people, slot, (names, others));
                    whole += usize::from(lexicon::is_whole(cost));
                    cost
                }
                other => other.cost(self.people, slot),
            };
            if cost == NEVER {
                return None;
            }
            sum += u64::from(cost);
        }
        let first = || match self.needs.first() {
            Some(Need::Text(text)) => {
                names.first().is_some_and(|word| text.far(*word) <= lexicon::SPELLED_START)
            }
            _ => false,
        };
        let place = match whole {
            count if count == names.len() && count == self.needs.len() => 0,
            _ if first() => 1,
            _ => 2,
        };
        self.people.id(slot).map(|_| (sum, place))
    }

    /// Somebody who was found, and why.
    fn hit(&self, slot: u32) -> Option<Hit> {
        let (mut how, mut marks) = (How::Typed, vec![]);
        for need in &self.needs {
            let cost = need.cost(self.people, slot);
            let (why, mut words) = need.why(self.people, slot, cost);
            marks.append(&mut words);
            if why != How::Typed && !matches!(how, How::Slipped | How::NearNik) {
                how = why;
            }
        }
        Some(Hit { id: self.people.id(slot)?, how, marks })
    }
}

/// What is compared: the costs, the place, then who was served last.
const fn weight(sum: u64, place: u64, served: u32) -> u64 {
    sum << 40 | place << 32 | !served as u64
}

/// The best of all that is found, so many as are wanted.
struct Best {
    limit: usize,
    found: Vec<(u64, u32)>,
    /// Who does not come before this is not among them.
    bar: (u64, u32),
}

impl Best {
    fn take(&mut self, weight: u64, slot: u32) {
        // Of equals the newest record comes first.
        let one = (weight, !slot);
        if one >= self.bar || self.limit == 0 {
            return;
        }
        self.found.push(one);
        if self.found.len() > 4 * self.limit {
            let (_, last, _) = self.found.select_nth_unstable(self.limit - 1);
            self.bar = *last;
            self.found.truncate(self.limit);
        }
    }

    /// Whether nobody who costs at least so much can be among them.
    const fn beats(&self, least: u64) -> bool {
        self.bar.0 < least << 40
    }

    /// Their costs and their slots, the best first.
    fn slots(mut self) -> Vec<(u64, u32)> {
        self.found.sort_unstable();
        // Somebody may be found by a number and by a word of the name.
        self.found.dedup();
        let best = self.found.into_iter().take(self.limit);
        best.map(|(weight, slot)| (weight >> 40, !slot)).collect()
    }
}
