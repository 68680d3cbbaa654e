//! Aid that somebody already receives, as far as the desk knows.
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{clerk::Stamp, date::Day, text::Line},
};

choices! {
    /// Whom an aid is for: the same programme reaches everyone within.
    Reach {
        Person = "perorangan", "Perorangan";
        Family = "keluarga", "Keluarga (satu KK)";
        Household = "rumah_tangga", "Rumah tangga (satu rumah)";
    }
}

choices! {
    /// How an aid stands.
    State {
        Active = "aktif", "Aktif";
        Proposed = "diusulkan", "Diusulkan";
        Stopped = "berhenti", "Berhenti";
    }
}

choices! {
    /// How the desk knows of an aid: the ministry's data cannot be asked by a program, so somebody
    /// looked or was told.
    Source {
        Told = "dituturkan", "Menurut warga";
        Shown = "berkas", "Menurut kartu atau berkas";
        Looked = "dicek", "Dicek di SIKS-NG/Cek Bansos";
        Served = "layanan", "Hasil layanan kantor ini";
        Listed = "impor", "Dari daftar yang diimpor";
    }
}

/// An aid that a person, the family or the household receives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Benefit {
    /// The code of a service of the directory.
    pub programme: String,
    pub reach: Reach,
    pub state: State,
    /// Since when it stands so, where that was told.
    pub since: Option<Day>,
    /// The day on which it was seen to stand so.
    pub checked: Day,
    pub source: Source,
    pub note: Option<Line>,
    /// Who wrote it down, and when.
    pub set: Stamp,
}

/// Since when data on aid counts as fresh for how many months: DTSEN is refreshed every three
/// months (Inpres 4/2025), so what was seen before may have changed since.
const FRESH: &[((i32, u32, u32), u32)] = &[((2025, 2, 5), 3)];

impl Benefit {
    /// Whether it should be looked up again on that day; what has stopped need not be.
    #[must_use]
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        let begun = |&&((year, month, day), _): &&((i32, u32, u32), u32)| {
            NaiveDate::from_ymd_opt(year, month, day).is_some_and(|since| since <= today)
        };
        let months = FRESH.iter().rfind(begun).map(|(_, months)| *months);
        let until =
            months.and_then(|months| self.checked.0.checked_add_months(Months::new(months)));
        self.state != State::Stopped && until.is_some_and(|until| until < today)
    }
}
