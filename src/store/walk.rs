//! Walks along the frames of the journal, proving each, and judges what stands at the end.
//!
//! # Why
//! A save that the power cut short leaves anything at all behind the last whole frame: it was
//! never told to be saved, and is cut. But a damaged frame with sound ones behind it *was* saved:
//! that is never cut. The parts of one large change are synced together at its end, so they may
//! survive out of order; a sound part of the change that was being written proves nothing about
//! it.
use std::{io, ops::ControlFlow};

use serde::{Deserialize, Serialize};

use crate::{
    fault::Fault,
    store::{
        entry::{Blank, Entry},
        frame::{self, ALIGN, HEADER, Header},
        segment::Segments,
        vault::Vault,
        vouch::{self, Blanks},
    },
};

/// Where a frame stands, and what is proved up to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub segment: u64,
    /// Offset of its first byte in the segment.
    pub start: u64,
    /// Offset where the next frame may begin.
    pub end: u64,
    pub sequence: u64,
    /// The chain value.
    pub head: [u8; 32],
}

/// What stands behind the last whole change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Nothing but zeros.
    Clean,
    /// A change that was never finished.
    Torn,
    /// Frames that were saved and cannot be reached any more.
    Damaged,
}

/// The body of a frame that was walked past.
#[derive(Debug, Clone, Copy)]
pub enum Body<'a> {
    /// As it is stored, proved by its hash.
    Whole(&'a [u8]),
    /// Blanked, and vouched for by a later frame: what stands there now, with the padding, and what
    /// is known of it.
    Blanked(&'a [u8], &'a Blank),
}

impl<'a> Body<'a> {
    /// What stands there, without the padding.
    #[must_use]
    pub fn bytes(&self, header: &Header) -> &'a [u8] {
        match self {
            Self::Whole(body) => body,
            Self::Blanked(body, _) => body.get(..header.length as usize).unwrap_or_default(),
        }
    }

    /// What the frame says, if its seal is whole; of a blanked one only what was changed.
    #[must_use]
    pub fn entry(&self, vault: &Vault, header: &Header) -> Option<Entry> {
        match self {
            Self::Whole(body) => frame::open(vault, header, body),
            Self::Blanked(_, blank) => Some(blank.entry()),
        }
    }
}

/// What a walk may tell its caller after each frame.
pub type Step = Result<ControlFlow<()>, Fault>;

impl Place {
    /// Before the first frame.
    pub const ORIGIN: Self = Self { segment: 1, start: 0, end: 0, sequence: 0, head: [0; 32] };

    /// The place of the frame with this header.
    #[must_use]
    pub fn of(header: &Header, segment: u64, start: u64) -> Self {
        let end = start + header.size() as u64;
        Self { segment, start, end, sequence: header.sequence, head: header.chain() }
    }

    /// Whether the frame of this header comes right after this place.
    #[must_use]
    pub fn continues(&self, header: &Header) -> bool {
        header.sequence == self.sequence + 1 && header.previous == self.head
    }
}

/// Names a failure to read the journal.
#[must_use]
pub const fn unread(why: io::Error) -> Fault {
    Fault::Device { name: "jurnal", why }
}

