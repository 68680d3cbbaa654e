//! The visitors' book as a table: everyone who came, called or wrote, without numbers of persons.
use crate::report::{
    cell::{Column, code, column, day, text},
    requests::{Row, name, tie},
};

/// What is told of a visit.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("tanggal",          |row| day(Some(row.request.received.at.day(row.zone)))),
    column("jam",              |row| {
        text(Some(row.request.received.at.local(row.zone).format("%H:%M:%S")))
    }),
    column("register",         |row| text(Some(row.request.register))),
    column("tiket",            |row| text(Some(row.request.ticket))),
    column("nama",             name),
    column("jenis",            |row| code(Some(row.request.kind))),
    column("kanal",            |row| code(Some(row.request.channel))),
    column("layanan",          |row| text(row.request.service.as_ref())),
    column("nama_layanan",     |row| text(row.service.as_ref())),
    column("pelapor",          |row| text(row.request.caller.name.as_ref())),
    column("hubungan_pelapor", tie),
    column("status",           |row| code(Some(row.request.status))),
    column("petugas",          |row| text(row.by.as_ref())),
];
