//! The journal as it was before there were keys: read only, and only to be converted.
//!
//! # Why
//! Frozen. Nobody writes it any more, so nothing here ever changes but the words; what it reads is
//! kept in `tests/data/v1`. Its frames bear the officer and the moment in the open, and a mark (a
//! hash) where the seal is now: the mark proves the bytes and hides nothing.
use std::path::Path;

use serde::Deserialize;

use crate::{
    domain::{clerk::Stamp, id::Id, moment::Moment},
    fault::Fault,
    store::{
        anchor::Anchors,
        cipher, codec,
        entry::{Entry, Put},
        frame,
        segment::Segments,
        walk::{self, End, Place, unread},
    },
};

/// Bytes of a header.
const HEADER: usize = 144;

/// Bytes of a header before its own hash.
const HASHED: usize = HEADER - 32;

/// Bytes of the mark at the end of what is marked.
const MARK: usize = 16;

/// What a frame begins with.
const MAGIC: &[u8; 4] = b"LKT1";

/// The flag of a frame that is only a part of a larger change.
const MORE: u8 = 1;

/// The fixed part of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Bytes of the body as it is stored.
    pub length: u32,
    /// Counts frames from 1, without a gap.
    pub sequence: u64,
    /// Who made the change, and when.
    pub stamp: Stamp,
    /// What the body is; 0 is an entry, the only kind there was.
    pub kind: u8,
    /// Whether the change goes on in the next frame.
    pub more: bool,
    /// How many frames of the same change stand before this one.
    pub part: u32,
    /// The chain value of the frame before.
    pub previous: [u8; 32],
    /// The hash of the body as it is stored.
    pub body: [u8; 32],
    /// The chain value: the hash of this header.
    pub chain: [u8; 32],
}

/// The body of a frame.
#[derive(Deserialize)]
struct Entry1 {
    why: String,
    puts: Vec<Put>,
}

impl Header {
    /// The header that stands at the beginning of these bytes, if it is whole.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (hashed, hash) = bytes.get(..HEADER)?.split_at_checked(HASHED)?;
        let rest = hashed.strip_prefix(MAGIC)?;
        let (length, rest) = rest.split_first_chunk()?;
        let (sequence, rest) = rest.split_first_chunk()?;
        let (at, rest) = rest.split_first_chunk()?;
        let (by, rest) = rest.split_first_chunk()?;
        let ([kind, flags], rest) = rest.split_first_chunk()?;
        let (_epoch, rest) = rest.split_first_chunk::<2>()?;
        let (part, rest) = rest.split_first_chunk()?;
        let (previous, body) = rest.split_first_chunk()?;
        let chain = cipher::digest(&[b"loket frame", hashed]);
        let header = Self {
            length: u32::from_le_bytes(*length),
            sequence: u64::from_le_bytes(*sequence),
            stamp: Stamp { at: Moment(i64::from_le_bytes(*at)), by: Id::of_bytes(*by) },
            kind: *kind,
            more: flags & MORE != 0,
            part: u32::from_le_bytes(*part),
            previous: *previous,
            body: body.try_into().ok()?,
            chain,
        };
        (flags & !MORE == 0 && *hash == chain).then_some(header)
    }

    /// The sequence of the first frame of this frame's change.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.sequence.saturating_sub(u64::from(self.part))
    }

    fn size(&self) -> Option<usize> {
        let whole = usize::try_from(self.length).ok()?.checked_add(HEADER)?;
        whole.checked_next_multiple_of(frame::ALIGN)
    }
}

/// A frame found whole: its header and its body as it is stored, both proved by their hashes.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<(Header, &[u8])> {
    let header = Header::read(bytes)?;
    let frame = bytes.get(..header.size()?)?;
    let (body, padding) = frame.get(HEADER..)?.split_at_checked(header.length as usize)?;
    let whole = cipher::digest(&[body]) == header.body && walk::is_blank(padding);
    whole.then_some((header, body))
}

/// The entry in a body, if its mark is right.
#[must_use]
pub fn open(header: &Header, body: &[u8]) -> Option<Entry> {
    let context = [&b"jurnal"[..], &header.sequence.to_le_bytes()].concat();
    let plain = (header.kind == 0).then(|| marked(&context, body))??;
    let Entry1 { why, puts } = codec::unpack(plain)?;
    Some(Entry { why, reason: String::new(), seen: vec![], puts })
}

