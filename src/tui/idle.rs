//! How long nobody has touched the desk: after a while it is locked.
use std::time::{Duration, Instant};

use crate::domain::moment::Moment;

/// That while (`storage.md`, sealing).
const LONGEST: Duration = Duration::from_mins(5);

/// A clock on the wall that went this much further than the program's own says that the computer
/// slept: milliseconds.
const SLEPT: i64 = 60_000;

/// When the desk was last touched.
#[derive(Debug, Default)]
pub struct Idle {
    touched: Option<Instant>,
    /// The last time that was told, by both clocks.
    told: Option<(Instant, Moment)>,
}

impl Idle {
    /// Somebody pressed a key, at the time that was told last.
    pub fn touch(&mut self) {
        self.touched = self.told.map(|(now, _)| now).or(self.touched);
    }

    /// When the desk must be locked, should nobody touch it until then.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.touched.map(|touched| touched + LONGEST)
    }

    /// Is told the time by the program's clock, and by the one on the wall; says whether nobody
    /// touched the desk for too long, or the computer slept.
    pub fn is_over(&mut self, now: Instant, wall: Option<Moment>) -> bool {
        let Some(wall) = wall else { return false };
        let slept = self.told.is_some_and(|(then, seen)| {
            let own = i64::try_from(now.saturating_duration_since(then).as_millis());
            own.is_ok_and(|own| wall.0 - seen.0 > own + SLEPT)
        });
        self.told = Some((now, wall));
        let touched = *self.touched.get_or_insert(now);
        slept || now.saturating_duration_since(touched) >= LONGEST
    }
}
