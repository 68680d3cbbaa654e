//! Dice whose throws can be repeated: what was random in a run is told by one number.
use std::time::{SystemTime, UNIX_EPOCH};

use crate::harsh::machine::tell;

/// Seeded dice.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of this run, told under a name; `LOKET_BENIH` repeats an earlier one.
    pub fn of_this_run(name: &str) -> Self {
        let wish = std::env::var("LOKET_BENIH").ok().and_then(|wish| wish.parse().ok());
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let seed = wish.unwrap_or_else(now);
        tell(&format!("{name}: benih {seed} (LOKET_BENIH={seed} mengulanginya)"));
        Self(seed)
    }

    /// Dice that always fall the same.
    pub const fn fixed(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below that one.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// One time in so many.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
