//! Asking to whom a search is narrowed.
use chrono::NaiveDate;

use crate::{
    domain::{
        atlas::Place,
        choice::Choice as _,
        count::Rt,
        date::Day,
        filter::Filter,
        period::Period,
        ppks::Ppks,
        reject::Reject,
        request::Kind,
        saved_filter::{Label, SavedFilter},
        stand::Stand,
    },
    fault::Fault,
    form::{
        field::{self, Draft, Field, Offer, Source, may, must},
        offers::{digits, heading, line, one, ppks},
    },
};

pub const REQUESTS: Field = heading("bagian_permohonan", "Punya permohonan");
pub const KIND: Field = Field {
    check: may::<Kind>,
    ..one::<Kind>("saring_jenis", "Jenis", "Jenis permohonannya. Kosong: jenis apa saja.")
};
pub const STAND: Field = Field {
    check: may::<Stand>,
    kind: field::Kind::One(Source::Fixed(stands)),
    ..line("saring_keadaan", "Keadaan", "Keadaan permohonannya sekarang, misalnya terbuka.")
};
pub const OFFICER: Field = Field {
    kind: field::Kind::One(Source::Clerk),
    ..line("saring_petugas", "Diterima oleh", "Petugas yang menerimanya. F4 melihat pilihan.")
};
pub const PERIOD: Field = Field {
    check: may::<Period>,
    ..one::<Period>(
        "saring_kapan",
        "Kapan",
        "Diterima kapan; bergeser setiap hari. Tanggal tetap: dua isian di bawah.",
    )
};
pub const FROM: Field = Field {
    check: may::<Day>,
    width: 10,
    when: dated,
    ..line("saring_dari", "Sejak", "Diterima sejak hari itu, misalnya 1-11-2026 atau h-7.")
};
pub const UNTIL: Field = Field {
    check: may::<Day>,
    width: 10,
    when: dated,
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

pub const NAME: Field = Field {
    check: must::<Label>,
    ..line("nama_saringan", "Nama saringan", "Dipakai seluruh kantor, misalnya Darurat di Damai.")
};

/// The questions.
pub const FIELDS: &[&Field] =
    &[&REQUESTS, &KIND, &STAND, &OFFICER, &PERIOD, &FROM, &UNTIL, &PEOPLE, &PPKS, &AREA, &RT];

/// The questions of a filter that is kept under a name.
pub const SAVED: &[&Field] = &[
    &NAME, &REQUESTS, &KIND, &STAND, &OFFICER, &PERIOD, &FROM, &UNTIL, &PEOPLE, &PPKS, &AREA, &RT,
];

/// Two days are asked where none that move along are chosen.
fn dated(draft: &Draft) -> bool {
    draft.text(&PERIOD).trim().is_empty()
}

fn stands() -> Vec<Offer> {
    let offer = |stand: Stand| Offer { code: stand.code().into(), label: stand.label().into() };
    Stand::all().map(offer).collect()
}

/// What these answers ask.
pub fn filter(draft: &Draft, today: NaiveDate) -> Result<Filter, Fault> {
    let officer = draft.text(&OFFICER).trim();
    let day = |field| if dated(draft) { draft.may(field, today) } else { Ok(None) };
    Ok(Filter {
        kind: draft.may(&KIND, today)?,
        stand: draft.may(&STAND, today)?,
        officer: (!officer.is_empty()).then(|| officer.to_owned()),
        period: draft.may(&PERIOD, today)?,
        from: day(&FROM)?,
        until: day(&UNTIL)?,
        ppks: draft.may(&PPKS, today)?,
        area: draft.may::<Place>(&AREA, today)?.map(|place| place.code),
        rt: draft.may(&RT, today)?,
    })
}

/// The name and the filter that these answers tell; there is nothing to keep where nothing is asked.
pub fn saved(draft: &Draft, today: NaiveDate) -> Result<(Label, Filter), Fault> {
    let (name, filter) = (draft.must(&NAME, today)?, filter(draft, today)?);
    if filter.is_empty() {
        return Err(Fault::Rejected { field: NAME.id, why: Reject::Alone });
    }
    Ok((name, filter))
}

/// The answers that ask for it.
#[must_use]
pub fn answers(filter: &Filter) -> Draft {
    let mut draft = Draft::default();
    let told = [
        (&KIND, filter.kind.map(|kind| kind.code().to_owned())),
        (&STAND, filter.stand.map(|stand| stand.code().to_owned())),
        (&OFFICER, filter.officer.clone()),
        (&PERIOD, filter.period.map(|period| period.code().to_owned())),
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

/// The answers that describe a filter that is kept.
#[must_use]
pub fn saved_answers(known: &SavedFilter) -> Draft {
    let mut draft = answers(&known.filter);
    draft.put(NAME.id, known.name.as_str());
    draft
}
