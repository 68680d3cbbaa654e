//! A service of the directory: who gives it, which papers it asks, how long it may take.
use serde::{Deserialize, Serialize};

use crate::domain::{
    count::Desil,
    date::Day,
    id::Id,
    promise::Clock,
    text::{Line, Name, Note},
};

/// A service. The presets come from `assets/ref/layanan.tsv`; all of it is the office's to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    pub code: String,
    pub name: Name,
    pub category: Line,
    /// Who gives it.
    pub provider: Line,
    pub clock: Option<Clock>,
    /// The highest desil that is usually served; a warning, never a refusal.
    pub desil_most: Option<Desil>,
    pub emergency: bool,
    pub note: Option<Note>,
    pub papers: Vec<Asked>,
    /// Since when this row is the office's own; nothing while it is the preset.
    pub since: Option<Day>,
    /// Requests for it are only for officers with the right *terbatas*.
    pub restricted: bool,
}

/// A paper that a service asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub code: String,
    pub name: Line,
    pub required: bool,
}

const TABLE: &str = include_str!("../../assets/ref/layanan.tsv");

impl Service {
    #[must_use]
    pub fn id(&self) -> Id {
        Id::named(&self.code)
    }

    /// The services every office starts with.
    #[must_use]
    pub fn presets() -> Vec<Self> {
        TABLE.lines().skip(1).filter_map(preset).collect()
    }

    /// Whether the service with this code begins as a restricted one.
    #[must_use]
    pub fn restricted_preset(code: &str) -> bool {
        let row = TABLE.lines().find(|row| row.split('\t').next() == Some(code));
        row.is_some_and(|row| row.split('\t').nth(16) == Some("ya"))
    }
}

fn preset(row: &str) -> Option<Service> {
    let cells: Vec<&str> = row.split('\t').collect();
    let cell = |i: usize| cells.get(i).copied().unwrap_or_default();
    let clock = match (cell(9).parse(), cell(10).parse(), cell(11).parse()) {
        (Ok(amount), Ok(unit), Ok(start)) => Some(Clock { amount, unit, start }),
        _ => None,
    };
    Some(Service {
        code: cell(0).to_owned(),
        name: cell(1).parse().ok()?,
        category: cell(2).parse().ok()?,
        provider: cell(3).parse().ok()?,
        clock,
        desil_most: cell(7).parse().ok(),
        emergency: cell(13) == "ya",
        note: cell(14).parse().ok(),
        papers: papers(cell(0)),
        since: None,
        restricted: cell(16) == "ya",
    })
}

fn papers(service: &str) -> Vec<Asked> {
    let rows = include_str!("../../assets/ref/layanan_syarat.tsv").lines().skip(1);
    let mine = rows.filter_map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        (cells.first() == Some(&service)).then_some(cells)
    });
    mine.filter_map(|cells| {
        Some(Asked {
            code: (*cells.get(2)?).to_owned(),
            name: cells.get(3)?.parse().ok()?,
            required: *cells.get(4)? == "wajib",
        })
    })
    .collect()
}
