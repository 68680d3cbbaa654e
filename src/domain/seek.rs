//! Finding villages by a few words of their names and of the names around them.
//!
//! # Why
//! A village is typed as people say it: `damai balikpapan`, `sukamaju kutai`. Every word is looked
//! up in all names at once and leaves a mark on each village it can mean; the marks of all words
//! together are the answer. Only what is left is ranked, so no index has to be kept.
//!
//! Blanks do not count: the same name is Sungainangka in one city and Sungai Nangka in the next.
use std::ops::Range;

use crate::domain::{
    area::{Area, AreaKind},
    areas::{Areas, CITY, DISTRICT, PROVINCE, VILLAGE},
    marks::Marks,
    text::{clean, folded},
};

/// More words, or more characters, than a place can need.
const MOST_WORDS: usize = 8;
const MOST_CHARS: usize = 200;

/// The rows of the villages that all words of a query mean, the likeliest first.
///
/// First come those whose own name has more of the words, then exact names, beginnings, beginnings
/// of words, and parts; among equals those of the same kecamatan as `home`, then of its city, then of
/// its province; then the shorter name, then the smaller code.
#[must_use]
pub fn seek(areas: &Areas, query: &str, home: Option<Area>, limit: usize) -> Vec<usize> {
    let words = words(query);
    let hits: Vec<Hits> = words.iter().map(|word| Hits::of(areas, word)).collect();
    let Some(mut left) = hits.first().map(|hits| hits.all.clone()) else { return Vec::new() };
    for more in hits.iter().skip(1) {
        left.keep(&more.all);
    }
    let mut unnamed = left.clone();
    for hits in &hits {
        unnamed.remove(&hits.named);
    }
    left.remove(&unnamed);
    let around = home.map(|home| around(areas, home)).unwrap_or_default();
    let far = |row: usize| around.iter().take_while(|near| !near.contains(&row)).count();
    let mut parts: Vec<Option<Part>> = Vec::new();
    parts.resize_with(1 << words.len(), || None);
    let mut found = Vec::new();
    // Most rows need not be ranked: others have more words in the name, or begin with them.
    for tier in tiers(&hits, &left).into_iter().rev() {
        let (mut first, mut later) = (Vec::new(), Vec::new());
        for (named, row) in tier {
            let Some(part) = parts.get_mut(usize::from(named)) else { continue };
            let part = &*part.get_or_insert_with(|| Part::of(&words, named));
            let glued = areas.glued(VILLAGE).get(row).unwrap_or_default();
            if glued.starts_with(&part.glued) { &mut first } else { &mut later }.push((named, row));
        }
        for rows in [first, later] {
            let room = limit - found.len();
            if room > 0 {
                let rank = |(named, row): (u8, usize)| {
                    let part = parts.get(usize::from(named))?.as_ref()?;
                    let (fit, length) = part.fit(areas, row);
                    Some(((fit, far(row), length), row))
                };
                found.extend(best(rows.into_iter().filter_map(rank).collect(), room));
            }
        }
    }
    let mut rest: Vec<usize> = unnamed.rows().collect();
    if !around.is_empty() {
        rest.sort_by_key(|row| far(*row));
    }
    rest.truncate(limit - found.len());
    found.append(&mut rest);
    found
}

/// The villages of the kecamatan around a place, of its city, and of its province.
fn around(areas: &Areas, home: Area) -> Vec<Range<usize>> {
    let code = [home.province, home.city, home.district].map(u16::from);
    let levels = [DISTRICT, CITY, PROVINCE].into_iter();
    let row = |level: usize| areas.row(code.get(..=level)?).map(|row| areas.villages(level, row));
    levels.filter_map(row).collect()
}

/// The rows by how many words are in their own names, each with a bit for every such word.
fn tiers(hits: &[Hits], rows: &Marks) -> Vec<Vec<(u8, usize)>> {
    let mut tiers = vec![Vec::new(); hits.len() + 1];
    for row in rows.rows() {
        let bits = hits.iter().enumerate().filter(|(_, hits)| hits.named.has(row));
        let named = bits.fold(0, |named, (bit, _)| named | 1 << bit);
        if let Some(tier) = tiers.get_mut(u8::count_ones(named) as usize) {
            tier.push((named, row));
        }
    }
    tiers
}

