//! What one word of a query asks of a resident: how far somebody is from it, and why that is.
use crate::store::columns::{
    lexicon::{self, Cost, NEVER},
    packed::{NONE, Part},
    people::People,
    query::Word,
};

/// It is in the name of the village.
pub const VILLAGE: Cost = 6;
/// It is in the number of the KK or the telephone, or in the middle of the NIK.
pub const NUMBER: Cost = 3;
/// The least digits of a KK or a telephone that are looked for.
const DIGITS: u32 = 3;
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
    /// Digits from the middle or the end of the NIK, which is shown masked.
    Nik,
    /// The KK.
    Kk,
    /// The telephone.
    Phone,
    /// The village, or the RT in it.
    Home,
    /// The day of birth.
    Born,
}

/// What one word of the query asks of a resident.
#[derive(Debug)]
pub enum Need {
    Text(Text),
    Village(Vec<Cost>),
    Number { part: Part, reach: Reach, text: Text },
    Rt(u16),
    Born { day: i32, shown: String },
}

/// How far a search reaches; what is nearer is looked for first, since it is found sooner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Names in any spelling, and NIK that begin as was typed.
    Start,
    /// Numbers that have what was typed anywhere.
    Part,
    /// Slips as well.
    Near,
}

/// What a word asks that can be a name.
#[derive(Debug)]
pub struct Text {
    pub typed: String,
    /// How far each known word is from it.
    costs: Vec<Cost>,
    /// The known words that are not too far.
    pub fitting: Vec<u32>,
    /// How far each village is from it.
    pub villages: Vec<Cost>,
    /// Two known words that were typed as one: the first, and how the second begins.
    pub joined: Vec<(u32, String)>,
}

/// What the words ask of those who are nearest.
#[must_use]
pub fn needs(people: &People, words: &[Word]) -> Vec<Need> {
    let several = words.iter().filter(|word| matches!(word, Word::Text(_))).count() > 1;
    let need = |word: &Word| match word {
        Word::Text(typed) => Need::Text(Text::of(people, typed, several)),
        Word::Village(name) => Need::Village(villages(people, name)),
        Word::Number(part, typed) => {
            let text = Text::of(people, typed, false);
            Need::Number { part: *part, reach: Reach::Start, text }
        }
        Word::Rt(rt) => Need::Rt(*rt),
        Word::Born(day, shown) => Need::Born { day: *day, shown: shown.clone() },
    };
    words.iter().map(need).collect()
}

/// Lets the needs of a query reach farther; whether anybody else may fit them now.
pub fn extend(needs: &mut [Need], people: &People, to: Reach) -> bool {
    let count = needs.len();
    let farther = needs.iter_mut().enumerate().map(|(at, need)| match need {
        Need::Text(text) => to == Reach::Near && text.slip(people, at + 1 == count),
        // A card that is known was typed as it is, and is no NIK with a slip.
        Need::Number { part, .. } if to == Reach::Near && is_card(people, part) => false,
        Need::Number { part, reach, .. } => {
            *reach = to;
            to == Reach::Part || part.is_full()
        }
        Need::Village(_) | Need::Rt(_) | Need::Born { .. } => false,
    });
    farther.fold(false, |any, one| any | one)
}

/// How far each village is from a word; nothing where all are too far.
fn villages(people: &People, word: &str) -> Vec<Cost> {
    let starts = |name: &String| name.split(' ').any(|part| part.starts_with(word));
    let names = &people.villages;
    let costs = names.iter().map(|name| if starts(name) { VILLAGE } else { NEVER });
    if names.iter().any(starts) { costs.collect() } else { vec![] }
}

/// Whether some digits are part of a telephone number, or a KK begins with them.
#[must_use]
pub fn is_in_others(people: &People, part: &Part, at: usize) -> bool {
    let of = |column: &[u64]| column.get(at).copied().unwrap_or(NONE);
    part.count() >= DIGITS && (part.begins(of(&people.kks)) || part.is_in(of(&people.phones)))
}

/// Whether some digits are the whole number of somebody's KK.
fn is_card(people: &People, part: &Part) -> bool {
    part.is_full() && people.kks.iter().any(|kk| part.is(*kk))
}

/// The words that are not too far.
fn fitting(costs: &[Cost]) -> Vec<u32> {
    (0..).zip(costs).filter(|(_, cost)| **cost != NEVER).map(|(at, _)| at).collect()
}

impl Need {
    /// The least that it can cost.
    #[must_use]
    pub fn least(&self) -> Cost {
        match self {
            Self::Text(text) => text.least(),
            Self::Number { .. } => lexicon::SELF,
            Self::Rt(_) | Self::Born { .. } => lexicon::START,
            Self::Village(_) => VILLAGE,
        }
    }

