//! Referrals as a table: one row each, though a request may have several.
use crate::{
    domain::{
        clerk::Stamp, moment::Zone, referral::Referral, referral_road, request::Request,
        resident::Resident, road::Step,
    },
    report::{
        cell::{Cell, Column, code, column, moment, text},
        residents,
    },
};

/// A referral, and what other records say of it.
#[derive(Debug)]
pub struct Row {
    pub referral: Referral,
    /// When it was made, and through whom.
    pub made: Stamp,
    pub request: Request,
    /// Whom it is about, if that is a registered resident.
    pub who: Option<Resident>,
    /// The numbers of its letters.
    pub letters: Vec<String>,
    /// The code of the officer who signed.
    pub by: Option<String>,
    pub zone: Zone,
}

/// What is told of a referral.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("tiket",        |row| text(Some(row.referral.ticket))),
    column("permohonan",   |row| text(Some(row.request.ticket))),
    column("register",     |row| text(Some(row.request.register))),
    column("nama",         |row| row.who.as_ref().map_or(Cell::Empty, residents::name)),
    column("nik",          |row| text(row.who.as_ref().and_then(Resident::nik))),
    column("layanan",      |row| text(row.request.service.as_ref())),
    column("lembaga",      |row| text(Some(&row.referral.institution))),
    column("nama_lembaga", |row| text(Some(&row.referral.institution_name))),
    column("permintaan",   |row| text(Some(&row.referral.ask))),
    column("cara",         |row| Cell::Text(if pointed(&row.referral) { "arahan" } else { "surat" }.to_owned())),
    column("status",       |row| code(Some(row.referral.status))),
    column("alasan",       |row| {
        text(row.referral.road.last().and_then(|event| event.reason.as_ref()))
    }),
    column("surat",        |row| Cell::List(row.letters.clone())),
    column("dibuat",       |row| moment(row.made.at, row.zone)),
    column("diubah",       |row| {
        moment(row.referral.road.last().map_or(row.made, |event| event.stamp).at, row.zone)
    }),
    column("petugas",      |row| text(row.by.as_ref())),
];

/// When each referral of a request was made: an "arahan" says it itself, of the others the road of
/// the request tells, in the same order.
#[must_use]
pub fn made(request: &Request) -> Vec<Stamp> {
    let mut steps = request.road.iter().filter(|event| event.step == Step::Refer);
    let stamp = |referral: &Referral| {
        let first = referral.road.first().map(|event| event.stamp);
        let told =
            if pointed(referral) { first } else { steps.next().map(|event| event.stamp).or(first) };
        told.unwrap_or(request.received)
    };
    request.referrals.iter().map(stamp).collect()
}

fn pointed(referral: &Referral) -> bool {
    referral.status == referral_road::Status::Pointed
}
