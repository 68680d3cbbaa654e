//! What can be answered at a question with a list, and the words for what was answered.
use crate::{
    desk::directory,
    form::field::{Draft, Offer, Source},
    tui::choices::{Choices, named},
};

/// Looks up what can be answered, from a source and the answers so far. It is not asked for
/// [`Source::Fixed`] and [`Source::Area`].
pub type Offers<'a> = &'a dyn Fn(Source, &Draft) -> Vec<Offer>;

/// The list of a source; areas have none, they are sought by typing.
#[must_use]
pub fn offered(source: Source, draft: &Draft, offers: Offers<'_>) -> Vec<Offer> {
    match source {
        Source::Fixed(list) => list(),
        Source::Area => Vec::new(),
        other => offers(other, draft),
    }
}

/// The list of a source, ready to be searched.
#[must_use]
pub fn choices(source: Source, typed: &str, draft: &Draft, offers: Offers<'_>) -> Choices {
    match source {
        Source::Area => Choices::sought(directory::areas, typed),
        other => Choices::new(offered(other, draft, offers)),
    }
}

/// The words for an answer in codes; what is no code stays as it was typed.
#[must_use]
pub fn words(source: Source, answer: &str, draft: &Draft, offers: Offers<'_>) -> String {
    match source {
        Source::Area => directory::area_words(answer).unwrap_or_else(|| answer.to_owned()),
        other => named(answer, &offered(other, draft, offers)),
    }
}
