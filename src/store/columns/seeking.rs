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
        packed::{NONE, Part},
        people::People,
        query::{self, Word},
    },
};

/// It is in the name of the village.
const VILLAGE: Cost = 6;
/// It is in the number of the KK or the telephone, or in the middle of the NIK.
const NUMBER: Cost = 3;
/// The least digits of a KK or a telephone that are looked for.
const DIGITS: u32 = 3;
/// From so many digits on, the beginning of a NIK is just that.
const BEGUN: u32 = 6;
/// The least letters of a village's name that are looked for, and of half a word.
const LETTERS: usize = 3;

/// Why somebody was found, where the name as it was typed is not the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As it was typed.
    Typed,
    /// The same name in another spelling.
    Spelled,
    /// A name that differs in a letter or two.
    Slipped,
    /// A NIK that differs in a digit or two.
    NearNik,
    /// The KK.
    Kk,
    /// The telephone.
    Phone,
    /// The village, or the RT in it.
    Home,
}

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub id: Id,
    pub how: How,
    /// The words that were the reason, as they are written in the name.
    pub marks: Vec<String>,
}

/// What one word of the query asks of a resident.
enum Need {
    Text(Text),
    Village(Vec<Cost>),
    Number { part: Part, reach: Reach, text: Text },
    Rt(u16),
}

/// How far a search reaches; what is nearer is looked for first, since it is found sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// Names in any spelling, and NIK that begin as was typed.
    Start,
    /// Numbers that have what was typed anywhere.
    Part,
    /// Slips as well.
    Near,
}

/// What a word asks that can be a name.
struct Text {
    typed: String,
    /// How far each known word is from it.
    costs: Vec<Cost>,
    /// The known words that are not too far.
    fitting: Vec<u32>,
    /// How far each village is from it.
    villages: Vec<Cost>,
    /// Two known words that were typed as one: the first, and how the second begins.
    joined: Vec<(u32, String)>,
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
    let mut search = Search { people, needs: vec![], only };
    search.needs = search.needs(&words, Reach::Start);
    let mut found = search.best(limit);
    for reach in [Reach::Part, Reach::Near] {
        // The beginning of a NIK that is somebody's is hardly a part of another's number.
        let begun = found.is_empty() || fewest.is_some_and(|digits| digits < BEGUN);
        let more = if reach == Reach::Part { fewest.is_some() && begun } else { !words.is_empty() };
        if found.len() < limit && more {
            search.needs = search.needs(&words, reach);
            found = search.best(limit);
        }
    }
    found.into_iter().filter_map(|slot| search.hit(slot)).collect()
}

struct Search<'a> {
    people: &'a People,
    needs: Vec<Need>,
    only: Option<&'a Marks>,
}