/// So many of the ranked rows, the best first.
fn best(mut ranked: Vec<(Rank, usize)>, room: usize) -> impl Iterator<Item = usize> {
    if ranked.len() > room {
        ranked.select_nth_unstable(room);
        ranked.truncate(room);
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, row)| row)
}

/// How a part lies in a name, how far away that is, and how long the name.
type Rank = (Fit, usize, usize);

/// How a part lies in a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Spelled,
    Whole,
    FirstWords,
    Beginning,
    WordStart,
    Inside,
    Scattered,
}

/// The words of a query that are looked for in the name itself.
struct Part {
    key: String,
    glued: String,
}

impl Part {
    fn of(words: &[Word], named: u8) -> Self {
        let chosen = words.iter().enumerate().filter(|(bit, _)| named >> bit & 1 == 1);
        let keys: Vec<&str> = chosen.map(|(_, word)| word.key.as_str()).collect();
        Self { key: keys.join(" "), glued: keys.concat() }
    }

    /// How it lies in the name of a village, and how long that name is.
    fn fit(&self, areas: &Areas, row: usize) -> (Fit, usize) {
        let key = areas.keys(VILLAGE).get(row).unwrap_or_default();
        let glued = areas.glued(VILLAGE).get(row).unwrap_or_default();
        let fit = match glued.find(&self.glued) {
            Some(0) if key == self.key => Fit::Spelled,
            Some(0) if glued.len() == self.glued.len() => Fit::Whole,
            Some(0) if gaps(key).any(|gap| gap == self.glued.len()) => Fit::FirstWords,
            Some(0) => Fit::Beginning,
            Some(_) => {
                let mut places = glued.match_indices(&self.glued).map(|(place, _)| place);
                let word = places.any(|place| gaps(key).any(|gap| gap == place));
                if word { Fit::WordStart } else { Fit::Inside }
            }
            None => Fit::Scattered,
        };
        (fit, glued.len())
    }
}

/// Where the blanks of a name were, once they are taken out.
fn gaps(key: &str) -> impl Iterator<Item = usize> {
    key.match_indices(' ').enumerate().map(|(before, (place, _))| place - before)
}

/// One word of a query.
struct Word {
    key: String,
    /// Its digits, if it is made of digits and dots.
    digits: Option<String>,
}

fn words(query: &str) -> Vec<Word> {
    let query: String = clean(query).chars().take(MOST_CHARS).collect();
    let mut words = Vec::new();
    for typed in query.split(' ') {
        let digits = typed.replace('.', "");
        if digits.len() >= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            words.push(Word { key: folded(typed), digits: Some(digits) });
        } else {
            let keys = folded(typed);
            words.extend(
                keys.split_whitespace().map(|key| Word { key: key.to_owned(), digits: None }),
            );
        }
    }
    words.truncate(MOST_WORDS);
    words
}

/// The villages that one word can mean.
struct Hits {
    /// By their own name.
    named: Marks,
    /// In any way.
    all: Marks,
}

impl Hits {
    fn of(areas: &Areas, word: &Word) -> Self {
        let mut named = Marks::none(areas.len(VILLAGE));
        areas.glued(VILLAGE).containing(&word.key).for_each(|row| named.mark(row));
        let mut all = named.clone();
        for level in [PROVINCE, CITY, DISTRICT] {
            for row in areas.glued(level).containing(&word.key) {
                all.mark_all(areas.villages(level, row));
            }
        }
        if let Some(digits) = &word.digits {
            all.mark_all(areas.coded(digits));
            areas.with_postcode(digits).for_each(|village| all.mark(village));
        }
        let kinds = kinds(&word.key);
        if !kinds.is_empty() {
            let rows = 0..areas.len(VILLAGE);
            rows.filter(|row| areas.kind(*row).is_some_and(|kind| kinds.contains(&kind)))
                .for_each(|row| all.mark(row));
        }
        Self { named, all }
    }
}

/// The kinds of village that a word before a name allows.
fn kinds(word: &str) -> &'static [AreaKind] {
    match word {
        "kel" | "kelurahan" => &[AreaKind::Kelurahan],
        "ds" | "desa" | "gampong" | "nagari" | "pekon" | "kampung" | "tiyuh" | "lembang"
        | "kalurahan" => &[AreaKind::Desa, AreaKind::DesaAdat],
        "kec" | "kecamatan" => &[AreaKind::Kelurahan, AreaKind::Desa, AreaKind::DesaAdat],
        _ => &[],
    }
}
