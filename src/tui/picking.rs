//! A list to choose from, as a screen asks for it.
use crate::form::field::Offer;

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picking {
    /// What is chosen.
    pub title: String,
    pub offers: Vec<Offer>,
    /// The codes that are chosen already.
    pub chosen: Vec<String>,
    /// May several be chosen?
    pub many: bool,
    /// Is it an area that is chosen? They are too many and sought by typing; `offers` has the
    /// office's own, around which it begins.
    pub areas: bool,
    /// What was typed already.
    pub typed: String,
}