impl Search<'_> {
    /// What the words ask, as far as a search reaches.
    fn needs(&self, words: &[Word], reach: Reach) -> Vec<Need> {
        let several = words.iter().filter(|word| matches!(word, Word::Text(_))).count() > 1;
        let need = |(at, word): (usize, &Word)| match word {
            Word::Text(typed) => {
                let far = (reach == Reach::Near).then_some(at + 1 == words.len());
                Need::Text(self.text(typed, several, far))
            }
            Word::Village(name) => Need::Village(self.villages(name)),
            Word::Number(part, typed) => {
                Need::Number { part: *part, reach, text: self.text(typed, false, None) }
            }
            Word::Rt(rt) => Need::Rt(*rt),
        };
        words.iter().enumerate().map(need).collect()
    }

    /// What a word asks; with `far` also what is only near to it, and whether it is the last one.
    fn text(&self, typed: &str, several: bool, far: Option<bool>) -> Text {
        let lexicon = &self.people.lexicon;
        let mut costs = vec![NEVER; lexicon.len()];
        lexicon.fitting(typed, &mut costs);
        if several {
            lexicon.initials(typed, &mut costs);
        }
        let mut joined = vec![];
        if let Some(last) = far {
            lexicon.slipped(typed, last, &mut costs);
            let cuts = LETTERS..(typed.len() + 1).saturating_sub(LETTERS);
            joined.extend(cuts.filter_map(|cut| {
                let (first, second) = typed.split_at_checked(cut)?;
                Some((lexicon.known(first)?, second.to_owned()))
            }));
        }
        let fitting = (0..).zip(&costs).filter(|(_, cost)| **cost != NEVER).map(|(at, _)| at);
        let fitting = fitting.collect();
        let villages = if typed.len() < LETTERS { vec![] } else { self.villages(typed) };
        Text { typed: typed.to_owned(), costs, fitting, villages, joined }
    }

    /// How far each village is from a word; nothing where all are too far.
    fn villages(&self, word: &str) -> Vec<Cost> {
        let starts = |name: &String| name.split(' ').any(|part| part.starts_with(word));
        let names = &self.people.villages;
        let costs = names.iter().map(|name| if starts(name) { VILLAGE } else { NEVER });
        if names.iter().any(starts) { costs.collect() } else { vec![] }
    }

    /// The slots of those who fit best.
    fn best(&self, limit: usize) -> Vec<u32> {
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
                self.slots().rev().for_each(|slot| self.offer(slot, floor, &mut best));
            }
        }
        best.slots()
    }

    /// Goes through all numbers.
    fn numbered(&self, part: &Part, reach: Reach, best: &mut Best) {
        let floor = self.floor(None);
        let people = self.people;
        for (slot, nik) in self.slots().zip(&people.niks).rev() {
            if part.begins(*nik) {
                self.offer(slot, floor, best);
            } else if reach >= Reach::Part {
                let fits = part.is_in(*nik) || self.is_in_others(part, slot as usize);
                let near = || reach == Reach::Near && part.count() == 16 && part.apart(*nik) < 3;
                if fits || near() {
                    self.offer(slot, floor + u64::from(NUMBER), best);
                }
            }
        }
    }

    fn slots(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.people.ids.len()).unwrap_or(u32::MAX)
    }

    /// The least that all needs but one can cost.
    fn floor(&self, but: Option<&Text>) -> u64 {
        let floor = |need: &Need| match need {
            Need::Text(text) if but.is_some_and(|but| std::ptr::eq(but, text)) => 0,
            Need::Text(text) => u64::from(text.least()),
            Need::Number { .. } => 0,
            Need::Rt(_) => u64::from(lexicon::START),
            Need::Village(_) => u64::from(VILLAGE),
        };
        self.needs.iter().map(floor).sum()
    }

    /// Goes along whoever has a word that fits, the nearest words first, until nobody who is left
    /// can come before those who were found.
    fn along(&self, text: &Text, best: &mut Best) {
        let floor = self.floor(Some(text));
        let joined = text.joined.iter().map(|(first, _)| (lexicon::SPELLED, *first));
        let mut words: Vec<(Cost, u32)> =
            text.fitting.iter().map(|word| (text.of(*word), *word)).chain(joined).collect();
        words.sort_unstable();
        let mut seen = Marks::none(self.people.ids.len());
        for (cost, word) in words {
            let least = floor + u64::from(cost);
            if best.beats(least) {
                return;
            }
            for slot in self.people.lexicon.holders(word).iter().rev() {
                if !seen.has(*slot as usize) {
                    seen.mark(*slot as usize);
                    self.offer(*slot, least, best);
                }
            }
        }
        let least = floor + u64::from(VILLAGE);
        if !text.villages.is_empty() && !best.beats(least) {
            let others = self.slots().rev().filter(|slot| !seen.has(*slot as usize));
            others.for_each(|slot| self.offer(slot, least, best));
        }
    }

    /// Takes somebody whose costs are at least so much, if they are among the best.
    fn offer(&self, slot: u32, least: u64, best: &mut Best) {
        let served = self.people.served.get(slot as usize).copied().unwrap_or_default();
        // Only a whole name costs nothing and takes the first place.
        let soonest = weight(least, u64::from(least > 0), served);
        if soonest < best.bar.0
            && self.only.is_none_or(|only| only.has(slot as usize))
            && let Some((sum, place)) = self.weigh(slot)
        {
            best.take(weight(sum, place, served), slot);
        }
    }

    /// How good a find somebody is, less is better: the sum of all costs, and whether it is just
    /// that name, or begins as was typed.
    fn weigh(&self, slot: u32) -> Option<(u64, u64)> {
        let mut sum = 0;
        let (names, others) = self.people.names(slot);
        let mut exact = 0;
        for need in &self.needs {
            let cost = match need {
                Need::Text(text) => {
                    let cost = text.cost(self.people, slot, (names, others));
                    exact += usize::from(cost == lexicon::SELF);
                    cost
                }
                other => self.cost(other, slot),
            };
            if cost == NEVER {
                return None;
            }
            sum += u64::from(cost);
        }
        let first = || match self.needs.first() {
            Some(Need::Text(text)) => {
                names.first().is_some_and(|word| text.of(*word) <= lexicon::SPELLED_START)
            }
            _ => false,
        };
        let place = match exact {
            count if count == names.len() && count == self.needs.len() => 0,
            _ if first() => 1,
            _ => 2,
        };
        self.people.id(slot).map(|_| (sum, place))
    }

    /// How far somebody is from a word that is no name.
    fn cost(&self, need: &Need, slot: u32) -> Cost {
        let at = slot as usize;
        let traits = || self.people.traits.get(at).copied().unwrap_or_default();
        match need {
            Need::Text(text) => text.cost(self.people, slot, self.people.names(slot)),
            Need::Village(costs) => costs.get(usize::from(traits().area)).copied().unwrap_or(NEVER),
            Need::Rt(rt) if traits().rt == *rt => lexicon::START,
            Need::Rt(_) => NEVER,
            Need::Number { part, reach, text } => {
                let of = |column: &[u64]| column.get(at).copied().unwrap_or(NONE);
                let nik = of(&self.people.niks);
                if part.begins(nik) {
                    return if part.is(nik) { lexicon::SELF } else { lexicon::START };
                }
                if *reach >= Reach::Part && (part.is_in(nik) || self.is_in_others(part, at)) {
                    return NUMBER;
                }
                if !text.fitting.is_empty() {
                    return text.cost(self.people, slot, self.people.names(slot));
                }
                let near = *reach == Reach::Near && part.count() == 16 && nik != NONE;
                match if near { part.apart(nik) } else { u32::MAX } {
                    1 => lexicon::SLIP,
                    2 => lexicon::SLIPS,
                    _ => NEVER,
                }
            }
        }
    }

    /// Whether some digits are part of a telephone number, or a KK begins with them.
    fn is_in_others(&self, part: &Part, at: usize) -> bool {
        let of = |column: &[u64]| column.get(at).copied().unwrap_or(NONE);
        part.count() >= DIGITS
            && (part.begins(of(&self.people.kks)) || part.is_in(of(&self.people.phones)))
    }

    /// Somebody who was found, and why.
    fn hit(&self, slot: u32) -> Option<Hit> {
        let (names, others) = self.people.names(slot);
        let (mut how, mut marks) = (How::Typed, vec![]);
        for need in &self.needs {
            let cost = self.cost(need, slot);
            let why = match need {
                Need::Text(text) => {
                    let all = names.iter().chain(others);
                    let word = all.copied().min_by_key(|word| text.of(*word));
                    let word = word.filter(|word| text.of(*word) == cost);
                    let typed = matches!(cost, lexicon::SELF | lexicon::START | lexicon::INSIDE);
                    match word {
                        Some(_) if typed => marks.push(text.typed.clone()),
                        Some(word) => marks.push(self.people.lexicon.word(word).to_owned()),
                        None => marks.extend(text.halves(self.people, names).into_iter().flatten()),
                    }
                    match cost {
                        _ if typed || cost == lexicon::INITIAL => How::Typed,
                        VILLAGE if word.is_none() => How::Home,
                        ..VILLAGE => How::Spelled,
                        _ => How::Slipped,
                    }
                }
                Need::Village(_) | Need::Rt(_) => How::Home,
                Need::Number { part, text, .. } => {
                    marks.push(text.typed.clone());
                    let of = |column: &[u64]| column.get(slot as usize).copied().unwrap_or(NONE);
                    match cost {
                        lexicon::SLIP.. => How::NearNik,
                        _ if part.is_in(of(&self.people.niks)) => How::Typed,
                        _ if part.is_in(of(&self.people.phones)) => How::Phone,
                        _ if part.begins(of(&self.people.kks)) => How::Kk,
                        _ => How::Typed,
                    }
                }
            };
            if why != How::Typed && !matches!(how, How::Slipped | How::NearNik) {
                how = why;
            }
        }
        Some(Hit { id: self.people.id(slot)?, how, marks })
    }
}

