//! Residents as a table; its columns are named as the keys of an intake line.
use crate::{
    domain::{
        benefit::State,
        moment::Zone,
        phone::Phone,
        resident::{Address, Birth, Called, Identity, Resident},
    },
    report::cell::{Cell, Column, code, column, day, moment, text},
};

/// A resident, and where the clock on the wall hangs.
#[derive(Debug)]
pub struct Row {
    pub who: Resident,
    /// The code of the officer who signed.
    pub by: Option<String>,
    pub zone: Zone,
}

/// What is told of a resident.
#[rustfmt::skip]
pub const COLUMNS: &[Column<Row>] = &[
    column("nama",              |row| name(&row.who)),
    column("tanpa_nama",        |row| Cell::Mark(marks(&row.who).is_some())),
    column("ciri",              |row| text(marks(&row.who))),
    column("alias",             |row| text(row.who.alias())),
    column("nik",               |row| text(row.who.nik())),
    column("alasan_tanpa_nik",  |row| match row.who.identity {
        Identity::Nik(_) => Cell::Empty,
        Identity::Missing(why) => code(Some(why)),
    }),
    column("kk",                |row| text(row.who.family.kk)),
    column("hubungan_kk",       |row| code(row.who.family.relation)),
    column("kepala_keluarga",   |row| text(row.who.family.head.as_ref())),
    column("nama_ibu",          |row| text(row.who.family.mother.as_ref())),
    column("tempat_lahir",      |row| text(row.who.birth_place.as_ref())),
    column("tanggal_lahir",     |row| match row.who.birth {
        Birth::On(born) => day(Some(born)),
        Birth::Unknown | Birth::About { .. } => Cell::Empty,
    }),
    column("perkiraan_umur",    |row| match row.who.birth {
        Birth::About { age, .. } => Cell::Number(age.into()),
        Birth::Unknown | Birth::On(_) => Cell::Empty,
    }),
    column("jenis_kelamin",     |row| code(row.who.sex)),
    column("agama",             |row| code(row.who.religion)),
    column("pekerjaan",         |row| text(row.who.occupation.as_ref())),
    column("status_kawin",      |row| code(row.who.marital)),
    column("hp",                |row| text(row.who.phone.as_ref().map(Phone::digits))),
    column("pemilik_hp",        |row| text(row.who.phone_owner.as_ref())),
    column("alamat",            |row| text(row.who.domicile.street.as_ref())),
    column("rt",                |row| text(row.who.domicile.rt)),
    column("rw",                |row| text(row.who.domicile.rw)),
    column("kelurahan",         |row| text(row.who.domicile.area)),
    column("alamat_ktp",        |row| text(card(row).and_then(|card| card.street.as_ref()))),
    column("rt_ktp",            |row| text(card(row).and_then(|card| card.rt))),
    column("rw_ktp",            |row| text(card(row).and_then(|card| card.rw))),
    column("kelurahan_ktp",     |row| text(card(row).and_then(|card| card.area))),
    column("ppks",              |row| Cell::List(
        row.who.kinds.iter().map(ToString::to_string).collect(),
    )),
    column("ragam_disabilitas", |row| Cell::List(
        row.who.disabilities.iter().map(|kind| code(Some(*kind)).line()).collect(),
    )),
    column("desil",             |row| row.who.desil.map_or(Cell::Empty, |checked| {
        Cell::Number(checked.desil.get().into())
    })),
    column("desil_dicek",       |row| day(row.who.desil.map(|checked| checked.on))),
    column("status_hidup",      |row| code(Some(row.who.life))),
    column("bantuan",           |row| match active(&row.who) {
        codes if codes.is_empty() => Cell::Empty,
        codes => Cell::Text(codes.join("|")),
    }),
    column("dibuat",            |row| moment(row.who.registered.at, row.zone)),
    column("petugas",           |row| text(row.by.as_ref())),
];

/// The codes of the programmes that are active on somebody, each once.
fn active(who: &Resident) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for known in who.benefits.iter().filter(|known| known.state == State::Active) {
        if !codes.contains(&known.programme) {
            codes.push(known.programme.clone());
        }
    }
    codes
}

/// The name; nothing where nobody knows it.
#[must_use]
pub fn name(who: &Resident) -> Cell {
    match &who.called {
        Called::Name { name, .. } => Cell::Text(name.to_string()),
        Called::Nameless { .. } => Cell::Empty,
    }
}

const fn marks(who: &Resident) -> Option<&crate::domain::text::Note> {
    match &who.called {
        Called::Nameless { marks, .. } => Some(marks),
        Called::Name { .. } => None,
    }
}

const fn card(row: &Row) -> Option<&Address> {
    row.who.card.as_ref()
}
