//! Asking to whom a search is narrowed.
use chrono::NaiveDate;

use crate::{
    domain::{
        atlas::Place, choice::Choice as _, count::Rt, date::Day, filter::Filter, ppks::Ppks,
        request::Kind, road::Status,
    },
    fault::Fault,
    form::{
        field::{self, Draft, Field, Source, may},
        offers::{digits, heading, line, one, ppks},
    },
};

pub const REQUESTS: Field = heading("bagian_permohonan", "Punya permohonan");
pub const KIND: Field = Field {
    check: may::<Kind>,
    ..one::<Kind>("saring_jenis", "Jenis", "Jenis permohonannya. Kosong: jenis apa saja.")
};
pub const STATUS: Field = Field {
    check: may::<Status>,
    ..one::<Status>("saring_keadaan", "Keadaan", "Keadaan permohonannya sekarang.")
};
pub const OFFICER: Field = Field {
    kind: field::Kind::One(Source::Clerk),
    ..line("saring_petugas", "Diterima oleh", "Petugas yang menerimanya. F4 melihat pilihan.")
};
pub const FROM: Field = Field {
    check: may::<Day>,
    width: 10,
    ..line("saring_dari", "Sejak", "Diterima sejak hari itu, misalnya 1-11-2026 atau h-7.")
};
pub const UNTIL: Field = Field {
    check: may::<Day>,
    width: 10,
    ..line("saring_sampai", "Sampai", "Diterima sampai hari itu.")
};
pub const PEOPLE: Field = heading("bagian_orang", "Orangnya");
pub const PPKS: Field = Field {
    check: may::<Ppks>,
    kind: field::Kind::One(Source::Fixed(ppks)),
    width: 50,
    ..line("saring_ppks", "Jenis PPKS", "Salah satu dari 26 jenis. F4 membuka daftarnya.")
};
pub const AREA: Field = Field {
    check: may::<Place>,
    kind: field::Kind::One(Source::Area),
    width: 50,
    ..line("saring_kelurahan", "Kelurahan/desa", "Tempat tinggalnya. F4 mencari.")
};
pub const RT: Field =
    Field { check: may::<Rt>, ..digits("saring_rt", "RT", "Nomor RT tempat tinggalnya.", 3) };

/// The questions.
pub const FIELDS: &[&Field] =
    &[&REQUESTS, &KIND, &STATUS, &OFFICER, &FROM, &UNTIL, &PEOPLE, &PPKS, &AREA, &RT];

/// What these answers ask.
pub fn filter(draft: &Draft, today: NaiveDate) -> Result<Filter, Fault> {
    let officer = draft.text(&OFFICER).trim();
    Ok(Filter {
        kind: draft.may(&KIND, today)?,
        status: draft.may(&STATUS, today)?,
        officer: (!officer.is_empty()).then(|| officer.to_owned()),
        from: draft.may(&FROM, today)?,
        until: draft.may(&UNTIL, today)?,
        ppks: draft.may(&PPKS, today)?,
        area: draft.may::<Place>(&AREA, today)?.map(|place| place.code),
        rt: draft.may(&RT, today)?,
    })
}

/// The answers that ask for it.
#[must_use]
pub fn answers(filter: &Filter) -> Draft {
    let mut draft = Draft::default();
    let told = [
        (&KIND, filter.kind.map(|kind| kind.code().to_owned())),
        (&STATUS, filter.status.map(|status| status.code().to_owned())),
        (&OFFICER, filter.officer.clone()),
        (&FROM, filter.from.map(|day| day.to_string())),
        (&UNTIL, filter.until.map(|day| day.to_string())),
        (&PPKS, filter.ppks.map(|kind| kind.to_string())),
        (&AREA, filter.area.map(|area| area.to_string())),
        (&RT, filter.rt.map(|rt| rt.to_string())),
    ];
    for (field, answer) in told {
        draft.put(field.id, answer.unwrap_or_default());
    }
    draft
}
