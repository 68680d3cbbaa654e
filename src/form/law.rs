//! What is asked before a person's rights to their data are served, and about a breach.
use crate::{
    domain::{
        clock::TimeOfDay,
        date::Day,
        law::{Asker, Basis},
        text::{Line, Note},
    },
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, may, must},
        ground::Ground,
        offers::{line, mark, one},
    },
};

pub const ASKER: Field = Field {
    check: must::<Asker>,
    ..one::<Asker>("peminta", "Diminta oleh", "Siapa yang meminta ini. F4 melihat pilihan.")
};
pub const SHOWN: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line("bukti_diri", "Bukti diri", "Yang ditunjukkan peminta, misalnya KTP atau surat kuasa.")
};
/// Questions before a copy.
pub const COPY: &[&Field] = &[&ASKER, &SHOWN];

pub const BASIS: Field = Field {
    check: must::<Basis>,
    ..one::<Basis>("dasar_hapus", "Dasarnya", "Mengapa data ini dihapus. F4 melihat pilihan.")
};
pub const DECIDED: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line("pemutus", "Diputuskan", "Jabatan yang memutuskan dan nomor suratnya, tanpa nama warga.")
};
pub const SURE: Field = Field {
    check: must::<Line>,
    width: 12,
    ..line(
        "yakin",
        "Ketik ulang",
        "Inisial dan tahun lahir warga ini, misalnya SA1985. Tidak dapat dibatalkan.",
    )
};
/// Questions before an erasure.
pub const ERASURE: &[&Field] = &[&BASIS, &DECIDED, &SURE];

const fn long(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: must::<Note>, kind: Kind::Long(3), width: 60, ..line(id, label, hint) }
}

const fn day(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: must::<Day>, width: 12, ..line(id, label, hint) }
}

pub const WHAT: Field =
    long("peristiwa", "Yang terjadi", "Apa yang bocor atau hilang, dan bagaimana, dengan singkat.");
pub const SINCE: Field = day("sejak", "Sejak", "Hari pertama data itu mungkin dilihat orang lain.");
pub const UNTIL: Field =
    day("sampai", "Sampai", "Hari terakhirnya; sama dengan hari pertama bila sehari saja.");
pub const KNOWN: Field = day(
    "diketahui",
    "Diketahui",
    "Hari kantor ini mengetahuinya: batas 3x24 jam dihitung dari situ.",
);
pub const HOUR: Field = Field {
    check: must::<TimeOfDay>,
    width: 6,
    ..line("jam_diketahui", "Pukul", "Jam diketahuinya, misalnya 09.30.")
};
pub const LOST: Field = mark(
    "semua",
    "Semua data",
    "Tandai bila komputer, stik atau cadangan hilang: semua warga terdampak.",
);
pub const OFFICER: Field = Field {
    check: may::<Line>,
    width: 16,
    when: not_lost,
    ..line(
        "kode_petugas",
        "Kode petugas",
        "Bila hanya lewat seorang petugas; kosong berarti semua petugas.",
    )
};
pub const DONE: Field =
    long("tindakan", "Tindakan", "Apa yang sudah dilakukan untuk menghentikan dan memulihkannya.");
/// Questions about a breach.
pub const BREACH: &[&Field] = &[&WHAT, &SINCE, &UNTIL, &KNOWN, &HOUR, &LOST, &OFFICER, &DONE];

fn not_lost(draft: &Draft) -> bool {
    !draft.marked(&LOST)
}

pub const REASON: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line(
        "alasan_batas",
        "Alasannya",
        "Apa yang dibantah atau diminta, misalnya desil dianggap keliru.",
    )
};
/// Questions before a restriction.
pub const LIMIT: &[&Field] = &[&ASKER, &REASON];

/// Who asks for a restriction, and why.
pub fn limit(draft: &Draft, ground: &Ground) -> Result<(Asker, Line), Fault> {
    Ok((draft.must(&ASKER, ground.today)?, draft.must(&REASON, ground.today)?))
}

/// Who asks for a copy, and how that was shown.
pub fn copy(draft: &Draft, ground: &Ground) -> Result<(Asker, Line), Fault> {
    Ok((draft.must(&ASKER, ground.today)?, draft.must(&SHOWN, ground.today)?))
}

/// Why somebody is erased, who decided it, and what was typed to be sure.
pub fn erasure(draft: &Draft, ground: &Ground) -> Result<(Basis, Line, Line), Fault> {
    let today = ground.today;
    Ok((draft.must(&BASIS, today)?, draft.must(&DECIDED, today)?, draft.must(&SURE, today)?))
}

/// What is told of a breach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    pub what: Note,
    pub since: Day,
    pub until: Day,
    pub known: (Day, TimeOfDay),
    /// Whether everything was lost.
    pub lost: bool,
    /// The code of the only officer through whom it happened.
    pub officer: Option<Line>,
    pub done: Note,
}

/// The breach that these answers describe.
pub fn breach(draft: &Draft, ground: &Ground) -> Result<Breach, Fault> {
    let today = ground.today;
    let lost = draft.marked(&LOST);
    Ok(Breach {
        what: draft.must(&WHAT, today)?,
        since: draft.must(&SINCE, today)?,
        until: draft.must(&UNTIL, today)?,
        known: (draft.must(&KNOWN, today)?, draft.must(&HOUR, today)?),
        lost,
        officer: if lost { None } else { draft.may(&OFFICER, today)? },
        done: draft.must(&DONE, today)?,
    })
}
