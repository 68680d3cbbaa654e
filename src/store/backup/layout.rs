//! What a backup begins and ends with.
//!
//! # Why
//! One file: what stands at the front (100 bytes), the file `kunci` as it is, every frame of the
//! journal as it is, a seal of this office, and a hash. The frames are sealed already, so a backup
//! needs no key of its own, and whoever finds the stick learns only what the folder of the store
//! would tell: how much there is, and when. The hash covers every byte before it, so that damage is
//! found without any key; the seal covers the same bytes, so that nobody without a key can write
//! one. The front has a seal too: to know its own files among others, the desk need not read them
//! whole.
use crate::{
    domain::{moment::Moment, unfit::Unfit},
    store::{cipher, vault::Vault},
};

/// Bytes of the front.
pub const FRONT: usize = PLAIN + SEAL;

/// Bytes of the front before its seal.
const PLAIN: usize = 58;

/// Bytes of a seal over nothing but its context: the epoch before it.
pub const SEAL: usize = 2 + cipher::ADDED;

/// Bytes of the end: the seal and the hash.
pub const END: usize = SEAL + 32;

/// What a backup begins with; the digit is the version of this layout.
const MAGIC: [u8; 5] = *b"LKTC1";

/// The flag of a backup of a practice desk.
const PRACTICE: u8 = 1;

/// What a backup says of itself, which anyone may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The last sequence in it; also how many frames there are, since they count from 1.
    pub sequence: u64,
    /// The chain value there.
    pub head: [u8; 32],
    pub made: Moment,
    /// Whether it is of a practice desk.
    pub practice: bool,
}

/// The front of a backup.
#[derive(Debug, Clone, Copy)]
pub struct Front {
    pub facts: Facts,
    /// Bytes of the file `kunci` behind it.
    pub keys: u32,
    seal: [u8; SEAL],
}

impl Front {
    /// The front for these facts.
    #[must_use]
    pub fn new(vault: &Vault, facts: Facts, keys: u32) -> Self {
        let mut front = Self { facts, keys, seal: [0; SEAL] };
        front.seal = seal(vault, b"cadangan muka", &front.plain());
        front
    }

    /// The bytes as they stand in the file.
    #[must_use]
    pub fn bytes(&self) -> [u8; FRONT] {
        let mut bytes = [0; FRONT];
        bytes[..PLAIN].copy_from_slice(&self.plain());
        bytes[PLAIN..].copy_from_slice(&self.seal);
        bytes
    }

    fn plain(&self) -> [u8; PLAIN] {
        let Facts { sequence, head, made, practice } = &self.facts;
        let mut bytes = [0; PLAIN];
        bytes[..5].copy_from_slice(&MAGIC);
        bytes[5] = if *practice { PRACTICE } else { 0 };
        bytes[6..14].copy_from_slice(&sequence.to_le_bytes());
        bytes[14..46].copy_from_slice(head);
        bytes[46..54].copy_from_slice(&made.0.to_le_bytes());
        bytes[54..].copy_from_slice(&self.keys.to_le_bytes());
        bytes
    }

    /// The front that these bytes are. Whether it is true only the rest of the file can prove.
    pub fn read(bytes: &[u8; FRONT]) -> Result<Self, Unfit> {
        let (magic, rest) = bytes.split_first_chunk().ok_or(Unfit::Stranger)?;
        if *magic != MAGIC {
            let [letters @ .., version] = *magic;
            let newer = letters == MAGIC[..4] && version > MAGIC[4] && version.is_ascii_digit();
            return Err(if newer { Unfit::Newer } else { Unfit::Stranger });
        }
        Self::parse(rest).ok_or(Unfit::Damaged)
    }

    fn parse(rest: &[u8]) -> Option<Self> {
        let ([flags], rest) = rest.split_first_chunk()?;
        let (sequence, rest) = rest.split_first_chunk()?;
        let (head, rest) = rest.split_first_chunk()?;
        let (made, rest) = rest.split_first_chunk()?;
        let (keys, seal) = rest.split_first_chunk()?;
        let facts = Facts {
            sequence: u64::from_le_bytes(*sequence),
            head: *head,
            made: Moment(i64::from_le_bytes(*made)),
            practice: *flags == PRACTICE,
        };
        let front = Self { facts, keys: u32::from_le_bytes(*keys), seal: seal.try_into().ok()? };
        (*flags <= PRACTICE).then_some(front)
    }

    /// Whether someone of this office wrote it.
    #[must_use]
    pub fn is_ours(&self, vault: &Vault) -> bool {
        is_sealed(vault, b"cadangan muka", (&self.plain(), &self.seal))
    }
}

/// The seal over a whole backup of that hash.
#[must_use]
pub fn sealed(vault: &Vault, hash: [u8; 32]) -> [u8; SEAL] {
    seal(vault, b"cadangan isi", &hash)
}

/// Whether someone of this office sealed a whole backup of that hash.
#[must_use]
pub fn is_whole(vault: &Vault, hash: [u8; 32], seal: &[u8; SEAL]) -> bool {
    is_sealed(vault, b"cadangan isi", (&hash, seal))
}

fn seal(vault: &Vault, what: &[u8], over: &[u8]) -> [u8; SEAL] {
    vault.seal(&[what, over].concat(), &[]).try_into().unwrap_or([0; SEAL])
}

fn is_sealed(vault: &Vault, what: &[u8], (over, seal): (&[u8], &[u8; SEAL])) -> bool {
    vault.open(&[what, over].concat(), seal).is_some()
}
