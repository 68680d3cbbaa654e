//! Reads records; sees what was saved the moment it was.
use std::{
    borrow::Cow,
    collections::{HashMap, VecDeque},
    ops::{Bound, ControlFlow},
    sync::Arc,
};

use crate::{
    domain::{clerk::Stamp, id::Id},
    fault::Fault,
    store::{
        codec, cover,
        entry::{Entry, Key},
        frame,
        ground::Ground,
        present::Present,
        record::Record,
        roll::Written,
        walk::{self, Place},
    },
};

/// How many records are taken at a time when all are read.
const PAGE: usize = 256;

/// What one frame of the journal says: who, when, and what.
#[derive(Debug)]
pub struct Deed {
    pub sequence: u64,
    pub stamp: Stamp,
    pub entry: Entry,
}

/// Reads; cheap to clone, so a job can carry one to another thread.
#[derive(Debug, Clone)]
pub struct Reader(Arc<Present>);

impl Reader {
    /// A reader of this state.
    #[must_use]
    pub const fn new(present: Arc<Present>) -> Self {
        Self(present)
    }

    /// The record of that id, if there is one.
    pub fn get<R: Record>(&self, id: Id) -> Result<Option<R>, Fault> {
        let found = self.0.find(Key::of::<R>(id))?;
        let found = found.filter(|written| !cover::is_emptied(&written.bytes));
        let open = |written: Written| codec::decode(&self.open(Key::of::<R>(id), &written.bytes)?);
        found.map(open).transpose()
    }

