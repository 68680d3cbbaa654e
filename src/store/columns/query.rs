//! What is searched for: the words of a query, each for what it can be.
use chrono::Datelike as _;

use crate::{
    domain::{date::Day, name_words},
    store::columns::packed::Part,
};

/// More words, or more characters, than anybody is called by.
const MOST_WORDS: usize = 8;
const MOST_CHARS: usize = 200;

/// What stands before the name of a village.
const VILLAGE: &[&str] = &["kel", "kelurahan", "desa", "ds"];

/// One word of a query.
#[derive(Debug, Clone)]
pub enum Word {
    /// Part of a name, of a village's name too.
    Text(String),
    /// Part of the name of the village alone.
    Village(String),
    /// Part of a NIK, a KK or a telephone number; hardly ever of a name.
    Number(Part, String),
    /// The RT of the domicile.
    Rt(u16),
    /// The day of birth, counted from the year 1, and how days are shown.
    Born(i32, String),
}

/// The words of a query, in the order in which they were typed; days come last.
#[must_use]
pub fn words(query: &str) -> Vec<Word> {
    let query: String = query.chars().take(MOST_CHARS).collect();
    let (days, query): (Vec<&str>, Vec<&str>) =
        query.split_whitespace().partition(|typed| Day::whole(typed).is_some());
    let mut typed = name_words::words(&query.join(" ")).into_iter().peekable();
    let mut words = Vec::new();
    while let Some(word) = typed.next() {
        if words.len() == MOST_WORDS {
            break;
        }
        let digits =
            |word: &str| word.parse::<u16>().ok().filter(|number| (1..1_000).contains(number));
        if word == "rt"
            && let Some(rt) = typed.peek().and_then(|next| digits(next))
        {
            typed.next();
            words.push(Word::Rt(rt));
        } else if let Some(rt) = word.strip_prefix("rt").and_then(digits) {
            words.push(Word::Rt(rt));
        } else if VILLAGE.contains(&word.as_str())
            && let Some(next) =
                typed.next_if(|next| !next.starts_with(|c: char| c.is_ascii_digit()))
        {
            words.push(Word::Village(next));
        } else if let Some(part) = Part::of(&word) {
            words.push(Word::Number(part, word));
        } else {
            words.push(Word::Text(word));
        }
    }
    let days = days.into_iter().filter_map(Day::whole);
    words.extend(days.map(|day| Word::Born(day.0.num_days_from_ce(), day.to_string())).take(1));
    words
}