/// Shows every frame behind a place, parts of unfinished changes too, and returns the last one
/// that ends a change.
pub fn along(
    (segments, vault): (&Segments, &Vault),
    from: Place,
    see: &mut dyn FnMut(&Header, Body<'_>) -> Step,
) -> Result<Place, Fault> {
    follow((segments, Some(vault)), from, see)
}

/// The last frame that ends a change, as far as that shows without a key: a blank body is where it
/// stops.
pub fn whole(segments: &Segments) -> Result<Place, Fault> {
    follow((segments, None), Place::ORIGIN, &mut |_, _| Ok(ControlFlow::Continue(())))
}

fn follow(
    (segments, vault): (&Segments, Option<&Vault>),
    from: Place,
    see: &mut dyn FnMut(&Header, Body<'_>) -> Step,
) -> Result<Place, Fault> {
    let (mut last, mut whole) = (from, from);
    let mut blanks: Option<Blanks> = None;
    for number in segments.numbers().map_err(unread)? {
        if number < from.segment {
            continue;
        }
        let bytes = segments.bytes(number).map_err(unread)?;
        let mut at = if number == from.segment { from.end } else { 0 };
        loop {
            let rest = tail(&bytes, at);
            if frame::is_newer(rest) {
                return Err(Fault::Unreadable { table: "jurnal", version: rest[3] - b'0' });
            }
            let Some(header) = Header::read(rest).filter(|header| last.continues(header)) else {
                break;
            };
            let body = if let Some((_, body)) = frame::read(rest) {
                Body::Whole(body)
            } else {
                if let (None, Some(vault)) = (&blanks, vault) {
                    let found = vouch::found((segments, vault), number, u64::MAX);
                    blanks = Some(found.map_err(unread)?);
                }
                let vouched = blanks.as_ref().and_then(|blanks| {
                    Some((vouch::read(rest, blanks)?.1, blanks.get(&header.chain())?))
                });
                let Some((body, blank)) = vouched else { break };
                Body::Blanked(body, blank)
            };
            last = Place::of(&header, number, at);
            if !header.more {
                whole = last;
            }
            if see(&header, body)?.is_break() {
                return Ok(whole);
            }
            at = last.end;
        }
        // Whatever stands behind the last frame here: one that goes on from it in the next segment
        // was saved.
    }
    Ok(whole)
}

/// Judges what stands behind the last whole change.
pub fn judge(segments: &Segments, whole: Place) -> Result<End, Fault> {
    judge_by(segments, whole, &|bytes| Header::read(bytes).map(|header| header.first()))
}

/// The same for headers of any layout: `first` says with which sequence the change begins whose
/// header stands at the beginning of these bytes.
pub fn judge_by(
    segments: &Segments,
    whole: Place,
    first: &dyn Fn(&[u8]) -> Option<u64>,
) -> Result<End, Fault> {
    let mut end = End::Clean;
    for number in segments.numbers().map_err(unread)? {
        if number < whole.segment {
            continue;
        }
        let bytes = segments.bytes(number).map_err(unread)?;
        let rest = tail(&bytes, if number == whole.segment { whole.end } else { 0 });
        let Some(used) = rest.iter().rposition(|byte| *byte != 0) else { continue };
        end = End::Torn;
        for at in (0..=used).step_by(ALIGN) {
            let begins = first(rest.get(at..).unwrap_or_default());
            if begins.is_some_and(|sequence| sequence > whole.sequence + 1) {
                return Ok(End::Damaged);
            }
        }
    }
    Ok(end)
}

/// Tells the entries after one sequence up to another, in order.
///
/// Whoever calls knows that `upto` ends a change; what cannot be told is [`Fault::Damaged`].
pub fn replay(
    journal: (&Segments, &Vault),
    (after, upto): (u64, u64),
    tell: &mut dyn FnMut(&Header, Entry) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut reached = after;
    if after < upto {
        along(journal, before(journal.0, after)?, &mut |header, body| {
            if header.sequence > after {
                let sequence = header.sequence;
                let entry = body.entry(journal.1, header).ok_or(Fault::Damaged { sequence })?;
                tell(header, entry)?;
                reached = sequence;
            }
            Ok(if header.sequence < upto {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            })
        })?;
    }
    if reached < upto { Err(Fault::Damaged { sequence: reached + 1 }) } else { Ok(()) }
}

/// The chain value of the frame of that sequence, if the headers lead so far. Needs no key.
pub fn head(segments: &Segments, sequence: u64) -> Result<Option<[u8; 32]>, Fault> {
    let Some(before_it) = sequence.checked_sub(1) else { return Ok(Some(Place::ORIGIN.head)) };
    let last = trail(segments, before(segments, before_it)?, Some(sequence))?;
    Ok((last.sequence == sequence).then_some(last.head))
}

/// The last frame that the headers lead to, from a place on and up to a sequence. Needs no key, and
/// proves no body.
pub fn trail(segments: &Segments, from: Place, upto: Option<u64>) -> Result<Place, Fault> {
    let mut last = from;
    for number in segments.numbers().map_err(unread)? {
        if number < from.segment {
            continue;
        }
        let bytes = segments.bytes(number).map_err(unread)?;
        let mut at = if number == from.segment { from.end } else { 0 };
        while upto.is_none_or(|upto| last.sequence < upto)
            && let Some(header) = Header::read(tail(&bytes, at)).filter(|next| last.continues(next))
        {
            last = Place::of(&header, number, at);
            at = last.end;
        }
    }
    Ok(last)
}

/// A place from which the frame after that sequence is soon reached: the begin of its segment.
fn before(segments: &Segments, after: u64) -> Result<Place, Fault> {
    for number in segments.numbers().map_err(unread)?.into_iter().rev() {
        let bytes = segments.part(number, 0, HEADER).map_err(unread)?;
        if let Some(header) = Header::read(&bytes)
            && (1..=after + 1).contains(&header.sequence)
        {
            return Ok(Place {
                segment: number,
                sequence: header.sequence - 1,
                head: header.previous,
                ..Place::ORIGIN
            });
        }
    }
    Ok(Place::ORIGIN)
}

fn tail(bytes: &[u8], at: u64) -> &[u8] {
    usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default()
}

/// Whether these bytes are all zero.
#[must_use]
pub fn is_blank(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<64>();
    chunks.iter().all(|chunk| *chunk == [0; 64]) && rest.iter().all(|byte| *byte == 0)
}
