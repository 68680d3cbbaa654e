//! Room on the disk that is kept for the day when there is no other: `cadangan-ruang`.
//!
//! # Why
//! A disk that fills up in the middle of the morning must still take what the visitor at the desk
//! has told, a draft, a letter; and say so before it takes no more. So some room is really written
//! while there is plenty, and given back when the disk refuses: only where nothing of a change has
//! reached the disk yet is that change tried again. Random bytes, for a disk that packs what is
//! written would keep no room for zeros.
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::store::sync;

/// Bytes that are kept: a segment of the journal, and the columns of a city twice.
const SIZE: u64 = 16 << 20;

/// Bytes that must be free beside them before the disk counts as having room again.
const SPARE: u64 = 8 << 20;

/// Bytes that are written at a time.
const STEP: usize = 64 << 10;

/// The room that a store keeps. Clones are about the same room.
#[derive(Debug, Clone)]
pub struct Ballast {
    path: PathBuf,
    low: Arc<AtomicBool>,
}

/// Whether the disk refused because it is full.
#[must_use]
pub fn is_full(why: &io::Error) -> bool {
    matches!(why.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

impl Ballast {
    /// The room that a store in this folder keeps; nothing is done for it yet.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self { path: folder.join("cadangan-ruang"), low: Arc::default() }
    }

    /// Whether the disk was full when it was asked last.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.low.load(Ordering::Acquire)
    }

    /// Notes what the disk answered, if it answered that it is full; says whether it did.
    #[must_use]
    pub fn heed(&self, why: &io::Error) -> bool {
        let full = is_full(why);
        if full {
            self.low.store(true, Ordering::Release);
        }
        full
    }

    /// Gives the room back; says whether there was any.
    #[must_use]
    pub fn free(&self) -> bool {
        self.low.store(true, Ordering::Release);
        fs::remove_file(&self.path).is_ok()
    }

    /// Keeps the room where that is not so already and the disk has more than that; finds out
    /// whether a disk that was full has room again.
    pub fn lay(&self) {
        let kept = fs::metadata(&self.path).is_ok_and(|there| there.len() == SIZE);
        if kept && !self.is_low() {
            return;
        }
        let fresh = self.path.with_extension("baru");
        match self.tried(&fresh, kept) {
            Ok(()) => self.low.store(false, Ordering::Release),
            Err(why) => {
                // Half of it must not take the last room there is.
                let _ = fs::remove_file(&fresh);
                let _ = self.heed(&why);
            }
        }
    }

    fn tried(&self, fresh: &Path, kept: bool) -> io::Result<()> {
        let mut file = File::create(fresh)?;
        fill(&mut file, if kept { SPARE } else { SIZE + SPARE })?;
        file.sync_all()?;
        if kept {
            return fs::remove_file(fresh);
        }
        file.set_len(SIZE)?;
        file.sync_all()?;
        fs::rename(fresh, &self.path)?;
        self.path.parent().map_or(Ok(()), sync::sync_folder)
    }
}

fn fill(file: &mut File, mut bytes: u64) -> io::Result<()> {
    let mut noise = vec![0; STEP];
    getrandom::fill(&mut noise).map_err(io::Error::other)?;
    while bytes > 0 {
        let step = STEP.min(usize::try_from(bytes).unwrap_or(STEP));
        file.write_all(&noise[..step])?;
        // What repeats itself takes little room where it is packed.
        noise.rotate_left(1);
        for (byte, count) in noise.iter_mut().zip(bytes.to_le_bytes()) {
            *byte ^= count;
        }
        bytes -= step as u64;
    }
    Ok(())
}
