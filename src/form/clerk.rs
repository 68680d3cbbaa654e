//! Asking who works at the desk.
use std::str::FromStr;

use crate::{
    domain::{clerk::Clerk, reject::Reject, text::Name},
    fault::Fault,
    form::{
        field::{Draft, Field, may, must},
        ground::Ground,
        offers::line,
    },
};

pub const NAME: Field = Field {
    check: must::<Name>,
    width: 40,
    ..line("nama_petugas", "Nama petugas", "Nama yang melayani di loket ini.")
};
pub const CODE: Field = Field {
    check: may::<Code>,
    width: 16,
    ..line("kode_petugas", "Kode", "Huruf kecil dan angka. Kosong: dibuat dari nama.")
};
pub const FIELDS: &[&Field] = &[&NAME, &CODE];

/// The code of a clerk: up to 16 lower-case letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(pub String);

impl FromStr for Code {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let good = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit();
        match text.trim() {
            "" => Err(Reject::Empty),
            text if text.len() > Clerk::CODE_MOST => {
                Err(Reject::TooLong { most: Clerk::CODE_MOST })
            }
            text => text
                .chars()
                .find(|c| !good(c))
                .map_or_else(|| Ok(Self(text.to_owned())), |sign| Err(Reject::Sign(sign))),
        }
    }
}

/// The clerk these answers describe, or the first answer that describes none.
pub fn clerk(draft: &Draft, ground: &Ground) -> Result<Clerk, Fault> {
    let name: Name = draft.must(&NAME, ground.today)?;
    let code = draft.may(&CODE, ground.today)?.map_or_else(|| Clerk::code_from(&name), |Code(c)| c);
    Ok(Clerk { code, name, active: true })
}
