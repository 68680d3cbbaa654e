//! The store: its one write door, and how it is opened.
use std::{path::Path, sync::Arc};

use crate::{
    domain::clerk::Stamp,
    fault::Fault,
    store::{
        anchor::Anchors,
        batch::Batch,
        codec,
        entry::{Entry, Put},
        erasing::{self, Erased, Erasing},
        ground::Ground,
        journal::{Draft, Journal},
        keeper::Keeper,
        lock::Lock,
        present::{Base, Present},
        recover,
        roll::{Step, Trace},
        segment::Segments,
        vault::Vault,
        vouch,
        walk::{self, Place},
    },
};

pub use crate::store::{change::Change, reader::Reader, recover::Opening};

/// More frames than this at once are not held in memory.
const MANY: u64 = 64;

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
    /// Those of a store that is read only, for the time when it can be written again.
    anchors: Option<Anchors>,
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
        let (mut journal, mut found) = Journal::open(segments.clone(), vault.clone(), &anchors)?;
        let ground = Ground::of(folder, segments, vault);
        if journal.is_full() && ground.ballast.free() {
            // What was refused is tried again below, now that there is room.
            found.refused = journal.reopen().is_err();
        }
        let sound = found.damaged.is_none() && !found.refused;
        let resumed = sound && erasing::resume(&ground, found.last.sequence)?;
        if resumed {
            journal.refill();
        }
        let recovered = recover::recover(&ground, &found, told)?;
        if resumed && recovered.damaged.is_none() {
            erasing::done(&ground).map_err(device)?;
        }
        let mut read_only = recovered.damaged;
        if let Some(sequence) = read_only {
            journal.shut(sequence);
        } else if found.refused || !anchored(&mut anchors, found.last, &ground) {
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
        let present = Arc::new(Present::new(ground, recovered.base, recovered.roll, found.last));
        let (anchors, spare) =
            if read_only.is_none() { (Some(anchors), None) } else { (None, Some(anchors)) };
        let keeper = Keeper::start(Arc::clone(&present), anchors, found.last)?;
        let reader = Reader::new(Arc::clone(&present));
        Ok((Self { reader, present, journal, keeper, anchors: spare, _lock: lock }, opened))
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
    /// After a fault nothing of it is seen. A disk that refused is looked at again at once: where
    /// the change is whole there, it is true and no fault; where it is not, the next change can be
    /// saved; and while the disk cannot be judged, nothing is saved and the next change begins with
    /// looking. Should that find that the one before had been kept after all, it says
    /// [`Fault::Landed`], and the new change is not made.
    pub fn commit(&mut self, change: Change, stamp: Stamp) -> Result<u64, Fault> {
        self.alone()?;
        let entries = change.plan(|key| self.present.find(key))?;
        if entries.is_empty() {
            return Ok(self.present.sequence());
        }
        let packed = entries.iter().map(codec::pack).collect::<Result<_, _>>()?;
        let since = self.present.sequence();
        if !self.journal.is_open() && self.reopen()? > since {
            return Err(Fault::Landed { since });
        }
        let Some(place) = self.append(&Draft { stamp, entries: packed })? else {
            return Ok(self.present.sequence());
        };
        let frames = entries.len() as u64;
        let first = place.sequence + 1 - frames;
        let steps: Vec<Step> = entries.into_iter().zip(first..).flat_map(steps).collect();
        self.present.commit(&steps, place);
        self.keeper.take(steps, place, frames);
        if let Some(number) = self.journal.wanted() {
            self.keeper.prepare(number);
        }
        Ok(place.sequence)
    }

    /// Refuses while a large change is being written: nothing may stand among its frames.
    const fn alone(&self) -> Result<(), Fault> {
        if self.is_underway() { Err(Fault::Underway) } else { Ok(()) }
    }

    /// Whether a large change is being written.
    #[must_use]
    pub const fn is_underway(&self) -> bool {
        self.journal.is_begun()
    }

    /// Begins a change of any size; until it is ended or abandoned nothing else can be saved.
    pub fn begin(&mut self, why: &'static str, stamp: Stamp) -> Result<Batch, Fault> {
        self.alone()?;
        let since = self.present.sequence();
        if !self.journal.is_open() && self.reopen()? > since {
            return Err(Fault::Landed { since });
        }
        self.journal.begin();
        self.present.backlog().set_underway(true);
        Ok(Batch::new(why, stamp, since))
    }

    /// Adds records to a large change, none of which it has changed before. After a fault it can
    /// only be abandoned.
    pub fn add(&mut self, batch: &mut Batch, change: Change) -> Result<(), Fault> {
        for (key, new) in change.puts() {
            let put = Batch::put(key, self.present.find(key)?, new);
            if let Some(entry) = put.and_then(|put| batch.take(put)) {
                self.append_part(batch, &entry, true)?;
            }
        }
        Ok(())
    }

    /// Makes a large change true with all its frames; returns the sequence of the last one.
    ///
    /// As with [`Self::commit`], what the disk refused and kept all the same is no fault. Only one
    /// such change waits for the index at a time; so this one waits for the one before, which has
    /// mostly arrived while this one was written.
    pub fn end(&mut self, mut batch: Batch) -> Result<u64, Fault> {
        if !self.keeper.rest() {
            self.abandon(batch)?;
            return Err(Fault::Underway);
        }
        let entry = batch.rest();
        let written = self.append_part(&mut batch, &entry, false);
        self.present.backlog().set_underway(false);
        match written {
            Ok(place) => {
                self.present.admit(&batch.traces, (batch.since, place));
                self.keeper.follow(place);
                Ok(place.sequence)
            }
            Err(Fault::Journal(why)) if !self.journal.is_open() => match self.reopen() {
                Ok(sequence) if sequence > batch.since => Ok(sequence),
                _ => Err(Fault::Journal(why)),
            },
            Err(fault) => {
                self.journal.abandon()?;
                Err(fault)
            }
        }
    }

    /// Clears away a large change that is not to be after all.
    pub fn abandon(&mut self, _batch: Batch) -> Result<(), Fault> {
        self.present.backlog().set_underway(false);
        self.journal.abandon()
    }

    fn append_part(
        &mut self,
        batch: &mut Batch,
        entry: &Entry,
        more: bool,
    ) -> Result<Place, Fault> {
        let draft = Draft { stamp: batch.stamp, entries: vec![codec::pack(entry)?] };
        let place = match self.journal.append_part(&draft, batch.parts, more) {
            Err(Fault::Journal(why)) if self.journal.is_open() => {
                // Nothing was written: with the room that is given back it may be tried anew.
                let ballast = &self.present.ground().ballast;
                if !(ballast.heed(&why) && ballast.free()) {
                    return Err(Fault::Journal(why));
                }
                self.journal.append_part(&draft, batch.parts, more)?
            }
            appended => appended?,
        };
        batch.wrote(entry, place.sequence);
        if let Some(number) = self.journal.wanted() {
            self.keeper.prepare(number);
        }
        Ok(place)
    }

    /// Writes a change; nothing where the disk refused it and had kept it all the same.
    fn append(&mut self, draft: &Draft) -> Result<Option<Place>, Fault> {
        let why = match self.journal.append(draft) {
            Err(Fault::Journal(why)) => why,
            appended => return appended.map(Some),
        };
        let ballast = &self.present.ground().ballast;
        let freed = ballast.heed(&why) && ballast.free();
        if self.journal.is_open() {
            // Nothing was written yet: with the room that was given back it may be tried anew.
            return if freed {
                self.journal.append(draft).map(Some)
            } else {
                Err(Fault::Journal(why))
            };
        }
        let since = self.present.sequence();
        match self.reopen() {
            Ok(sequence) if sequence > since => Ok(None),
            _ => Err(Fault::Journal(why)),
        }
    }

    /// Looks again at a journal that the disk refused to write, and returns the last sequence that
    /// is true. A change that was refused and had been kept all the same is seen from now on.
    pub fn reopen(&mut self) -> Result<u64, Fault> {
        let since = self.present.sequence();
        let place = self.journal.reopen()?;
        let (mut kept, mut frames) = (vec![], 0);
        let range = (since, place.sequence);
        if place.sequence - since > MANY {
            return self.land(range, place);
        }
        walk::replay(self.present.ground().journal(), range, &mut |header, entry| {
            kept.extend(steps((entry, header.sequence)));
            frames += 1;
            Ok(())
        })
        .inspect_err(|_| self.journal.shut(since + 1))?;
        if frames > 0 {
            self.present.commit(&kept, place);
            self.keeper.take(kept, place, frames);
        }
        if let Some(anchors) = self.anchors.take() {
            self.keeper.anchor(anchors);
        }
        Ok(place.sequence)
    }

    /// Makes a large change visible that was kept by a disk that had refused it.
    fn land(&mut self, range: (u64, u64), place: Place) -> Result<u64, Fault> {
        let mut traces = vec![];
        walk::replay(self.present.ground().journal(), range, &mut |header, entry| {
            let there = |put: &Put| put.new.is_some();
            let sequence = header.sequence;
            traces.extend(entry.puts.iter().map(|put| Trace {
                key: put.key,
                sequence,
                there: there(put),
            }));
            Ok(())
        })
        .inspect_err(|_| self.journal.shut(range.0 + 1))?;
        self.present.admit(&traces, (range.0, place));
        if let Some(anchors) = self.anchors.take() {
            self.keeper.anchor(anchors);
        }
        self.keeper.follow(place);
        Ok(place.sequence)
    }

    /// Erases records for good. The change itself is durable when this returns, or has not happened
    /// where it is a fault; what of the rest could not be done is done by the next opening.
    pub fn erase(&mut self, erasing: &Erasing, stamp: Stamp) -> Result<Erased, Fault> {
        self.alone()?;
        let since = self.present.sequence();
        if !self.journal.is_open() && self.reopen()? > since {
            return Err(Fault::Landed { since });
        }
        let plan = erasing::plan(&self.present, erasing)?;
        let blanks = plan.blanks.clone();
        let (frames, first) = (blanks.len(), blanks.values().map(|blank| blank.sequence).min());
        let ground = self.present.ground().clone();
        erasing::announce(&ground).map_err(Fault::Journal)?;
        let draft = Draft { stamp, entries: plan.entries.clone() };
        let place = self.journal.append_erasure(&draft)?;
        let begins = place.sequence + 1 - draft.entries.len() as u64;
        let steps = plan.steps(begins);
        self.present.commit(&steps, place);
        self.keeper.take(steps, place, place.sequence + 1 - begins);
        let blanked = vouch::blank(&ground.segments, &blanks);
        self.journal.refill();
        let finished = blanked.is_ok()
            && self.keeper.rest()
            && self.present.renew(recover::anew).is_ok()
            && !self.present.degraded()
            && erasing::sweep(&ground).is_ok();
        if finished {
            self.present.file_roll(0);
            let _ = erasing::done(&ground);
        }
        Ok(Erased { sequence: place.sequence, frames, first: first.unwrap_or_default(), finished })
    }

    /// Whether nothing can be saved just now.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        !self.journal.is_open()
    }

    /// The state that this store shares with its readers, for a check beside them.
    #[must_use]
    pub fn present(&self) -> Arc<Present> {
        Arc::clone(&self.present)
    }
}

/// Whether the first anchor could be written; a full disk is given room once.
fn anchored(anchors: &mut Anchors, last: Place, ground: &Ground) -> bool {
    let ballast = &ground.ballast;
    match anchors.write(last, false) {
        Err(why) if ballast.heed(&why) && ballast.free() => anchors.write(last, false).is_ok(),
        written => written.is_ok(),
    }
}

impl Drop for Store {
    /// Brings everything into the index and says in an anchor that the store was closed.
    fn drop(&mut self) {
        // What cannot be cleared now is cleared when the store is opened next.
        let _ = self.journal.abandon();
        if self.keeper.finish() {
            self.present.close();
        }
    }
}

/// What the index must do for the entry of that sequence.
fn steps((entry, sequence): (Entry, u64)) -> Vec<Step> {
    entry.puts.into_iter().map(|put| Step::new(sequence, put.key, put.new)).collect()
}
