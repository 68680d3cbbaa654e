//! Makes a backup of a store that may be in use.
//!
//! # Why
//! The journal is only ever added to, so its frames up to the last commit can be read while the
//! desk goes on saving: a backup is the whole office as it was at one sequence, and no save ever
//! waits for it. A stick lies: it says "written" and is not. So nothing counts before the file was
//! closed, read back from the disk and replayed; until then it bears another name, and the backups
//! before it stay as they are.
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write as _},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use crate::{
    domain::unfit::Unfit,
    fault::Fault,
    store::{
        backup::{
            layout::{self, END, FRONT, Facts, Front},
            name::Name,
            scan,
            shelf::{self, refused},
        },
        cipher::Hash,
        erasing, frame,
        ground::Ground,
        keys::Keys,
        sync, walk,
    },
};

/// Bytes that are written at a time.
const ROOM: usize = 1 << 20;

/// Is told how many frames are done, of how many; says whether to go on.
pub type Told<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// What is to be backed up, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub ground: Ground,
    /// The last commit that the backup will hold.
    pub sequence: u64,
    /// The folder of the backups, and the name that is wanted.
    pub folder: PathBuf,
    pub name: Name,
    pub made: crate::domain::moment::Moment,
    pub practice: bool,
}

/// A backup that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub path: PathBuf,
    pub facts: Facts,
    /// Bytes of the file.
    pub size: u64,
    /// Names of the older ones that have gone.
    pub gone: Vec<String>,
}

/// Makes it, proves it, and lets go of those that it makes superfluous.
pub fn make(plan: &Plan, told: Told<'_>) -> Result<Made, Fault> {
    shelf::sweep(&plan.folder, plan.name.area)?;
    let mut name = plan.name;
    while plan.folder.join(name.file()).exists() {
        name = name.later();
    }
    let half = plan.folder.join(name.half_file());
    let path = plan.folder.join(name.file());
    let made = write(plan, &half, told).and_then(|(facts, hash)| {
        proved(plan, (&half, facts, hash), told)?;
        fs::rename(&half, &path).map_err(refused)?;
        settled(&plan.folder).map_err(refused)?;
        Ok(facts)
    });
    if made.is_err() {
        // A stick that was pulled keeps it; the next backup takes it away.
        let _ = fs::remove_file(&half);
    }
    let facts = made?;
    let size = fs::metadata(&path).map_err(refused)?.len();
    let gone = shelf::thin(&plan.folder, &plan.ground.vault, &path).unwrap_or_default();
    Ok(Made { path, facts, size, gone })
}

/// Makes the new name durable. Some sticks and shares know no such thing, and need nothing.
fn settled(folder: &Path) -> io::Result<()> {
    match sync::sync_folder(folder) {
        Err(why) if matches!(why.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Ok(())
        }
        other => other,
    }
}

/// Writes the file, durably; returns what it says of itself and the hash that it should have.
fn write(plan: &Plan, half: &Path, told: Told<'_>) -> Result<(Facts, [u8; 32]), Fault> {
    let Plan { ground, sequence, made, practice, .. } = plan;
    let (sequence, vault) = (*sequence, &ground.vault);
    let damaged = Fault::Damaged { sequence };
    let head = walk::head(&ground.segments, sequence)?.ok_or(damaged)?;
    let facts = Facts { sequence, head, made: *made, practice: *practice };
    // Read after the sequence was fixed: so they open every frame of it.
    let keys = Keys::bytes_in(&ground.folder, &vault.ring())?;
    let short = u32::try_from(keys.len()).map_err(|_| Fault::Unwritable("kunci"))?;
    let mut to = Target::open(half)?;
    to.probe(most(ground, keys.len())?)?;
    to.add(&Front::new(vault, facts, short).bytes())?;
    to.add(&keys)?;
    // What an erasure has yet to blank is blank here.
    let blanks = erasing::pending(ground, sequence)?;
    let mut reached = 0;
    walk::along(ground.journal(), walk::Place::ORIGIN, &mut |header, body| {
        if blanks.contains_key(&header.chain()) {
            frame::write(header, &vec![0; header.length as usize], &mut to.room);
        } else {
            frame::write(header, body.bytes(header), &mut to.room);
        }
        to.flush_above(ROOM)?;
        reached = header.sequence;
        if is_step(reached, sequence) && !told(reached, 2 * sequence) {
            return Err(Fault::Stopped);
        }
        let on = reached < sequence;
        Ok(if on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    if reached < sequence {
        return Err(Fault::Damaged { sequence: reached + 1 });
    }
    to.flush_above(0)?;
    let hash = to.hash.value();
    to.add(&layout::sealed(vault, hash))?;
    let all = to.hash.value();
    to.add(&all)?;
    to.close()?;
    Ok((facts, hash))
}

/// Reads it back, with every seal and every entry, and compares it with what was to be written.
fn proved(
    plan: &Plan,
    (half, facts, hash): (&Path, Facts, [u8; 32]),
    told: Told<'_>,
) -> Result<(), Fault> {
    sync::forget(half);
    let sequence = facts.sequence;
    let scanned = scan::prove(half, &plan.ground.vault, &mut |header, _| {
        let done = header.sequence;
        let on = !is_step(done, sequence) || told(sequence + done, 2 * sequence);
        if on { Ok(()) } else { Err(Fault::Stopped) }
    });
    match scanned {
        Ok(scanned) if scanned.facts == facts && scanned.hash == hash => Ok(()),
        Ok(_) | Err(Fault::Backup(_)) => Err(Fault::Backup(Unfit::Unproved)),
        Err(other) => Err(other),
    }
}

/// Whether it is worth telling that so many are done: about fifty times while writing, and again
/// while proving.
const fn is_step(done: u64, of: u64) -> bool {
    done == of || done.is_multiple_of(of / 50 + 1)
}

/// The most bytes that the file can have.
fn most(ground: &Ground, keys: usize) -> Result<u64, Fault> {
    let mut size = (FRONT + keys + END) as u64;
    for number in ground.segments.numbers().map_err(walk::unread)? {
        size += ground.segments.size(number).map_err(walk::unread)?;
    }
    Ok(size)
}

/// A file that is being written.
struct Target {
    file: File,
    hash: Hash,
    room: Vec<u8>,
}

impl Target {
    fn open(path: &Path) -> Result<Self, Fault> {
        let file = File::create(path).map_err(refused)?;
        Ok(Self { file, hash: Hash::default(), room: Vec::with_capacity(2 * ROOM) })
    }

    /// Asks whether a file may become so large here, before anything is written. A FAT stick takes
    /// none of 4 GiB.
    fn probe(&self, size: u64) -> Result<(), Fault> {
        if size > u64::from(u32::MAX) {
            let large = self.file.set_len(size).and_then(|()| self.file.set_len(0));
            large.map_err(|_| Fault::Backup(Unfit::TooLarge))?;
        }
        Ok(())
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.room.extend_from_slice(bytes);
        self.flush_above(0)
    }

    /// Writes what has gathered, if it is more than that.
    fn flush_above(&mut self, size: usize) -> Result<(), Fault> {
        if self.room.len() > size {
            self.hash.feed(&self.room);
            self.file.write_all(&self.room).map_err(refused)?;
            self.room.clear();
        }
        Ok(())
    }

    fn close(self) -> Result<(), Fault> {
        self.file.sync_all().map_err(refused)
    }
}
