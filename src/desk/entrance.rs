//! Coming in: an officer's code and passphrase open the desk.
//!
//! # Why
//! Whether the code or the passphrase was wrong is not told, and each wrong try is on the disk
//! before the answer is on the screen. A desk without keys exists only until the first office is
//! founded, and nothing of a resident is ever saved there.
use std::path::Path;

pub use crate::{
    desk::pass::{Pass, admitted},
    store::{
        cipher::Cost,
        db::{Opened as Found, Opening},
        gate::{Gate, look as gate},
    },
};

use crate::{
    desk::{
        counter::{Clock, Desk, PRACTICE},
        keys,
    },
    domain::{id::Id, recovery::Recovery, reject::Reject},
    fault::Fault,
    form::passphrase::RECOVERY,
    store::{db::Opened, exchange, keys::Keys, lock::Lock, tries::Tries, vault::Vault},
};

impl Desk {
    /// Opens the desk on a folder in which there is no office yet.
    pub fn open(
        folder: &Path,
        clock: Clock,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(Self, Opened), Fault> {
        match gate(folder)? {
            Gate::New => {
                let lock = Lock::take(folder)?;
                Self::furnish(folder, (lock, Vault::open_house()?), clock, told)
            }
            Gate::Sealed | Gate::Unsealed => Err(Fault::Sealed),
        }
    }

    /// Opens the desk of an office for the officer whose passphrase this is.
    pub fn enter(
        folder: &Path,
        pass: &Pass,
        clock: Clock,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(Self, Opened), Fault> {
        let lock = Lock::take(folder)?;
        exchange::finish(folder, told)?;
        let (clerk, ring) = admitted(folder, pass, clock)?;
        let (mut desk, opened) = Self::furnish(folder, (lock, Vault::of(ring)), clock, told)?;
        match opened.read_only {
            _ if desk.seat(clerk) => Ok((desk, opened)),
            // Who this is stands in what is damaged.
            Some(sequence) => Err(Fault::Damaged { sequence }),
            None => Err(Fault::Unknown),
        }
    }

    /// Opens the desk with the code from the safe: the officer of that pass comes in with its
    /// passphrase from now on, and with no right more than before. `cost` is how dear one guess of
    /// that passphrase is.
    ///
    /// The code counts until another one was noted ([`keys::take_recovery`]); until then the office
    /// is reminded of it, for whoever read it can come in again.
    pub fn recover(
        folder: &Path,
        (code, pass): (&Recovery, &Pass),
        (clock, cost): (Clock, Cost),
        told: &mut dyn FnMut(Opening),
    ) -> Result<Recovered, Fault> {
        let lock = Lock::take(folder)?;
        exchange::finish(folder, told)?;
        let (keys, _) = Keys::read(folder)?.ok_or(Fault::Missing { what: "berkas kunci" })?;
        let (mut tries, counted) = (Tries::read(folder), Id::named("pemulihan"));
        tries.allow(counted, clock.now())?;
        let Some(ring) = keys.recover(code)? else {
            tries.wrong(counted, clock.now())?;
            return Err(Fault::Rejected { field: RECOVERY.id, why: Reject::NotRecovery });
        };
        let (mut desk, _) = Self::furnish(folder, (lock, Vault::of(ring)), clock, told)?;
        desk.set_cost(cost);
        let clerk = pass.officer(desk.book.directory.clerks.values())?;
        tries.right(counted)?;
        tries.right(clerk.id)?;
        desk.seat(clerk.id);
        keys::recover(&mut desk, &clerk, &pass.passphrase)?;
        let unnoted = desk.session.unnoted;
        drop(desk);
        // By their own door: the code opens also what this officer may not.
        let pass = Pass { code: Some(clerk.code), passphrase: pass.passphrase.clone() };
        let (mut desk, found) = Self::enter(folder, &pass, clock, told)?;
        desk.set_cost(cost);
        desk.session.unnoted = unnoted;
        let recovery = keys::new_recovery(&desk).ok();
        Ok(Recovered { desk, found, recovery })
    }
}

/// A desk that was opened with the code from the safe.
#[derive(Debug)]
pub struct Recovered {
    pub desk: Desk,
    pub found: Opened,
    /// A code in place of the one that was used, if this officer may renew it. It opens nothing
    /// until it was noted.
    pub recovery: Option<Recovery>,
}

/// Whether a folder holds a practice desk.
#[must_use]
pub fn is_practice(folder: &Path) -> bool {
    folder.join(PRACTICE).exists()
}
