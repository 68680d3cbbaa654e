//! How one officer comes in: what their passphrase opens, and what that opens.
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{
    domain::{id::Id, passphrase::Passphrase},
    fault::Fault,
    store::{
        cipher::{self, Cost, Pair, Public, Secret},
        entry::Bytes,
        vault::Ring,
    },
};

/// Something in the file does not open as it should.
pub const BROKEN: Fault = Fault::Unreadable { table: "kunci", version: 1 };

/// What opens the newest epoch, sealed for somebody.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Boxes {
    pub to: Public,
    pub general: Bytes,
    pub restricted: Option<Bytes>,
}

/// How one officer comes in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Slot {
    pub clerk: Id,
    /// A hash of the officer's code, so that the code itself does not stand here.
    code: [u8; 32],
    salt: [u8; 16],
    cost: Cost,
    /// The secret half of the officer's pair.
    secret: Bytes,
    pub boxes: Boxes,
}

/// An officer who is to get a slot.
#[derive(Debug, Clone, Copy)]
pub struct Holder<'a> {
    pub clerk: Id,
    pub code: &'a str,
    pub passphrase: &'a Passphrase,
    pub cost: Cost,
}

impl Boxes {
    /// Seals the newest keys of a ring for somebody; what opens restricted bytes only where it is
    /// there and wanted.
    pub fn fill(to: Public, ring: &Ring, restricted: bool) -> Result<Self, Fault> {
        let newest = ring.newest().ok_or(BROKEN)?;
        let general = cipher::seal_for(&to, b"kunci umum", &**newest.general.secret())?;
        let pair = newest.restricted.as_ref().filter(|_| restricted);
        let restricted = pair
            .map(|pair| cipher::seal_for(&to, b"kunci terbatas", &*pair.secret()).map(Bytes))
            .transpose()?;
        Ok(Self { to, general: Bytes(general), restricted })
    }
}

impl Slot {
    /// A slot for the officer's pair that this passphrase opens.
    pub fn locked(holder: &Holder<'_>, pair: &Pair, boxes: Boxes) -> Result<Self, Fault> {
        let salt = *cipher::random::<16>()?;
        let opener = cipher::stretched(holder.passphrase.as_str(), &salt, holder.cost)?;
        let secret = cipher::seal_once(&opener, b"kunci petugas", &*pair.secret());
        let mut slot = Self {
            clerk: holder.clerk,
            code: [0; 32],
            salt,
            cost: holder.cost,
            secret: Bytes(secret),
            boxes,
        };
        slot.code = fingerprint(holder.code, &slot);
        Ok(slot)
    }

    /// The officer's pair, if that is the passphrase.
    pub fn unlocked(&self, passphrase: &Passphrase) -> Result<Option<Pair>, Fault> {
        let opener = cipher::stretched(passphrase.as_str(), &self.salt, self.cost)?;
        let opened = cipher::open_once(&opener, b"kunci petugas", &self.secret.0);
        opened.map(|bytes| Ok(Pair::of(&*secret(Some(bytes))?))).transpose()
    }

    /// Whether it is the slot of that code.
    #[must_use]
    pub fn bears(&self, code: &str) -> bool {
        self.code == fingerprint(code, self)
    }
}

fn fingerprint(code: &str, slot: &Slot) -> [u8; 32] {
    cipher::digest(&[b"loket petugas", &slot.salt, code.as_bytes()])
}

/// The secret that was opened, if it is one.
pub fn secret(opened: Option<Vec<u8>>) -> Result<Secret, Fault> {
    let bytes = Zeroizing::new(opened.ok_or(BROKEN)?);
    Ok(Zeroizing::new(bytes.as_slice().try_into().map_err(|_| BROKEN)?))
}
