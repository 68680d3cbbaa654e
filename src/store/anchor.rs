//! How far the journal had come: `kepala.a` and `kepala.b`, written in turn.
//!
//! # Why
//! A journal cut off cleanly at a frame's edge looks whole; an anchor knows better. It also saves
//! proving the whole journal at every start: the walk begins at the newest one. Two files,
//! because a power cut may tear the one that is being written; every byte of both is covered by a
//! hash.
use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::store::{cipher, codec, sync, walk::Place};

/// The two files.
pub const FILES: [&str; 2] = ["kepala.a", "kepala.b"];

/// Bytes of an anchor's file.
const SIZE: usize = 256;

/// What an anchor's file begins with; the digit is the version of this layout.
const MAGIC: &[u8; 5] = b"LKTK1";

/// What was true of the journal when this was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Counts anchors; the higher one is newer.
    pub serial: u64,
    /// The last frame.
    pub place: Place,
    /// Whether the store was closed after it: then nothing stands behind that frame.
    pub closed: bool,
}

/// The two files.
#[derive(Debug)]
pub struct Anchors {
    files: [PathBuf; 2],
    /// Both as they were found, the newest first.
    pub found: Vec<Anchor>,
    next: usize,
    serial: u64,
}

impl Anchors {
    /// Reads the anchors of a store. One that cannot be read is as good as none.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let files = FILES.map(|name| folder.join(name));
        let both = files.each_ref().map(|file| fs::read(file).ok().and_then(|bytes| parse(&bytes)));
        let [a, b] = both.map(|anchor| anchor.map_or(0, |anchor| anchor.serial));
        let mut found: Vec<_> = both.into_iter().flatten().collect();
        found.sort_by_key(|anchor| std::cmp::Reverse(anchor.serial));
        Self { files, found, next: usize::from(a > b), serial: a.max(b) }
    }

    /// Writes the next anchor over the older one, durably.
    pub fn write(&mut self, place: Place, closed: bool) -> io::Result<()> {
        let path = &self.files[self.next];
        let anchor = Anchor { serial: self.serial + 1, place, closed };
        let fresh = !path.exists();
        let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        file.write_all(&bytes(&anchor).map_err(io::Error::other)?)?;
        if file.metadata()?.len() > SIZE as u64 {
            file.set_len(SIZE as u64)?;
        }
        file.sync_data()?;
        if fresh {
            path.parent().map_or(Ok(()), sync::sync_folder)?;
        }
        self.serial += 1;
        self.next = 1 - self.next;
        Ok(())
    }
}

fn bytes(anchor: &Anchor) -> Result<Vec<u8>, crate::fault::Fault> {
    let mut bytes = MAGIC.to_vec();
    let packed = codec::pack(anchor)?;
    bytes.push(u8::try_from(packed.len()).unwrap_or(u8::MAX));
    bytes.extend(packed);
    bytes.resize(SIZE - 32, 0);
    let hash = cipher::digest(&[b"loket kepala", &bytes]);
    bytes.extend(hash);
    Ok(bytes)
}

/// The anchor that these bytes of a file hold, if not one of them has changed.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<Anchor> {
    let (body, hash) = bytes.split_last_chunk::<32>()?;
    if bytes.len() != SIZE || cipher::digest(&[b"loket kepala", body]) != *hash {
        return None;
    }
    let (length, rest) = body.strip_prefix(MAGIC)?.split_first()?;
    codec::unpack(rest.get(..usize::from(*length))?)
}
