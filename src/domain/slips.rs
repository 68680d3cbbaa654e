//! How many slips of the finger lie between two words.
use rapidfuzz::distance::osa;

/// The letters that must be changed, added, dropped or swapped with their neighbour to make one
/// word of the other (optimal string alignment); nothing where it takes more than `most`.
#[must_use]
pub fn slips(one: &str, other: &str, most: usize) -> Option<usize> {
    Slips::of(one).from(other, most)
}

/// A word that very many others are compared with.
pub struct Slips(osa::BatchComparator<u8>);

impl Slips {
    #[must_use]
    pub fn of(word: &str) -> Self {
        Self(osa::BatchComparator::new(word.bytes()))
    }

    /// The slips between this word and another, as [`slips`] counts them.
    #[must_use]
    pub fn from(&self, other: &str, most: usize) -> Option<usize> {
        let within = osa::Args::default().score_cutoff(most);
        self.0.distance_with_args(other.bytes(), &within)
    }
}

impl std::fmt::Debug for Slips {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Slips")
    }
}