/// The bytes that were marked with this context, if not one bit of both has changed.
#[must_use]
pub fn marked<'a>(context: &[u8], bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (epoch, rest) = bytes.split_first_chunk::<2>()?;
    let (plain, found) = rest.split_last_chunk::<MARK>()?;
    let length = u64::try_from(context.len()).ok()?.to_le_bytes();
    let whole = cipher::digest(&[epoch, &length, context, plain]);
    (*epoch == [0, 0] && whole[..MARK] == *found).then_some(plain)
}

/// A journal that was proved from its first frame to its last.
#[derive(Debug)]
pub struct Journal {
    segments: Segments,
    /// The last sequence of the last whole change; also how many frames there are.
    pub sequence: u64,
    /// Whether a change that was cut off stood behind it.
    pub torn: bool,
}

impl Journal {
    /// Proves the journal of a folder and changes nothing. A change that was cut off at its end is
    /// left out; what was saved and is damaged or missing is [`Fault::Damaged`].
    pub fn prove(folder: &Path) -> Result<Self, Fault> {
        let segments = Segments::open(folder.join("jurnal")).map_err(unread)?;
        let anchors = Anchors::read(folder);
        let mut broken = None;
        let whole = along(&segments, u64::MAX, &mut |header, body| {
            let seen = anchors.found.iter().find(|seen| seen.place.sequence == header.sequence);
            let other = seen.is_some_and(|seen| seen.place.head != header.chain);
            if broken.is_none() && (other || open(header, body).is_none()) {
                broken = Some(header.sequence);
            }
            Ok(())
        })?;
        let (last, first) = (whole.sequence, |bytes: &[u8]| Some(Header::read(bytes)?.first()));
        let missing = anchors.found.iter().any(|anchor| anchor.place.sequence > last);
        let end = walk::judge_by(&segments, whole, &first)?;
        let behind = missing || end == End::Damaged;
        match broken.filter(|sequence| *sequence <= last) {
            Some(sequence) => Err(Fault::Damaged { sequence }),
            None if behind => Err(Fault::Damaged { sequence: last + 1 }),
            None => Ok(Self { segments, sequence: last, torn: end == End::Torn }),
        }
    }

    /// Tells every frame of every whole change, in order.
    pub fn replay(
        &self,
        tell: &mut dyn FnMut(&Header, Entry) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let whole = along(&self.segments, self.sequence, &mut |header, body| {
            let sequence = header.sequence;
            tell(header, open(header, body).ok_or(Fault::Damaged { sequence })?)
        })?;
        let sequence = whole.sequence + 1;
        if sequence > self.sequence { Ok(()) } else { Err(Fault::Damaged { sequence }) }
    }
}

/// Shows every frame up to a sequence, and returns the last one that ends a change.
fn along(
    segments: &Segments,
    upto: u64,
    see: &mut impl FnMut(&Header, &[u8]) -> Result<(), Fault>,
) -> Result<Place, Fault> {
    let (mut last, mut whole) = (Place::ORIGIN, Place::ORIGIN);
    for segment in segments.numbers().map_err(unread)? {
        let bytes = segments.bytes(segment).map_err(unread)?;
        let mut rest = bytes.as_slice();
        let mut start = 0;
        while let Some((header, body)) = read(rest) {
            let Header { sequence, chain: head, .. } = header;
            let follows = sequence == last.sequence + 1 && header.previous == last.head;
            if !follows || sequence > upto {
                break;
            }
            let size = header.size().unwrap_or(rest.len());
            last = Place { segment, start, end: start + size as u64, sequence, head };
            if !header.more {
                whole = last;
            }
            see(&header, body)?;
            rest = rest.get(size..).unwrap_or_default();
            start = last.end;
        }
        if last.sequence >= upto {
            break;
        }
        // Never to be taken for something that was cut off.
        if rest.starts_with(b"LKT2") || frame::is_newer(rest) {
            return Err(Fault::Unreadable { table: "jurnal", version: 2 });
        }
        if !walk::is_blank(rest) {
            break;
        }
    }
    Ok(whole)
}
