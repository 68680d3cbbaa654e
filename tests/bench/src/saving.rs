//! Durable saves: the desk beside SQLite (WAL, `synchronous=FULL`), block by block in turns.
//!
//! Both save the same request. SQLite gets the very bytes that the desk's codec makes of it, as one
//! blob beside the columns that its indexes need, through a prepared statement; the desk goes
//! through its use case, with all its checks. The floor is what the disk itself takes: the same
//! bytes into preallocated space and one `fdatasync`.
use std::{
    error::Error,
    fs::File,
    io::{Seek as _, SeekFrom, Write as _},
};

use loket::{
    desk::{counter::Desk, requests, search},
    domain::{choice::Choice as _, id::Id, request::Request},
    form::field::Draft,
    store::codec,
};
use rusqlite::{Connection, params};

use crate::{
    figures::{Table, Times, median},
    place::Place,
};

const BLOCKS: usize = 5;
const SAVES: usize = 200;

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut desk = place.desk()?;
    let someone = someone(&desk)?;
    let mut lite = sqlite(place, &desk)?;
    let mut floor = File::create(place.beside("lantai"))?;
    floor.write_all(&vec![0; 8 << 20])?;
    floor.sync_all()?;
    floor.seek(SeekFrom::Start(0))?;
    let (mut halves, mut lates, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..BLOCKS {
        let (mut desk_times, mut lite_times, mut floor_times) = Default::default();
        let mut requests = Vec::new();
        for _ in 0..SAVES {
            requests.push(take(&mut desk, someone, &mut desk_times)?);
        }
        for request in &requests {
            insert(&mut lite, request, &mut lite_times)?;
        }
        for request in &requests {
            let bytes = codec::encode(request)?;
            let floor_times: &mut Times = &mut floor_times;
            floor_times.of(|| floor.write_all(&bytes).and_then(|()| floor.sync_data()))?;
        }
        let (mine, other) = (desk_times.quantile(0.5), lite_times.quantile(0.5));
        halves.push(mine / other);
        lates.push(desk_times.quantile(0.99) / lite_times.quantile(0.99));
        floors.push(mine / floor_times.quantile(0.5));
        ours.push(mine);
        theirs.push(other);
    }
    table.row(
        "durable save p50, ratio to SQLite",
        format!(
            "{:.2} x ({:.2} ms to {:.2} ms)",
            median(&mut halves),
            median(&mut ours),
            median(&mut theirs)
        ),
        "<= 0.6 x",
    );
    table.row("durable save p99, ratio to SQLite", format!("{:.2} x", median(&mut lates)), "told");
    table.row("durable save p50, ratio to a bare write", format!("{:.2} x", median(&mut floors)), "told");
    Ok(())
}

fn someone(desk: &Desk) -> Result<Id, Box<dyn Error>> {
    let found = search::find(desk, "siti", 1)?;
    match found.first() {
        Some(search::Found::Resident(who)) => Ok(who.id),
        _ => Err("nobody is called Siti".into()),
    }
}

fn take(desk: &mut Desk, who: Id, times: &mut Times) -> Result<Request, Box<dyn Error>> {
    let mut draft = Draft::default();
    draft.put("jenis", "permohonan");
    draft.put("layanan", "SKTM");
    draft.put("berkas", "ktp;kk");
    draft.put("uraian", "Minta surat keterangan tidak mampu untuk berobat anak yang sakit.");
    let taken =
        times.of(|| requests::take(desk, &draft, requests::Subject::Known(who), true))?;
    Ok(taken.request)
}

/// The same city in SQLite, its residents with the indexes that a desk needs.
fn sqlite(place: &Place, desk: &Desk) -> Result<Connection, Box<dyn Error>> {
    let mut lite = Connection::open(place.beside("kota.sqlite"))?;
    lite.pragma_update(None, "journal_mode", "WAL")?;
    lite.pragma_update(None, "synchronous", "FULL")?;
    lite.execute_batch(
        "CREATE TABLE warga (id BLOB PRIMARY KEY, nik TEXT, nama TEXT, isi BLOB) WITHOUT ROWID;
         CREATE INDEX warga_nik ON warga (nik);
         CREATE INDEX warga_nama ON warga (nama);
         CREATE TABLE permohonan (id BLOB PRIMARY KEY, tiket TEXT UNIQUE, register TEXT,
             warga BLOB, status TEXT, dibuat INTEGER, isi BLOB) WITHOUT ROWID;
         CREATE INDEX permohonan_warga ON permohonan (warga);
         CREATE INDEX permohonan_status ON permohonan (status, dibuat);",
    )?;
    let load = lite.transaction()?;
    {
        let mut insert = load.prepare("INSERT INTO warga VALUES (?1, ?2, ?3, ?4)")?;
        for who in desk.all::<loket::domain::resident::Resident>() {
            let who = who?;
            let nik = who.nik().map(|nik| nik.to_string());
            insert.execute(params![
                who.id.bytes().as_slice(),
                nik,
                who.name(),
                codec::encode(&who)?
            ])?;
        }
    }
    load.commit()?;
    Ok(lite)
}

fn insert(lite: &mut Connection, one: &Request, times: &mut Times) -> Result<(), Box<dyn Error>> {
    times.of(|| -> Result<(), Box<dyn Error>> {
        let bytes = codec::encode(one)?;
        let mut insert =
            lite.prepare_cached("INSERT INTO permohonan VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        insert.execute(params![
            one.id.bytes().as_slice(),
            one.ticket.to_string(),
            one.register.to_string(),
            one.subject.map(|id| id.bytes().to_vec()),
            one.status.code(),
            one.received.at.0,
            bytes
        ])?;
        Ok(())
    })
}
