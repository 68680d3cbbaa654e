//! Issued letters, and the office's rules for each kind of letter.
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{
        clerk::Stamp,
        count::Days,
        date::Day,
        id::Id,
        serial::Serial,
        stub::StubCode,
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
    /// What became of a number.
    State {
        Reserved = "dipesan", "Belum dipastikan tercetak";
        Final = "terbit", "Terbit";
        Held = "disisihkan", "Disisihkan untuk tulis tangan";
        Void = "batal", "Batal";
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

/// A number of the office's ledger, and the letter that bears it. Its text is kept as it was, so it
/// prints the same for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub id: Id,
    /// Code of its kind; empty while nothing is written yet.
    pub kind: String,
    pub serial: Serial,
    /// The number as it stands on the paper.
    pub number: Line,
    pub day: Day,
    /// What it was written for; nothing where it is the office's own matter.
    pub request: Option<Id>,
    /// Of its referral, or else of its request.
    pub ticket: Option<Ticket>,
    pub state: State,
    /// Whether it was written elsewhere, by hand, and only its number is kept here.
    pub by_hand: bool,
    /// Whom it is addressed to, and what it is about, for the agenda book.
    pub goal: Option<Line>,
    pub matter: Option<Line>,
    /// What was asked for it, so that a correction can begin with it.
    pub answers: Vec<(String, String)>,
    /// The template with every answer filled in; empty where it was not written here.
    pub text: String,
    pub valid_until: Option<Day>,
    pub issued: Stamp,
    /// Every time it was sent to paper or into a file.
    pub copies: Vec<Printed>,
    pub voided: Option<Voided>,
    /// The letter that this one corrects, and the one that corrects this.
    pub replaces: Option<Id>,
    pub replaced_by: Option<Id>,
    /// What its tear-off stub brings its result back by.
    pub stub: Option<StubCode>,
}

choices! {
    /// Where a copy went.
    Outlet {
        Printer = "printer", "Printer";
        File = "berkas", "Berkas";
    }
}

choices! {
    /// What became of a copy.
    End {
        Out = "keluar", "Keluar";
        Waiting = "menunggu", "Belum dipastikan";
        Failed = "gagal", "Tidak keluar";
    }
}

/// One try to let a letter out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    pub to: Outlet,
    pub stamp: Stamp,
    /// Which printer; nothing for a file, or the computer's usual one.
    pub printer: Option<Line>,
    pub end: End,
}

/// A number that counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voided {
    pub reason: Line,
    pub stamp: Stamp,
}

impl Letter {
    /// How often it came out.
    #[must_use]
    pub fn outs(&self) -> usize {
        self.copies.iter().filter(|copy| copy.end == End::Out).count()
    }

    /// Whether it is still good: out of the house or about to go, neither void nor corrected.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.state, State::Reserved | State::Final) && self.replaced_by.is_none()
    }
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
