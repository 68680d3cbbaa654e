//! The storage thread: brings what was saved into the index, behind the clerk's back.
//!
//! # Why
//! A save is true when the journal has it. Bringing it into the index and syncing that costs as
//! much again, and competes for the same disk, so it waits until nothing was saved for a moment;
//! only when 64 frames or ten seconds have gathered is it done in between. All it saves is
//! replaying at the next opening, so a failure here means "degraded" and never "not saved".
use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    fault::Fault,
    store::{anchor::Anchors, present::Present, roll::Step, walk::Place},
};

/// How long nothing must have been saved before the index is synced.
const QUIET: Duration = Duration::from_millis(300);

/// The longest that saved changes wait for the index to be synced.
const LONG: Duration = Duration::from_secs(10);

/// The most frames that wait for it.
const BEHIND: u64 = 64;

/// Bytes of saved records that may wait in memory before a save waits for the thread.
const ROOM: usize = 16 << 20;

/// How long a save waits for that before the thread is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long closing waits for the thread.
const FAREWELL: Duration = Duration::from_secs(15);

/// After so many records the file of the roll is written in between: an unclean end then need not
/// read them all again.
const MANY: usize = 20_000;

/// After so many records it is written when the store is closed; fewer are quickly read again.
const SOME: usize = 2_000;

/// The storage thread of an open store.
#[derive(Debug)]
pub struct Keeper(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    present: Arc<Present>,
    queue: Mutex<Queue>,
    /// There is something to do.
    come: Condvar,
    /// Something was done.
    gone: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    works: VecDeque<Work>,
    /// A segment of the journal to prepare.
    wanted: Option<u64>,
    closing: bool,
    closed: bool,
}

/// A committed change.
#[derive(Debug)]
pub struct Work {
    pub steps: Vec<Step>,
    /// Its last frame.
    pub place: Place,
}

/// What the thread remembers between two works.
struct Round {
    anchors: Option<Anchors>,
    /// The last frame that is applied, and the last one that is synced.
    applied: Place,
    synced: Place,
    /// Since when something waits to be synced.
    since: Option<Instant>,
}

impl Keeper {
    /// Starts the thread. Without anchors it writes none: a store that is read only stays as it is.
    pub fn start(
        present: Arc<Present>,
        anchors: Option<Anchors>,
        last: Place,
    ) -> Result<Self, Fault> {
        let shared = Arc::new(Shared {
            present,
            queue: Mutex::default(),
            come: Condvar::new(),
            gone: Condvar::new(),
        });
        let thread = Arc::clone(&shared);
        let round = Round { anchors, applied: last, synced: last, since: None };
        thread::Builder::new()
            .name("simpanan".to_owned())
            .spawn(move || thread.run(round))
            .map_err(|why| Fault::Device { name: "simpanan", why })?;
        Ok(Self(shared))
    }

    /// Takes a committed change; waits where too many are waiting already.
    pub fn take(&self, work: Work, next: Option<u64>) {
        let mut queue = self.0.lock();
        queue.works.push_back(work);
        queue.wanted = queue.wanted.max(next);
        self.0.come.notify_one();
        let present = &self.0.present;
        let full = |queue: &mut Queue| {
            !queue.works.is_empty() && !present.degraded() && present.weight() > ROOM
        };
        let waited = self.0.gone.wait_timeout_while(queue, PATIENCE, full);
        if waited.unwrap_or_else(PoisonError::into_inner).1.timed_out() {
            present.degrade();
        }
    }

    /// Lets the thread finish and says whether it did.
    #[must_use]
    pub fn finish(&self) -> bool {
        let mut queue = self.0.lock();
        queue.closing = true;
        self.0.come.notify_one();
        let ended = self.0.gone.wait_timeout_while(queue, FAREWELL, |queue| !queue.closed);
        !ended.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self, mut round: Round) {
        loop {
            let (wanted, work, closing) = self.next(round.since.is_some());
            if let Some(number) = wanted {
                // Should it fail, the save that needs it tries again and tells.
                let _ = self.present.ground().segments.prepare(number);
                continue;
            }
            let quiet = work.is_none();
            if let Some(work) = work {
                self.present.shelve(&work.steps, work.place.sequence);
                round.applied = work.place;
                round.since.get_or_insert_with(Instant::now);
                self.gone.notify_all();
            }
            self.sync(&mut round, quiet, closing && quiet);
            if closing && quiet {
                self.lock().closed = true;
                self.gone.notify_all();
                return;
            }
        }
    }

    /// Waits for something to do; nothing at all means that it was quiet for a while.
    fn next(&self, unsynced: bool) -> (Option<u64>, Option<Work>, bool) {
        let idle =
            |queue: &mut Queue| queue.works.is_empty() && queue.wanted.is_none() && !queue.closing;
        let mut queue = self.lock();
        if unsynced {
            let waited = self.come.wait_timeout_while(queue, QUIET, idle);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
        } else {
            queue = self.come.wait_while(queue, idle).unwrap_or_else(PoisonError::into_inner);
        }
        if let Some(number) = queue.wanted.take() {
            return (Some(number), None, false);
        }
        (None, queue.works.pop_front(), queue.closing)
    }

    /// Makes the index durable and writes an anchor, if it is time.
    fn sync(&self, round: &mut Round, quiet: bool, closing: bool) {
        let gathered = round.applied.sequence - round.synced.sequence >= BEHIND
            || round.since.is_some_and(|since| since.elapsed() >= LONG);
        if round.since.is_some() && (quiet || gathered) {
            self.present.flush();
            round.synced = round.applied;
            round.since = None;
            if !closing {
                self.anchor(round, false);
            }
            if quiet && round.anchors.is_some() {
                self.present.file_roll(MANY);
            }
        }
        if closing {
            if round.anchors.is_some() {
                self.present.file_roll(SOME);
            }
            self.anchor(round, true);
        }
    }

    fn anchor(&self, round: &mut Round, closed: bool) {
        let Some(anchors) = &mut round.anchors else { return };
        if anchors.write(round.applied, closed).is_err() {
            self.present.degrade();
        }
    }
}
