//! An office that the program founded, and whose passphrase is then made cheap to try.
//!
//! # Why
//! A passphrase costs a desk a fifth of a second, and these tests open thousands of desks. So its
//! slot is locked once more with next to nothing; what the program does with it is the same.
use std::path::Path;

use loket::{
    domain::passphrase::Passphrase,
    store::{
        cipher::Cost,
        keys::{Holder, Keys, Shut},
    },
};

use crate::harsh::run::{Ended, FOUND, OFFICER, ended, loket};

/// Founds an office, and makes its passphrase cheap.
pub fn found(folder: &Path) {
    ended(loket(folder, &FOUND), "").and_then(Ended::well).unwrap();
    cheapen(folder);
}

/// Founds an office where its founding was cut off; one that is there already is as good.
pub fn found_anew(folder: &Path) -> Result<(), String> {
    let end = ended(loket(folder, &FOUND), "")?.calm()?;
    let there = end.status == Some(1) && end.told.contains("sudah berisi");
    if end.status == Some(0) || there {
        Ok(())
    } else {
        Err(format!("tidak dapat disiapkan: {end:?}"))
    }
}

/// Locks the slot of the only officer with the same passphrase and next to no work.
pub fn cheapen(folder: &Path) {
    relock(folder, OFFICER.1, OFFICER.1);
}

/// Locks the slot of the only officer, whom one passphrase lets in, with another one.
pub fn relock(folder: &Path, old: &str, new: &str) {
    let [old, new]: [Passphrase; 2] = [old, new].map(|typed| typed.parse().unwrap());
    let (mut keys, _) = Keys::read(folder).unwrap().unwrap();
    let clerk = keys.whose(Some(OFFICER.0)).unwrap();
    let ring = keys.open(clerk, &old).unwrap();
    let holder = Holder { clerk, code: OFFICER.0, passphrase: &new, cost: Cost::trifle() };
    keys.change(&old, &holder).unwrap();
    keys.write(folder, &ring).unwrap();
}

/// Whether a passphrase lets the only officer in.
pub fn lets_in(folder: &Path, passphrase: &str) -> Result<bool, String> {
    let passphrase = passphrase.parse().unwrap();
    let read = Keys::read(folder).map_err(|fault| fault.to_string())?;
    let (keys, _) = read.ok_or("tidak ada kunci")?;
    let clerk = keys.whose(Some(OFFICER.0)).ok_or("petugas tidak dikenal")?;
    match keys.open(clerk, &passphrase) {
        Ok(_) => Ok(true),
        Err(Shut::Wrong(_)) => Ok(false),
        Err(shut) => Err(format!("{shut:?}")),
    }
}
