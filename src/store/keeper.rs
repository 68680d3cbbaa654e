//! The storage thread: brings what was saved into the index, behind the clerk's back.
//!
//! # Why
//! A save is true when the journal has it. Every batch that sled takes writes to the disk (two
//! writes a batch, before any flush) and so competes with the next save. So what was saved is
//! gathered in memory, where readers find it, until nothing was saved for a moment, or 512 frames,
//! 8 MiB or ten seconds have gathered; then it is applied, synced and anchored at once. All this
//! saves is replaying at the next opening, so a failure means "degraded" and never "not saved".
use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    fault::Fault,
    store::{anchor::Anchors, entry::Key, present::Present, roll::Step, walk::Place},
};

/// How long nothing must have been saved before what was gathered is applied.
const QUIET: Duration = Duration::from_millis(300);

/// The longest that it is gathered.
const LONG: Duration = Duration::from_secs(10);

/// The most frames that are gathered.
const FRAMES: u64 = 512;

/// The most bytes of records that are gathered.
const GATHER: usize = 8 << 20;

/// Bytes of saved records that may be in memory before a save waits for the thread.
const ROOM: usize = 2 * GATHER;

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
    /// What is gathered, the last word on each record.
    steps: BTreeMap<Key, Step>,
    weight: usize,
    /// How many frames wrote it, and the last of them.
    frames: u64,
    last: Option<Place>,
    /// When the first and the latest of them were saved.
    since: Option<(Instant, Instant)>,
    /// A segment of the journal to prepare.
    wanted: Option<u64>,
    /// Anchors that may be written from now on.
    anchors: Option<Anchors>,
    /// A large change that waits in the journal, up to there.
    follow: Option<Place>,
    closing: bool,
    closed: bool,
    /// Somebody waits until nothing is gathered any more.
    pressed: u32,
    /// What was gathered is being applied.
    busy: bool,
}

/// What the thread does next.
enum Task {
    /// Makes a segment of the journal, ahead of need.
    Prepare(u64),
    /// Writes anchors from now on.
    Anchor(Anchors),
    /// Brings a large change from the journal into the index, up to that place.
    Follow(Place),
    /// Brings records into the index; every frame up to that place is complete with them.
    Apply(BTreeMap<Key, Step>, Place),
    Close,
}

impl Queue {
    fn add(&mut self, steps: Vec<Step>, place: Place, frames: u64) {
        let now = Instant::now();
        self.frames += frames;
        self.last = Some(place);
        self.since = Some((self.since.map_or(now, |(first, _)| first), now));
        for step in steps {
            self.weight += step.bytes.as_ref().map_or(0, |bytes| bytes.len()) + 96;
            self.steps.insert(step.key, step);
        }
    }

    /// Whether it is time to apply what is gathered, even if more is coming.
    fn full(&self) -> bool {
        self.closing
            || (self.pressed > 0 && self.last.is_some())
            || self.frames >= FRAMES
            || self.weight >= GATHER
            || self.since.is_some_and(|(first, _)| first.elapsed() >= LONG)
    }

    /// How long until nothing was saved for a moment; `None` while nothing is gathered.
    fn rest(&self) -> Option<Duration> {
        self.since.map(|(_, latest)| QUIET.saturating_sub(latest.elapsed()))
    }

