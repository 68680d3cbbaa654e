//! Asking about an aid that somebody receives.
use crate::{
    domain::{
        benefit::{Benefit, Reach, Source as Known, State},
        choice::Choice as _,
        date::Day,
        programme,
        reject::Reject,
        text::Line,
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, Source, may, must},
        ground::Ground,
        offers::{line, one},
    },
};

pub const PROGRAMME: Field = Field {
    check: must::<Line>,
    kind: Kind::One(Source::Programme),
    width: 40,
    ..line("program_bantuan", "Program", "Ketik sebagian namanya, misalnya pkh. F4 melihat semua.")
};
pub const REACH: Field = Field {
    check: must::<Reach>,
    ..one::<Reach>("jangkauan_bantuan", "Untuk", "Untuk siapa bantuan itu. F4 melihat pilihan.")
};
pub const STATE: Field = Field {
    check: must::<State>,
    ..one::<State>("keadaan_bantuan", "Keadaan", "Masih diterima, baru diusulkan, atau berhenti.")
};
pub const SINCE: Field = Field {
    check: may::<Day>,
    width: 12,
    ..line("bantuan_sejak", "Sejak", "Sejak kapan keadaannya begitu. Boleh kosong.")
};
pub const CHECKED: Field = Field {
    check: must::<Day>,
    width: 12,
    ..line("bantuan_dicek", "Dicek pada", "Tanggal keadaan itu dilihat atau dituturkan.")
};
pub const KNOWN: Field = Field {
    check: must::<Known>,
    ..one::<Known>(
        "bantuan_sumber",
        "Diketahui dari",
        "Dari mana petugas tahu. F4 melihat pilihan.",
    )
};
pub const NOTE: Field = Field {
    check: may::<Line>,
    width: 50,
    ..line("bantuan_catatan", "Catatan", "Misalnya nomor kartu berakhiran berapa. Boleh kosong.")
};
/// Questions about an aid, for whoever has seen what it is: the first and F2 are enough.
pub const FIELDS: &[&Field] = &[&PROGRAMME, &REACH, &STATE, &SINCE, &CHECKED, &KNOWN, &NOTE];

/// The answers a new aid begins with.
#[must_use]
pub fn begun(today: Day) -> Draft {
    let mut draft = Draft::default();
    draft.put(STATE.id, State::Active.code());
    draft.put(CHECKED.id, today.to_string());
    draft.put(KNOWN.id, Known::Told.code());
    draft
}

/// Whom a programme usually reaches, where that is known.
#[must_use]
pub fn usual_reach(code: &str) -> Option<Reach> {
    programme::known(code.trim()).map(|known| known.reach)
}

/// The aid that these answers describe.
pub fn benefit(draft: &Draft, ground: &Ground) -> Result<Benefit, Fault> {
    let today = ground.today;
    let past = |field: &Field, day: Day| {
        let future = day.0 > today;
        if future { Err(Fault::Rejected { field: field.id, why: Reject::Future }) } else { Ok(day) }
    };
    let since = draft.may(&SINCE, today)?.map(|day| past(&SINCE, day)).transpose()?;
    Ok(Benefit {
        programme: draft.must::<Line>(&PROGRAMME, today)?.to_string(),
        reach: draft.must(&REACH, today)?,
        state: draft.must(&STATE, today)?,
        since,
        checked: past(&CHECKED, draft.must(&CHECKED, today)?)?,
        source: draft.must(&KNOWN, today)?,
        note: draft.may(&NOTE, today)?,
        set: ground.stamp,
    })
}

/// The answers that describe this aid.
#[must_use]
pub fn answers(known: &Benefit) -> Draft {
    let mut draft = Draft::default();
    draft.put(PROGRAMME.id, known.programme.clone());
    draft.put(REACH.id, known.reach.code());
    draft.put(STATE.id, known.state.code());
    draft.put(SINCE.id, known.since.map(|day| day.to_string()).unwrap_or_default());
    draft.put(CHECKED.id, known.checked.to_string());
    draft.put(KNOWN.id, known.source.code());
    draft.put(NOTE.id, known.note.as_ref().map_or("", Line::as_str));
    draft
}
