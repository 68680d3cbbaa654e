//! One frame of the journal: a fixed header, then the sealed body. Pure functions over bytes.
//!
//! # Why
//! The chain runs through the headers, and a header holds only the *hash* of its body: so a body
//! can be blanked one day, as the law may ask, and the chain still proves everything else. A
//! header proves itself, so frames can be found again behind a damaged one: that tells a torn end
//! from damage in the middle. Frames begin at multiples of sixteen bytes to make that search
//! short. Who made the change, and when, is sealed in the header and not in the body: so a blanked
//! frame still says it, to those who may know.
use crate::{
    domain::{clerk::Stamp, id::Id, moment::Moment},
    store::{
        cipher, codec,
        entry::{Blank, Entry, Erasure},
        vault::Vault,
    },
};

/// Bytes of a header.
pub const HEADER: usize = 184;

/// Bytes of a sealed stamp.
pub const STAMP: usize = 66;

/// Frames begin at multiples of this many bytes.
pub const ALIGN: usize = 16;

/// The kind of a frame that ends an erasure.
pub const ERASURE: u8 = 1;

/// What a frame begins with; the digit is the version of this layout.
const MAGIC: [u8; 4] = *b"LKT2";

/// Bytes of a header before its own hash.
const HASHED: usize = HEADER - 32;

/// The flag of a frame that is only a part of a larger change; the last part has it not.
const MORE: u8 = 1;

/// The fixed part of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Bytes of the body as it is stored.
    pub length: u32,
    /// Counts frames from 1, without a gap.
    pub sequence: u64,
    /// What the body is: 0 is an [`Entry`], [`ERASURE`] an [`Erasure`].
    pub kind: u8,
    /// Whether the change goes on in the next frame; until its last one is there, nothing counts.
    pub more: bool,
    /// How many frames of the same change stand before this one.
    pub part: u32,
    /// The chain value of the frame before.
    pub previous: [u8; 32],
    /// The hash of the body as it is stored.
    pub body: [u8; 32],
    /// Who made the change, and when, sealed.
    pub stamp: [u8; STAMP],
}

impl Header {
    /// The sequence of the first frame of this frame's change.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.sequence.saturating_sub(u64::from(self.part))
    }

    /// The chain value: the hash of this header, which holds the one before.
    #[must_use]
    pub fn chain(&self) -> [u8; 32] {
        cipher::digest(&[b"loket frame", &self.hashed()])
    }

    /// The bytes of the header, its hash last.
    #[must_use]
    pub fn bytes(&self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        bytes[..HASHED].copy_from_slice(&self.hashed());
        bytes[HASHED..].copy_from_slice(&self.chain());
        bytes
    }

    /// Bytes of the whole frame, up to where the next one may begin.
    #[must_use]
    pub fn size(&self) -> usize {
        usize::try_from(self.length)
            .unwrap_or(usize::MAX)
            .saturating_add(HEADER)
            .checked_next_multiple_of(ALIGN)
            .unwrap_or(usize::MAX)
    }

    fn hashed(&self) -> [u8; HASHED] {
        let flags = if self.more { MORE } else { 0 };
        let parts: [&[u8]; 8] = [
            &MAGIC,
            &self.length.to_le_bytes(),
            &self.sequence.to_le_bytes(),
            &[self.kind, flags],
            &self.part.to_le_bytes(),
            &self.previous,
            &self.body,
            &self.stamp,
        ];
        let mut bytes = [0; HASHED];
        let mut rest = &mut bytes[..];
        for part in parts {
            let (head, tail) = rest.split_at_mut(part.len());
            head.copy_from_slice(part);
            rest = tail;
        }
        bytes
    }

    /// The header that stands at the beginning of these bytes, if it is whole.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.get(..HEADER)?.strip_prefix(&MAGIC)?;
        let (length, rest) = rest.split_first_chunk()?;
        let (sequence, rest) = rest.split_first_chunk()?;
        let ([kind, flags], rest) = rest.split_first_chunk()?;
        let (part, rest) = rest.split_first_chunk()?;
        let (previous, rest) = rest.split_first_chunk()?;
        let (body, rest) = rest.split_first_chunk()?;
        let (stamp, hash) = rest.split_first_chunk()?;
        let header = Self {
            length: u32::from_le_bytes(*length),
            sequence: u64::from_le_bytes(*sequence),
            kind: *kind,
            more: flags & MORE != 0,
            part: u32::from_le_bytes(*part),
            previous: *previous,
            body: *body,
            stamp: *stamp,
        };
        (flags & !MORE == 0 && *hash == header.chain()).then_some(header)
    }
}

