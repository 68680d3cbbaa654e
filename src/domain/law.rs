//! What the law on personal data asks to be said when its rights are used (UU 27/2022).
use serde::{Deserialize, Serialize};

use crate::{
    choices,
    domain::{clerk::Stamp, text::Line},
};

choices! {
    /// Who asks for the copy of what is kept about a person.
    Asker {
        Person = "warga", "Warga sendiri";
        Guardian = "wali", "Orang tua atau wali";
        Proxy = "kuasa", "Kuasa tertulis";
    }
}

choices! {
    /// Why a person's data is erased.
    Basis {
        Asked = "permintaan", "Permintaan warga";
        Withdrawn = "persetujuan_ditarik", "Persetujuan ditarik kembali";
        Expired = "masa_simpan", "Masa simpan berakhir";
        Unlawful = "tanpa_dasar", "Dicatat tanpa dasar yang sah";
        Ordered = "putusan", "Putusan atau penetapan";
    }
}

/// A mark on a person's data: until it is lifted, nobody changes it, refers with it, prints it or
/// hands it out. Reading it, taking requests and serving the person's rights go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    pub asker: Asker,
    pub reason: Line,
    /// Who set it, and when.
    pub set: Stamp,
}

/// Hours within which those affected and the authority are told of a breach (3x24).
pub const NOTICE_HOURS: i64 = 72;

/// What is typed before a person's data is erased: the initials, and the year of birth where it is
/// known, such as `SA1985`.
#[must_use]
pub fn confirmation(initials: &str, born: Option<i32>) -> String {
    let letters = initials.chars().filter(|letter| letter.is_alphanumeric());
    let year = born.map(|year| year.to_string()).unwrap_or_default();
    letters.flat_map(char::to_uppercase).collect::<String>() + &year
}
