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
    domain::{id::Id, recovery::Recovery},
    fault::Fault,
    store::{
        db::Opened,
        exchange,
        keys::{Keys, fresh_code},
        lock::Lock,
        tries::Tries,
        vault::Vault,
    },
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
    /// passphrase from now on. Whoever copied the code from the safe keeps nothing: another one is
    /// returned, which counts once it stands on paper.
    pub fn recover(
        folder: &Path,
        (code, pass): (&Recovery, &Pass),
        clock: Clock,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(Self, Opened, Recovery), Fault> {
        let lock = Lock::take(folder)?;
        let (keys, _) = Keys::read(folder)?.ok_or(Fault::Missing { what: "berkas kunci" })?;
        let (mut tries, counted) = (Tries::read(folder), Id::named("pemulihan"));
        tries.allow(counted, clock.now())?;
        let Some(ring) = keys.recover(code)? else {
            tries.wrong(counted, clock.now())?;
            return Err(Fault::Unknown);
        };
        let (mut desk, opened) = Self::furnish(folder, (lock, Vault::of(ring)), clock, told)?;
        let officers = &desk.book.directory.clerks;
        let mut fitting = officers.values().filter(|clerk| {
            clerk.active && pass.code.as_ref().is_none_or(|code| clerk.code == *code)
        });
        let (Some(clerk), None) = (fitting.next().cloned(), fitting.next()) else {
            return Err(Fault::Unknown);
        };
        tries.right(counted)?;
        desk.seat(clerk.id);
        keys::admit(&mut desk, &clerk, &pass.passphrase)?;
        Ok((desk, opened, fresh_code()?))
    }
}

/// Whether a folder holds a practice desk.
#[must_use]
pub fn is_practice(folder: &Path) -> bool {
    folder.join(PRACTICE).exists()
}
