//! What the desk's saves are held against: the same city in SQLite, and the bare disk.
use std::{
    error::Error,
    fs::File,
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
};

use loket::{
    desk::counter::Desk,
    domain::{choice::Choice as _, moment::Zone, request::Request, resident::Resident},
    store::codec,
};
use rusqlite::{Connection, params};

use crate::{figures::Times, place::Place};

/// What a disk needs at least: bytes into space that is there, and one `fdatasync`.
pub fn floor(place: &Place) -> Result<File, Box<dyn Error>> {
    let mut floor = File::create(place.beside("lantai"))?;
    floor.write_all(&vec![0; 8 << 20])?;
    floor.sync_all()?;
    floor.seek(SeekFrom::Start(0))?;
    Ok(floor)
}

/// Writes a request's bytes on the floor.
pub fn write(floor: &mut File, one: &Request, times: &mut Times) -> Result<(), Box<dyn Error>> {
    let bytes = codec::encode(one)?;
    Ok(times.of(|| floor.write_all(&bytes).and_then(|()| floor.sync_data()))?)
}

/// The same city in SQLite, with the indexes that the desk needs: ticket and register number are
/// unique and asked for, a resident's card lists the requests, and home counts them by status,
/// and by promised day those that are due or overdue; residents are found by NIK, household and
/// any part of the name. It is made once.
pub fn sqlite(place: &Place, desk: &Desk) -> Result<Connection, Box<dyn Error>> {
    let file = place.peer();
    if file.exists() {
        return opened(&file);
    }
    let mut lite = opened(&file)?;
    lite.execute_batch(
        "CREATE TABLE warga (nomor INTEGER PRIMARY KEY, nik TEXT, kk TEXT, nama TEXT, isi BLOB);
         CREATE INDEX warga_nik ON warga (nik);
         CREATE INDEX warga_kk ON warga (kk);
         CREATE VIRTUAL TABLE cari USING fts5
             (nama, content='warga', content_rowid='nomor', tokenize='trigram');
         CREATE TABLE permohonan (id BLOB PRIMARY KEY, tiket TEXT UNIQUE, register TEXT UNIQUE,
             warga BLOB, status TEXT, dibuat INTEGER, janji TEXT, jenis TEXT, isi BLOB)
             WITHOUT ROWID;
         CREATE INDEX permohonan_warga ON permohonan (warga);
         CREATE INDEX permohonan_status ON permohonan (status, dibuat);
         CREATE INDEX permohonan_janji ON permohonan (janji) WHERE janji IS NOT NULL;",
    )?;
    let load = lite.transaction()?;
    {
        let mut resident =
            load.prepare("INSERT INTO warga (nik, kk, nama, isi) VALUES (?1, ?2, ?3, ?4)")?;
        for who in desk.all::<Resident>() {
            let who = who?;
            let nik = who.nik().map(|nik| nik.to_string());
            let kk = who.family.kk.map(|kk| kk.to_string());
            resident.execute(params![nik, kk, who.name(), codec::encode(&who)?])?;
        }
        load.execute("INSERT INTO cari (cari) VALUES ('rebuild')", [])?;
        let mut times = Times::default();
        for request in desk.all::<Request>() {
            insert(&load, &request?, &mut times)?;
        }
    }
    load.commit()?;
    Ok(lite)
}

/// A database as safe as the desk's store: WAL, and every commit on the disk.
pub fn opened(file: &Path) -> Result<Connection, Box<dyn Error>> {
    let lite = Connection::open(file)?;
    lite.pragma_update(None, "journal_mode", "WAL")?;
    lite.pragma_update(None, "synchronous", "FULL")?;
    Ok(lite)
}

/// Saves a request in SQLite.
pub fn insert(lite: &Connection, one: &Request, times: &mut Times) -> Result<(), Box<dyn Error>> {
    times.of(|| -> Result<(), Box<dyn Error>> {
        let bytes = codec::encode(one)?;
        let mut insert = lite
            .prepare_cached("INSERT INTO permohonan VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
        insert.execute(params![
            one.id.bytes().as_slice(),
            one.ticket.to_string(),
            one.register.to_string(),
            one.subject.map(|id| id.bytes().to_vec()),
            one.status.code(),
            one.received.at.0,
            one.promise.day(Zone::Wib).map(|day| day.to_string()),
            one.kind.code(),
            bytes
        ])?;
        Ok(())
    })
}