    fn take(&mut self) -> Option<Task> {
        let place = self.last.take()?;
        self.busy = true;
        (self.weight, self.frames, self.since) = (0, 0, None);
        Some(Task::Apply(std::mem::take(&mut self.steps), place))
    }
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
        thread::Builder::new()
            .name("simpanan".to_owned())
            .spawn(move || thread.run(anchors, last))
            .map_err(|why| Fault::Device { name: "simpanan", why })?;
        Ok(Self(shared))
    }

    /// Takes what a committed change of so many frames made of records; waits where too much is
    /// waiting already.
    pub fn take(&self, steps: Vec<Step>, place: Place, frames: u64) {
        let mut queue = self.0.lock();
        let first = queue.since.is_none();
        queue.add(steps, place, frames);
        // Between the first and the last there is nothing to do yet, and waking a thread takes
        // a good part of the time of a save.
        if first || queue.full() {
            self.0.come.notify_one();
        }
        let present = &self.0.present;
        let full = |queue: &mut Queue| {
            queue.last.is_some() && !present.degraded() && present.weight() > ROOM
        };
        let waited = self.0.gone.wait_timeout_while(queue, PATIENCE, full);
        if waited.unwrap_or_else(PoisonError::into_inner).1.timed_out() {
            present.degrade();
        }
    }

    /// Has a segment of the journal made ahead of need.
    pub fn prepare(&self, number: u64) {
        self.0.lock().wanted = Some(number);
        self.0.come.notify_one();
    }

    /// Has anchors written from now on: the store is no longer read only.
    pub fn anchor(&self, anchors: Anchors) {
        self.0.lock().anchors = Some(anchors);
        self.0.come.notify_one();
    }

    /// Has a large change brought from the journal into the index, up to that place.
    pub fn follow(&self, place: Place) {
        self.0.lock().follow = Some(place);
        self.0.come.notify_one();
    }

    /// Has everything that was saved brought into the index and anchored, and says whether it is.
    #[must_use]
    pub fn rest(&self) -> bool {
        let mut queue = self.0.lock();
        queue.pressed += 1;
        self.0.come.notify_one();
        let working =
            |queue: &mut Queue| queue.last.is_some() || queue.follow.is_some() || queue.busy;
        let waited = self.0.gone.wait_timeout_while(queue, FAREWELL, working);
        let (mut queue, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        queue.pressed -= 1;
        !waited.timed_out()
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

    fn run(&self, mut anchors: Option<Anchors>, mut last: Place) {
        loop {
            match self.next() {
                Task::Prepare(number) => {
                    // The save that needs it tries again; that the disk is full is told before.
                    let ground = self.present.ground();
                    if let Err(why) = ground.segments.prepare(number) {
                        let _ = ground.ballast.heed(&why);
                    }
                }
                Task::Anchor(known) => anchors = Some(known),
                Task::Follow(place) => {
                    last = place;
                    self.anchor(anchors.as_mut(), last, false);
                    self.present.follow();
                    self.present.flush();
                    self.lock().busy = false;
                    self.gone.notify_all();
                }
                Task::Apply(steps, place) => {
                    let steps: Vec<Step> = steps.into_values().collect();
                    self.present.shelve(&steps, place.sequence);
                    self.gone.notify_all();
                    self.present.flush();
                    last = place;
                    self.anchor(anchors.as_mut(), last, false);
                    self.lock().busy = false;
                    self.gone.notify_all();
                }
                Task::Close => {
                    self.anchor(anchors.as_mut(), last, true);
                    self.lock().closed = true;
                    self.gone.notify_all();
                    return;
                }
            }
        }
    }

    /// Waits for something to do.
    fn next(&self) -> Task {
        let mut queue = self.lock();
        loop {
            if let Some(number) = queue.wanted.take() {
                return Task::Prepare(number);
            }
            if let Some(anchors) = queue.anchors.take() {
                return Task::Anchor(anchors);
            }
            if let Some(place) = queue.follow.take() {
                queue.busy = true;
                return Task::Follow(place);
            }
            if queue.full() {
                return queue.take().unwrap_or(Task::Close);
            }
            queue = match queue.rest() {
                None => self.come.wait(queue).unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => match queue.take() {
                    Some(task) => return task,
                    None => queue,
                },
                Some(rest) => {
                    let waited = self.come.wait_timeout(queue, rest);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// Says how far the journal is, and how far the roll's file is where that fell behind.
    fn anchor(&self, anchors: Option<&mut Anchors>, last: Place, closed: bool) {
        let Some(anchors) = anchors else { return };
        self.present.file_roll(if closed { SOME } else { MANY });
        if anchors.write(last, closed).is_err() {
            self.present.degrade();
        }
    }
}
