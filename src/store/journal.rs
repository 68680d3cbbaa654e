//! The journal: every change ever made, in order. It is the truth, and the audit.
//!
//! # Why
//! One write into prepared space and one `fdatasync` make a change true; everything else follows
//! and can be made again from here. After a write or a sync that failed, nobody knows what is on
//! the disk, and asking again on the same handle would answer "fine" without it being so. So the
//! journal then refuses everything until it is opened again, which reads what is really there.
use std::{io, ops::ControlFlow};

use crate::{
    domain::clerk::Stamp,
    fault::Fault,
    store::{
        anchor::Anchors,
        ballast::is_full,
        cipher,
        ending::{self, Ending},
        frame::{self, ERASURE, Header},
        segment::{Segment, Segments},
        tail::{cut, ready, rewritten},
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
    /// The end of the last whole change, while the next one is being written part by part.
    begun: Option<Place>,
    /// Whether parts were written that are not on the disk for certain.
    loose: bool,
}

/// What frames are to be among those of their change.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    /// The kind of the last one.
    kind: u8,
    /// How many frames of the change stand before them.
    before: usize,
    /// Whether more of them follow.
    more: bool,
}

/// Why a journal takes no frames.
#[derive(Debug, Clone, Copy)]
enum Shut {
    /// From this sequence on it is damaged.
    Damaged(u64),
    /// The disk refused.
    Refused(io::ErrorKind),
}

