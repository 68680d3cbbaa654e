//! Seals what is kept, so that only officers of this office read it, and only as it was written.
//!
//! # Why
//! One flipped bit in a file of the index opens with fewer records and no error, and bincode
//! decodes 86 % of flipped records into wrong ones. So nothing is read that was not sealed, and
//! the seal covers *where* the bytes belong (the context: table, record, sequence), so that sound
//! bytes in the wrong place are refused as well. The epoch names the keys that sealed: when an
//! officer leaves there are new ones, and what was written before is opened with the old.
//!
//! What is restricted is sealed once more, for a pair of keys of its own: every officer can write
//! it, only those with that right hold the half that opens it.
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
};

use crate::{
    fault::Fault,
    store::{
        cipher::{self, Key, Pair, Public, Secret},
        signet::{Imprint, Signet},
    },
};

/// Seals and opens; clones share the keys, also those that come later.
#[derive(Debug, Clone)]
pub struct Vault(Arc<RwLock<Ring>>);

/// All keys that an officer holds.
#[derive(Debug)]
pub struct Ring {
    /// The epoch whose keys seal now.
    epoch: u16,
    keys: BTreeMap<u16, Epoch>,
    /// What the fingerprints of a NIK are made with; never changes.
    prints: Secret,
}

/// The keys of one epoch.
#[derive(Debug)]
pub struct Epoch {
    pub general: Key,
    /// What restricted bytes are sealed for.
    pub public: Public,
    /// What opens them, if this officer may.
    pub restricted: Option<Pair>,
}

impl Epoch {
    /// Keys that there never were.
    pub fn fresh() -> Result<Self, Fault> {
        let pair = Pair::fresh()?;
        Ok(Self { general: Key::fresh()?, public: pair.public(), restricted: Some(pair) })
    }
}

impl Ring {
    /// The ring of these epochs, counted from `first` on; there is at least one.
    #[must_use]
    pub fn of(first: u16, epochs: Vec<Epoch>) -> Option<Self> {
        let prints = cipher::derived(epochs.first()?.general.secret(), b"sidik nik");
        let keys: BTreeMap<u16, Epoch> = (first..).zip(epochs).collect();
        Some(Self { epoch: *keys.last_key_value()?.0, keys, prints })
    }

    /// The same keys once more.
    pub fn copied(&self) -> Result<Self, Fault> {
        let epoch = |epoch: &Epoch| {
            let general = Key::of(epoch.general.secret().clone())?;
            Ok(Epoch { general, public: epoch.public, restricted: epoch.restricted.clone() })
        };
        let keys = self.keys.iter().map(|(number, kept)| Ok((*number, epoch(kept)?)));
        let keys = keys.collect::<Result<_, Fault>>()?;
        Ok(Self { epoch: self.epoch, keys, prints: self.prints.clone() })
    }

    /// Every epoch, the oldest first.
    #[must_use]
    pub fn epochs(&self) -> impl DoubleEndedIterator<Item = &Epoch> {
        self.keys.values()
    }

    /// The epoch that seals now.
    #[must_use]
    pub fn newest(&self) -> Option<&Epoch> {
        self.keys.get(&self.epoch)
    }

    /// Seals with the newest keys from now on.
    pub fn turn(&mut self, fresh: Epoch) {
        self.epoch += 1;
        self.keys.insert(self.epoch, fresh);
    }
}

impl Vault {
    /// The vault of these keys.
    #[must_use]
    pub fn of(ring: Ring) -> Self {
        Self(Arc::new(RwLock::new(ring)))
    }

    /// What seals the forms of the very first day, before there is an officer: nothing that anyone
    /// could not open. No frame is ever sealed with it.
    pub fn open_house() -> Result<Self, Fault> {
        let pair = Pair::of(&[0; 32]);
        let general = Key::of(Secret::default())?;
        let epoch = Epoch { general, public: pair.public(), restricted: None };
        Ring::of(0, vec![epoch]).map(Self::of).ok_or(Fault::Asset("kunci"))
    }

