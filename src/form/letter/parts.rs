//! The usual questions of letters.
//!
//! # Why
//! A letter has one page, so its answers are shorter than those that are only kept. What an answer
//! is, its name tells: one that begins with [`DAY`] or [`DATED`] is a day, so that it is typed as
//! every day is and written as letters write it.
use chrono::NaiveDate;

use crate::{
    domain::{
        clock::TimeOfDay,
        date::Day,
        reject::Reject,
        text::{Line, Text},
    },
    form::{
        field::{self, Draft, Field, Kind, YES},
        ledger::SERIAL,
        offers::line,
    },
};

/// What the names of days begin with that are written as `24 November 2026`.
pub const DAY: &str = "tanggal_";
/// What the names of days begin with that are written as `Selasa, 24 November 2026`.
pub const DATED: &str = "hari_";
/// What the names of times begin with.
pub const HOUR: &str = "jam_";

/// A short answer: as many characters as two lines of a letter's data hold.
pub type Words = Text<100>;
/// A long one.
type Told = Text<400>;
/// What happened; only for letters that may have more than one page.
pub type Tale = Text<2000>;

/// A question with a short answer.
#[must_use]
pub const fn words(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: field::must::<Words>, width: 50, ..line(id, label, hint) }
}

/// A question with a short answer or none.
#[must_use]
pub const fn some(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: field::may::<Words>, ..words(id, label, hint) }
}

/// A question with a long answer.
#[must_use]
pub const fn long(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: field::must::<Told>, kind: Kind::Long(3), width: 58, ..line(id, label, hint) }
}

/// A question with several answers, parted by `;`.
#[must_use]
pub const fn list(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: items, ..long(id, label, hint) }
}

/// A question with several answers or none.
#[must_use]
pub const fn some_list(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: some_items, ..list(id, label, hint) }
}

/// A question for a day to come or just past.
#[must_use]
pub const fn day(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: field::must::<Day>, width: 18, ..line(id, label, hint) }
}

/// A question for a time of day.
#[must_use]
pub const fn hour(id: &'static str, label: &'static str, hint: &'static str) -> Field {
    Field { check: field::must::<TimeOfDay>, width: 6, ..line(id, label, hint) }
}

/// What a secret letter is to be asked about with.
pub const CASE: Field = Field {
    when: is_secret,
    width: 30,
    ..words(
        "kode_kasus",
        "Kode kasus",
        "Dipakai di surat sebagai ganti keterangan; bukan nama penyakit atau kasusnya.",
    )
};

/// The hidden answer that says that the letter goes as a secret; set by the desk.
pub const SECRECY: &str = "surat_tertutup";

fn is_secret(draft: &Draft) -> bool {
    draft.named(SECRECY) == YES
}

/// The number of the letter, where others write in the same series; [`SHARING`] says so.
pub const SHARED: Field = Field { when: is_shared, ..SERIAL };

/// The hidden answer that says that others write in the same series; set by the desk.
pub const SHARING: &str = "seri_bersama";

fn is_shared(draft: &Draft) -> bool {
    draft.named(SHARING) == YES
}

/// What is asked for a letter of which everything else is known.
pub const PLAIN: &[&Field] = &[&SHARED];

/// A day that is not after today.
pub fn past(text: &str, today: NaiveDate) -> Result<(), Reject> {
    let day: Day = field::Answer::read(text.trim(), today)?;
    if day.0 > today { Err(Reject::Future) } else { Ok(()) }
}

/// A day that is not after today, or nothing.
pub fn past_if_any(text: &str, today: NaiveDate) -> Result<(), Reject> {
    if text.trim().is_empty() { Ok(()) } else { past(text, today) }
}

/// The parts of an answer with several.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

fn items(text: &str, today: NaiveDate) -> Result<(), Reject> {
    field::must::<Told>(text, today)?;
    if parts(text).next().is_none() { Err(Reject::Empty) } else { some_items(text, today) }
}

fn some_items(text: &str, today: NaiveDate) -> Result<(), Reject> {
    field::may::<Told>(text, today)?;
    parts(text).try_for_each(|part| field::must::<Line>(part, today))
}
