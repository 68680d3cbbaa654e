//! What is asked about the numbers of letters: setting some aside, a letter written by hand, and
//! one that counts no more.
use std::str::FromStr;

use crate::{
    domain::{date::Day, letter::Rule, reject::Reject, serial::LAST, text::Line, ticket::Ticket},
    fault::Fault,
    form::{
        field::{Draft, Field, Kind, Offer, Source, may, must},
        ground::Ground,
        offers::{digits, line},
    },
};

/// The most numbers that are set aside at once: more than a day's letters is a mistake.
const BLOCK: u32 = 50;

/// A number from 1 to so many.
#[derive(Debug, Clone, Copy)]
struct Upto<const MOST: u32>(u32);

impl<const MOST: u32> FromStr for Upto<MOST> {
    type Err = Reject;

    fn from_str(text: &str) -> Result<Self, Reject> {
        let range = Reject::Range { least: 1, most: MOST };
        match text.trim() {
            "" => Err(Reject::Empty),
            text => match text.parse() {
                Ok(number) if (1..=MOST).contains(&number) => Ok(Self(number)),
                _ => Err(range),
            },
        }
    }
}

fn kinds() -> Vec<Offer> {
    let offer = |rule: Rule| Offer { code: rule.code, label: rule.name.to_string() };
    Rule::presets().into_iter().map(offer).collect()
}

pub const KIND: Field = Field {
    kind: Kind::One(Source::Fixed(kinds)),
    check: must::<Line>,
    width: 40,
    ..line("jenis_surat", "Jenis surat", "F4 melihat pilihan.")
};
pub const COUNT: Field = Field {
    check: must::<Upto<BLOCK>>,
    ..digits(
        "banyak_nomor",
        "Banyaknya",
        "Berapa nomor berikutnya yang disisihkan, paling banyak 50.",
        4,
    )
};
/// Questions before numbers are set aside.
pub const HOLD: &[&Field] = &[&KIND, &COUNT];

pub const SERIAL: Field = Field {
    check: must::<Upto<LAST>>,
    ..digits("nomor_urut", "Nomor urut", "Angka urut pada surat itu, misalnya 57.", 6)
};
pub const DAY: Field = Field {
    check: must::<Day>,
    width: 12,
    ..line("tanggal_surat", "Tanggal", "Tanggal pada surat itu.")
};
pub const GOAL: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line("tujuan_surat", "Tujuan", "Kepada siapa surat itu, misalnya Kepala Dinas Sosial.")
};
pub const MATTER: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line("hal_surat", "Hal", "Tentang apa, dengan singkat. Nama warga tidak perlu ditulis.")
};
pub const TICKET: Field = Field {
    check: may::<Ticket>,
    width: 20,
    ..line("tiket_surat", "Tiket", "Tiket permohonannya, bila ada. Boleh kosong.")
};
pub const NUMBER: Field = Field {
    check: may::<Line>,
    width: 40,
    ..line("nomor_lengkap", "Nomor lengkap", "Bila tertulis lain dari pola kantor. Boleh kosong.")
};
/// Questions about a letter that was written by hand.
pub const WRITTEN: &[&Field] = &[&SERIAL, &DAY, &KIND, &GOAL, &MATTER, &TICKET, &NUMBER];

pub const REASON: Field = Field {
    check: must::<Line>,
    width: 50,
    ..line("alasan_batal", "Alasan", "Mengapa nomor ini batal; tertulis di buku agenda.")
};
/// The question before a number is void.
pub const VOID: &[&Field] = &[&REASON];

/// A letter that was written by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Code of its kind.
    pub kind: String,
    pub serial: u32,
    pub day: Day,
    pub goal: Line,
    pub matter: Line,
    pub ticket: Option<Ticket>,
    /// The number as it stands there, where it is not as the office's pattern has it.
    pub number: Option<Line>,
}

/// The kind of letter that numbers are set aside for, and how many.
pub fn held(draft: &Draft, ground: &Ground) -> Result<(String, u32), Fault> {
    let Upto(count) = draft.must::<Upto<BLOCK>>(&COUNT, ground.today)?;
    Ok((draft.must::<Line>(&KIND, ground.today)?.to_string(), count))
}

/// The letter that these answers describe.
pub fn written(draft: &Draft, ground: &Ground) -> Result<Written, Fault> {
    let today = ground.today;
    let Upto(serial) = draft.must::<Upto<LAST>>(&SERIAL, today)?;
    let day: Day = draft.must(&DAY, today)?;
    if day.0 > today {
        return Err(Fault::Rejected { field: DAY.id, why: Reject::Future });
    }
    Ok(Written {
        kind: draft.must::<Line>(&KIND, today)?.to_string(),
        serial,
        day,
        goal: draft.must(&GOAL, today)?,
        matter: draft.must(&MATTER, today)?,
        ticket: draft.may(&TICKET, today)?,
        number: draft.may(&NUMBER, today)?,
    })
}

/// The serial of a letter, where one was asked for: others write in the same series.
pub fn serial_if_any(draft: &Draft, ground: &Ground) -> Result<Option<u32>, Fault> {
    let told = draft.may::<Upto<LAST>>(&SERIAL, ground.today)?;
    Ok(told.map(|Upto(serial)| serial))
}

/// Why a number counts no more.
pub fn voided(draft: &Draft, ground: &Ground) -> Result<Line, Fault> {
    draft.must(&REASON, ground.today)
}