    /// How far somebody is from it.
    #[must_use]
    pub fn cost(&self, people: &People, slot: u32) -> Cost {
        let at = slot as usize;
        let traits = || people.traits.get(at).copied().unwrap_or_default();
        match self {
            Self::Text(text) => text.cost(people, slot, people.names(slot)),
            Self::Village(costs) => costs.get(usize::from(traits().area)).copied().unwrap_or(NEVER),
            Self::Rt(rt) if traits().rt == *rt => lexicon::START,
            Self::Born { day, .. } if traits().born == *day => lexicon::START,
            Self::Rt(_) | Self::Born { .. } => NEVER,
            Self::Number { part, reach, text } => {
                let of = |column: &[u64]| column.get(at).copied().unwrap_or(NONE);
                let nik = of(&people.niks);
                if part.begins(nik) {
                    return if part.is(nik) { lexicon::SELF } else { lexicon::START };
                }
                if *reach >= Reach::Part && (part.is_in(nik) || is_in_others(people, part, at)) {
                    return NUMBER;
                }
                if !text.fitting.is_empty() {
                    return text.cost(people, slot, people.names(slot));
                }
                let near = *reach == Reach::Near && part.is_full() && nik != NONE;
                match if near { part.apart(nik) } else { u32::MAX } {
                    1 => lexicon::SLIP,
                    2 => lexicon::SLIPS,
                    _ => NEVER,
                }
            }
        }
    }

    /// Why somebody fits who is so far from it, and the words of the name that are the reason.
    #[must_use]
    pub fn why(&self, people: &People, slot: u32, cost: Cost) -> (How, Vec<String>) {
        match self {
            Self::Text(text) => text.why(people, slot, cost),
            Self::Village(_) | Self::Rt(_) => (How::Home, vec![]),
            Self::Born { shown, .. } => (How::Born, vec![shown.clone()]),
            Self::Number { part, text, .. } => {
                let of = |column: &[u64]| column.get(slot as usize).copied().unwrap_or(NONE);
                let how = match cost {
                    lexicon::SLIP.. => How::NearNik,
                    _ if part.begins(of(&people.niks)) => How::Typed,
                    _ if part.is_in(of(&people.niks)) => How::Nik,
                    _ if part.is_in(of(&people.phones)) => How::Phone,
                    _ if part.begins(of(&people.kks)) => How::Kk,
                    _ => How::Typed,
                };
                (how, vec![text.typed.clone()])
            }
        }
    }
}

impl Text {
    /// What a word asks as it is spelled.
    fn of(people: &People, typed: &str, several: bool) -> Self {
        let lexicon = &people.lexicon;
        let mut costs = vec![NEVER; lexicon.len()];
        lexicon.fitting(typed, &mut costs);
        if several {
            lexicon.initials(typed, &mut costs);
        }
        let villages = if typed.len() < LETTERS { vec![] } else { villages(people, typed) };
        let fitting = fitting(&costs);
        Self { typed: typed.to_owned(), costs, fitting, villages, joined: vec![] }
    }

    /// Asks for less: a slip of the finger, or two words that were typed as one. Returns whether
    /// that is any word more; of the last word of a query the rest may not have been typed yet.
    fn slip(&mut self, people: &People, last: bool) -> bool {
        let Self { typed, costs, .. } = self;
        people.lexicon.slipped(typed, last, costs);
        let before = self.fitting.len();
        self.fitting = fitting(costs);
        let cuts = LETTERS..(typed.len() + 1).saturating_sub(LETTERS);
        let halves = cuts.filter_map(|cut| {
            let (first, second) = typed.split_at_checked(cut)?;
            Some((people.lexicon.known(first)?, second.to_owned()))
        });
        self.joined = halves.collect();
        self.fitting.len() > before || !self.joined.is_empty()
    }

    /// The least that it can cost.
    #[must_use]
    pub fn least(&self) -> Cost {
        let own = self.fitting.iter().map(|word| self.far(*word)).min().unwrap_or(NEVER);
        let home = if self.villages.is_empty() { NEVER } else { VILLAGE };
        let joined = if self.joined.is_empty() { NEVER } else { lexicon::SPELLED };
        own.min(home).min(joined)
    }

    /// How many must be looked at for it.
    #[must_use]
    pub fn holders(&self, people: &People) -> usize {
        let joined = self.joined.iter().map(|(first, _)| first);
        let words = self.fitting.iter().chain(joined);
        let all = words.map(|word| people.lexicon.holders(*word).len()).sum::<usize>();
        if self.villages.is_empty() { all } else { all + people.ids.len() }
    }

    /// How far a known word is from it.
    #[must_use]
    pub fn far(&self, word: u32) -> Cost {
        self.costs.get(word as usize).copied().unwrap_or(NEVER)
    }

    /// How far somebody with these words is from it.
    #[must_use]
    pub fn cost(&self, people: &People, slot: u32, (names, others): (&[u32], &[u32])) -> Cost {
        let own = names.iter().chain(others).map(|word| self.far(*word)).min().unwrap_or(NEVER);
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

    fn why(&self, people: &People, slot: u32, cost: Cost) -> (How, Vec<String>) {
        let (names, others) = people.names(slot);
        let word = names.iter().chain(others).copied().min_by_key(|word| self.far(*word));
        let word = word.filter(|word| self.far(*word) == cost);
        let typed = matches!(cost, lexicon::SELF | lexicon::START | lexicon::INSIDE);
        let marks = match word {
            Some(_) if typed => vec![self.typed.clone()],
            Some(word) => vec![people.lexicon.word(word).to_owned()],
            None => self.halves(people, names).into_iter().flatten().collect(),
        };
        let how = match cost {
            _ if typed || cost == lexicon::INITIAL => How::Typed,
            VILLAGE if word.is_none() => How::Home,
            ..VILLAGE => How::Spelled,
            _ => How::Slipped,
        };
        (how, marks)
    }
}
