//! What is typed for a piece of the letters; it is asked in an editor of its own, not on a sheet.
use chrono::NaiveDate;

use crate::{
    domain::wording::Words,
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, must},
        offers::line,
    },
};

pub const TEXT: Field = Field {
    width: 60,
    kind: Kind::Long(18),
    check: must::<Words>,
    ..line("teks_templat", "Teks", "Kata-kata surat: setiap baris diawali penanda.")
};

/// The one answer.
pub const FIELDS: &[&Field] = &[&TEXT];

/// The words that were typed.
pub fn words(draft: &Draft, today: NaiveDate) -> Result<Words, Fault> {
    draft.must(&TEXT, today)
}