/// A frame found whole: its header and its body as it is stored, both proved by their hashes.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<(Header, &[u8])> {
    let header = Header::read(bytes)?;
    let frame = bytes.get(..header.size())?;
    let (body, padding) = frame.get(HEADER..)?.split_at_checked(header.length as usize)?;
    let whole = cipher::digest(&[body]) == header.body && padding.iter().all(|byte| *byte == 0);
    whole.then_some((header, body))
}

/// Whether a frame of a newer program begins here: not ours to read, and never to be cut.
#[must_use]
pub fn is_newer(bytes: &[u8]) -> bool {
    bytes.first_chunk().is_some_and(|[l, k, t, version]| {
        [*l, *k, *t] == MAGIC[..3] && *version > MAGIC[3] && version.is_ascii_digit()
    })
}

/// Whether a frame from before there were keys begins here.
#[must_use]
pub fn is_older(bytes: &[u8]) -> bool {
    bytes.starts_with(b"LKT1")
}

/// Seals a packed entry as the body of the frame of that sequence.
#[must_use]
pub fn seal(vault: &Vault, sequence: u64, packed: &[u8]) -> Vec<u8> {
    vault.seal(&context(*b"jurnal", sequence), packed)
}

/// Seals who makes the change of that sequence, and when.
#[must_use]
pub fn sign(vault: &Vault, sequence: u64, stamp: Stamp) -> [u8; STAMP] {
    let plain = [&stamp.at.0.to_le_bytes()[..], &stamp.by.bytes()].concat();
    let sealed = vault.seal(&context(*b"stempl", sequence), &plain);
    sealed.try_into().unwrap_or([0; STAMP])
}

/// Who made the change of a frame, and when, if the seal is whole.
#[must_use]
pub fn signed(vault: &Vault, header: &Header) -> Option<Stamp> {
    let plain = vault.open(&context(*b"stempl", header.sequence), &header.stamp)?;
    let (at, by) = plain.split_first_chunk()?;
    let at = Moment(i64::from_le_bytes(*at));
    Some(Stamp { at, by: Id::of_bytes(by.try_into().ok()?) })
}

/// The entry in a body, if the seal of that sequence is whole.
#[must_use]
pub fn open(vault: &Vault, header: &Header, body: &[u8]) -> Option<Entry> {
    let packed = vault.open(&context(*b"jurnal", header.sequence), body)?;
    match header.kind {
        0 => codec::unpack(&packed),
        ERASURE => codec::unpack(&packed).map(|erasure: Erasure| erasure.entry),
        _ => None,
    }
}

/// The frames for whose blank bodies this one vouches.
#[must_use]
pub fn vouched(vault: &Vault, header: &Header, body: &[u8]) -> Vec<Blank> {
    if header.kind != ERASURE {
        return vec![];
    }
    let packed = vault.open(&context(*b"jurnal", header.sequence), body);
    let erasure = packed.and_then(|packed| codec::unpack::<Erasure>(&packed));
    erasure.map(|erasure| erasure.blanks).unwrap_or_default()
}

/// Adds a frame to bytes that already end at a multiple of [`ALIGN`].
pub fn write(header: &Header, body: &[u8], to: &mut Vec<u8>) {
    to.reserve(header.size());
    to.extend_from_slice(&header.bytes());
    to.extend_from_slice(body);
    to.resize(to.len().next_multiple_of(ALIGN), 0);
}

fn context(what: [u8; 6], sequence: u64) -> [u8; 14] {
    let mut context = [0; 14];
    context[..6].copy_from_slice(&what);
    context[6..].copy_from_slice(&sequence.to_le_bytes());
    context
}
