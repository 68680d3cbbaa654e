//! The journal: every change ever made, in order. It is the truth, and the audit.
//!
//! # Why
//! One write into prepared space and one `fdatasync` make a change true; everything else follows
//! and can be made again from here. After a write or a sync that failed, nobody knows what is on
//! the disk, and asking again on the same handle would answer "fine" without it being so. So the
//! journal then refuses everything until it is opened again, which reads what is really there.
use std::io;

use crate::{
    domain::clerk::Stamp,
    fault::Fault,
    store::{
        anchor::Anchors,
        cipher,
        ending::{self, Ending},
        frame::{self, ERASURE, Header},
        segment::{Segment, Segments},
        vault::Vault,
        walk::{self, End, Place},
    },
};

/// The frames of one change, not yet numbered.
#[derive(Debug)]
pub struct Draft {
    pub stamp: Stamp,
    /// The packed entries, one a frame.
    pub entries: Vec<Vec<u8>>,
}

/// The writing end of the journal.
#[derive(Debug)]
pub struct Journal {
    segments: Segments,
    vault: Vault,
    segment: Result<Segment, Shut>,
    last: Place,
    /// The segment that was asked for last.
    wanted: u64,
}

/// Why a journal takes no frames.
#[derive(Debug, Clone, Copy)]
enum Shut {
    /// From this sequence on it is damaged.
    Damaged(u64),
    /// The disk refused.
    Refused(io::ErrorKind),
}

/// What opening the journal found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The last frame of the last whole change.
    pub last: Place,
    /// Whether something unfinished stood behind it.
    pub torn: bool,
    /// The first sequence that is damaged or missing.
    pub damaged: Option<u64>,
    /// Whether the disk cannot be written.
    pub refused: bool,
}

/// Bytes for one segment.
struct Piece {
    number: u64,
    size: u64,
    start: u64,
    bytes: Vec<u8>,
}

impl Journal {
    /// Opens the journal and finds its end. A change that was cut off is cleared away, its bytes
    /// set aside first; a damaged journal is left exactly as it is and takes no more frames.
    pub fn open(
        segments: Segments,
        vault: Vault,
        anchors: &Anchors,
    ) -> Result<(Self, Condition), Fault> {
        let Ending { last, end, denied } = ending::find((&segments, &vault), anchors)?;
        let missing = anchors.found.iter().any(|anchor| anchor.place.sequence > last.sequence);
        let damaged = if missing || end == End::Damaged { Some(last.sequence + 1) } else { denied };
        let torn = end == End::Torn && damaged.is_none();
        let segment = match damaged {
            Some(sequence) => Err(Shut::Damaged(sequence)),
            None => ready(&segments, last, torn).map_err(|why| Shut::Refused(why.kind())),
        };
        let refused = matches!(segment, Err(Shut::Refused(_)));
        let journal = Self { segments, vault, segment, last, wanted: 0 };
        Ok((journal, Condition { last, torn, damaged, refused }))
    }

    /// Makes a change true: returns when all its frames are on the disk.
    pub fn append(&mut self, draft: &Draft) -> Result<Place, Fault> {
        self.append_ending(draft, 0)
    }

    /// The same for an erasure, whose last entry vouches for the frames that will be blanked.
    pub fn append_erasure(&mut self, draft: &Draft) -> Result<Place, Fault> {
        self.append_ending(draft, ERASURE)
    }

    /// Opens the segment that is being filled again, after parts of it were blanked: what is
    /// remembered of its last block is no longer so.
    pub fn reopen(&mut self) {
        if self.segment.is_ok() {
            let segment = self.segments.writable(self.last.segment);
            self.segment = segment.map_err(|why| Shut::Refused(why.kind()));
        }
    }

    fn append_ending(&mut self, draft: &Draft, kind: u8) -> Result<Place, Fault> {
        let (pieces, place) = self.plan(draft, kind)?;
        for piece in pieces {
            if let Err(why) = self.write(&piece) {
                self.segment = Err(Shut::Refused(why.kind()));
                return Err(Fault::Journal(why));
            }
        }
        self.last = place;
        Ok(place)
    }

