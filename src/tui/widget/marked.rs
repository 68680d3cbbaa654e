//! A text in which the words that were searched for stand out.
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The text as a line; every place where one of the typed words stands is `matched`.
#[must_use]
pub fn marked(text: &str, typed: &str, matched: Style) -> Line<'static> {
    let signs: Vec<char> = text.chars().collect();
    let folded: Vec<char> = signs.iter().map(|c| small(*c)).collect();
    let mut hit = vec![false; signs.len()];
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().map(small).collect();
        for (start, part) in folded.windows(word.len()).enumerate() {
            if part == word {
                hit.iter_mut().skip(start).take(word.len()).for_each(|hit| *hit = true);
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

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}
