//! One file of the journal: `jurnal/000001` and so on, full of zeros until frames fill it.
//!
//! # Why
//! The zeros are really written, not only reserved: then an append changes no metadata, and its
//! `fdatasync` is one device write (0.34 of what `SQLite` needs for a save). A file gets its name
//! only when it is complete, so a segment is never found half made.
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use crate::store::{blocks::Blocks, sync};

/// Bytes of the first segment: a new office starts at once.
const FIRST: u64 = 1 << 20;

/// Bytes of every later one; no frame is larger.
pub const LATER: u64 = 8 << 20;

/// What the name of cut-off bytes begins with.
const ASIDE: &str = "robek-";

/// The name of a segment that is being made.
const FRESH: &str = "segmen.baru";

/// The folder of the segments. Clones share the right to make one.
#[derive(Debug, Clone)]
pub struct Segments {
    folder: PathBuf,
    making: Arc<Mutex<()>>,
}

/// A segment that is being filled.
#[derive(Debug)]
pub struct Segment {
    pub number: u64,
    pub size: u64,
    blocks: Blocks,
}

impl Segments {
    /// The segments in a folder, which is made if it is missing.
    pub fn open(folder: PathBuf) -> io::Result<Self> {
        sync::make_folder(&folder)?;
        Ok(Self { folder, making: Arc::default() })
    }

    /// The numbers of all segments, in order.
    pub fn numbers(&self) -> io::Result<Vec<u64>> {
        let mut numbers = vec![];
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name();
            let name = name.to_string_lossy();
            if name.len() >= 6 && name.bytes().all(|byte| byte.is_ascii_digit()) {
                numbers.extend(name.parse::<u64>());
            }
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// How many other files lie among the segments that no desk has put there.
    pub fn strays(&self) -> io::Result<usize> {
        let mut strays = 0;
        for entry in fs::read_dir(&self.folder)? {
            let name = entry?.file_name();
            let name = name.to_string_lossy();
            let number = name.len() >= 6 && name.bytes().all(|byte| byte.is_ascii_digit());
            strays += usize::from(!number && !name.starts_with(ASIDE) && name != FRESH);
        }
        Ok(strays)
    }

    /// Makes a segment, durably, unless it is there already; returns its size in bytes.
    ///
    /// The storage thread calls this ahead of need; a save that comes first waits for it.
    pub fn prepare(&self, number: u64) -> io::Result<u64> {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.path(number);
        if let Ok(there) = fs::metadata(&path) {
            return Ok(there.len());
        }
        let size = Self::room(number);
        self.make(number, &[])?;
        Ok(size)
    }

    /// Bytes that a new segment of that number has.
    #[must_use]
    pub const fn room(number: u64) -> u64 {
        if number == 1 { FIRST } else { LATER }
    }

    /// Makes a segment that begins with these bytes, durably; one that is there is replaced.
    pub fn make(&self, number: u64, begin: &[u8]) -> io::Result<()> {
        let fresh = self.folder.join(FRESH);
        let make = || {
            let mut file = File::create(&fresh)?;
            file.write_all(begin)?;
            zero(&mut file, Self::room(number).saturating_sub(begin.len() as u64))?;
            file.sync_all()?;
            drop(file);
            fs::rename(&fresh, self.path(number))?;
            sync::sync_folder(&self.folder)
        };
        // Half a segment would take the room that is missing.
        make().inspect_err(|_| drop(fs::remove_file(&fresh)))
    }

    /// Opens a segment to write into it.
    pub fn writable(&self, number: u64) -> io::Result<Segment> {
        let path = self.path(number);
        let size = fs::metadata(&path)?.len();
        Ok(Segment { number, size, blocks: Blocks::open(&path)? })
    }

    /// Overwrites everything of a segment from an offset on with zeros, durably.
    pub fn clear(&self, number: u64, offset: u64) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(self.path(number))?;
        let size = file.metadata()?.len();
        file.seek(SeekFrom::Start(offset))?;
        zero(&mut file, size.saturating_sub(offset))?;
        file.sync_data()
    }

    /// Removes a segment, durably: nothing that is true may stand in it, nor behind it.
    pub fn remove(&self, number: u64) -> io::Result<()> {
        sync::remove(&self.path(number))
    }

    /// How many bytes a segment has, used or not.
    pub fn size(&self, number: u64) -> io::Result<u64> {
        Ok(fs::metadata(self.path(number))?.len())
    }

    /// Overwrites parts of a segment (offset and length in bytes) with zeros, durably. Whoever fills
    /// that segment must open it again: its last block is remembered as it was.
    pub fn blank(&self, number: u64, parts: &[(usize, usize)]) -> io::Result<()> {
        if parts.is_empty() {
            return Ok(());
        }
        let mut file = OpenOptions::new().write(true).open(self.path(number))?;
        for (offset, length) in parts {
            file.seek(SeekFrom::Start(*offset as u64))?;
            zero(&mut file, *length as u64)?;
        }
        file.sync_data()
    }

    /// Removes what was cut from the journal's end and set aside.
    pub fn forget_aside(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(ASIDE) {
                sync::remove(&entry.path())?;
            }
        }
        Ok(())
    }

    /// All bytes of a segment.
    pub fn bytes(&self, number: u64) -> io::Result<Vec<u8>> {
        fs::read(self.path(number))
    }

    /// At most so many bytes of a segment from an offset.
    pub fn part(&self, number: u64, offset: u64, most: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.path(number))?;
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = vec![];
        file.take(most as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Keeps bytes that are about to be cut from the journal's end, for whoever wants to look.
    pub fn set_aside(&self, sequence: u64, bytes: &[u8]) -> io::Result<()> {
        sync::write_atomically(&self.folder.join(format!("{ASIDE}{sequence}")), bytes)
    }

    fn path(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{number:06}"))
    }
}

impl Segment {
    /// Writes bytes at an offset, behind which there are only zeros; durable after [`Self::sync`].
    pub fn write(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.blocks.write(offset, bytes)
    }

    /// Returns when all that was written is on the disk. After a failure nobody knows what is
    /// there, and asking again would say "yes" without it being so: the journal must be reopened.
    pub fn sync(&self) -> io::Result<()> {
        self.blocks.sync()
    }
}

fn zero(file: &mut File, mut bytes: u64) -> io::Result<()> {
    let zeros = vec![0; 64 << 10];
    while bytes > 0 {
        let step = zeros.len().min(usize::try_from(bytes).unwrap_or(zeros.len()));
        file.write_all(&zeros[..step])?;
        bytes -= step as u64;
    }
    Ok(())
}
