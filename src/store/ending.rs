//! Finds where the journal ends, and proves all of it when asked to.
//!
//! # Why
//! A start must not read everything that an office wrote in ten years: the frames up to an anchor
//! were proved when it was written, so the search begins there. What rots behind the anchor is
//! found when it is read (every reading of the journal proves what it reads) and by the full
//! check.
use std::{collections::HashSet, ops::ControlFlow};

use crate::{
    fault::Fault,
    store::{
        anchor::Anchors,
        frame::{self, HEADER, Header},
        segment::Segments,
        vault::Vault,
        vouch,
        walk::{self, Body, End, Place},
    },
};

/// Where the journal ends.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    /// The last frame of the last whole change.
    pub last: Place,
    /// What stands behind it.
    pub end: End,
    /// The first sequence where the journal is not the one that an anchor saw.
    pub denied: Option<u64>,
}

/// Finds the last whole change, from the newest anchor that the journal agrees with, or from the
/// first frame where there is none.
pub fn find(journal: (&Segments, &Vault), anchors: &Anchors) -> Result<Ending, Fault> {
    let segments = journal.0;
    let mut from = Place::ORIGIN;
    for anchor in &anchors.found {
        if let Some(behind) = behind(journal, &anchor.place) {
            // With one anchor lost, the other may be from before the last opening.
            if anchor.closed && anchors.found.len() == 2 && walk::is_blank(&behind) {
                return Ok(Ending { last: anchor.place, end: End::Clean, denied: None });
            }
            from = anchor.place;
            break;
        }
    }
    let mut denied = None;
    let last = walk::along(journal, from, &mut |header, _| {
        let chain = header.chain();
        let other = |place: Place| place.sequence == header.sequence && place.head != chain;
        if denied.is_none() && anchors.found.iter().any(|anchor| other(anchor.place)) {
            denied = Some(header.sequence);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Ending { last, end: walk::judge(segments, last)?, denied })
}

/// The bytes right behind the frame at that place, if that very frame stands there.
#[must_use]
pub fn behind(journal: (&Segments, &Vault), place: &Place) -> Option<Vec<u8>> {
    let segments = journal.0;
    let size = usize::try_from(place.end.checked_sub(place.start)?).ok()?;
    let mut bytes = segments.part(place.segment, place.start, size + HEADER).ok()?;
    let there = match place.sequence {
        0 => size == 0,
        sequence => {
            let that =
                |header: &Header| header.sequence == sequence && header.chain() == place.head;
            let vouched = || {
                Header::read(&bytes).filter(that)?;
                vouch::read(&bytes, &vouch::found(journal, place.segment, u64::MAX).ok()?)
            };
            frame::read(&bytes).or_else(vouched).is_some_and(|(header, _)| that(&header))
        }
    };
    there.then(|| bytes.split_off(size.min(bytes.len())))
}

/// What a full check of the journal proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// The last sequence; also how many frames there are.
    pub sequence: u64,
    /// The chain value there.
    pub head: [u8; 32],
}

/// Proves every frame from the first to the last, with its seal and its entry.
pub fn verify(segments: &Segments, vault: &Vault, anchors: &Anchors) -> Result<Proof, Fault> {
    let mut blanked = HashSet::new();
    let last = walk::along((segments, vault), Place::ORIGIN, &mut |header, body| {
        let sequence = header.sequence;
        match body {
            Body::Whole(body) => {
                frame::open(vault, header, body).ok_or(Fault::Damaged { sequence })?;
                // What was to be blanked and stands there again was brought back.
                for blank in frame::vouched(vault, header, body) {
                    if !blanked.contains(&blank.sequence) {
                        return Err(Fault::Damaged { sequence: blank.sequence });
                    }
                }
            }
            Body::Blanked(body, _) if walk::is_blank(body) => {
                blanked.insert(sequence);
            }
            Body::Blanked(..) => return Err(Fault::Damaged { sequence }),
        }
        let anchor = anchors.found.iter().find(|anchor| anchor.place.sequence == sequence);
        if anchor.is_some_and(|anchor| anchor.place.head != header.chain()) {
            return Err(Fault::Damaged { sequence });
        }
        Ok(ControlFlow::Continue(()))
    })?;
    let missing = anchors.found.iter().any(|anchor| anchor.place.sequence > last.sequence);
    if missing || walk::judge(segments, last)? != End::Clean {
        return Err(Fault::Damaged { sequence: last.sequence + 1 });
    }
    Ok(Proof { sequence: last.sequence, head: last.head })
}
