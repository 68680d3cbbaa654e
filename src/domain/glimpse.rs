//! Why somebody looks at a full NIK.
use std::fmt;

use crate::{choices, domain::text::Line};

choices! {
    /// What a full NIK is needed for.
    Need {
        Ministry = "aplikasi_pusat", "Mengisi aplikasi pusat";
        Card = "kartu", "Mencocokkan dengan kartu";
        Letter = "surat", "Menulis surat";
        Resident = "warga", "Permintaan warga sendiri";
        Other = "lainnya", "Lainnya";
    }
}

/// What was said when it was asked for; it stands in the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glimpse {
    pub need: Need,
    /// The words for a need that is in no list.
    pub told: Option<Line>,
}

impl fmt::Display for Glimpse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.told {
            Some(told) => write!(f, "{}: {told}", self.need),
            None => write!(f, "{}", self.need),
        }
    }
}
