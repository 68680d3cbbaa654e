//! What officers did as a table: one row a deed and record, without the numbers of persons.
use crate::{
    domain::moment::{Moment, Zone},
    report::cell::{Cell, Column, column, moment, text},
};

/// What an officer did with one record.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Of its frame in the journal.
    pub sequence: u64,
    pub at: Moment,
    pub zone: Zone,
    /// Code of the officer.
    pub officer: Option<String>,
    /// Its name in the journal.
    pub act: String,
    /// The record's table, and by what the record is known on paper; nothing of what is restricted
    /// to others.
    pub table: &'static str,
    pub number: Option<String>,
    pub reason: Option<String>,
    /// Labels of the answers that changed.
    pub fields: Vec<String>,
    /// From what to what, NIK, KK and telephone masked.
    pub changes: Vec<String>,
}

/// What is told of a deed.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("urut",      |row| Cell::Number(row.sequence)),
    column("waktu",     |row| moment(row.at, row.zone)),
    column("petugas",   |row| text(row.officer.as_ref())),
    column("perbuatan", |row| text(Some(&row.act))),
    column("tabel",     |row| text(Some(row.table))),
    column("nomor",     |row| text(row.number.as_ref())),
    column("alasan",    |row| text(row.reason.as_ref())),
    column("isian",     |row| Cell::List(row.fields.clone())),
    column("perubahan", |row| Cell::List(row.changes.clone())),
];
