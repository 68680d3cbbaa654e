//! Walks the whole journal, past whatever is damaged, and proves every byte of it.
//!
//! # Why
//! Opening stops at the first damage, for nothing may be built on what stands behind it. A check
//! must tell all of it: so it looks for the next whole header and goes on from there, and names
//! what lies between.
use std::{
    collections::HashSet,
    ops::{Bound::Unbounded, RangeInclusive},
};

use crate::{
    fault::Fault,
    store::{
        check::{
            finding::{Finding, State},
            ledger::Ledger,
        },
        entry::{Entry, Key},
        frame::{self, ALIGN, Header},
        keys::noted_in,
        roll::Roll,
        segment::Segments,
        vault::Vault,
        vouch::{self, Blanks},
        walk::{self, Place},
    },
};

/// How many frames are proved before the caller is asked whether to go on.
const STRIDE: u64 = 256;

/// Asked between two pieces of work, with how far it is and of how much: whether to go on.
pub type Pace<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// What the frames are proved with.
#[derive(Debug, Clone, Copy)]
pub struct Proofs<'a> {
    pub journal: (&'a Segments, &'a Vault),
    /// The places that anchors name, each with the anchor's file.
    pub anchors: &'a [(&'static str, Place)],
    /// The roll in its file, if that is whole.
    pub roll: Option<&'a Roll>,
    /// A record whose last bytes are wanted.
    pub wanted: Option<Key>,
}

/// What the walk has found so far.
#[derive(Debug)]
pub struct Walk {
    pub ledger: Ledger,
    /// The last frame of the last whole change.
    pub whole: Place,
    pub frames: u64,
    pub segments: u64,
    pub bytes: u64,
    pub findings: Vec<Finding>,
    /// Sequences of which nothing is known.
    pub gaps: Vec<RangeInclusive<u64>>,
    /// The bytes of the wanted record.
    pub found: Option<Vec<u8>>,
    /// The highest serial of the file of the keys of which a deed tells.
    pub keys: u64,
    /// The last frame, also one of a change that is not whole.
    last: Place,
    /// What is vouched for, looked for once the first blank body is met.
    blanks: Option<Blanks>,
    /// The frames that are blank, as later ones vouch.
    blanked: HashSet<u64>,
    /// Where something stands that no frame accounts for.
    soiled: Vec<(u64, u64)>,
}

impl Walk {
    /// Walks the journal from its first frame to its last.
    pub fn along(proofs: &Proofs<'_>, pace: Pace<'_>) -> Result<Self, Fault> {
        let segments = proofs.journal.0;
        let mut walk = Self::begin();
        let numbers = segments.numbers().map_err(walk::unread)?;
        let of = numbers.len() as u64;
        if walk.known(proofs, Place::ORIGIN) {
            walk.findings.push(Finding::File { name: "daftar", state: State::Other });
        }
        for (place, number) in numbers.into_iter().enumerate() {
            let mut go_on = || pace(place as u64, of);
            if !go_on() {
                return Err(Fault::Stopped);
            }
            match segments.bytes(number) {
                Ok(bytes) => {
                    walk.segments += 1;
                    walk.bytes += bytes.len() as u64;
                    walk.segment((number, &bytes), proofs, &mut go_on)?;
                }
                Err(why) => {
                    let what = Fault::Device { name: "jurnal", why };
                    walk.findings.push(Finding::Unread { what: what.to_string() });
                }
            }
        }
        walk.end(proofs);
        Ok(walk)
    }

    fn begin() -> Self {
        Self {
            ledger: Ledger::default(),
            whole: Place::ORIGIN,
            frames: 0,
            segments: 0,
            bytes: 0,
            findings: vec![],
            gaps: vec![],
            found: None,
            keys: 0,
            last: Place::ORIGIN,
            blanks: None,
            blanked: HashSet::new(),
            soiled: vec![],
        }
    }

