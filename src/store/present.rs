//! The present state of every record, as all threads see it.
//!
//! # Why
//! The roll says what there is; the bytes come from memory (what was just saved), else from the
//! index, and where the index does not hold what the roll says, from the journal. After a few
//! such records the index is given up: memory takes everything from the journal, reading and
//! saving go on, and the next opening makes the index anew. Locks are always taken base first,
//! roll second.
use std::{
    fs,
    ops::Bound,
    sync::{
        Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use crate::{
    fault::Fault,
    store::{
        at_hand::AtHand,
        backlog::Backlog,
        entry::Key,
        ground::Ground,
        index::{BATCH, Index},
        roll::{Roll, Step, Trace, Written},
        sync,
        walk::{self, Place},
    },
};

/// How many records are read one by one from the journal before the index is given up.
const FEW: u32 = 16;

/// Where the bytes of records lie that are not in memory.
#[derive(Debug)]
pub enum Base {
    Index(Arc<Index>),
    /// Nowhere: all are in memory.
    Memory,
    /// The store was closed.
    Closed,
}

/// What is true now.
#[derive(Debug)]
pub struct Present {
    ground: Ground,
    base: RwLock<Base>,
    roll: RwLock<Roll>,
    last: Mutex<Place>,
    at_hand: Mutex<AtHand>,
    /// What was written by a large change and waits in the journal for the index.
    backlog: Backlog,
    degraded: AtomicBool,
    /// Records read from the journal because the index did not hold them.
    recalled: AtomicU32,
}

impl Present {
    /// The state that a roll, and what holds its records, make up, behind that last frame.
    #[must_use]
    pub fn new(ground: Ground, base: Base, roll: Roll, last: Place) -> Self {
        let degraded = AtomicBool::new(!matches!(base, Base::Index(_)));
        Self {
            ground,
            base: RwLock::new(base),
            roll: RwLock::new(roll),
            last: Mutex::new(last),
            at_hand: Mutex::default(),
            backlog: Backlog::default(),
            degraded,
            recalled: AtomicU32::new(0),
        }
    }

    /// The index, if there is a usable one. It is handed out, not locked: should a call into it
    /// hang, only that caller does.
    pub fn index(&self) -> Result<Option<Arc<Index>>, Fault> {
        match &*self.base.read().unwrap_or_else(PoisonError::into_inner) {
            Base::Index(index) => Ok(Some(Arc::clone(index))),
            Base::Memory => Ok(None),
            Base::Closed => Err(Fault::Index("sudah ditutup".to_owned())),
        }
    }

    fn base_mut(&self) -> RwLockWriteGuard<'_, Base> {
        self.base.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn roll(&self) -> RwLockReadGuard<'_, Roll> {
        self.roll.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn roll_mut(&self) -> RwLockWriteGuard<'_, Roll> {
        self.roll.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the store lies.
    #[must_use]
    pub const fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The last committed sequence.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.roll().sequence
    }

    /// The last frame that was seen: that of the last commit, where the journal is sound.
    #[must_use]
    pub fn last(&self) -> Place {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Bytes of memory that records take which wait for the index.
    #[must_use]
    pub fn weight(&self) -> usize {
        self.roll().weight()
    }

    /// Whether the index cannot be relied on.
    #[must_use]
    pub fn degraded(&self) -> bool {
        self.degraded.load(Ordering::Acquire)
    }

    /// Stops relying on the index.
    pub fn degrade(&self) {
        self.degraded.store(true, Ordering::Release);
    }

    /// Makes a committed change visible to every reader.
    pub fn commit(&self, steps: &[Step], place: Place) {
        let mut roll = self.roll_mut();
        for step in steps {
            roll.keep(step.clone());
        }
        roll.sequence = place.sequence;
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }

    /// The frame that wrote a record, if there is one, and whether its bytes are still in memory.
    #[must_use]
    pub fn standing(&self, key: Key) -> (Option<u64>, bool) {
        let roll = self.roll();
        let sequence = roll.written_by(key);
        let waits = sequence.is_some_and(|sequence| self.backlog.holds(sequence));
        (sequence, waits || roll.recent(key).is_some())
    }

    /// What of a large change waits in the journal.
    #[must_use]
    pub const fn backlog(&self) -> &Backlog {
        &self.backlog
    }

    /// Makes a large change visible to every reader: the records that it wrote are read from the
    /// journal until [`Self::follow`] has brought them into the index.
    pub fn admit(&self, traces: &[Trace], (after, place): (u64, Place)) {
        let mut roll = self.roll_mut();
        self.backlog.begin(after, place.sequence);
        for trace in traces {
            roll.note(trace);
        }
        roll.sequence = place.sequence;
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }

    /// Brings what waits in the journal into the index, frame by frame; without a usable one it
    /// goes to memory.
    pub fn follow(&self) {
        let Some(range) = self.backlog.range() else { return };
        let followed = walk::replay(self.ground.journal(), range, &mut |header, entry| {
            let sequence = header.sequence;
            let steps = entry.puts.into_iter().map(|put| Step::new(sequence, put.key, put.new));
            let mut steps: Vec<Step> = steps.collect();
            // Neighbours together: sled then writes each of its pages once.
            steps.sort_by_key(|step| step.key);
            match self.index()? {
                None => {
                    let mut roll = self.roll_mut();
                    for step in steps {
                        roll.recollect(step);
                    }
                }
                Some(index) if index.fill(steps, sequence).is_err() => self.fall_back(),
                Some(_) => {}
            }
            self.backlog.reached(sequence);
            Ok(())
        });
        match followed {
            Ok(()) => self.backlog.end(),
            Err(_) => self.suspect(),
        }
    }

    /// Whether there is such a record.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.roll().written_by(key).is_some()
    }

    /// A record, if there is one.
    pub fn find(&self, key: Key) -> Result<Option<Written>, Fault> {
        let index = self.index()?;
        // The roll stays locked while the index is asked: no newer record can reach it meanwhile.
        let roll = self.roll();
        let Some(sequence) = roll.written_by(key) else { return Ok(None) };
        if let Some(written) = roll.recent(key) {
            return Ok(Some(written));
        }
        let at_hand = || self.at_hand.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(written) = at_hand().find(key, sequence) {
            return Ok(Some(written));
        }
        if self.backlog.holds(sequence) {
            // Nobody may wait for the journal with the roll in hand.
            drop(roll);
            return self.backlog.read(self.ground.journal(), key, sequence);
        }
        if let Some(index) = &index
            && let Ok(Some(written)) = index.get(key)
            && written.sequence == sequence
        {
            at_hand().keep(key, written.clone());
            return Ok(Some(written));
        }
        drop(roll);
        self.recall(key)
    }

    /// The next records between two keys, at most so many.
    pub fn page(
        &self,
        bounds: (Bound<Key>, Bound<Key>),
        most: usize,
    ) -> Result<Vec<(Key, Written)>, Fault> {
        let index = self.index()?;
        let roll = self.roll();
        let keys = roll.page(bounds, most);
        let mut held = match (&index, keys.first(), keys.last()) {
            (Some(index), Some((first, _)), Some((last, _))) => {
                index.between(*first, *last).unwrap_or_default()
            }
            _ => vec![],
        }
        .into_iter()
        .peekable();
        let mut page: Vec<(Key, Option<Written>)> = vec![];
        for (key, sequence) in keys {
            while held.next_if(|(other, _)| *other < key).is_some() {}
            let held = held.next_if(|(other, _)| *other == key).map(|(_, written)| written);
            let sound = held.filter(|written| written.sequence == sequence);
            page.push((key, roll.recent(key).or(sound)));
        }
        drop(roll);
        let mut found = Vec::with_capacity(page.len());
        for (key, written) in page {
            let written = if written.is_some() { written } else { self.find(key)? };
            found.extend(written.map(|written| (key, written)));
        }
        Ok(found)
    }

    /// A record that the index does not hold as it should, from the journal.
    fn recall(&self, key: Key) -> Result<Option<Written>, Fault> {
        self.suspect();
        if self.recalled.fetch_add(1, Ordering::Relaxed) == FEW {
            self.fall_back();
        }
        let Some(sequence) = self.roll().written_by(key) else { return Ok(None) };
        if let Some(written) = self.roll().recent(key) {
            return Ok(Some(written));
        }
        let mut found = None;
        let frame = (sequence.saturating_sub(1), sequence);
        walk::replay(self.ground.journal(), frame, &mut |_, entry| {
            found = entry.puts.into_iter().find(|put| put.key == key).and_then(|put| put.new);
            Ok(())
        })?;
        let step = Step::new(sequence, key, found);
        let bytes = step.bytes.clone().ok_or(Fault::Damaged { sequence })?;
        self.roll_mut().recollect(step);
        Ok(Some(Written { sequence, bytes }))
    }

    /// Has the next opening make the index anew.
    pub fn suspect(&self) {
        if !self.degraded.swap(true, Ordering::AcqRel) {
            // Should this fail, the next reading finds out again by itself.
            let _ = fs::write(self.ground.suspicion(), []);
        }
    }

    /// Brings committed records into the index. Without a usable one they stay in memory.
    pub fn shelve(&self, steps: &[Step], upto: u64) {
        let mut from = 0;
        while from < steps.len() {
            let to = steps.len().min(from + BATCH);
            let Ok(Some(index)) = self.index() else { return };
            // A frame is applied when the last of its records is.
            if index.apply(&steps[from..to], (to == steps.len()).then_some(upto)).is_err() {
                return self.fall_back();
            }
            let mut roll = self.roll_mut();
            for step in &steps[from..to] {
                roll.settle(step);
            }
            from = to;
        }
    }

    /// Makes what was shelved durable.
    pub fn flush(&self) {
        if let Ok(Some(index)) = self.index()
            && index.flush().is_err()
        {
            self.fall_back();
        }
    }

    /// Writes the roll to its file, where that has fallen behind by so many entries; the next
    /// opening reads what it has not from the journal.
    pub fn file_roll(&self, behind: usize) {
        let roll = self.roll();
        let unfiled = roll.unfiled();
        if unfiled < behind {
            return;
        }
        let sealed = roll.seal(&self.ground.vault);
        drop(roll);
        if sync::write_atomically(&self.ground.roll(), &sealed).is_ok() {
            let mut roll = self.roll_mut();
            let since = roll.unfiled() - unfiled;
            roll.file(since);
        }
    }

    /// Gives the index up and takes everything from the journal into memory.
    fn fall_back(&self) {
        let mut base = self.base_mut();
        if matches!(*base, Base::Index(_)) {
            self.remember();
            *base = Base::Memory;
        }
    }

    /// What a damaged journal does not tell is asked for again, and told, when it is read.
    fn remember(&self) {
        self.suspect();
        let mut roll = self.roll_mut();
        let whole = (0, roll.sequence);
        let _ = walk::replay(self.ground.journal(), whole, &mut |header, entry| {
            for put in entry.puts {
                roll.recollect(Step::new(header.sequence, put.key, put.new));
            }
            Ok(())
        });
    }

    /// Throws the index away with all that it remembers of old values, and takes the one that is
    /// made in its place. Nothing may be waiting for it. Where there is none, or none can be made,
    /// memory takes everything from the journal.
    pub fn renew(
        &self,
        make: impl FnOnce(&Ground, &Roll) -> Result<Index, Fault>,
    ) -> Result<(), Fault> {
        let mut base = self.base_mut();
        let had = matches!(std::mem::replace(&mut *base, Base::Memory), Base::Index(_));
        *self.at_hand.lock().unwrap_or_else(PoisonError::into_inner) = AtHand::default();
        if !had {
            return Ok(());
        }
        let made = make(&self.ground, &self.roll());
        let index = made.inspect_err(|_| self.remember())?;
        *base = Base::Index(Arc::new(index));
        Ok(())
    }

    /// Says again, under the newest keys, how far the index is. Only before the first frame.
    pub fn reseal(&self) {
        if let Ok(Some(index)) = self.index()
            && self.sequence() == 0
            && index.apply(&[], Some(0)).is_err()
        {
            self.fall_back();
        }
    }

    /// Lets go of the index; whoever still reads is told so.
    pub fn close(&self) {
        *self.base_mut() = Base::Closed;
    }
}
