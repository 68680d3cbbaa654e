//! The file `kunci`: who can open the store, and with what.
//!
//! # Why
//! Every officer has a slot: a pair of keys, its secret half sealed with what the officer's
//! passphrase stands for, and the keys of the newest epoch sealed for its public half. So a new
//! epoch reaches every officer without anyone's passphrase. The keys of an epoch open those of the
//! one before, back to the first. The recovery code is a slot that has no passphrase.
//!
//! Both files put back to what they were before a passphrase was changed are whole, and ours. So
//! each change is noted in the journal with the serial of the file, and a file that is older than
//! the last note is told: by the full check, and to the desk that opens with it. Nobody is kept
//! out by that, for it may be all there is. Journal, anchors and keys put back together are simply
//! an older office: that shows nowhere in the folder.
//!
//! The last forty bytes before the hash are a seal over everything else, made with the newest key:
//! nobody who has no key can slip a slot of their own in between.
use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{id::Id, passphrase::Passphrase, recovery::Recovery},
    fault::Fault,
    store::{
        cipher::{self, Key, Pair, Public},
        codec,
        entry::{Bytes, Entry},
        slot::{BROKEN, Boxes, Slot, secret},
        sync,
        vault::{Epoch, Ring, Vault},
    },
};

/// What the file begins with; the digit is the version of this layout.
const MAGIC: &[u8; 5] = b"LKTS1";

/// The file, and the one that was there before it.
pub const FILE: &str = "kunci";
pub const BEFORE: &str = "kunci.lama";

/// What the names of all deeds about the keys begin with.
const ACT: &str = "kunci ";

/// What their reasons begin with; the serial of the file follows.
const NOTED: &str = "berkas kunci ke-";

/// Bytes of the seal over the file.
const SEAL: usize = cipher::ADDED;

/// The number of the first epoch.
const FIRST: u16 = 1;

/// All slots of an office.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keys {
    /// Counts the files.
    serial: u64,
    /// The oldest first.
    epochs: Vec<Sealed>,
    slots: Vec<Slot>,
    recovery: Boxes,
    /// Whether the recovery code was typed back from the paper on which it stands.
    noted: bool,
}

/// The keys of an epoch, as far as they stand in the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sealed {
    public: Public,
    /// The key of the epoch before, sealed with this one's; and what opened restricted bytes then,
    /// unless that still is the same.
    before: Option<(Bytes, Option<Bytes>)>,
}

pub use crate::store::slot::Holder;

/// Why nobody comes in.
#[derive(Debug)]
pub enum Shut {
    /// No officer has a slot under that code.
    Stranger,
    /// The passphrase of that officer is another one.
    Wrong(Id),
    /// What should open does not fit together.
    Fault(Fault),
}

impl From<Fault> for Shut {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Keys {
    /// The keys of a new office, and the code for its safe.
    pub fn found(first: &Holder<'_>) -> Result<(Self, Ring, Recovery), Fault> {
        let epoch = Epoch::fresh()?;
        let sealed = Sealed { public: epoch.public, before: None };
        let ring = Ring::of(FIRST, vec![epoch]).ok_or(BROKEN)?;
        let code = fresh_code()?;
        let recovery = Boxes::fill(code_pair(&code).public(), &ring, true)?;
        let mut keys =
            Self { serial: 0, epochs: vec![sealed], slots: vec![], recovery, noted: false };
        keys.admit(&ring, first, true)?;
        Ok((keys, ring, code))
    }

    /// The keys in a folder, if there are any, and whether they had to be taken from the file
    /// before the last.
    pub fn read(folder: &Path) -> Result<Option<(Self, bool)>, Fault> {
        let mut found = false;
        for (name, old) in [(FILE, false), (BEFORE, true)] {
            match fs::read(folder.join(name)) {
                Ok(bytes) => {
                    found = true;
                    if let Some(keys) = Self::parse(&bytes) {
                        return Ok(Some((keys, old)));
                    }
                }
                Err(why) if why.kind() == std::io::ErrorKind::NotFound => {}
                Err(why) => return Err(Fault::Device { name: "kunci", why }),
            }
        }
        if found { Err(BROKEN) } else { Ok(None) }
    }

    /// The bytes of the file in a folder that holds the newest of these keys.
    pub fn bytes_in(folder: &Path, ring: &Ring) -> Result<Vec<u8>, Fault> {
        for name in [FILE, BEFORE] {
            let bytes = fs::read(folder.join(name)).unwrap_or_default();
            if Self::parse(&bytes).is_some() && Self::is_ours(&bytes, ring)? {
                return Ok(bytes);
            }
        }
        Err(BROKEN)
    }

    /// The keys that these bytes of a file hold, if not one of them has changed.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (body, hash) = bytes.split_last_chunk::<32>()?;
        if cipher::digest(&[b"loket kunci", body]) != *hash {
            return None;
        }
        let packed = body.strip_prefix(MAGIC)?;
        codec::unpack(packed.get(..packed.len().checked_sub(SEAL)?)?)
    }

