//! What can be answered at a question with a list, and the words for what was answered.
use crate::{
    desk::directory,
    form::field::{Draft, Offer, Source},
    tui::choices::{Choices, Seek, named},
};

/// Looks up what can be answered, from a source and the answers so far. It is not asked for
/// [`Source::Fixed`]; for [`Source::Area`] it tells the office's own area alone.
pub type Offers<'a> = &'a dyn Fn(Source, &Draft) -> Vec<Offer>;

/// The list of a source; areas have none, they are sought by typing near the one that is told.
#[must_use]
pub fn offered(source: Source, draft: &Draft, offers: Offers<'_>) -> Vec<Offer> {
    match source {
        Source::Fixed(list) => list(),
        other => offers(other, draft),
    }
}

/// How areas are sought, those around the office first.
#[must_use]
pub fn areas(home: &[Offer]) -> Seek {
    let near = home.first().and_then(|home| home.code.parse().ok());
    Seek { find: directory::areas, near }
}

/// The list of a source, ready to be searched.
#[must_use]
pub fn choices(source: Source, typed: &str, draft: &Draft, offers: Offers<'_>) -> Choices {
    match source {
        Source::Area => Choices::sought(areas(&offers(source, draft)), typed),
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
