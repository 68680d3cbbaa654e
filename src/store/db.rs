//! The store: its one write door, and how it is opened.
use std::{path::Path, sync::Arc};

use crate::{
    domain::clerk::Stamp,
    fault::Fault,
    store::{
        anchor::Anchors,
        codec,
        entry::Entry,
        erasing::{self, Erased, Erasing},
        ground::Ground,
        journal::{Draft, Journal},
        keeper::Keeper,
        lock::Lock,
        present::{Base, Present},
        recover,
        roll::Step,
        segment::Segments,
        vault::Vault,
        vouch,
    },
};

pub use crate::store::{change::Change, reader::Reader, recover::Opening};

/// What opening found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Opened {
    /// The last sequence that is true.
    pub sequence: u64,
    /// Whether a change was cut off while it was written; it was never told to be saved.
    pub torn: bool,
    /// Whether the index was made anew.
    pub rebuilt: bool,
    /// The first sequence that is damaged. Everything can be read, nothing be saved.
    pub read_only: Option<u64>,
    /// Whether the index cannot be used and everything is answered from memory.
    pub degraded: bool,
}

/// Writes. There is one, and whoever holds it is the only writer.
#[derive(Debug)]
pub struct Store {
    reader: Reader,
    present: Arc<Present>,
    journal: Journal,
    keeper: Keeper,
    _lock: Lock,
}

impl Store {
    /// Opens the store in a folder; an empty or missing one becomes an empty store.
    pub fn open(
        folder: &Path,
        vault: &Vault,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(Self, Opened), Fault> {
        Self::open_under(Lock::take(folder)?, folder, vault, told)
    }

    /// The same under a lock that is held already: whoever comes second is refused before a
    /// passphrase is worked on.
    pub fn open_under(
        lock: Lock,
        folder: &Path,
        vault: &Vault,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(Self, Opened), Fault> {
        let device = |why| Fault::Device { name: "folder data", why };
        told(Opening::Journal);
        let mut anchors = Anchors::read(folder);
        let segments = Segments::open(folder.join("jurnal")).map_err(device)?;
        let (mut journal, found) = Journal::open(segments.clone(), vault.clone(), &anchors)?;
        let ground = Ground { folder: folder.to_owned(), segments, vault: vault.clone() };
        let sound = found.damaged.is_none() && !found.refused;
        let resumed = sound && erasing::resume(&ground, found.last.sequence)?;
        if resumed {
            journal.reopen();
        }
        let recovered = recover::recover(&ground, &found, told)?;
        if resumed && recovered.damaged.is_none() {
            erasing::done(&ground).map_err(device)?;
        }
        let mut read_only = recovered.damaged;
        if let Some(sequence) = read_only {
            journal.shut(sequence);
        } else if found.refused || anchors.write(found.last, false).is_err() {
            journal.refuse();
            read_only = Some(found.last.sequence + 1);
        }
        let opened = Opened {
            sequence: recovered.roll.sequence,
            torn: found.torn,
            rebuilt: recovered.rebuilt,
            read_only,
            degraded: matches!(recovered.base, Base::Memory),
        };
        let present = Arc::new(Present::new(ground, recovered.base, recovered.roll));
        let anchors = read_only.is_none().then_some(anchors);
        let keeper = Keeper::start(Arc::clone(&present), anchors, found.last)?;
        let reader = Reader::new(Arc::clone(&present));
        Ok((Self { reader, present, journal, keeper, _lock: lock }, opened))
    }

    /// Seals with the newest keys what the index seals for itself.
    pub fn reseal(&self) {
        self.present.reseal();
    }

    /// Reads what this store keeps.
    #[must_use]
    pub const fn read(&self) -> &Reader {
        &self.reader
    }

    /// Returns the change's sequence once it is on the disk; from then on every reader sees it.
    ///
    /// After a fault nothing of it is seen. If that fault is [`Fault::Journal`], nothing can be
    /// saved until the store is opened again; only then is it known whether the disk had kept it.
    pub fn commit(&mut self, change: Change, stamp: Stamp) -> Result<u64, Fault> {
        let entries = change.plan(|key| self.present.find(key))?;
        if entries.is_empty() {
            return Ok(self.present.sequence());
        }
        let packed = entries.iter().map(codec::pack).collect::<Result<_, _>>()?;
        let draft = Draft { stamp, entries: packed };
        let place = self.journal.append(&draft)?;
        let frames = entries.len() as u64;
        let first = place.sequence + 1 - frames;
        let steps: Vec<Step> = entries.into_iter().zip(first..).flat_map(steps).collect();
        self.present.commit(&steps, place.sequence);
        self.keeper.take(steps, place, frames);
        if let Some(number) = self.journal.wanted() {
            self.keeper.prepare(number);
        }
        Ok(place.sequence)
    }

    /// Erases records for good. The change itself is durable when this returns, or has not happened
    /// where it is a fault; what of the rest could not be done is done by the next opening.
    pub fn erase(&mut self, erasing: &Erasing, stamp: Stamp) -> Result<Erased, Fault> {
        let plan = erasing::plan(&self.present, erasing)?;
        let frames = plan.blanks.len();
        let blanks = plan.blanks.clone();
        let ground = self.present.ground().clone();
        erasing::announce(&ground).map_err(Fault::Journal)?;
        let draft = Draft { stamp, entries: plan.entries.clone() };
        let place = self.journal.append_erasure(&draft)?;
        let first = place.sequence + 1 - draft.entries.len() as u64;
        let steps = plan.steps(first);
        self.present.commit(&steps, place.sequence);
        self.keeper.take(steps, place, place.sequence + 1 - first);
        let blanked = vouch::blank(&ground.segments, &blanks);
        self.journal.reopen();
        let finished = blanked.is_ok()
            && self.keeper.rest()
            && self.present.renew(recover::anew).is_ok()
            && !self.present.degraded()
            && erasing::sweep(&ground).is_ok();
        if finished {
            self.present.file_roll(0);
            let _ = erasing::done(&ground);
        }
        Ok(Erased { sequence: place.sequence, frames, finished })
    }
}

impl Drop for Store {
    /// Brings everything into the index and says in an anchor that the store was closed.
    fn drop(&mut self) {
        if self.keeper.finish() {
            self.present.close();
        }
    }
}

/// What the index must do for the entry of that sequence.
fn steps((entry, sequence): (Entry, u64)) -> Vec<Step> {
    entry.puts.into_iter().map(|put| Step::new(sequence, put.key, put.new)).collect()
}
