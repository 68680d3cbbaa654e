//! Issued letters as a table: the letter register.
use crate::{
    domain::{letter::Letter, moment::Zone},
    report::cell::{Cell, Column, code, column, day, moment, text},
};

/// A letter, and where the clock on the wall hangs.
#[derive(Debug)]
pub struct Row {
    pub letter: Letter,
    /// The code of the officer who signed.
    pub by: Option<String>,
    pub zone: Zone,
}

/// What is told of a letter.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("nomor",          |row| text(Some(&row.letter.number))),
    column("jenis",          |row| text(Some(&row.letter.kind))),
    column("tanggal",        |row| day(Some(row.letter.day))),
    column("tujuan",         |row| text(row.letter.goal.as_ref())),
    column("hal",            |row| text(row.letter.matter.as_ref())),
    column("tiket",          |row| text(row.letter.ticket)),
    column("status",         |row| code(Some(row.letter.state))),
    column("berlaku_sampai", |row| day(row.letter.valid_until)),
    column("salinan",        |row| {
        Cell::Number(u64::try_from(row.letter.outs()).unwrap_or(u64::MAX))
    }),
    column("ditulis_tangan", |row| Cell::Mark(row.letter.by_hand)),
    column("alasan_batal",   |row| text(row.letter.voided.as_ref().map(|voided| &voided.reason))),
    column("dibuat",         |row| moment(row.letter.issued.at, row.zone)),
    column("petugas",        |row| text(row.by.as_ref())),
];