impl Text {
    /// The least that it can cost.
    fn least(&self) -> Cost {
        let own = self.fitting.iter().map(|word| self.of(*word)).min().unwrap_or(NEVER);
        let home = if self.villages.is_empty() { NEVER } else { VILLAGE };
        let joined = if self.joined.is_empty() { NEVER } else { lexicon::SPELLED };
        own.min(home).min(joined)
    }

    /// How many must be looked at for it.
    fn holders(&self, people: &People) -> usize {
        let joined = self.joined.iter().map(|(first, _)| first);
        let words = self.fitting.iter().chain(joined);
        let all = words.map(|word| people.lexicon.holders(*word).len()).sum::<usize>();
        if self.villages.is_empty() { all } else { all + people.ids.len() }
    }

    fn of(&self, word: u32) -> Cost {
        self.costs.get(word as usize).copied().unwrap_or(NEVER)
    }

    fn cost(&self, people: &People, slot: u32, (names, others): (&[u32], &[u32])) -> Cost {
        let own = names.iter().chain(others).map(|word| self.of(*word)).min().unwrap_or(NEVER);
        if own < VILLAGE || (self.villages.is_empty() && self.joined.is_empty()) {
            return own;
        }
        let area = people.traits.get(slot as usize).map_or(0, |traits| usize::from(traits.area));
        let home = self.villages.get(area).copied().unwrap_or(NEVER);
        let halves = if self.halves(people, names).is_some() { lexicon::SPELLED } else { NEVER };
        own.min(home).min(halves)
    }

    /// The two words of a name that were typed as one.
    fn halves(&self, people: &People, names: &[u32]) -> Option<[String; 2]> {
        let word = |number| people.lexicon.word(number);
        self.joined.iter().find_map(|(first, rest)| {
            let pairs = names.windows(2).filter(|pair| pair.first() == Some(first));
            let mut seconds = pairs.filter_map(|pair| pair.last()).copied();
            let second = seconds.find(|second| word(*second).starts_with(rest.as_str()))?;
            Some([word(*first).to_owned(), word(second).to_owned()])
        })
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

    fn slots(mut self) -> Vec<u32> {
        self.found.sort_unstable();
        self.found.into_iter().take(self.limit).map(|(_, slot)| !slot).collect()
    }
}
