//! A text in which the words that were searched for stand out.
use ratatui::{
    style::Style,
    text::{Line, Span},
};

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The text as a line; every place where one of the words stands is `matched`, whatever its
/// capitals, accents and apostrophes.
#[must_use]
pub fn marked<'a>(
    text: &str,
    words: impl Iterator<Item = &'a str>,
    matched: Style,
) -> Line<'static> {
    let signs: Vec<char> = text.chars().collect();
    let letters: Vec<(usize, char)> = signs.iter().enumerate().flat_map(compared).collect();
    let mut hit = vec![false; signs.len()];
    for word in words {
        let typed: Vec<char> = word.chars().collect();
        let word: Vec<char> =
            typed.iter().enumerate().flat_map(compared).map(|(_, letter)| letter).collect();
        let places = letters.windows(word.len().max(1));
        for place in places.filter(|place| place.iter().map(|(_, c)| c).eq(&word)) {
            if let (Some((first, _)), Some((last, _))) = (place.first(), place.last()) {
                hit.iter_mut().take(last + 1).skip(*first).for_each(|hit| *hit = true);
            }
        }
    }
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (sign, hit) in signs.into_iter().zip(hit) {
        let style = if hit { matched } else { Style::new() };
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push(sign),
            _ => spans.push(Span::styled(sign.to_string(), style)),
        }
    }
    Line::from(spans)
}

/// What is compared of a sign, with its place: nothing of an apostrophe.
fn compared((at, sign): (usize, &char)) -> impl Iterator<Item = (usize, char)> + use<> {
    let shown = Some(*sign).filter(|sign| {
        !matches!(sign, '\'' | '`' | '\u{2bb}'..='\u{2bf}' | '\u{2018}' | '\u{2019}')
    });
    let letters = shown.into_iter().flat_map(|sign| std::iter::once(sign).nfkd());
    let letters = letters.filter(|letter| !is_combining_mark(*letter));
    letters.flat_map(char::to_lowercase).map(move |letter| (at, letter))
}
