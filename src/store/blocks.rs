//! A file of zeros that is filled from its beginning: in whole blocks, past the system's cache.
//!
//! # Why
//! A save is one write and one `fdatasync`; past the cache both together take a fifth less time.
//! The block that is not full yet is written again with what comes behind it. Its earlier bytes
//! are the same as before, so even a torn write leaves them as they were, just as the cache does.
//! Where a system or a disk does not know this (Windows, some sticks), the cache is used.
use std::{
    fs::{File, OpenOptions},
    io::{self, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

/// Bytes of a block; no disk has larger ones.
const BLOCK: usize = 4096;

/// Bytes that are written at a time.
const ROOM: usize = 16 * BLOCK;

/// A file that is being filled.
#[derive(Debug)]
pub struct Blocks {
    path: PathBuf,
    file: File,
    /// Where the file's next byte would go.
    at: u64,
    /// What is needed to go past the cache; nothing where that is not possible.
    direct: Option<Direct>,
}

struct Direct {
    /// A block more than is used: what is written must begin at a whole block of memory.
    room: Vec<u8>,
    /// The block that is not full yet, and where it begins.
    last: (u64, Vec<u8>),
}

impl std::fmt::Debug for Direct {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Direct")
    }
}

impl Blocks {
    /// Opens a file whose every byte behind the last that was written is zero.
    pub fn open(path: &Path) -> io::Result<Self> {
        let whole = std::fs::metadata(path)?.len().is_multiple_of(BLOCK as u64);
        match past_cache(path) {
            Ok(file) if whole => {
                let last = (u64::MAX, vec![0; BLOCK]);
                let direct = Direct { room: vec![0; ROOM + BLOCK], last };
                Ok(Self { path: path.to_owned(), file, at: 0, direct: Some(direct) })
            }
            _ => Self::through_cache(path),
        }
    }

    /// The same through the system's cache.
    fn through_cache(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        Ok(Self { path: path.to_owned(), file, at: 0, direct: None })
    }

    /// Writes bytes at an offset; all behind them is zero. Durable after [`Self::sync`].
    pub fn write(&mut self, mut offset: u64, bytes: &[u8]) -> io::Result<()> {
        for part in bytes.chunks(ROOM - BLOCK) {
            match self.write_blocks(offset, part) {
                // This disk cannot be written so; nothing of the part is on it.
                Err(why) if matches!(why.kind(), ErrorKind::InvalidInput) => {
                    *self = Self::through_cache(&self.path)?;
                    self.write_blocks(offset, part)?;
                }
                other => other?,
            }
            offset += part.len() as u64;
        }
        Ok(())
    }

    fn write_blocks(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let Some(direct) = &mut self.direct else { return self.put(offset, bytes) };
        let skip = usize::try_from(offset % BLOCK as u64).map_err(io::Error::other)?;
        let start = offset - skip as u64;
        if skip > 0 && direct.last.0 != start {
            direct.last = (start, block(&self.path, start)?);
        }
        let mut room = std::mem::take(&mut direct.room);
        let shift = room.as_ptr().align_offset(BLOCK);
        let end = skip + bytes.len();
        let size = end.next_multiple_of(BLOCK);
        let Some(whole) = room.get_mut(shift..shift.saturating_add(size)) else {
            return Err(ErrorKind::InvalidInput.into());
        };
        whole[..skip].copy_from_slice(&direct.last.1[..skip]);
        whole[skip..end].copy_from_slice(bytes);
        whole[end..].fill(0);
        let last = size - BLOCK;
        direct.last.0 = start + last as u64;
        direct.last.1.copy_from_slice(&whole[last..]);
        let written = self.put(start, whole);
        if let Some(direct) = &mut self.direct {
            direct.room = room;
        }
        written
    }

    fn put(&mut self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        if self.at != offset {
            self.at = self.file.seek(SeekFrom::Start(offset))?;
        }
        self.file.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Returns when all that was written is on the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }
}

/// The block that begins at an offset.
fn block(path: &Path, start: u64) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(start))?;
    let mut block = vec![0; BLOCK];
    file.read_exact(&mut block)?;
    Ok(block)
}

#[cfg(target_os = "linux")]
fn past_cache(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().read(true).write(true).custom_flags(libc::O_DIRECT).open(path)
}

#[cfg(not(target_os = "linux"))]
fn past_cache(_path: &Path) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}
