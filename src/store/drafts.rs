//! Half-typed forms, safe from the first keystroke on.
//!
//! # Why
//! Outside the journal: a draft changes with every key and is nobody's act yet. One file a form,
//! replaced as a whole, so that a power cut leaves the old typing or the new. A thread of its own
//! writes the latest content, so that typing never waits for a disk; what is read back is always
//! what was kept last, written or not.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::{
    fault::Fault,
    store::{sync, vault::Vault},
};

/// How long keystrokes are gathered before they are written.
const GATHER: Duration = Duration::from_millis(300);

/// How long a disk that does not answer is waited for where somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(2);

/// The folder of the drafts that only officers with that right may open, inside the others'.
const RESTRICTED: &str = "terbatas";

/// The drafts of a desk.
#[derive(Debug)]
pub struct Drafts {
    shared: Arc<Shared>,
    keeper: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    vault: Vault,
    state: Mutex<State>,
    woken: Condvar,
    written: Condvar,
}

/// What is kept of a form.
#[derive(Debug, Clone)]
struct Kept {
    bytes: Vec<u8>,
    /// Whether only officers with that right may open it.
    restricted: bool,
}

#[derive(Debug, Default)]
struct State {
    drafts: BTreeMap<String, Kept>,
    unwritten: BTreeSet<String>,
    troubled: bool,
    closing: bool,
    /// How often somebody asked to have everything written at once, and how many of them have it.
    asked: u64,
    settled: u64,
}

impl State {
    /// Is there a reason not to wait for more keystrokes?
    const fn pressing(&self) -> bool {
        self.closing || self.settled < self.asked
    }
}

impl Drafts {
    /// Opens the drafts kept in a folder, which is made if it is missing. A file that cannot be
    /// read back is set aside as `.rusak`, never deleted.
    pub fn open(folder: &Path, vault: &Vault) -> Result<Self, Fault> {
        let device = |why| Fault::Device { name: "folder konsep", why };
        sync::make_folder(folder).map_err(device)?;
        let mut state = State::default();
        read(folder, vault, false, &mut state.drafts).map_err(device)?;
        let limited = folder.join(RESTRICTED);
        if vault.opens_restricted() && limited.is_dir() {
            read(&limited, vault, true, &mut state.drafts).map_err(device)?;
        }
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            vault: vault.clone(),
            state: Mutex::new(state),
            woken: Condvar::new(),
            written: Condvar::new(),
        });
        let keeper = Arc::clone(&shared);
        let keeper = thread::Builder::new()
            .name("konsep".to_owned())
            .spawn(move || keeper.run())
            .map_err(device)?;
        Ok(Self { shared, keeper: Some(keeper) })
    }

    /// Keeps the latest content of a form; the disk follows within a moment. Names consist of
    /// small letters, digits and hyphens. What is restricted is only kept so by an officer who can
    /// open it again.
    pub fn keep(&self, name: &str, bytes: Vec<u8>, restricted: bool) -> Result<(), Fault> {
        let restricted = restricted && self.shared.vault.opens_restricted();
        self.set(name, Some(Kept { bytes, restricted }))
    }

    /// Forgets a form that was saved or thrown away.
    pub fn forget(&self, name: &str) -> Result<(), Fault> {
        self.set(name, None)
    }

    /// All drafts as they were kept last, by name.
    #[must_use]
    pub fn all(&self) -> Vec<(String, Vec<u8>)> {
        let state = self.shared.lock();
        state.drafts.iter().map(|(name, kept)| (name.clone(), kept.bytes.clone())).collect()
    }

    /// Whether the disk refused the last draft; it is tried again with the next keystroke.
    #[must_use]
    pub fn troubled(&self) -> bool {
        self.shared.lock().troubled
    }

    /// Writes what is not written yet, and returns when the disk has taken or refused it.
    pub fn settle(&self) {
        let mut state = self.shared.lock();
        state.asked += 1;
        let asked = state.asked;
        self.shared.woken.notify_one();
        let written = &self.shared.written;
        drop(written.wait_timeout_while(state, PATIENCE, |state| state.settled < asked));
    }

    fn set(&self, name: &str, kept: Option<Kept>) -> Result<(), Fault> {
        if !is_name(name) {
            return Err(Fault::Asset("nama konsep"));
        }
        let mut state = self.shared.lock();
        match kept {
            Some(kept) => drop(state.drafts.insert(name.to_owned(), kept)),
            None => drop(state.drafts.remove(name)),
        }
        state.unwritten.insert(name.to_owned());
        drop(state);
        self.shared.woken.notify_one();
        Ok(())
    }
}

