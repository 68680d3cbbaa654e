//! Aid that somebody already receives, as far as the desk knows.
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
