//! Frames whose bodies were blanked because the law asked for it, and the later frames that vouch
//! for them.
//!
//! # Why
//! A blank body is damage, unless a sealed frame behind it says that it was blanked: whoever has no
//! key cannot write one, and what it names is bound to the chain value of that very frame. Looked
//! for are all sound headers, reachable or not: what vouches stays good even if something else
//! between was damaged since.
use std::{collections::BTreeMap, io};

use crate::store::{
    entry::Blank,
    frame::{self, ALIGN, ERASURE, HEADER, Header},
    segment::Segments,
    vault::Vault,
};

/// The frames that are vouched for, by their chain values.
pub type Blanks = BTreeMap<[u8; 32], Blank>;

/// What the frames from a segment on vouch for, up to a sequence.
pub fn found((segments, vault): (&Segments, &Vault), from: u64, upto: u64) -> io::Result<Blanks> {
    let mut found = Blanks::new();
    for number in segments.numbers()?.into_iter().filter(|number| *number >= from) {
        let bytes = segments.bytes(number)?;
        for (at, header) in headers(&bytes) {
            if header.kind == ERASURE
                && header.sequence <= upto
                && let Some((header, body)) = bytes.get(at..).and_then(frame::read)
            {
                let blanks = frame::vouched(vault, &header, body);
                let earlier = blanks.into_iter().filter(|blank| blank.sequence < header.sequence);
                found.extend(earlier.map(|blank| (blank.chain, blank)));
            }
        }
    }
    Ok(found)
}

/// Blanks the bodies of these frames where they are not blank yet, durably.
pub fn blank(segments: &Segments, blanks: &Blanks) -> io::Result<()> {
    for number in segments.numbers()? {
        let bytes = segments.bytes(number)?;
        let named = headers(&bytes).filter(|(_, header)| blanks.contains_key(&header.chain()));
        let bodies = named.map(|(at, header)| (at + HEADER, header.length as usize));
        let written = |&(at, length): &(usize, usize)| {
            bytes.get(at..at + length).is_some_and(|body| body.iter().any(|byte| *byte != 0))
        };
        segments.blank(number, &bodies.filter(written).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// The frame at the beginning of these bytes, if it is vouched for: its header, and what stands
/// where its body and the padding were.
#[must_use]
pub fn read<'a>(bytes: &'a [u8], blanks: &Blanks) -> Option<(Header, &'a [u8])> {
    let header = Header::read(bytes)?;
    let body = bytes.get(..header.size())?.get(HEADER..)?;
    blanks.contains_key(&header.chain()).then_some((header, body))
}

/// Every sound header in the bytes of a segment, and where it begins.
fn headers(bytes: &[u8]) -> impl Iterator<Item = (usize, Header)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let here = at;
            if let Some(header) = Header::read(&bytes[here..]) {
                at = here.saturating_add(header.size());
                return Some((here, header));
            }
            at += ALIGN;
        }
        None
    })
}
