//! Who stands on which family card.
use std::collections::HashMap;

/// The slots of the residents on each KK, in the order in which they came to it.
#[derive(Debug, Default)]
pub struct Families(HashMap<u64, Vec<u32>>);

impl Families {
    /// The cards of the residents by their slots; 0 is no card.
    #[must_use]
    pub fn of(kks: &[u64]) -> Self {
        let mut families = Self::default();
        for (slot, kk) in (0..).zip(kks) {
            families.moved(slot, 0, *kk);
        }
        families
    }

    /// Notes that a resident left one card for another; 0 is no card.
    pub fn moved(&mut self, slot: u32, from: u64, to: u64) {
        if from == to {
            return;
        }
        if let Some(left) = self.0.get_mut(&from) {
            left.retain(|member| *member != slot);
        }
        if to != 0 {
            self.0.entry(to).or_default().push(slot);
        }
    }

    /// The residents on a card.
    #[must_use]
    pub fn on(&self, kk: u64) -> &[u32] {
        self.0.get(&kk).map_or(&[], Vec::as_slice)
    }
}
