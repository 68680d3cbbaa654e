//! A whole journal, written at once: large pieces, and one sync a segment.
//!
//! # Why
//! Nobody waits for one of these frames: until all of them are on the disk the journal that they
//! were made from is the one that counts. So a segment is filled in memory and written when it is
//! full, where saving would ask the disk once for every change.
use std::path::Path;

use crate::{
    domain::clerk::Stamp,
    fault::Fault,
    store::{codec, entry::Entry, frame, journal, segment::Segments, vault::Vault, walk::Place},
};

/// A journal that is being written from its first frame on.
#[derive(Debug)]
pub struct Rewrite {
    segments: Segments,
    vault: Vault,
    /// The segment that is being filled, and its bytes so far.
    number: u64,
    bytes: Vec<u8>,
    last: Place,
}

impl Rewrite {
    /// Begins a journal in a folder that has none.
    pub fn begin(folder: &Path, vault: &Vault) -> Result<Self, Fault> {
        let segments = Segments::open(folder.join("jurnal")).map_err(Fault::Journal)?;
        let vault = vault.clone();
        Ok(Self { segments, vault, number: 1, bytes: vec![], last: Place::ORIGIN })
    }

    /// Adds a frame: who changed what, its number among the frames of the same change, and whether
    /// more of them follow.
    pub fn add(
        &mut self,
        stamp: Stamp,
        (entry, part, more): (&Entry, u32, bool),
    ) -> Result<(), Fault> {
        let packed = codec::pack(entry)?;
        let packed = (&*packed, part as usize, more);
        let (header, body) = journal::framed(&self.vault, &self.last, stamp, packed)?;
        if (self.bytes.len() + header.size()) as u64 > Segments::room(self.number) {
            self.turn()?;
        }
        let start = self.bytes.len() as u64;
        frame::write(&header, &body, &mut self.bytes);
        self.last = Place::of(&header, self.number, start);
        Ok(())
    }

    /// Writes what is left, and returns the place of the last frame when all is on the disk.
    pub fn end(mut self) -> Result<(Segments, Place), Fault> {
        self.turn()?;
        Ok((self.segments, self.last))
    }

    fn turn(&mut self) -> Result<(), Fault> {
        self.segments.make(self.number, &self.bytes).map_err(Fault::Journal)?;
        self.number += 1;
        self.bytes.clear();
        Ok(())
    }
}
