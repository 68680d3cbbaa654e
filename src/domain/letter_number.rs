//! The shape of letter numbers: a setting of the office.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::domain::{
    date::{Day, roman_month},
    reject::Reject,
};

/// A pattern such as `{kode}/{nomor}/PSKS/{bulan}/{tahun}`; `{nomor}` and `{tahun}` must stand in it,
/// or a number would come again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern(String);

impl Pattern {
    /// The number of the letter of this kind, class and serial on that day.
    ///
    /// The serial has at least three digits, the month is Roman, the series starts again each year.
    #[must_use]
    pub fn number(&self, [kind, class]: [&str; 2], serial: u32, day: Day) -> String {
        use chrono::Datelike as _;
        self.0
            .replace("{jenis}", kind)
            .replace("{kode}", class)
            .replace("{nomor}", &format!("{serial:03}"))
            .replace("{bulan}", roman_month(day.0.month()))
            .replace("{tahun}", &day.0.year().to_string())
    }

    /// Whether letters of two kinds with the same serial have different numbers.
    #[must_use]
    pub fn tells_kinds(&self) -> bool {
        self.0.contains("{jenis}")
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Pattern {
    fn default() -> Self {
        Self("{kode}/{nomor}/PSKS/{bulan}/{tahun}".to_owned())
    }
}

impl FromStr for Pattern {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        match text.trim() {
            "" => Err(Reject::Empty),
            text if !text.contains("{nomor}") => Err(Reject::NoSerial),
            text if !text.contains("{tahun}") => Err(Reject::NoYear),
            text if text.chars().count() > 60 => Err(Reject::TooLong { most: 60 }),
            text => Ok(Self(text.to_owned())),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
