//! The name of a backup's file: `loket-64.71.06.1001-20261122-134000.cadangan`.
//!
//! # Why
//! It says whose it is and from when, sorts as it was made, and has no sign that a FAT stick
//! refuses. A file that is still being written, or was cut off, ends with `.baru`; it is known by
//! that and never taken for a backup.
use chrono::{NaiveDateTime, TimeDelta};

use crate::domain::area::Area;

/// What the name of a backup ends with.
const ENDING: &str = ".cadangan";

/// What stands behind it while the backup does not count.
const HALF: &str = ".baru";

/// How the time is written: up to the second, as the office's clock shows it.
const TIME: &str = "%Y%m%d-%H%M%S";

/// A backup's name, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The time on the office's clock when it was made.
    pub made: NaiveDateTime,
    pub area: Area,
}

impl Name {
    /// The name that a file bears, if it is that of a backup.
    #[must_use]
    pub fn read(file: &str) -> Option<Self> {
        let (area, time) = file.strip_suffix(ENDING)?.strip_prefix("loket-")?.split_once('-')?;
        let made = NaiveDateTime::parse_from_str(time, TIME).ok()?;
        let name = Self { made, area: area.parse().ok()? };
        (name.file() == file).then_some(name)
    }

    /// The name that a file will bear once it counts, if it is one that does not yet.
    #[must_use]
    pub fn half(file: &str) -> Option<Self> {
        Self::read(file.strip_suffix(HALF)?)
    }

    /// The name of the file.
    #[must_use]
    pub fn file(&self) -> String {
        format!("loket-{}-{}{ENDING}", self.area, self.made.format(TIME))
    }

    /// The name of the file while it does not count.
    #[must_use]
    pub fn half_file(&self) -> String {
        self.file() + HALF
    }

    /// The name a second later.
    #[must_use]
    pub fn later(self) -> Self {
        let made = self.made.checked_add_signed(TimeDelta::seconds(1)).unwrap_or(self.made);
        Self { made, ..self }
    }
}
