//! Asking why a full NIK is wanted.
use crate::{
    domain::{
        choice::Choice as _,
        glimpse::{Glimpse, Need},
        text::Line,
    },
    fault::Fault,
    form::{
        field::{Draft, Field, must},
        ground::Ground,
        offers::{line, one},
    },
};

fn is_other(draft: &Draft) -> bool {
    Need::told(draft.text(&NEED)) == Some(Need::Other)
}

pub const NEED: Field = Field {
    check: must::<Need>,
    ..one::<Need>("alasan_nik", "Untuk apa", "F4 melihat pilihan. Alasannya tercatat.")
};
pub const TOLD: Field = Field {
    check: must::<Line>,
    when: is_other,
    width: 50,
    ..line("alasan_lain", "Alasannya", "Tulis untuk apa NIK lengkap ini diperlukan.")
};
pub const FIELDS: &[&Field] = &[&NEED, &TOLD];

/// The reason these answers give.
pub fn glimpse(draft: &Draft, ground: &Ground) -> Result<Glimpse, Fault> {
    let need = draft.must(&NEED, ground.today)?;
    let told = match need {
        Need::Other => Some(draft.must(&TOLD, ground.today)?),
        _ => None,
    };
    Ok(Glimpse { need, told })
}