impl Drop for Drafts {
    /// Writes what is not written yet.
    fn drop(&mut self) {
        self.shared.lock().closing = true;
        self.shared.woken.notify_one();
        if let Some(keeper) = self.keeper.take() {
            // A keeper that panicked has nothing more to write.
            let _ = keeper.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        let mut state = self.lock();
        loop {
            if state.unwritten.is_empty() && !state.pressing() {
                state = self.gathered(self.wait(state));
            }
            if state.unwritten.is_empty() && state.closing {
                return;
            }
            let names = std::mem::take(&mut state.unwritten);
            let asked = state.asked;
            let drafts: Vec<_> =
                names.into_iter().map(|name| (state.drafts.get(&name).cloned(), name)).collect();
            drop(state);
            let failed: Vec<_> = drafts
                .into_iter()
                .filter(|(bytes, name)| self.write(name, bytes.as_ref()).is_err())
                .collect();
            state = self.lock();
            state.troubled = !failed.is_empty();
            state.settled = asked;
            self.written.notify_all();
            if state.troubled && state.closing {
                return;
            }
            if state.troubled && state.unwritten.is_empty() && !state.pressing() {
                state = self.wait(state);
            }
            state.unwritten.extend(failed.into_iter().map(|(_, name)| name));
        }
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.woken.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// The first keystroke is followed by more: one write takes them all.
    fn gathered<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        let gathered = self.woken.wait_timeout_while(state, GATHER, |state| !state.pressing());
        gathered.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Writes a draft where those of its class lie, and nowhere else.
    fn write(&self, name: &str, kept: Option<&Kept>) -> io::Result<()> {
        let open = self.folder.join(name);
        let limited = self.folder.join(RESTRICTED).join(name);
        let Some(Kept { bytes, restricted }) = kept else {
            sync::remove(&open)?;
            return sync::remove(&limited);
        };
        if *restricted {
            sync::make_folder(&self.folder.join(RESTRICTED))?;
        }
        let (here, elsewhere) = if *restricted { (limited, open) } else { (open, limited) };
        let sealed = self.vault.seal_as(*restricted, &context(name), bytes);
        sync::write_atomically(&here, &sealed.map_err(io::Error::other)?)?;
        sync::remove(&elsewhere)
    }
}

/// How many drafts a folder holds, and the names of those that cannot be read back. What is
/// restricted is only looked at by who has that right.
pub fn proved(folder: &Path, vault: &Vault) -> io::Result<(usize, Vec<String>)> {
    let limited = folder.join(RESTRICTED);
    let (mut all, mut broken) = (0, vec![]);
    for (folder, restricted) in [(folder, false), (&limited, true)] {
        if !folder.is_dir() || (restricted && !vault.opens_restricted()) {
            continue;
        }
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            // One that was saved meanwhile is gone; the other class is a folder.
            if is_name(name)
                && let Ok(sealed) = fs::read(&path)
            {
                all += 1;
                broken.extend(
                    opened(vault, name, (&sealed, restricted)).is_none().then(|| name.to_owned()),
                );
            }
        }
    }
    Ok((all, broken))
}

/// What a draft holds, if its seal is whole.
fn opened(vault: &Vault, name: &str, (sealed, restricted): (&[u8], bool)) -> Option<Vec<u8>> {
    vault.open_as(restricted, &context(name), sealed)
}

/// Reads the drafts of one class.
fn read(
    folder: &Path,
    vault: &Vault,
    restricted: bool,
    drafts: &mut BTreeMap<String, Kept>,
) -> io::Result<()> {
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if !is_name(name) || !path.is_file() {
            continue;
        }
        match opened(vault, name, (&fs::read(&path)?, restricted)) {
            Some(bytes) => drop(drafts.insert(name.to_owned(), Kept { bytes, restricted })),
            None => set_aside(&path)?,
        }
    }
    Ok(())
}

/// What the draft of that name is sealed for.
#[must_use]
pub fn context(name: &str) -> Vec<u8> {
    format!("konsep {name}").into_bytes()
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn set_aside(path: &Path) -> io::Result<()> {
    let free = (1..u16::MAX).map(|n| path.with_extension(format!("rusak-{n}")));
    free.into_iter().find(|to| !to.exists()).map_or(Ok(()), |to| fs::rename(path, to))
}