    fn segment(
        &mut self,
        (number, bytes): (u64, &[u8]),
        proofs: &Proofs<'_>,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<(), Fault> {
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !walk::is_blank(rest)) {
            let Some(header) = Header::read(rest) else {
                if frame::is_newer(rest) {
                    self.findings.push(Finding::Newer { segment: number });
                    return Ok(());
                }
                let next = next_header(bytes, at + ALIGN);
                // Where frames are missing behind it, that is what is told.
                let bridged = next.and_then(|next| Header::read(bytes.get(next..)?));
                if bridged.is_none_or(|header| header.sequence <= self.last.sequence + 1) {
                    self.soiled.push((number, at as u64));
                }
                let Some(next) = next else { return Ok(()) };
                at = next;
                continue;
            };
            let size = header.size();
            let whole = frame::read(rest);
            if header.sequence <= self.last.sequence {
                self.soiled.push((number, at as u64));
            } else {
                self.link(&header);
                self.frames += 1;
                self.last = Place::of(&header, number, at as u64);
                self.prove(&header, (whole.map(|(_, body)| body), rest), proofs);
            }
            // A length that leads nowhere: the next header is looked for.
            at = match (whole, bytes.len().checked_sub(at + size)) {
                (Some(_), _) | (None, Some(_)) => at + size,
                (None, None) => next_header(bytes, at + ALIGN).unwrap_or(bytes.len()),
            };
            if self.frames.is_multiple_of(STRIDE) && !go_on() {
                return Err(Fault::Stopped);
            }
        }
        Ok(())
    }

    /// Names what lies between the frame before and this one.
    fn link(&mut self, header: &Header) {
        if self.last.continues(header) {
            return;
        }
        let (from, to) = (self.last.sequence + 1, header.sequence - 1);
        if from <= to {
            self.lost(from, to);
        } else {
            self.findings.push(Finding::Chain { sequence: header.sequence });
        }
    }

    fn lost(&mut self, from: u64, to: u64) {
        self.findings.push(Finding::Lost { from, to });
        // The parts before it of a change whose other parts are gone prove nothing either.
        self.gap(self.whole.sequence + 1, to);
    }

    fn gap(&mut self, from: u64, to: u64) {
        self.gaps.push(from..=to);
        self.ledger.forget();
    }

    /// Proves a frame by its body, where that is whole, or by who vouches for what stands there.
    fn prove(
        &mut self,
        header: &Header,
        (body, stands): (Option<&[u8]>, &[u8]),
        proofs: &Proofs<'_>,
    ) {
        let sequence = header.sequence;
        let entry = match body {
            Some(body) => frame::open(proofs.journal.1, header, body),
            None => self.vouched(header, stands, proofs),
        };
        if body.is_none() && entry.is_none() {
            self.findings.push(Finding::Body { sequence });
        } else if entry.is_none() || frame::signed(proofs.journal.1, header).is_none() {
            self.findings.push(Finding::Seal { sequence });
        }
        // What was to be blanked and stands there again was brought back.
        for blank in
            body.map(|body| frame::vouched(proofs.journal.1, header, body)).unwrap_or_default()
        {
            if !self.blanked.contains(&blank.sequence) && !self.misses(blank.sequence) {
                self.findings.push(Finding::Body { sequence: blank.sequence });
            }
        }
        match entry {
            Some(entry) => self.enter(sequence, &entry, proofs),
            None => self.gap(self.whole.sequence + 1, sequence),
        }
        if !header.more {
            self.ledger.settle();
            self.whole = self.last;
            if self.known(proofs, self.whole) {
                self.findings.push(Finding::File { name: "daftar", state: State::Other });
            }
        }
        for (name, place) in proofs.anchors {
            if place.sequence == sequence && *place != self.last {
                self.findings.push(Finding::File { name, state: State::Other });
            }
        }
    }

    /// What is known of a frame whose body is blank, where a later one vouches for it.
    fn vouched(&mut self, header: &Header, stands: &[u8], proofs: &Proofs<'_>) -> Option<Entry> {
        if self.blanks.is_none() {
            self.blanks = Some(vouch::found(proofs.journal, 1, u64::MAX).unwrap_or_default());
        }
        let blanks = self.blanks.as_ref()?;
        let (_, body) = vouch::read(stands, blanks)?;
        let blank = blanks.get(&header.chain()).filter(|_| walk::is_blank(body))?;
        self.blanked.insert(header.sequence);
        Some(blank.entry())
    }

    fn enter(&mut self, sequence: u64, entry: &Entry, proofs: &Proofs<'_>) {
        self.ledger.note(sequence, &entry.puts);
        self.keys = self.keys.max(noted_in(entry).unwrap_or_default());
        let mut puts = entry.puts.iter();
        if let Some(put) = puts.rfind(|put| Some(put.key) == proofs.wanted) {
            self.found = put.new.as_ref().map(|new| new.0.clone());
        }
    }

    /// Whether the roll in the file is from just here, and says something else.
    fn known(&self, proofs: &Proofs<'_>, here: Place) -> bool {
        let Some(roll) = proofs.roll.filter(|roll| roll.sequence == here.sequence) else {
            return false;
        };
        let lines = roll.page((Unbounded, Unbounded), usize::MAX);
        let agrees = |(key, sequence): &(Key, u64)| self.ledger.written_by(*key) == Some(*sequence);
        self.gaps.is_empty() && (lines.len() != self.ledger.len() || !lines.iter().all(agrees))
    }

    /// Judges what no frame accounts for, and what others say that there should be.
    fn end(&mut self, proofs: &Proofs<'_>) {
        self.ledger.forget();
        let whole = self.whole;
        let behind = |(segment, at): &(u64, u64)| (*segment, *at) >= (whole.segment, whole.end);
        let (tail, among): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.soiled).into_iter().partition(behind);
        let soiled = |(segment, offset)| Finding::Soiled { segment, offset };
        self.findings.extend(among.into_iter().map(soiled));
        if !tail.is_empty() || self.last != whole {
            self.findings.push(Finding::Unfinished { after: whole.sequence });
        }
        let anchors = proofs.anchors.iter().map(|(_, place)| place.sequence);
        let roll = proofs.roll.map(|roll| roll.sequence);
        if let Some(most) = anchors.chain(roll).max() {
            self.expect(most);
        }
    }

    /// Somebody saw the journal reach that sequence.
    pub fn expect(&mut self, sequence: u64) {
        let from = self.whole.sequence + 1;
        let told = self.gaps.last().is_some_and(|gap| *gap.end() >= sequence);
        if sequence >= from && !told {
            self.lost(from, sequence);
        }
    }

    /// Whether nothing is known of the frame of that sequence.
    #[must_use]
    pub fn misses(&self, sequence: u64) -> bool {
        self.gaps.iter().any(|gap| gap.contains(&sequence))
    }

    /// Whether nothing is known of some frame behind that sequence.
    #[must_use]
    pub fn misses_since(&self, sequence: u64) -> bool {
        self.gaps.iter().any(|gap| *gap.end() > sequence)
    }
}

/// Where the next whole header begins.
fn next_header(bytes: &[u8], from: usize) -> Option<usize> {
    let starts = (from.next_multiple_of(ALIGN)..bytes.len()).step_by(ALIGN);
    starts.into_iter().find(|at| bytes.get(*at..).and_then(Header::read).is_some())
}
