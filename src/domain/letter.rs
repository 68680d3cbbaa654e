//! Issued letters, and the office's rules for each kind of letter.
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{
        clerk::Stamp,
        count::Days,
        date::Day,
        id::Id,
        text::{Line, Name},
        ticket::Ticket,
    },
};

choices! {
    /// Who signs, and who stands beside it under "Mengetahui".
    Signer {
        Coordinator = "koordinator", "Koordinator Puskesos";
        Head = "lurah", "Lurah atau kepala desa";
        Both = "kedua pihak", "Kedua pihak";
        Witness = "saksi", "Saksi";
    }
}

choices! {
    /// How urgent or secret a letter is (regional tata naskah dinas).
    Weight {
        Ordinary = "biasa", "Biasa";
        Important = "penting", "Penting";
        Soon = "segera", "Segera";
        AtOnce = "sangat_segera", "Sangat segera";
        Restricted = "terbatas", "Terbatas";
        Secret = "rahasia", "Rahasia";
    }
}

impl Weight {
    /// The weight of a letter that cannot wait; a secret stays one.
    #[must_use]
    pub const fn hastened(self) -> Self {
        match self {
            Self::Ordinary | Self::Important => Self::Soon,
            other => other,
        }
    }
}

choices! {
    /// Whether the number of a letter is certain.
    State {
        Reserved = "dipesan", "Belum dipastikan tercetak";
        Final = "terbit", "Terbit";
    }
}

/// The office's rule for a kind of letter; presets in `assets/ref/surat.tsv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub code: String,
    pub name: Name,
    pub signer: Signer,
    pub knows: Option<Signer>,
    pub weight: Weight,
    pub valid: Option<Days>,
    /// Archive class (Permendagri 83/2022), the first part of the number.
    pub class: Line,
    /// Since when this row is the office's own; nothing while it is the preset.
    pub since: Option<Day>,
}

/// A letter that was issued. Its text is kept as it was, so it prints the same for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub id: Id,
    /// Code of its kind.
    pub kind: String,
    pub year: u16,
    pub serial: u32,
    /// The number as it stands on the paper.
    pub number: Line,
    pub day: Day,
    pub request: Id,
    pub ticket: Ticket,
    pub state: State,
    /// The template with every answer filled in.
    pub text: String,
    pub valid_until: Option<Day>,
    pub issued: Stamp,
    /// Every time it went to paper or to a file.
    pub copies: Vec<Printed>,
}

choices! {
    /// Where a copy went.
    Outlet {
        Printer = "printer", "Printer";
        File = "berkas", "Berkas";
    }
}

/// One copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    pub to: Outlet,
    pub stamp: Stamp,
}

impl Rule {
    #[must_use]
    pub fn id(&self) -> Id {
        Id::named(&self.code)
    }

    /// The rules every office starts with.
    #[must_use]
    pub fn presets() -> Vec<Self> {
        include_str!("../../assets/ref/surat.tsv").lines().skip(1).filter_map(preset).collect()
    }
}

fn preset(row: &str) -> Option<Rule> {
    let cells: Vec<&str> = row.split('\t').collect();
    let cell = |i: usize| cells.get(i).copied().unwrap_or_default();
    Some(Rule {
        code: cell(0).to_owned(),
        name: cell(1).parse().ok()?,
        signer: cell(4).parse().ok()?,
        knows: cell(5).parse().ok(),
        weight: cell(6).parse().ok()?,
        valid: cell(7).parse().ok(),
        class: cell(8).parse().ok()?,
        since: None,
    })
}
