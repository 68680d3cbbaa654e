//! Whose a number is: the slots of each, in little room.
//!
//! # Why
//! A hash map of a million numbers takes 35 MB, two sorted lists 12. What was added since they were
//! sorted stands beside them until there is enough of it to sort again.
use std::collections::BTreeSet;

/// So many are added before all are sorted again, and a quarter of what there is.
const FEW: usize = 4_096;

/// A slot that is nobody's any more.
const GONE: u32 = u32::MAX;

/// Slots by a number or an id; several may have the same.
#[derive(Debug)]
pub struct Whose<K> {
    keys: Vec<K>,
    slots: Vec<u32>,
    late: BTreeSet<(K, u32)>,
}

impl<K> Default for Whose<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), slots: Vec::new(), late: BTreeSet::new() }
    }
}

impl<K: Ord + Copy> Whose<K> {
    /// Those of the numbers, by their slots, that count.
    #[must_use]
    pub fn of(numbers: &[K], counts: impl Fn(K) -> bool) -> Self {
        let mut slots: Vec<u32> =
            (0..).zip(numbers).filter(|(_, key)| counts(**key)).map(|(slot, _)| slot).collect();
        let key = |slot: &u32| numbers.get(*slot as usize).copied();
        slots.sort_by_key(key);
        let keys = slots.iter().filter_map(key).collect();
        Self { keys, slots, late: BTreeSet::new() }
    }

    /// Notes whose a number is from now on.
    pub fn add(&mut self, key: K, slot: u32) {
        self.late.insert((key, slot));
        if self.late.len() > FEW + self.keys.len() / 4 {
            self.settle();
        }
    }

    /// Notes that a number is not of that slot any more.
    pub fn remove(&mut self, key: K, slot: u32) {
        if self.late.remove(&(key, slot)) {
            return;
        }
        let places = self.places(key);
        let found = self.slots.get_mut(places).unwrap_or_default();
        if let Some(found) = found.iter_mut().find(|known| **known == slot) {
            *found = GONE;
        }
    }

    /// The slots of a number, the ones that were added first before the others.
    pub fn get(&self, key: K) -> impl Iterator<Item = u32> {
        let sorted = self.slots.get(self.places(key)).unwrap_or_default().iter().copied();
        let late = self.late.range((key, 0)..=(key, GONE)).map(|(_, slot)| *slot);
        sorted.filter(|slot| *slot != GONE).chain(late)
    }

    fn places(&self, key: K) -> std::ops::Range<usize> {
        let from = self.keys.partition_point(|known| *known < key);
        let behind = self.keys.get(from..).unwrap_or_default();
        from..from + behind.partition_point(|known| *known <= key)
    }

    /// Sorts in what was added.
    fn settle(&mut self) {
        let late = std::mem::take(&mut self.late);
        let count = self.keys.len() + late.len();
        let (mut keys, mut slots) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut late = late.into_iter().peekable();
        for (key, slot) in self.keys.iter().zip(&self.slots).filter(|(_, slot)| **slot != GONE) {
            while let Some((key, slot)) = late.next_if(|(other, _)| other < key) {
                keys.push(key);
                slots.push(slot);
            }
            keys.push(*key);
            slots.push(*slot);
        }
        for (key, slot) in late {
            keys.push(key);
            slots.push(slot);
        }
        (self.keys, self.slots) = (keys, slots);
    }
}