    /// The bytes of a record without a cover, if this officer may see them.
    pub fn open<'a>(&self, key: Key, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, Fault> {
        cover::uncovered(&self.0.ground().vault, key, bytes)
    }

    /// Whether there is a record of that id; nothing of it is read.
    #[must_use]
    pub fn has<R: Record>(&self, id: Id) -> bool {
        self.0.has(Key::of::<R>(id))
    }

    /// All records of a kind that this officer may see, in the order of their ids. What is saved
    /// meanwhile may or may not be among them. After an `Err` of reading there is nothing more.
    pub fn all<R: Record>(&self) -> impl Iterator<Item = Result<R, Fault>> + use<R> {
        let vault = self.0.ground().vault.clone();
        self.stored::<R>().filter_map(move |stored| {
            let (key, bytes) = match stored {
                Ok(stored) => stored,
                Err(fault) => return Some(Err(fault)),
            };
            match cover::uncovered(&vault, key, &bytes) {
                Ok(bytes) => Some(codec::decode(&bytes)),
                Err(Fault::Forbidden(_) | Fault::Missing { .. }) => None,
                Err(fault) => Some(Err(fault)),
            }
        })
    }

    /// The bytes of all records of a kind as they are stored, in the order of their ids.
    pub fn stored<R: Record>(
        &self,
    ) -> impl Iterator<Item = Result<(Key, Arc<[u8]>), Fault>> + use<R> {
        let present = Arc::clone(&self.0);
        let last = Bound::Included(Key::of::<R>(Id::of_bytes([0xff; 16])));
        let mut from = Some(Bound::Included(Key::of::<R>(Id::of_bytes([0; 16]))));
        let mut page = VecDeque::new();
        std::iter::from_fn(move || {
            loop {
                if let Some((key, written)) = page.pop_front() {
                    let (key, written): (Key, Written) = (key, written);
                    from = page.is_empty().then_some(Bound::Excluded(key));
                    return Some(Ok((key, written.bytes)));
                }
                match present.page((from.take()?, last), PAGE) {
                    Ok(next) => page.extend(next),
                    Err(fault) => return Some(Err(fault)),
                }
            }
        })
    }

    /// Tells every record changed after a sequence, oldest change first, with its bytes from then
    /// on (`None`: removed), so that what is derived from records can catch up.
    pub fn since(
        &self,
        sequence: u64,
        mut tell: impl FnMut(Key, Option<&[u8]>),
    ) -> Result<(), Fault> {
        walk::replay(self.0.ground().journal(), (sequence, self.sequence()), &mut |_, entry| {
            for put in &entry.puts {
                tell(put.key, put.new.as_ref().map(|new| new.0.as_slice()));
            }
            Ok(())
        })
    }

    /// Tells everything that was ever done, oldest first. Reads the whole journal.
    pub fn deeds(&self, mut tell: impl FnMut(&Deed)) -> Result<(), Fault> {
        let ground = self.0.ground();
        walk::replay(ground.journal(), (0, self.sequence()), &mut |header, entry| {
            let sequence = header.sequence;
            let stamp = frame::signed(&ground.vault, header).ok_or(Fault::Damaged { sequence })?;
            tell(&Deed { sequence, stamp, entry });
            Ok(())
        })
    }

    /// Tells what officers did, oldest first, wherever the stamp is wanted; what is not wanted is not
    /// opened. After every frame `at` is told its sequence and the last one, and says whether to go
    /// on. Reads the whole journal.
    pub fn trace(
        &self,
        mut wanted: impl FnMut(Stamp) -> bool,
        mut at: impl FnMut(u64, u64) -> bool,
        mut tell: impl FnMut(Deed) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let (ground, upto) = (self.0.ground(), self.sequence());
        let (mut reached, mut stopped) = (0, false);
        if upto > 0 {
            walk::along(ground.journal(), Place::ORIGIN, &mut |header, body| {
                let sequence = header.sequence;
                let damaged = || Fault::Damaged { sequence };
                stopped = sequence <= upto && !at(sequence, upto);
                if sequence > upto || stopped {
                    return Ok(ControlFlow::Break(()));
                }
                reached = sequence;
                let stamp = frame::signed(&ground.vault, header).ok_or_else(damaged)?;
                if wanted(stamp) {
                    let entry = body.entry(&ground.vault, header).ok_or_else(damaged)?;
                    tell(Deed { sequence, stamp, entry })?;
                }
                Ok(ControlFlow::Continue(()))
            })?;
        }
        match reached < upto {
            _ if stopped => Err(Fault::Stopped),
            true => Err(Fault::Damaged { sequence: reached + 1 }),
            false => Ok(()),
        }
    }

    /// What the frame of that sequence says.
    pub fn deed(&self, sequence: u64) -> Result<Deed, Fault> {
        let ground = self.0.ground();
        let mut found = Err(Fault::Damaged { sequence });
        let before = sequence.saturating_sub(1);
        walk::replay(ground.journal(), (before, sequence), &mut |header, entry| {
            let stamp = frame::signed(&ground.vault, header).ok_or(Fault::Damaged { sequence })?;
            found = Ok(Deed { sequence: header.sequence, stamp, entry });
            Ok(())
        })?;
        found
    }

    /// The sequence of the frame that wrote a record last; 0 where there is no record.
    pub fn stands(&self, key: Key) -> Result<u64, Fault> {
        Ok(self.0.find(key)?.map_or(0, |written| written.sequence))
    }

    /// The sequence of the change that first made each record of a kind. Reads the whole journal.
    pub fn origins<R: Record>(&self) -> Result<HashMap<Id, u64>, Fault> {
        let mut origins = HashMap::new();
        walk::replay(self.0.ground().journal(), (0, self.sequence()), &mut |header, entry| {
            let fresh = entry.puts.iter().filter(|put| put.before == 0);
            for put in fresh.filter(|put| put.key.table() == Some(R::TABLE)) {
                origins.insert(put.key.id(), header.sequence);
            }
            Ok(())
        })?;
        Ok(origins)
    }

    /// Where the store lies that it reads.
    #[must_use]
    pub fn ground(&self) -> &Ground {
        self.0.ground()
    }

    /// The chain value of the last commit. It is remembered: the headers are walked only where the
    /// journal does not end where it was seen to.
    pub fn head(&self) -> Result<[u8; 32], Fault> {
        let (sequence, last) = (self.sequence(), self.0.last());
        if last.sequence == sequence {
            return Ok(last.head);
        }
        walk::head(self.ground().journal().0, sequence)?.ok_or(Fault::Damaged { sequence })
    }

    /// The sequence of the last commit.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.0.sequence()
    }

    /// Whether the index refused and everything is answered from memory; saving goes on.
    #[must_use]
    pub fn degraded(&self) -> bool {
        self.0.degraded()
    }
}
