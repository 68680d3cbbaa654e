//! Requests as a table.
use crate::{
    domain::{
        clerk::Stamp,
        moment::Zone,
        phone::Phone,
        request::{Paper, Request},
        resident::Resident,
    },
    report::{
        cell::{Cell, Column, code, column, day, moment, text},
        residents,
    },
};

/// A request, and what other records say of it.
#[derive(Debug)]
pub struct Row {
    pub request: Request,
    /// The journal's number of the change that took it in.
    pub sequence: u64,
    /// Whom it is about, if that is a registered resident.
    pub who: Option<Resident>,
    /// The service in words.
    pub service: Option<String>,
    /// The code of the officer who signed.
    pub by: Option<String>,
    pub zone: Zone,
}

/// What is told of a request.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("seq",              |row| Cell::Number(row.sequence)),
    column("register",         |row| text(Some(row.request.register))),
    column("tiket",            |row| text(Some(row.request.ticket))),
    column("jenis",            |row| code(Some(row.request.kind))),
    column("kanal",            |row| code(Some(row.request.channel))),
    column("nama",             name),
    column("nik",              |row| text(row.who.as_ref().and_then(Resident::nik))),
    column("layanan",          |row| text(row.request.service.as_ref())),
    column("nama_layanan",     |row| text(row.service.as_ref())),
    column("uraian",           |row| text(row.request.words.as_ref())),
    column("keperluan",        |row| text(row.request.purpose.as_ref())),
    column("mendesak",         |row| Cell::Mark(row.request.urgent)),
    column("persetujuan",      |row| code(row.request.basis)),
    column("pelapor",          |row| text(row.request.caller.name.as_ref())),
    column("hubungan_pelapor", tie),
    column("hp_pelapor",       |row| {
        text(row.request.caller.phone.as_ref().map(Phone::digits))
    }),
    column("berkas",           |row| papers(row, |paper| paper.brought.is_some())),
    column("berkas_kurang",    |row| papers(row, |paper| paper.required && paper.brought.is_none())),
    column("janji",            |row| day(row.request.promise.day(row.zone))),
    column("status",           |row| code(Some(row.request.status))),
    column("hasil",            |row| {
        text(row.request.outcome().and_then(|event| event.reason.as_ref()))
    }),
    column("rujukan",          |row| Cell::List(
        row.request.referrals.iter().map(|referral| referral.ticket.to_string()).collect(),
    )),
    column("tiket_induk",      |row| text(row.request.same_as)),
    column("dibuat",           |row| moment(row.request.received.at, row.zone)),
    column("diubah",           |row| moment(touched(&row.request).at, row.zone)),
    column("petugas",          |row| text(row.by.as_ref())),
];

/// The name of the resident, or the one that was given with a question.
#[must_use]
pub fn name(row: &Row) -> Cell {
    row.who.as_ref().map_or_else(|| text(row.request.name.as_ref()), residents::name)
}

/// Who came, where it was not the person, as an intake line writes it.
#[must_use]
pub fn tie(row: &Row) -> Cell {
    row.request.caller.tie.as_ref().map_or(Cell::Empty, |tie| {
        let code = code(Some(tie.tie)).line();
        Cell::Text(tie.told.as_ref().map_or_else(|| code.clone(), |told| format!("{code}: {told}")))
    })
}

/// When something happened to it last, and through whom.
#[must_use]
pub fn touched(request: &Request) -> Stamp {
    let own = request.road.last().map(|event| event.stamp);
    let referred = request.referrals.iter().filter_map(|referral| referral.road.last());
    let stamps = own.into_iter().chain(referred.map(|event| event.stamp));
    stamps.max_by_key(|stamp| stamp.at).unwrap_or(request.received)
}

fn papers(row: &Row, which: impl Fn(&Paper) -> bool) -> Cell {
    let told = |paper: &Paper| match paper.code.as_str() {
        "" => format!("lainnya: {}", paper.name),
        code => code.to_owned(),
    };
    Cell::List(row.request.papers.iter().filter(|paper| which(paper)).map(told).collect())
}
