//! PPKS: the 26 kinds of people in need of social welfare services (Permensos 8/2012).
use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::domain::{doubt::Odd, reject::Reject, sex::Sex};

/// One of the 26 kinds, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ppks(u8);

/// What the reference table says of a kind.
#[derive(Debug)]
pub struct Row {
    pub kind: Ppks,
    pub name: &'static str,
    /// Full years at which it usually begins and ends; a hint, never a refusal.
    pub ages: (Option<u32>, Option<u32>),
    pub sex: Option<Sex>,
    /// Shown only where it must be: children, health, violence.
    pub sensitive: bool,
    /// Whether an office begins with this kind as a restricted one.
    pub restricted: bool,
}

/// How many kinds there are.
pub const KINDS: u8 = 26;

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    include_str!("../../assets/ref/ppks.tsv").lines().skip(1).filter_map(row).collect()
});

fn row(line: &'static str) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    Some(Row {
        kind: cells.get(1)?.parse().ok()?,
        name: cells.get(3)?,
        ages: (cells.get(5)?.parse().ok(), cells.get(6)?.parse().ok()),
        sex: cells.get(7)?.parse().ok(),
        sensitive: *cells.get(10)? == "ya",
        restricted: *cells.get(13)? == "ya",
    })
}

impl Ppks {
    /// Every kind, in the order of the regulation.
    #[must_use]
    pub fn rows() -> &'static [Row] {
        &ROWS
    }

    /// The kinds that every office begins with as restricted ones.
    #[must_use]
    pub fn restricted_presets() -> Vec<Self> {
        Self::rows().iter().filter(|row| row.restricted).map(|row| row.kind).collect()
    }

    /// 1 to 26.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    #[must_use]
    pub fn row(self) -> Option<&'static Row> {
        ROWS.get(usize::from(self.0).wrapping_sub(1))
    }

    /// The name in the regulation.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// Whether the kind of disability must be told with it (PPKS-05 and PPKS-09).
    #[must_use]
    pub const fn needs_disability(self) -> bool {
        matches!(self.0, 5 | 9)
    }

    /// What is unusual about this kind for a person of that age and sex.
    #[must_use]
    pub fn oddities(self, age: Option<u32>, sex: Option<Sex>) -> Vec<Odd> {
        let Some(row) = self.row() else { return vec![] };
        let outside = age.is_some_and(|age| {
            row.ages.0.is_some_and(|least| age < least) || row.ages.1.is_some_and(|most| age > most)
        });
        let other = row.sex.is_some() && sex.is_some() && row.sex != sex;
        let mut odd = Vec::new();
        if outside {
            odd.push(Odd::PpksAge(self.0));
        }
        if other {
            odd.push(Odd::PpksSex(self.0));
        }
        odd
    }
}

impl FromStr for Ppks {
    type Err = Reject;

    /// Reads `PPKS-08`, `ppks 8` or `8`.
    fn from_str(text: &str) -> Result<Self, Reject> {
        if text.is_empty() {
            return Err(Reject::Empty);
        }
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        match digits.parse() {
            Ok(number @ 1..=KINDS) => Ok(Self(number)),
            _ => Err(Reject::NotOffered),
        }
    }
}

impl fmt::Display for Ppks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PPKS-{:02}", self.0)
    }
}