    /// Has all clones seal with other keys from now on.
    pub fn renew(&self, ring: Ring) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = ring;
    }

    /// Has all clones seal with the keys of a new epoch from now on.
    pub fn turn(&self, fresh: Epoch) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).turn(fresh);
    }

    /// The keys themselves.
    pub fn ring(&self) -> RwLockReadGuard<'_, Ring> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Which keys seal now; every sealed value begins with it.
    #[must_use]
    pub fn epoch(&self) -> u16 {
        self.ring().epoch
    }

    /// Whether this officer may open what is restricted.
    #[must_use]
    pub fn opens_restricted(&self) -> bool {
        self.ring().newest().is_some_and(|epoch| epoch.restricted.is_some())
    }

    /// Closes bytes so that only [`Self::open`] with the same context returns them.
    #[must_use]
    pub fn seal(&self, context: &[u8], plain: &[u8]) -> Vec<u8> {
        let ring = self.ring();
        let number = ring.epoch.to_le_bytes();
        let seal = |epoch: &Epoch| epoch.general.seal(&bound(number, context), plain);
        let mut sealed = ring.newest().map(seal).unwrap_or_default();
        sealed.splice(..0, number);
        sealed
    }

    /// The bytes that were sealed with this context, if not one bit of both has changed.
    #[must_use]
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (number, body) = sealed.split_first_chunk()?;
        let ring = self.ring();
        let epoch = ring.keys.get(&u16::from_le_bytes(*number))?;
        epoch.general.open(&bound(*number, context), body)
    }

    /// Closes bytes so that only officers with the right to what is restricted can open them.
    pub fn seal_restricted(&self, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let ring = self.ring();
        let number = ring.epoch.to_le_bytes();
        let epoch = ring.newest().ok_or(Fault::Asset("kunci"))?;
        let mut sealed = number.to_vec();
        sealed.extend(cipher::seal_for(&epoch.public, &bound(number, context), plain)?);
        Ok(sealed)
    }

    /// The restricted bytes that were sealed with this context; nothing without that right.
    #[must_use]
    pub fn open_restricted(&self, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (number, body) = sealed.split_first_chunk()?;
        let ring = self.ring();
        let epoch = ring.keys.get(&u16::from_le_bytes(*number))?;
        epoch.restricted.as_ref()?.open(&bound(*number, context), body)
    }

    /// Closes bytes for every officer, or for those with the right to what is restricted alone.
    pub fn seal_as(
        &self,
        restricted: bool,
        context: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        if restricted {
            self.seal_restricted(context, plain)
        } else {
            Ok(self.seal(context, plain))
        }
    }

    /// The same as [`Self::seal_as`] where the bytes stand: very many of them are not copied.
    pub fn seal_over(
        &self,
        restricted: bool,
        context: &[u8],
        bytes: Vec<u8>,
    ) -> Result<Vec<u8>, Fault> {
        let ring = self.ring();
        let number = ring.epoch.to_le_bytes();
        let epoch = ring.newest().ok_or(Fault::Asset("kunci"))?;
        let context = bound(number, context);
        let mut sealed = if restricted {
            cipher::seal_for_over(&epoch.public, &context, bytes)?
        } else {
            epoch.general.seal_over(&context, bytes)
        };
        sealed.splice(..0, number);
        Ok(sealed)
    }

    /// The same as [`Self::open_as`] where the bytes stand.
    #[must_use]
    pub fn open_over(
        &self,
        restricted: bool,
        context: &[u8],
        mut sealed: Vec<u8>,
    ) -> Option<Vec<u8>> {
        let number = *sealed.first_chunk()?;
        sealed.drain(..number.len());
        let (ring, context) = (self.ring(), bound(number, context));
        let epoch = ring.keys.get(&u16::from_le_bytes(number))?;
        if restricted {
            epoch.restricted.as_ref()?.open_over(&context, sealed)
        } else {
            epoch.general.open_over(&context, sealed)
        }
    }

    /// Opens what [`Self::seal_as`] closed.
    #[must_use]
    pub fn open_as(&self, restricted: bool, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        if restricted { self.open_restricted(context, sealed) } else { self.open(context, sealed) }
    }

    /// What signs letters now, and which of the office's keys that is, counted from 0.
    #[must_use]
    pub fn signet(&self) -> Option<(u16, Signet)> {
        let ring = self.ring();
        Some((ring.epoch, Signet::of(ring.newest()?.general.secret())))
    }

    /// The imprints of all that ever signed letters, each with the number of its key.
    #[must_use]
    pub fn imprints(&self) -> Vec<(u16, Imprint)> {
        let imprint = |epoch: &Epoch| Signet::of(epoch.general.secret()).imprint();
        self.ring().keys.iter().map(|(number, epoch)| (*number, imprint(epoch))).collect()
    }

    /// What a NIK is known by where it must not be shown: the same for the same NIK, and of no use
    /// to whoever has no key.
    #[must_use]
    pub fn print(&self, nik: u64) -> u64 {
        let secret = cipher::derived(&self.ring().prints, &nik.to_le_bytes());
        let (print, _) = secret.split_first_chunk().unwrap_or((&[0; 8], &[]));
        u64::from_le_bytes(*print)
    }
}

/// A context that names the keys too.
fn bound(epoch: [u8; 2], context: &[u8]) -> Vec<u8> {
    [&epoch[..], context].concat()
}
