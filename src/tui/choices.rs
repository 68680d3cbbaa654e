//! The answers on offer, made ready to be searched by typing.
use crate::{
    domain::{area::Area, reject::Reject},
    form::field::Offer,
};

/// Finds offers by what was typed, where there are too many for a list.
#[derive(Debug, Clone, Copy)]
pub struct Seek {
    pub find: fn(&str, Option<Area>) -> Vec<Offer>,
    /// Of those that fit alike, the ones around this place come first.
    pub near: Option<Area>,
}

/// Offers named on the message line.
const SHOWN: usize = 5;

/// Letters from which on words inside of a label make clear what is meant.
const CLEAR: usize = 3;

/// A list of offers with their words folded to small letters.
#[derive(Debug, Default)]
pub struct Choices {
    offers: Vec<Offer>,
    folded: Vec<(String, String)>,
    seek: Option<Seek>,
}

impl Choices {
    #[must_use]
    pub fn new(offers: Vec<Offer>) -> Self {
        let folded = offers.iter().map(|offer| (fold(&offer.code), fold(&offer.label))).collect();
        Self { offers, folded, seek: None }
    }

    /// The offers that fit what was typed, to be sought again when that changes.
    #[must_use]
    pub fn sought(seek: Seek, typed: &str) -> Self {
        Self { seek: Some(seek), ..Self::new((seek.find)(typed, seek.near)) }
    }

    /// Something else was typed.
    pub fn retype(&mut self, typed: &str) {
        if let Some(seek) = self.seek {
            *self = Self::sought(seek, typed);
        }
    }

    /// Are the offers sought at every keystroke?
    #[must_use]
    pub const fn is_sought(&self) -> bool {
        self.seek.is_some()
    }

    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// The places of the offers that have every typed word in code or label, those that begin
    /// with what was typed first.
    #[must_use]
    pub fn fitting(&self, typed: &str) -> Vec<usize> {
        if self.is_sought() {
            return (0..self.offers.len()).collect();
        }
        let typed = fold(typed);
        let words: Vec<_> = typed.split_whitespace().collect();
        let fits = |(code, label): &(String, String)| {
            words.iter().all(|word| label.contains(word) || code.contains(word))
        };
        let begins = |place: &usize| {
            let (code, label) = &self.folded[*place];
            label.starts_with(typed.trim()) || code.starts_with(typed.trim())
        };
        let all = (0..self.folded.len()).filter(|place| fits(&self.folded[*place]));
        let (mut first, rest): (Vec<_>, Vec<_>) = all.partition(begins);
        first.extend(rest);
        first
    }

    /// The offers that were meant, where `several` may be typed with `;` between them.
    pub fn meant(&self, typed: &str, several: bool) -> Result<Vec<&Offer>, Reject> {
        let parts = if several { codes(typed).collect() } else { vec![typed.trim()] };
        let mut found = Vec::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            let offer = self.one(part)?;
            if found.contains(&offer) {
                return Err(Reject::Twice);
            }
            found.push(offer);
        }
        Ok(found)
    }

    /// The offer of the same code or label, or the only one that begins so or has these words.
    fn one(&self, typed: &str) -> Result<&Offer, Reject> {
        let typed = fold(typed);
        let same = |(code, label): &(String, String)| *code == typed || *label == typed;
        let begins = |(code, label): &(String, String)| {
            self.is_sought() || code.starts_with(&typed) || label.starts_with(&typed)
        };
        let holds = |(code, label): &(String, String)| {
            let mut words = typed.split_whitespace();
            typed.len() >= CLEAR && words.all(|word| label.contains(word) || code.contains(word))
        };
        let missing = |found: Result<_, _>| matches!(found, Err(Reject::NotOffered));
        let mut found = self.only(same);
        if missing(found) {
            found = self.only(begins);
        }
        if missing(found) {
            found = self.only(holds);
        }
        found
    }

    /// For the message line: what fits the last part of what was typed.
    #[must_use]
    pub fn hint(&self, typed: &str) -> String {
        let fitting = self.fitting(codes(typed).last().unwrap_or_default());
        let labels = fitting.iter().take(SHOWN).map(|place| self.offers[*place].label.as_str());
        let words = labels.collect::<Vec<_>>().join(" · ");
        match fitting.len() {
            _ if self.is_sought() && typed.trim().is_empty() => {
                "Ketik sebagian nama, atau tekan F4.".to_owned()
            }
            0 if self.is_sought() => "Belum ada yang cocok; coba sebagian namanya saja.".to_owned(),
            2.. if self.is_sought() => format!("F4 memilih: {words} · …"),
            0 => "Tidak ada pilihan yang cocok; F4 menampilkan semuanya.".to_owned(),
            1..=SHOWN => words,
            all => format!("{all} cocok: {words} · …"),
        }
    }

    fn only(&self, fits: impl Fn(&(String, String)) -> bool) -> Result<&Offer, Reject> {
        let mut found = self
            .offers
            .iter()
            .zip(&self.folded)
            .filter(|(_, folded)| fits(folded))
            .map(|row| row.0);
        match (found.next(), found.next()) {
            (Some(offer), None) => Ok(offer),
            (Some(_), Some(_)) => Err(Reject::Ambiguous),
            _ => Err(Reject::NotOffered),
        }
    }
}

/// The parts of an answer that may hold several codes.
pub fn codes(answer: &str) -> impl Iterator<Item = &str> {
    answer.split(';').map(str::trim).filter(|code| !code.is_empty())
}

/// The words for an answer in codes, in one line; a code that is not on offer stands for itself.
#[must_use]
pub fn named(answer: &str, offers: &[Offer]) -> String {
    let known = |code| offers.iter().find(|offer| offer.code == code);
    let words = codes(answer).map(|code| known(code).map_or(code, |offer| &offer.label));
    // A `;` in a label would read as two.
    words.map(|label| label.replace(';', ",")).collect::<Vec<_>>().join("; ")
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}
