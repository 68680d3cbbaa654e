//! Brings a backup back, into an empty folder.
//!
//! # Why
//! A folder that is being restored bears a mark from the first moment to the last, and no desk
//! opens one that does: a restore that was cut off is never taken for the office. It can then be
//! begun again in the same folder, which throws away what was there of it.
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    domain::unfit::Unfit,
    fault::Fault,
    store::{
        anchor::Anchors,
        backup::{
            layout::Facts,
            make::Told,
            scan::{self, Scanned},
        },
        frame,
        gate::MARK,
        keys,
        lock::Lock,
        segment::{Segment, Segments},
        sync,
        walk::Place,
    },
};

/// What may lie in a folder that counts as empty: what a lock, or a mark that was cut off, leaves.
const LITTER: [&str; 3] = ["gembok", "gembok.siapa", "pulih.baru"];

/// What a restore that was cut off may have left beside that.
const OURS: [&str; 17] = [
    "jurnal",
    "kunci",
    "kunci.baru",
    "kunci.coba",
    "kepala.a",
    "kepala.b",
    "indeks",
    "indeks.curiga",
    "indeks.rusak",
    "daftar",
    "daftar.baru",
    "kolom",
    "kolom.baru",
    "kolom.terbatas",
    "konsep",
    "latihan",
    "latihan.baru",
];

/// Bytes that are gathered before they are written.
const ROOM: usize = 1 << 20;

/// A folder that is being restored. Its steps are to be taken in the order in which they stand.
#[derive(Debug)]
pub struct Restoring {
    folder: PathBuf,
    lock: Lock,
}

/// Names a failure of the folder.
const fn refused(why: io::Error) -> Fault {
    Fault::Device { name: "folder tujuan", why }
}

/// Refuses a folder with anything in it but a restore that was cut off. Nothing is changed.
pub fn ready(folder: &Path) -> Result<(), Fault> {
    let entries = match fs::read_dir(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(refused)?,
    };
    let half = folder.join(MARK).exists();
    for entry in entries {
        let name = entry.map_err(refused)?.file_name();
        let known = |names: &[&str]| names.iter().any(|known| name == *known);
        if !known(&LITTER) && !(half && (name == MARK || known(&OURS))) {
            return Err(refused(io::Error::other("sudah ada isinya, pilih folder yang kosong")));
        }
    }
    Ok(())
}

impl Restoring {
    /// Marks a folder, and clears it of what a restore that was cut off left.
    pub fn begin(folder: &Path) -> Result<Self, Fault> {
        ready(folder)?;
        sync::make_folder(folder).map_err(refused)?;
        let lock = Lock::take(folder)?;
        ready(folder)?;
        sync::write_atomically(&folder.join(MARK), b"").map_err(refused)?;
        for name in OURS {
            let path = folder.join(name);
            if path.is_dir() {
                fs::remove_dir_all(&path).map_err(refused)?;
            } else {
                sync::remove(&path).map_err(refused)?;
            }
        }
        Ok(Self { folder: folder.to_owned(), lock })
    }

    /// Writes the journal. The file is proved once more on the way: it may be another stick by now.
    pub fn journal(&self, file: &Path, facts: &Facts, told: Told<'_>) -> Result<Place, Fault> {
        let segments = Segments::open(self.folder.join("jurnal")).map_err(refused)?;
        let mut pen = Pen::begin(segments).map_err(refused)?;
        let scanned = scan::scan(file, &mut |header, body| {
            let size = header.size() as u64;
            pen.make_room(size).map_err(refused)?;
            pen.last = Place::of(header, pen.segment.number, pen.end());
            frame::write(header, body, &mut pen.room);
            pen.flush_above(ROOM).map_err(refused)?;
            let on = told(header.sequence, facts.sequence);
            if on { Ok(()) } else { Err(Fault::Stopped) }
        })?;
        pen.finish().map_err(refused)?;
        if scanned.facts == *facts { Ok(pen.last) } else { Err(Fault::Backup(Unfit::Damaged)) }
    }

    /// Writes the keys, and what marks a practice desk where it is one.
    pub fn keys(&self, scanned: &Scanned, practice: &str) -> Result<(), Fault> {
        let path = self.folder.join(keys::FILE);
        sync::write_atomically(&path, &scanned.keys).map_err(refused)?;
        if scanned.facts.practice {
            sync::write_atomically(&self.folder.join(practice), b"").map_err(refused)?;
        }
        Ok(())
    }

    /// Writes both anchors, and lets go of the folder so that it can be opened to prove it.
    pub fn anchors(self, last: Place) -> Result<Restored, Fault> {
        let mut anchors = Anchors::read(&self.folder);
        anchors.write(last, false).map_err(refused)?;
        anchors.write(last, true).map_err(refused)?;
        drop(self.lock);
        Ok(Restored { folder: self.folder })
    }
}

/// A folder in which everything is that the backup held. It still bears the mark.
#[derive(Debug)]
pub struct Restored {
    folder: PathBuf,
}

impl Restored {
    /// Takes the mark away: from now on the folder is an office.
    pub fn finish(self) -> Result<(), Fault> {
        sync::remove(&self.folder.join(MARK)).map_err(refused)
    }
}

/// Fills segments one after another, as the journal does.
struct Pen {
    segments: Segments,
    segment: Segment,
    /// Where in the segment the room's first byte goes.
    at: u64,
    room: Vec<u8>,
    last: Place,
}

impl Pen {
    fn begin(segments: Segments) -> io::Result<Self> {
        segments.prepare(1)?;
        let segment = segments.writable(1)?;
        Ok(Self { segments, segment, at: 0, room: vec![], last: Place::ORIGIN })
    }

    const fn end(&self) -> u64 {
        self.at + self.room.len() as u64
    }

    /// Goes on in the next segment where so many bytes do not fit into this one.
    fn make_room(&mut self, size: u64) -> io::Result<()> {
        if self.end() + size > self.segment.size {
            self.finish()?;
            let number = self.segment.number + 1;
            self.segments.prepare(number)?;
            self.segment = self.segments.writable(number)?;
            self.at = 0;
        }
        Ok(())
    }

    fn flush_above(&mut self, size: usize) -> io::Result<()> {
        if self.room.len() > size {
            self.segment.write(self.at, &self.room)?;
            self.at = self.end();
            self.room.clear();
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.flush_above(0)?;
        self.segment.sync()
    }
}