    /// Numbers and seals the frames, and decides where they go. Nothing is written yet but new,
    /// empty segments: a failure here leaves the journal as good as it was.
    fn plan(&self, draft: &Draft, kind: u8) -> Result<(Vec<Piece>, Place), Fault> {
        let segment = self.segment.as_ref().map_err(|shut| match shut {
            Shut::Damaged(sequence) => Fault::Damaged { sequence: *sequence },
            Shut::Refused(kind) => Fault::Journal((*kind).into()),
        })?;
        let mut pieces = vec![];
        let mut place = self.last;
        let start = if place.segment == segment.number { place.end } else { 0 };
        let mut piece = Piece { number: segment.number, size: segment.size, start, bytes: vec![] };
        for part in 0..draft.entries.len() {
            let (mut header, body) = self.frame(draft, part, &place)?;
            if !header.more {
                header.kind = kind;
            }
            let mut at = piece.start + piece.bytes.len() as u64;
            if at + header.size() as u64 > piece.size {
                let number = piece.number + 1;
                let size = self.segments.prepare(number).map_err(Fault::Journal)?;
                let fresh = Piece { number, size, start: 0, bytes: vec![] };
                pieces.push(std::mem::replace(&mut piece, fresh));
                at = 0;
            }
            frame::write(&header, &body, &mut piece.bytes);
            place = Place::of(&header, piece.number, at);
        }
        pieces.push(piece);
        Ok((pieces, place))
    }

    fn frame(&self, draft: &Draft, part: usize, last: &Place) -> Result<(Header, Vec<u8>), Fault> {
        let sequence = last.sequence + 1;
        let body = frame::seal(&self.vault, sequence, &draft.entries[part]);
        let short = |size| u32::try_from(size).map_err(|_| Fault::Unwritable("jurnal"));
        let header = Header {
            length: short(body.len())?,
            sequence,
            kind: 0,
            more: part + 1 < draft.entries.len(),
            part: short(part)?,
            previous: last.head,
            body: cipher::digest(&[&body]),
            stamp: frame::sign(&self.vault, sequence, draft.stamp),
        };
        Ok((header, body))
    }

    fn write(&mut self, piece: &Piece) -> io::Result<()> {
        if piece.bytes.is_empty() {
            return Ok(());
        }
        let segment = self.segment.as_mut().map_err(|_| io::Error::other("jurnal tertutup"))?;
        if segment.number != piece.number {
            *segment = self.segments.writable(piece.number)?;
        }
        segment.write(piece.start, &piece.bytes)?;
        segment.sync()
    }

    /// Takes no more frames: from this sequence on the journal is found damaged.
    pub fn shut(&mut self, sequence: u64) {
        self.segment = Err(Shut::Damaged(sequence));
    }

    /// Takes no more frames: the disk does not let itself be written.
    pub fn refuse(&mut self) {
        if self.segment.is_ok() {
            self.segment = Err(Shut::Refused(io::ErrorKind::ReadOnlyFilesystem));
        }
    }

    /// The segment to prepare now, so that no save has to wait for it; each is told once.
    #[must_use]
    pub fn wanted(&mut self) -> Option<u64> {
        let segment = self.segment.as_ref().ok()?;
        let next = segment.number + 1;
        let now = self.last.end * 2 > segment.size && self.wanted < next;
        self.wanted = if now { next } else { self.wanted };
        now.then_some(next)
    }
}

/// The segment to write on, with nothing behind the last frame.
fn ready(segments: &Segments, last: Place, torn: bool) -> io::Result<Segment> {
    if torn {
        cut(segments, last)?;
    }
    segments.prepare(last.segment)?;
    segments.writable(last.segment)
}

/// Clears what stands behind the last whole change.
fn cut(segments: &Segments, last: Place) -> io::Result<()> {
    let mut pieces = vec![];
    for number in segments.numbers()? {
        if number >= last.segment {
            let from = if number == last.segment { last.end } else { 0 };
            let bytes = segments.part(number, from, usize::MAX)?;
            if !walk::is_blank(&bytes) {
                pieces.push((number, from, bytes));
            }
        }
    }
    let aside: Vec<u8> = pieces.iter().flat_map(|(.., bytes)| bytes).copied().collect();
    let used = aside.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
    // Only for whoever wants to look into it: on a full disk the desk must still open.
    let _ = segments.set_aside(last.sequence + 1, &aside[..used]);
    for (number, from, _) in pieces {
        segments.clear(number, from)?;
    }
    Ok(())
}
