//! Asking which list of residents is to be taken in.
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::{
    domain::{reject::Reject, text::Line},
    fault::Fault,
    form::{
        field::{Draft, Field, may},
        offers::{line, mark},
    },
};

pub const FILE: Field = Field {
    width: 55,
    check: |told, _| path(told).map(drop),
    ..line("berkas_daftar", "Berkas", "CSV atau XLSX, dengan foldernya, misalnya E:\\daftar.xlsx.")
};
pub const SHEET: Field = Field {
    check: may::<Line>,
    ..line("lembar", "Lembar", "Nama lembar XLSX. Kosong berarti lembar pertama yang tampak.")
};
pub const OLD_LETTERS: Field = mark(
    "sandi_1252",
    "Sandi 1252",
    "Spasi bila hurufnya dari Windows lama dan contohnya terbaca benar.",
);

/// The questions.
pub const FIELDS: &[&Field] = &[&FILE, &SHEET, &OLD_LETTERS];

/// A path, without the marks that Windows puts around a copied one.
fn path(told: &str) -> Result<PathBuf, Reject> {
    let told = told.trim().trim_matches('"').trim();
    if told.is_empty() { Err(Reject::Empty) } else { Ok(PathBuf::from(told)) }
}

/// Which file, and which sheet of it.
pub fn file(draft: &Draft) -> Result<(PathBuf, Option<String>), Fault> {
    let path = path(draft.text(&FILE));
    let path = path.map_err(|why| Fault::Rejected { field: FILE.id, why })?;
    let sheet = draft.text(&SHEET).trim();
    may::<Line>(sheet, NaiveDate::default())
        .map_err(|why| Fault::Rejected { field: SHEET.id, why })?;
    Ok((path, Some(sheet.to_owned()).filter(|sheet| !sheet.is_empty())))
}
