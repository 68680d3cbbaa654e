//! Every kind of letter and slip.
use crate::letter::{
    carried::{
        DUKCAPIL, KET, PENGANTAR, PENGANTAR_DTSEN, PENGANTAR_PBI, PENGANTAR_SKTM, PULANG,
        RUJUK_RSJ, RUJUK_SINGGAH, USUL_ALAT,
    },
    handed::TINDAK_LANJUT,
    official::{BA_KELUAR, BA_MASUK, BA_SERAH, LAP_KEJADIAN, TUGAS, UNDANGAN},
};

pub use crate::letter::{
    carried::RUJUKAN,
    handed::{ANTREAN, BAWA_BERKAS, TANDA_TERIMA},
    kind::{Goal, Kind, Occasion, Shape},
};

/// Every kind: the letters as in `assets/ref/surat.tsv`, then the slips.
pub const KINDS: &[Kind] = &[
    RUJUKAN,
    PENGANTAR,
    KET,
    PENGANTAR_DTSEN,
    PENGANTAR_PBI,
    PENGANTAR_SKTM,
    RUJUK_RSJ,
    RUJUK_SINGGAH,
    PULANG,
    DUKCAPIL,
    BA_SERAH,
    BA_MASUK,
    BA_KELUAR,
    USUL_ALAT,
    UNDANGAN,
    TUGAS,
    LAP_KEJADIAN,
    TANDA_TERIMA,
    BAWA_BERKAS,
    ANTREAN,
    TINDAK_LANJUT,
];

impl Kind {
    /// The kind with that code.
    #[must_use]
    pub fn coded(code: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.code == code)
    }
}
