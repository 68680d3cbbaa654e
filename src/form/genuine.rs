//! What is asked before a letter is checked: what its square holds, and what stands on the card of
//! whoever shows it.
use std::str::FromStr;

use chrono::NaiveDate;

use crate::{
    domain::{
        hallmark::is_hallmark_like,
        nik::Nik,
        reject::Reject,
        text::{Line, Name},
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, may, must},
        offers::{digits, line},
    },
};

/// What a letter's square holds, whole or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square(pub String);

impl FromStr for Square {
    type Err = Reject;

    fn from_str(told: &str) -> Result<Self, Reject> {
        match told.trim() {
            "" => Err(Reject::Empty),
            told if is_hallmark_like(told) => Ok(Self(told.to_owned())),
            _ => Err(Reject::NoSquare),
        }
    }
}

pub const SQUARE: Field = Field {
    check: must::<Square>,
    kind: Kind::Long(4),
    width: 60,
    ..line("isi_qr", "Isi kotak QR", "Pindai kotak QR pada surat itu ke sini, atau tempel isinya.")
};
pub const NIK: Field = Field {
    check: may::<Nik>,
    ..digits("nik_kartu", "NIK", "Dari kartu orangnya. Kosongkan bila ia tidak punya.", 16)
};
pub const NAME: Field = Field {
    check: may::<Name>,
    width: 40,
    ..line(
        "nama_kartu",
        "Nama",
        "Dari kartu orangnya. Boleh kosong: hanya suratnya yang diperiksa.",
    )
};
pub const GOAL: Field = Field {
    check: may::<Line>,
    width: 50,
    when: |draft| !draft.text(&NAME).trim().is_empty(),
    ..line("tujuan_tertulis", "Tujuan", "Yang tertulis di belakang Yth. pada surat itu.")
};
pub const KEYS: Field = Field {
    check: may::<Line>,
    width: 50,
    ..line(
        "berkas_kunci",
        "Berkas kunci",
        "Bila suratnya dari kantor lain: berkas kunci kantor itu.",
    )
};
pub const REVOKED: Field = Field {
    check: may::<Line>,
    width: 50,
    when: |draft| !draft.text(&KEYS).trim().is_empty(),
    ..line("berkas_dicabut", "Yang dicabut", "Daftar surat yang dicabut kantor itu, bila ada.")
};
/// Questions before a letter is checked.
pub const FIELDS: &[&Field] = &[&SQUARE, &NIK, &NAME, &GOAL, &KEYS, &REVOKED];

/// A letter that is to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What its square holds.
    pub square: Square,
    /// From the card of whoever shows it.
    pub nik: Option<Nik>,
    pub name: Option<Name>,
    pub goal: Option<Line>,
    /// The files of the office that wrote it, where it is another one.
    pub keys: Option<Line>,
    pub revoked: Option<Line>,
}

/// The letter that these answers describe.
pub fn asked(draft: &Draft, today: NaiveDate) -> Result<Asked, Fault> {
    let name = draft.may(&NAME, today)?;
    let keys = draft.may(&KEYS, today)?;
    Ok(Asked {
        square: draft.must(&SQUARE, today)?,
        nik: draft.may(&NIK, today)?,
        goal: if name.is_some() { draft.may(&GOAL, today)? } else { None },
        name,
        revoked: if keys.is_some() { draft.may(&REVOKED, today)? } else { None },
        keys,
    })
}
