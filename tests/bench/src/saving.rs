//! Durable saves: the desk beside SQLite (WAL, `synchronous=FULL`), block by block in turns.
//!
//! Both hold the same residents and requests, and save the same request for one resident after
//! another, who was on the screen just before. SQLite gets the very bytes that the desk's codec
//! makes of it, as one blob beside the columns that its indexes need, through a prepared
//! statement; the desk goes through its use case, with all its checks. The floor is what the disk
//! itself takes: the same bytes into preallocated space and one `fdatasync`.
use std::{
    error::Error,
    fs::File,
    io::{Seek as _, SeekFrom, Write as _},
};

use loket::{
    desk::{counter::Desk, requests},
    domain::{choice::Choice as _, id::Id, moment::Zone, request::Request, resident::Resident},
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
    let people = people(&desk)?;
    let lite = sqlite(place, &desk)?;
    let mut floor = File::create(place.beside("lantai"))?;
    floor.write_all(&vec![0; 8 << 20])?;
    floor.sync_all()?;
    floor.seek(SeekFrom::Start(0))?;
    let (mut halves, mut lates, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for block in 0..BLOCKS {
        let (mut desk_times, mut lite_times, mut floor_times) = Default::default();
        let mut requests = Vec::new();
        for who in people.iter().skip(block * SAVES).take(SAVES) {
            desk.must::<Resident>(*who)?;
            requests.push(take(&mut desk, *who, &mut desk_times)?);
        }
        for request in &requests {
            insert(&lite, request, &mut lite_times)?;
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

/// A resident for each save, from all over the city.
fn people(desk: &Desk) -> Result<Vec<Id>, Box<dyn Error>> {
    let needed = BLOCKS * SAVES;
    let all = desk.residents();
    if all < needed {
        return Err(format!("at least {needed} residents are needed").into());
    }
    let some = desk.all::<Resident>().step_by(all / needed).take(needed);
    Ok(some.map(|who| who.map(|who| who.id)).collect::<Result<_, _>>()?)
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

/// The same city in SQLite, with the indexes that the desk needs: ticket and register number are
/// unique and asked for, a resident's card lists the requests, and home counts them by status,
/// and by promised day those that are due or overdue.
fn sqlite(place: &Place, desk: &Desk) -> Result<Connection, Box<dyn Error>> {
    let mut lite = Connection::open(place.beside("kota.sqlite"))?;
    lite.pragma_update(None, "journal_mode", "WAL")?;
    lite.pragma_update(None, "synchronous", "FULL")?;
    lite.execute_batch(
        "CREATE TABLE warga (id BLOB PRIMARY KEY, nik TEXT, nama TEXT, isi BLOB) WITHOUT ROWID;
         CREATE INDEX warga_nik ON warga (nik);
         CREATE INDEX warga_nama ON warga (nama);
         CREATE TABLE permohonan (id BLOB PRIMARY KEY, tiket TEXT UNIQUE, register TEXT UNIQUE,
             warga BLOB, status TEXT, dibuat INTEGER, janji TEXT, isi BLOB) WITHOUT ROWID;
         CREATE INDEX permohonan_warga ON permohonan (warga);
         CREATE INDEX permohonan_status ON permohonan (status, dibuat);
         CREATE INDEX permohonan_janji ON permohonan (janji) WHERE janji IS NOT NULL;",
    )?;
    let load = lite.transaction()?;
    {
        let mut resident = load.prepare("INSERT INTO warga VALUES (?1, ?2, ?3, ?4)")?;
        for who in desk.all::<Resident>() {
            let who = who?;
            let nik = who.nik().map(|nik| nik.to_string());
            resident.execute(params![
                who.id.bytes().as_slice(),
                nik,
                who.name(),
                codec::encode(&who)?
            ])?;
        }
        let mut times = Times::default();
        for request in desk.all::<Request>() {
            insert(&load, &request?, &mut times)?;
        }
    }
    load.commit()?;
    Ok(lite)
}

fn insert(lite: &Connection, one: &Request, times: &mut Times) -> Result<(), Box<dyn Error>> {
    times.of(|| -> Result<(), Box<dyn Error>> {
        let bytes = codec::encode(one)?;
        let mut insert =
            lite.prepare_cached("INSERT INTO permohonan VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        insert.execute(params![
            one.id.bytes().as_slice(),
            one.ticket.to_string(),
            one.register.to_string(),
            one.subject.map(|id| id.bytes().to_vec()),
            one.status.code(),
            one.received.at.0,
            one.promise.day(Zone::Wib).map(|day| day.to_string()),
            bytes
        ])?;
        Ok(())
    })
}
