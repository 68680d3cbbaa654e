//! Chance that can be repeated: the same seed, the same throws.
use crate::desk::counter::mixed;

/// A seeded source of chance (`SplitMix64`); good enough for made-up people, not for secrets.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of that seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 up to, not including, `end`; 0 where that is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let high = mixed(self.0) >> 32;
        u32::try_from((high * u64::from(end)) >> 32).unwrap_or_default()
    }

    /// A number from `least` to `most`, both included.
    pub fn within(&mut self, least: u32, most: u32) -> u32 {
        least + self.below((most.saturating_sub(least)).saturating_add(1))
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of these; there must be some.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.place(from.len())]
    }

    /// One of these, each as likely as its weight says; there must be some.
    pub fn weighed<'a, T>(&mut self, from: &'a [T], weight: impl Fn(&T) -> u32) -> &'a T {
        let mut left = self.below(from.iter().map(&weight).sum());
        let hit = from.iter().position(|one| {
            let weight = weight(one);
            let hit = left < weight;
            left = left.saturating_sub(weight);
            hit
        });
        &from[hit.unwrap_or_default()]
    }

    /// A place in a list of that length.
    pub fn place(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }
}