    /// Replaces the file, and keeps the one before; that of an office whose founding was cut off
    /// is not kept, for it opens nothing.
    pub fn write(&mut self, folder: &Path, ring: &Ring) -> Result<(), Fault> {
        self.serial += 1;
        let bytes = self.bytes(ring)?;
        let device = |why| Fault::Device { name: "kunci", why };
        let path = folder.join(FILE);
        if self.serial == 1 {
            sync::remove(&folder.join(BEFORE)).map_err(device)?;
        } else if let Ok(before) = fs::read(&path)
            && Self::parse(&before).is_some()
        {
            sync::write_atomically(&folder.join(BEFORE), &before).map_err(device)?;
        }
        sync::write_atomically(&path, &bytes).map_err(device)
    }

    fn bytes(&self, ring: &Ring) -> Result<Vec<u8>, Fault> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(codec::pack(self)?);
        let seal = seal_key(ring.newest().ok_or(BROKEN)?)?.seal(&bytes, &[]);
        bytes.extend(seal);
        let hash = cipher::digest(&[b"loket kunci", &bytes]);
        bytes.extend(hash);
        Ok(bytes)
    }

    /// Whether the recovery code stands on paper.
    #[must_use]
    pub const fn noted(&self) -> bool {
        self.noted
    }

    /// Notes that the recovery code stands on paper.
    pub const fn note(&mut self) {
        self.noted = true;
    }

    /// Notes that the recovery code was used: whoever read it still knows it, so that the office
    /// needs another one.
    pub const fn spend(&mut self) {
        self.noted = false;
    }

    /// How many officers can come in.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether nobody can come in.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Counts on from a file that is not there any more.
    pub fn follow(&mut self, serial: u64) {
        self.serial = self.serial.max(serial);
    }

    /// Counts the files that were written.
    #[must_use]
    pub const fn serial(&self) -> u64 {
        self.serial
    }

    /// Whose slot bears that code; without a code, the only one there is.
    #[must_use]
    pub fn whose(&self, code: Option<&str>) -> Option<Id> {
        match (code, self.slots.as_slice()) {
            (None, [only]) => Some(only.clerk),
            (None, _) => None,
            (Some(code), slots) => {
                let mut fitting = slots.iter().filter(|slot| slot.bears(code));
                fitting.next().map(|slot| slot.clerk)
            }
        }
    }

    /// Whether that officer can open what is restricted.
    #[must_use]
    pub fn opens_restricted(&self, clerk: Id) -> bool {
        self.slots.iter().any(|slot| slot.clerk == clerk && slot.boxes.restricted.is_some())
    }

    /// Whether that officer has a slot.
    #[must_use]
    pub fn has(&self, clerk: Id) -> bool {
        self.slots.iter().any(|slot| slot.clerk == clerk)
    }

    /// The keys that an officer's passphrase opens.
    pub fn open(&self, clerk: Id, passphrase: &Passphrase) -> Result<Ring, Shut> {
        let slot = self.slots.iter().find(|slot| slot.clerk == clerk).ok_or(Shut::Stranger)?;
        let pair = slot.unlocked(passphrase)?.ok_or(Shut::Wrong(clerk))?;
        Ok(self.ring(&slot.boxes, &pair)?)
    }

    /// The keys that the recovery code opens, if it is the right one.
    pub fn recover(&self, code: &Recovery) -> Result<Option<Ring>, Fault> {
        let pair = code_pair(code);
        let fits = pair.public() == self.recovery.to;
        fits.then(|| self.ring(&self.recovery, &pair)).transpose()
    }

    fn ring(&self, boxes: &Boxes, pair: &Pair) -> Result<Ring, Fault> {
        let mut general = secret(pair.open(b"kunci umum", &boxes.general.0))?;
        let mut restricted = match &boxes.restricted {
            Some(sealed) => Some(secret(pair.open(b"kunci terbatas", &sealed.0))?),
            None => None,
        };
        let mut epochs = vec![];
        for sealed in self.epochs.iter().rev() {
            let key = Key::of(general.clone())?;
            let pair = restricted.as_ref().map(|secret| Pair::of(secret));
            if let Some((before, limited)) = &sealed.before {
                general = secret(key.open(b"umum lama", &before.0))?;
                if let (Some(pair), Some(limited)) = (&pair, limited) {
                    restricted = Some(secret(pair.open(b"terbatas lama", &limited.0))?);
                }
            }
            epochs.push(Epoch { general: key, public: sealed.public, restricted: pair });
        }
        epochs.reverse();
        Ring::of(FIRST, epochs).ok_or(BROKEN)
    }

    /// Whether the bytes of a file were written by someone who held these keys: those of any
    /// epoch, for the file before the last may be from the one before.
    pub fn is_ours(bytes: &[u8], ring: &Ring) -> Result<bool, Fault> {
        let body = bytes.len().checked_sub(32).and_then(|end| bytes.get(..end));
        let Some((body, seal)) = body.and_then(<[u8]>::split_last_chunk::<SEAL>) else {
            return Ok(false);
        };
        for epoch in ring.epochs().rev() {
            if seal_key(epoch)?.open(body, seal).is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Gives an officer a slot, in place of the one they may have.
    pub fn admit(
        &mut self,
        ring: &Ring,
        holder: &Holder<'_>,
        restricted: bool,
    ) -> Result<(), Fault> {
        let pair = Pair::fresh()?;
        let boxes = Boxes::fill(pair.public(), ring, restricted)?;
        let slot = Slot::locked(holder, &pair, boxes)?;
        self.slots.retain(|slot| slot.clerk != holder.clerk);
        self.slots.push(slot);
        Ok(())
    }

    /// Has an officer come in with another passphrase; nothing else about the slot changes.
    pub fn change(&mut self, old: &Passphrase, holder: &Holder<'_>) -> Result<(), Shut> {
        let found = self.slots.iter_mut().find(|slot| slot.clerk == holder.clerk);
        let slot = found.ok_or(Shut::Stranger)?;
        let pair = slot.unlocked(old)?.ok_or(Shut::Wrong(holder.clerk))?;
        *slot = Slot::locked(holder, &pair, slot.boxes.clone())?;
        Ok(())
    }

    /// Takes the slots of officers who left, and begins an epoch whose keys they never had.
    ///
    /// What opens restricted bytes can only be renewed by an officer who has it; otherwise it
    /// stays as it is, which is said by `false`.
    pub fn turn(&mut self, vault: &Vault, left: &[Id]) -> Result<bool, Fault> {
        let mut fresh = Epoch::fresh()?;
        let (before, renewed) = {
            let ring = vault.ring();
            let last = ring.newest().ok_or(BROKEN)?;
            let limited = if let Some(pair) = &last.restricted {
                let old = pair.secret();
                Some(Bytes(cipher::seal_for(&fresh.public, b"terbatas lama", &*old)?))
            } else {
                (fresh.public, fresh.restricted) = (last.public, None);
                None
            };
            let general = fresh.general.seal(b"umum lama", &**last.general.secret());
            let renewed = limited.is_some();
            ((Bytes(general), limited), renewed)
        };
        self.epochs.push(Sealed { public: fresh.public, before: Some(before) });
        vault.turn(fresh);
        self.slots.retain(|slot| !left.contains(&slot.clerk));
        let ring = vault.ring();
        for boxes in self.slots.iter_mut().map(|slot| &mut slot.boxes).chain([&mut self.recovery]) {
            let kept = boxes.restricted.take();
            let filled = Boxes::fill(boxes.to, &ring, renewed && kept.is_some())?;
            *boxes = Boxes { restricted: if renewed { filled.restricted } else { kept }, ..filled };
        }
        Ok(renewed)
    }

    /// Takes from an officer what opens restricted bytes, or gives it; [`Self::turn`] is what
    /// makes sure of the former.
    pub fn limit(&mut self, ring: &Ring, clerk: Id, restricted: bool) -> Result<(), Fault> {
        for slot in self.slots.iter_mut().filter(|slot| slot.clerk == clerk) {
            slot.boxes = Boxes::fill(slot.boxes.to, ring, restricted)?;
        }
        Ok(())
    }

    /// Has another recovery code open the store; the one before does not any more.
    pub fn recover_by(&mut self, ring: &Ring, code: &Recovery) -> Result<(), Fault> {
        self.recovery = Boxes::fill(code_pair(code).public(), ring, true)?;
        self.noted = true;
        Ok(())
    }
}

/// What a deed about the keys gives as its reason, and [`noted_in`] reads.
#[must_use]
pub fn note_of(serial: u64, besides: &str) -> String {
    let besides = if besides.is_empty() { String::new() } else { format!("; {besides}") };
    format!("{NOTED}{serial}{besides}")
}

/// The serial of the file of which an entry of the journal tells.
#[must_use]
pub fn noted_in(entry: &Entry) -> Option<u64> {
    let told = entry.why.starts_with(ACT).then(|| entry.reason.strip_prefix(NOTED))??;
    told.split(';').next()?.parse().ok()
}

/// What seals the file itself.
fn seal_key(epoch: &Epoch) -> Result<Key, Fault> {
    Key::of(cipher::derived(epoch.general.secret(), b"berkas kunci"))
}

fn code_pair(code: &Recovery) -> Pair {
    let long = cipher::digest(&[b"loket kode pemulihan", code.bytes()]);
    Pair::of(&cipher::derived(&long, b"kode pemulihan"))
}

/// A recovery code that there never was.
pub fn fresh_code() -> Result<Recovery, Fault> {
    Ok(Recovery::of(*cipher::random::<20>()?))
}
