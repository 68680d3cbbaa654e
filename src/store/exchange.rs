//! The exchange of a store for another one that was made of it.
//!
//! # Why
//! The new store is made whole in a folder of its own, which gets its name (`alih-segel`) in one
//! rename: before that only the old store counts, and from then on only the new one. What follows
//! (the old files are overwritten and removed, the new ones take their places) can stop at any
//! step and is done again at the next opening, without any key.
//!
//! Overwriting reaches what the system lets a program reach. An SSD, or a file system that never
//! writes in place (btrfs, ZFS, snapshots), may keep the old blocks for a time; only a disk that
//! was sealed as a whole keeps those from whoever takes it apart.
use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    fault::Fault,
    store::{ground::is_there, recover::Opening, sync},
};

/// The folder of a new store that is whole, and of one that is still being made.
const MADE: &str = "alih-segel";
const MAKING: &str = "alih-segel.baru";

/// What a store consists of, the lock aside.
const PARTS: &[&str] = &[
    "jurnal",
    "indeks",
    "indeks.rusak",
    "indeks.curiga",
    "daftar",
    "daftar.baru",
    "kolom",
    "kolom.baru",
    "kepala.a",
    "kepala.b",
    "konsep",
];

/// Bytes that are overwritten at a time.
const PIECE: usize = 64 << 10;

/// A new store that is being made beside the old one.
#[derive(Debug)]
pub struct Exchange {
    folder: PathBuf,
    making: PathBuf,
}

impl Exchange {
    /// Begins an exchange in the folder of a store; what one left that was cut off is thrown away.
    pub fn begin(folder: &Path) -> Result<Self, Fault> {
        let making = folder.join(MAKING);
        let exchange = Self { folder: folder.to_owned(), making };
        exchange.give_up().map_err(refused)?;
        sync::make_folder(&exchange.making).map_err(refused)?;
        Ok(exchange)
    }

    /// Where the new store is to be made.
    #[must_use]
    pub fn making(&self) -> &Path {
        &self.making
    }

    /// Throws away what was made.
    pub fn give_up(&self) -> io::Result<()> {
        if is_there(&self.making) { fs::remove_dir_all(&self.making) } else { Ok(()) }
    }

    /// Makes the new store, every file of which is on the disk, the one that counts.
    pub fn settle(self) -> Result<(), Fault> {
        sync::sync_folder(&self.making).map_err(refused)?;
        fs::rename(&self.making, self.folder.join(MADE)).map_err(refused)?;
        sync::sync_folder(&self.folder).map_err(refused)
    }
}

/// Whether a new store counts here already, and has not taken the place of the old one.
#[must_use]
pub fn is_settled(folder: &Path) -> bool {
    folder.join(MADE).is_dir()
}

/// Overwrites and removes what is left of the old store, and puts the new one in its place; does
/// nothing where there is no new store.
pub fn finish(folder: &Path, told: &mut dyn FnMut(Opening)) -> Result<(), Fault> {
    if is_settled(folder) { replace(folder, told).map_err(refused) } else { Ok(()) }
}

fn replace(folder: &Path, told: &mut dyn FnMut(Opening)) -> io::Result<()> {
    let made = folder.join(MADE);
    let mut moving = vec![];
    for part in fs::read_dir(&made)? {
        moving.push(part?.file_name());
    }
    // A part that stands in both places is the old one here; one that stands only here, and of
    // which a new store has one, was moved before.
    let old = PARTS.iter().filter(|part| {
        let moved = !is_there(&made.join(part)) && MOVED.contains(part);
        is_there(&folder.join(part)) && !moved
    });
    let mut wiping = vec![];
    for part in old {
        gather(&folder.join(part), &mut wiping)?;
    }
    let of = (wiping.len() + moving.len()) as u64;
    let mut done = 0;
    let mut step = || {
        done += 1;
        told(Opening::Exchange { done, of });
    };
    for path in wiping {
        wipe(&path)?;
        step();
    }
    sync::sync_folder(folder)?;
    for part in moving {
        fs::rename(made.join(&part), folder.join(&part))?;
        step();
    }
    sync::sync_folder(folder)?;
    fs::remove_dir(&made)?;
    sync::sync_folder(folder)
}

/// The parts that a new store has before it is opened for the first time.
const MOVED: &[&str] = &["jurnal", "kepala.a", "kepala.b", "konsep"];

/// Everything in and under a path, folders behind what is in them. A link is not followed.
fn gather(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.symlink_metadata()?.is_dir() {
        for entry in fs::read_dir(path)? {
            gather(&entry?.path(), found)?;
        }
    }
    found.push(path.to_owned());
    Ok(())
}

/// Overwrites a file, durably, and removes it; removes an empty folder.
fn wipe(path: &Path) -> io::Result<()> {
    let there = path.symlink_metadata()?;
    if there.is_dir() {
        return fs::remove_dir(path);
    }
    if there.is_file() {
        let mut file = OpenOptions::new().write(true).open(path)?;
        let zeros = vec![0; PIECE];
        let mut left = usize::try_from(there.len()).unwrap_or(usize::MAX);
        while left > 0 {
            let piece = left.min(PIECE);
            file.write_all(&zeros[..piece])?;
            left -= piece;
        }
        file.sync_all()?;
    }
    fs::remove_file(path)
}

const fn refused(why: io::Error) -> Fault {
    Fault::Device { name: "folder data", why }
}
