//! Brings the index to where the journal is, or makes it anew, or does without it.
//!
//! # Why
//! The journal decides, but an index can also bear witness against it: what the index holds was in the journal
//! first, so an index that is whole and *ahead* means that frames are missing from the journal's
//! end. Rebuilding it would throw away the only copy; so that store is shown as the index has it, read only.
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    fault::Fault,
    store::{
        entry::Key,
        index::{BATCH, Index, Step, Trouble},
        overlay::{Overlay, Written},
        present::{Base, suspicion},
        segment::Segments,
        vault::Vault,
        walk,
    },
};

/// What opening is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Reads the end of the journal.
    Journal,
    /// Opens and checks the index.
    Index,
    /// Makes the index anew from the journal: frames done, of how many.
    Rebuild { done: u64, of: u64 },
}

/// Bytes of records that are gathered before they go into the index.
const WINDOW: usize = 4 << 20;

/// What to recover from.
pub struct Ground<'a> {
    /// The folder of the index.
    pub folder: PathBuf,
    pub segments: &'a Segments,
    pub vault: Vault,
    /// The journal's last sequence.
    pub last: u64,
    /// The first sequence of the journal that is damaged.
    pub damaged: Option<u64>,
}

/// What came of it.
pub struct Recovered {
    pub base: Base,
    pub overlay: Overlay,
    /// The last sequence that base and overlay hold.
    pub sequence: u64,
    /// The first sequence of the journal that is damaged or missing, as far as it is known now.
    pub damaged: Option<u64>,
    pub rebuilt: bool,
}

impl Ground<'_> {
    /// Opens the index and brings it to the journal's last sequence.
    pub fn recover(&self, told: &mut dyn FnMut(Opening)) -> Result<Recovered, Fault> {
        told(Opening::Index);
        let there = self.folder.exists();
        if self.damaged.is_some() && (!there || suspicion(&self.folder).exists()) {
            return self.remember();
        }
        if suspicion(&self.folder).exists() {
            return self.rebuild(told);
        }
        match Index::open(&self.folder, self.vault) {
            Ok((index, tally)) if tally.sequence >= self.last => {
                let ahead = tally.sequence > self.last;
                let damaged = self.damaged.or(ahead.then_some(self.last + 1));
                Ok(Recovered { sequence: tally.sequence, damaged, ..holding(index, false) })
            }
            Ok((index, tally)) if self.damaged.is_some() => {
                let mut overlay = Overlay::default();
                let (sequence, damaged) = self.load(tally.sequence, &mut overlay)?;
                Ok(Recovered { overlay, sequence, damaged, ..holding(index, false) })
            }
            Ok((index, tally)) => match self.follow(&index, tally.sequence, told) {
                Ok(()) => Ok(Recovered { sequence: self.last, ..holding(index, !there) }),
                Err(Fault::Index(_)) => {
                    drop(index);
                    self.rebuild(told)
                }
                Err(Fault::Damaged { .. }) => self.remember(),
                Err(other) => Err(other),
            },
            Err(Trouble::Disk(_)) => self.remember(),
            Err(Trouble::Broken(_)) if self.damaged.is_some() => self.remember(),
            Err(Trouble::Broken(_)) => self.rebuild(told),
        }
    }

    /// Sets the index aside and makes it anew; where that cannot be, does without it.
    fn rebuild(&self, told: &mut dyn FnMut(Opening)) -> Result<Recovered, Fault> {
        let made = set_aside(&self.folder).map_err(Trouble::Disk);
        let Ok((index, _)) = made.and_then(|()| Index::open(&self.folder, self.vault)) else {
            return self.remember();
        };
        match self.follow(&index, 0, told) {
            Ok(()) => Ok(Recovered { sequence: self.last, ..holding(index, true) }),
            Err(Fault::Index(_) | Fault::Damaged { .. }) => self.remember(),
            Err(other) => Err(other),
        }
    }

    /// Brings the index from one sequence to the journal's last.
    fn follow(
        &self,
        index: &Index,
        after: u64,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(), Fault> {
        if after == self.last {
            return Ok(());
        }
        let refused = |_| Fault::Index("tidak dapat disusun".to_owned());
        let mut window = BTreeMap::new();
        let mut weight = 0;
        walk::replay((self.segments, self.vault), (after, self.last), &mut |header, entry| {
            for put in entry.puts {
                weight += put.new.as_ref().map_or(0, |new| new.0.len()) + 100;
                let written = Written::from_put(header.sequence, put.new);
                let step = Step { key: put.key, before: put.before, written: written.clone() };
                window.entry(put.key).or_insert(step).written = written;
            }
            if weight > WINDOW || header.sequence == self.last {
                weight = 0;
                fill(index, std::mem::take(&mut window), header.sequence).map_err(refused)?;
                told(Opening::Rebuild { done: header.sequence, of: self.last });
            }
            Ok(())
        })?;
        index.flush().map_err(refused)
    }

    /// Does without an index: everything the journal can tell, in memory. Nothing is changed on the disk.
    fn remember(&self) -> Result<Recovered, Fault> {
        let mut overlay = Overlay::default();
        let (sequence, damaged) = self.load(0, &mut overlay)?;
        Ok(Recovered { base: Base::Memory, overlay, sequence, damaged, rebuilt: false })
    }

    /// Loads whole changes after a sequence, up to the journal's last or the first that is damaged.
    fn load(&self, after: u64, overlay: &mut Overlay) -> Result<(u64, Option<u64>), Fault> {
        let mut sequence = after;
        let mut change = vec![];
        let journal = (self.segments, self.vault);
        let loaded = walk::replay(journal, (after, self.last), &mut |header, entry| {
            let written = |put| (header.sequence, put);
            change.extend(entry.puts.into_iter().map(written));
            if !header.more {
                for (wrote, put) in change.drain(..) {
                    overlay.put(put.key, Written::from_put(wrote, put.new));
                }
                sequence = header.sequence;
            }
            Ok(())
        });
        match loaded {
            Ok(()) => Ok((sequence, self.damaged)),
            Err(Fault::Damaged { .. }) => Ok((sequence, Some(sequence + 1))),
            Err(other) => Err(other),
        }
    }
}

fn holding(index: Index, rebuilt: bool) -> Recovered {
    let overlay = Overlay::default();
    Recovered { base: Base::Index(index), overlay, sequence: 0, damaged: None, rebuilt }
}

fn fill(index: &Index, window: BTreeMap<Key, Step>, upto: u64) -> Result<(), Trouble> {
    let steps: Vec<Step> = window.into_values().collect();
    let batches = steps.chunks(BATCH);
    let last = batches.len().saturating_sub(1);
    for (i, batch) in batches.enumerate() {
        index.apply(batch, if i == last { upto } else { 0 })?;
    }
    Ok(())
}

/// Keeps a broken index as `indeks.rusak` for whoever wants to look, in place of an older one.
fn set_aside(folder: &Path) -> std::io::Result<()> {
    let aside = folder.with_extension("rusak");
    if folder.exists() {
        if aside.exists() {
            fs::remove_dir_all(&aside)?;
        }
        fs::rename(folder, aside)?;
    }
    if suspicion(folder).exists() {
        fs::remove_file(suspicion(folder))?;
    }
    Ok(())
}
