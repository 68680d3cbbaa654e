//! How often somebody tried the wrong passphrase; kept over restarts.
//!
//! # Why
//! The file lies beside the data and anyone who copies the folder can do without it: against them
//! stands the passphrase itself, and what one guess costs. It is for whoever sits down at the PC
//! while the officer is away.
use std::{collections::BTreeMap, fs, path::PathBuf};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{id::Id, moment::Moment},
    fault::Fault,
    store::{codec, sync},
};

/// Wrong passphrases in a row before nothing more is tried for a while (`storage.md`, sealing).
const MOST: u32 = 6;

/// That while, in milliseconds: half an hour.
const PAUSE: i64 = 30 * 60_000;

/// The wrong tries, by officer; those under unknown codes count together.
#[derive(Debug)]
pub struct Tries {
    path: PathBuf,
    counted: BTreeMap<Id, Count>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Count {
    wrong: u32,
    last: Moment,
}

impl Tries {
    /// The tries that are kept in a folder.
    #[must_use]
    pub fn read(folder: &std::path::Path) -> Self {
        let path = folder.join("kunci.coba");
        let counted = fs::read(&path).ok().and_then(|bytes| codec::unpack(&bytes));
        Self { path, counted: counted.unwrap_or_default() }
    }

    /// Refuses while the pause lasts. A clock that was set back makes it no shorter.
    pub fn allow(&mut self, who: Id, now: Moment) -> Result<(), Fault> {
        let Some(count) = self.counted.get_mut(&who).filter(|count| count.wrong >= MOST) else {
            return Ok(());
        };
        count.last = count.last.min(now);
        let left = PAUSE - (now.0 - count.last.0);
        if left > 0 {
            let minutes = u32::try_from((left + 59_999) / 60_000).unwrap_or(u32::MAX);
            return Err(Fault::Waiting { minutes });
        }
        self.counted.remove(&who);
        Ok(())
    }

    /// Notes a wrong try, before anyone is told.
    pub fn wrong(&mut self, who: Id, now: Moment) -> Result<(), Fault> {
        let count = self.counted.entry(who).or_insert(Count { wrong: 0, last: now });
        count.wrong += 1;
        count.last = now;
        self.write()
    }

    /// Notes that the right passphrase was given.
    pub fn right(&mut self, who: Id) -> Result<(), Fault> {
        if self.counted.remove(&who).is_some() { self.write() } else { Ok(()) }
    }

    fn write(&self) -> Result<(), Fault> {
        let bytes = codec::pack(&self.counted)?;
        sync::write_atomically(&self.path, &bytes)
            .map_err(|why| Fault::Device { name: "folder data", why })
    }
}
