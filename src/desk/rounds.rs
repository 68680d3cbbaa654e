//! What is looked after in the background while the desk is open: the room that is kept on the
//! disk, and once a day the full check.
//!
//! # Why
//! A thread of its own, which rests between two pieces of work and takes no lock for longer than a
//! save does: nobody at the counter notices it. It holds what a reader holds, keys included, so the
//! desk that closes tells it to stop and waits for it; it stops within one piece.
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};

use crate::{
    domain::moment::Moment,
    fault::Fault,
    store::{
        check::full,
        codec,
        keys::{Keys, noted_in},
        present::Present,
        sync,
        vault::Vault,
        walk,
    },
};

/// Milliseconds between two checks.
const DAY: i64 = 24 * 60 * 60_000;

/// Milliseconds between two looks at a disk that was full.
const WHILE: i64 = 5 * 60_000;

/// How long the thread rests between two pieces of work.
const REST: Duration = Duration::from_millis(20);

/// How long a desk that closes waits for the thread.
const FAREWELL: Duration = Duration::from_secs(2);

/// The file that says when the last check was, and what it is sealed for.
const FILE: &str = "periksa";

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// When it was begun.
    pub at: Moment,
    /// The last sequence that it proved.
    pub sequence: u64,
    /// How much was not as it was written.
    pub findings: u64,
    /// Whether something that was saved is no longer where it was.
    pub losses: bool,
    /// The highest serial of the file of the keys of which the journal tells up to there.
    pub keys: u64,
}

/// The rounds of an open desk.
#[derive(Debug)]
pub struct Rounds(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    path: PathBuf,
    vault: Vault,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    running: bool,
    closing: bool,
    /// When the last round was begun.
    begun: Option<Moment>,
    last: Option<Checked>,
    /// The serial of the file of the keys of which the journal tells, where that file is older.
    newer_keys: Option<u64>,
}

impl Rounds {
    /// The rounds of the desk in a folder; none is begun yet.
    #[must_use]
    pub fn of(folder: &Path, vault: &Vault) -> Self {
        let path = folder.join(FILE);
        let kept = fs::read(&path).ok().and_then(|sealed| vault.open(FILE.as_bytes(), &sealed));
        let last = kept.and_then(|plain| codec::unpack(&plain));
        let state = Mutex::new(State { last, ..State::default() });
        let changed = Condvar::new();
        Self(Arc::new(Shared { path, vault: vault.clone(), state, changed }))
    }

    /// What the last check came to, if there ever was one.
    #[must_use]
    pub fn last(&self) -> Option<Checked> {
        self.0.lock().last
    }

    /// The serial of the file of the keys that there should be, where an older one was found.
    #[must_use]
    pub fn newer_keys(&self) -> Option<u64> {
        self.0.lock().newer_keys
    }

    /// The file of the keys has been written anew since.
    pub fn keys_are_new(&self) {
        self.0.lock().newer_keys = None;
    }

    /// Begins a round where one is due; never waits.
    pub fn tend(&self, now: Moment, present: impl FnOnce() -> Arc<Present>) {
        let mut state = self.0.lock();
        let since = |then: Option<Moment>| then.map_or(i64::MAX, |then| (now.0 - then.0).abs());
        if state.running || since(state.begun) < WHILE {
            return;
        }
        // What was found is looked at again by every desk that opens: it may be mended by then.
        let unsure = state.begun.is_none() && state.last.is_some_and(|last| last.findings > 0);
        let check = unsure || since(state.last.map(|last| last.at)) >= DAY;
        (state.running, state.begun) = (true, Some(now));
        drop(state);
        let (shared, present) = (Arc::clone(&self.0), present());
        let round = move || {
            // What a panic left undone is due again tomorrow.
            let _ = catch_unwind(AssertUnwindSafe(|| shared.round(now, &present, check)));
            drop(present);
            shared.lock().running = false;
            shared.changed.notify_all();
        };
        if thread::Builder::new().name("ronda".to_owned()).spawn(round).is_err() {
            self.0.lock().running = false;
        }
    }

    /// Waits until no round is under way.
    pub fn settle(&self) {
        let state = self.0.lock();
        let changed = &self.0.changed;
        drop(changed.wait_timeout_while(state, FAREWELL, |state| state.running));
    }
}

impl Drop for Rounds {
    fn drop(&mut self) {
        self.0.lock().closing = true;
        self.0.changed.notify_all();
        self.settle();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn round(&self, now: Moment, present: &Present, check: bool) {
        present.ground().ballast.lay();
        if check {
            // One that was stopped, or could not be made, is due again.
            let _ = self.check(now, present);
        }
        // What cannot be read now is told by the check.
        let _ = self.compare_keys(present);
    }

    /// Looks whether the file of the keys is as new as the journal says: only what was saved since
    /// the last check has to be read for that.
    fn compare_keys(&self, present: &Present) -> Result<(), Fault> {
        let last = self.lock().last;
        let (since, mut noted) = last.map_or((0, 0), |last| (last.sequence, last.keys));
        let ground = present.ground();
        walk::replay(ground.journal(), (since, present.sequence()), &mut |_, entry| {
            noted = noted.max(noted_in(&entry).unwrap_or_default());
            if self.lock().closing { Err(Fault::Stopped) } else { Ok(()) }
        })?;
        let (keys, _) =
            Keys::read(&ground.folder)?.ok_or(Fault::Missing { what: "berkas kunci" })?;
        self.lock().newer_keys = Some(noted).filter(|noted| keys.serial() < *noted);
        Ok(())
    }

    fn check(&self, now: Moment, present: &Present) -> Result<(), Fault> {
        let report = full::living(present, &mut |_, _| self.rest())?;
        let findings = report.findings.len() as u64;
        let losses = report.has_losses();
        let (sequence, keys) = (report.sequence, report.keys);
        let checked = Checked { at: now, sequence, findings, losses, keys };
        self.lock().last = Some(checked);
        let sealed = self.vault.seal(FILE.as_bytes(), &codec::pack(&checked)?);
        sync::write_atomically(&self.path, &sealed)
            .map_err(|why| Fault::Device { name: "folder data", why })
    }

    /// Rests for a moment, and says whether to go on.
    fn rest(&self) -> bool {
        let rested = self.changed.wait_timeout_while(self.lock(), REST, |state| !state.closing);
        !rested.unwrap_or_else(PoisonError::into_inner).0.closing
    }
}