impl Shut {
    fn fault(self) -> Fault {
        match self {
            Self::Damaged(sequence) => Fault::Damaged { sequence },
            Self::Refused(kind) => Fault::Journal(kind.into()),
        }
    }
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
        let journal = Self { segments, vault, segment, last, wanted: 0, begun: None, loose: false };
        Ok((journal, Condition { last, torn, damaged, refused }))
    }

    /// Makes a change true: returns when all its frames are on the disk.
    pub fn append(&mut self, draft: &Draft) -> Result<Place, Fault> {
        self.append_share(draft, Share::default())
    }

    /// Begins a change that is written part by part: none of them counts before the last one.
    pub const fn begin(&mut self) {
        self.begun = Some(self.last);
    }

    /// Whether a change is being written part by part.
    #[must_use]
    pub const fn is_begun(&self) -> bool {
        self.begun.is_some()
    }

    /// Writes the next parts of the change that was begun, behind so many others; they are on the
    /// disk for certain, and true, when this returns for the last one.
    pub fn append_part(
        &mut self,
        draft: &Draft,
        before: usize,
        more: bool,
    ) -> Result<Place, Fault> {
        let place = self.append_share(draft, Share { kind: 0, before, more })?;
        if !more {
            self.begun = None;
        }
        Ok(place)
    }

    /// Clears away the parts of a change that is not to be after all. What the disk refuses to clear
    /// now is cleared when the journal is looked at again.
    pub fn abandon(&mut self) -> Result<(), Fault> {
        let Some(whole) = self.begun.take() else { return Ok(()) };
        (self.last, self.loose, self.wanted) = (whole, false, 0);
        if self.segment.is_err() {
            return Ok(());
        }
        let segments = &self.segments;
        let cleared = cut(segments, whole, false)
            .and_then(|()| segments.prepare(whole.segment))
            .and_then(|_| segments.clear(whole.segment, whole.end))
            .and_then(|()| segments.writable(whole.segment));
        self.segment = cleared.map_err(|why| Shut::Refused(why.kind()));
        self.segment.as_ref().map(drop).map_err(|shut| shut.fault())
    }

    /// The same for an erasure, whose last entry vouches for the frames that will be blanked.
    pub fn append_erasure(&mut self, draft: &Draft) -> Result<Place, Fault> {
        self.append_share(draft, Share { kind: ERASURE, ..Share::default() })
    }

    /// Opens the segment that is being filled again, after parts of it were blanked: what is
    /// remembered of its last block is no longer so.
    pub fn refill(&mut self) {
        if self.segment.is_ok() {
            let segment = self.segments.writable(self.last.segment);
            self.segment = segment.map_err(|why| Shut::Refused(why.kind()));
        }
    }

    fn append_share(&mut self, draft: &Draft, share: Share) -> Result<Place, Fault> {
        let (pieces, place) = self.plan(draft, share)?;
        for piece in pieces {
            if let Err(why) = self.write(&piece, share.more) {
                self.segment = Err(Shut::Refused(why.kind()));
                return Err(Fault::Journal(why));
            }
        }
        self.last = place;
        Ok(place)
    }

    /// Numbers and seals the frames, and decides where they go. Nothing is written yet but new,
    /// empty segments: a failure here leaves the journal as good as it was.
    fn plan(&self, draft: &Draft, share: Share) -> Result<(Vec<Piece>, Place), Fault> {
        let segment = self.segment.as_ref().map_err(|shut| shut.fault())?;
        let mut pieces = vec![];
        let mut place = self.last;
        let start = if place.segment == segment.number { place.end } else { 0 };
        let mut piece = Piece { number: segment.number, size: segment.size, start, bytes: vec![] };
        for part in 0..draft.entries.len() {
            let more = share.more || part + 1 < draft.entries.len();
            let packed = (&*draft.entries[part], share.before + part, more);
            let (mut header, body) = framed(&self.vault, &place, draft.stamp, packed)?;
            if !more {
                header.kind = share.kind;
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

    /// Writes a piece; durable when this returns, unless it is `loose`: then it is as soon as a
    /// later one is that is not.
    fn write(&mut self, piece: &Piece, loose: bool) -> io::Result<()> {
        if piece.bytes.is_empty() {
            return Ok(());
        }
        let segment = self.segment.as_mut().map_err(|_| io::Error::other("jurnal tertutup"))?;
        if segment.number != piece.number {
            if self.loose {
                segment.sync()?;
            }
            *segment = self.segments.writable(piece.number)?;
        }
        segment.write(piece.start, &piece.bytes)?;
        self.loose = loose;
        if loose { Ok(()) } else { segment.sync() }
    }

    /// Whether it takes frames.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.segment.is_ok()
    }

    /// Whether it takes none because the disk is full.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let refused = self.segment.as_ref().err();
        refused.is_some_and(|shut| matches!(shut, Shut::Refused(kind) if is_full(&(*kind).into())))
    }

    /// Looks again, with new handles, at what really is on a disk that refused, and returns the
    /// last frame of the last change that is true.
    ///
    /// What was acknowledged must stand where it was. A change behind it that is whole is true
    /// after all, once its bytes were written and synced again; anything less is cleared away.
    /// While the disk refuses, or where it holds something else, no frames are taken.
    pub fn reopen(&mut self) -> Result<Place, Fault> {
        if let Some(whole) = self.begun.take() {
            (self.last, self.loose) = (whole, false);
        }
        match self.segment {
            Ok(_) => return Ok(self.last),
            Err(Shut::Damaged(sequence)) => return Err(Fault::Damaged { sequence }),
            Err(Shut::Refused(_)) => {}
        }
        let landed = self.landed();
        let whole = landed.inspect_err(|fault| {
            if let Fault::Damaged { sequence } = fault {
                self.shut(*sequence);
            }
        })?;
        let ready = rewritten(&self.segments, self.last, whole)
            .and_then(|()| self.segments.prepare(whole.segment))
            .and_then(|_| cut(&self.segments, whole, true))
            .and_then(|()| self.segments.clear(whole.segment, whole.end))
            .and_then(|()| self.segments.writable(whole.segment));
        match ready {
            Ok(segment) => {
                (self.segment, self.last, self.wanted) = (Ok(segment), whole, 0);
                Ok(whole)
            }
            Err(why) => {
                self.segment = Err(Shut::Refused(why.kind()));
                Err(Fault::Journal(why))
            }
        }
    }

    /// The last frame of the last whole change that stands on the disk.
    fn landed(&self) -> Result<Place, Fault> {
        let (journal, last) = ((&self.segments, &self.vault), self.last);
        if last.sequence > 0 {
            let size = usize::try_from(last.end - last.start).unwrap_or(usize::MAX);
            self.segments.part(last.segment, last.start, size).map_err(Fault::Journal)?;
            ending::behind(journal, &last).ok_or(Fault::Damaged { sequence: last.sequence })?;
        }
        let whole = walk::along(journal, last, &mut |header, body| {
            let sequence = header.sequence;
            body.entry(&self.vault, header).ok_or(Fault::Damaged { sequence })?;
            Ok(ControlFlow::Continue(()))
        })?;
        match walk::judge(&self.segments, whole)? {
            End::Damaged => Err(Fault::Damaged { sequence: whole.sequence + 1 }),
            End::Clean | End::Torn => Ok(whole),
        }
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

/// The frame behind a place: of a packed entry, its number among those of its change, and whether
/// more of them follow.
pub fn framed(
    vault: &Vault,
    last: &Place,
    stamp: Stamp,
    (packed, part, more): (&[u8], usize, bool),
) -> Result<(Header, Vec<u8>), Fault> {
    let sequence = last.sequence + 1;
    let body = frame::seal(vault, sequence, packed);
    let short = |size| u32::try_from(size).map_err(|_| Fault::Unwritable("jurnal"));
    let header = Header {
        length: short(body.len())?,
        sequence,
        kind: 0,
        more,
        part: short(part)?,
        previous: last.head,
        body: cipher::digest(&[&body]),
        stamp: frame::sign(vault, sequence, stamp),
    };
    Ok((header, body))
}
