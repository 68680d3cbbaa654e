//! The index: the present state of every record, ready to be read; the only file that names sled.
//!
//! # Why
//! * Derived and never trusted: sled's own `flush` is not durable, and damage can panic it, hang
//!   it, or open as fewer records without an error. So every call is made where a panic is caught;
//!   opening, reading and what is written while opening are asked of a thread that may hang
//!   without the desk (later only the storage thread writes, which may hang as well); every value
//!   is sealed and begins with the sequence of the frame that wrote it, which the roll knows.
//! * One tree, no secondary trees; batches of at most a hundred: larger ones never give their
//!   memory back. Closing and opening it again after an import does not help either (116 MB
//!   resident instead of 87 at 122,324 records), so that is not done.
use std::{
    fs::{self, File},
    ops::Bound,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use crate::store::{
    cipher,
    entry::Key,
    errand::{Outcome, Runner, Trouble, calm, is_locked},
    roll::{Roll, Step, Written},
    sync as durable,
    vault::Vault,
};

/// The most records in one batch.
pub const BATCH: usize = 100;

/// Memory that sled may keep pages in; it takes somewhat more.
const CACHE: u64 = 16 << 20;

/// The key of the last sequence that is applied; shorter than any record's.
pub const APPLIED: &[u8] = b"\0";

/// A smaller folder is never too large, in bytes: its file grows by half a megabyte at a time.
const SMALL: u64 = 8 << 20;

/// A folder that holds more than so many halves of the bytes of its records is too large.
///
/// sled keeps what was overwritten until it finds the time, and never more than a few times what is
/// true. Made anew it takes 1.6 to 2.2 times the bytes of the records, so that a lower bound would
/// make it anew again and again for little.
const HALVES: u64 = 5;

/// The longest that a reader waits before the index is taken for hung.
const ANSWER: Duration = Duration::from_secs(5);

/// The index of an open store.
#[derive(Debug)]
pub struct Index {
    /// There until the index is dropped.
    tree: Option<Tree>,
    folder: PathBuf,
    /// Questions go to a thread of their own: damaged pages can hang whoever reads them.
    questions: Runner,
    hung: AtomicBool,
}

/// A value as it is found, with the bytes of its key.
#[derive(Debug)]
pub struct Surveyed {
    pub key: Vec<u8>,
    /// The record, if the seal is whole.
    pub written: Option<Written>,
}

/// The tree itself, and what opens its values.
#[derive(Debug, Clone)]
struct Tree {
    db: sled::Db,
    vault: Vault,
    /// Bytes of its records, keys and all, when they were last counted; 0 if never.
    counted: Arc<AtomicU64>,
}

impl Index {
    /// Opens the index in a folder and returns it with the last sequence that it holds; gives up
    /// after a while that grows with its size. A new one is made durable at once.
    pub fn open(folder: &Path, vault: &Vault) -> Outcome<(Self, u64)> {
        let questions = Runner::start("indeks")?;
        let (owned, vault) = (folder.to_owned(), vault.clone());
        let open = move || {
            let fresh = !owned.join("db").exists();
            let tree = Tree { db: start(&owned)?, vault, counted: Arc::default() };
            if fresh {
                tree.apply(&[], Some(0))?;
                tree.db.flush()?;
                for name in ["conf", "db"] {
                    File::options().write(true).open(owned.join(name))?.sync_all()?;
                }
                durable::sync_folder(&owned)?;
            }
            let applied = tree.applied()?;
            Ok((tree, applied))
        };
        let (tree, applied) = questions.run(patience(folder), open)?;
        let hung = AtomicBool::new(false);
        Ok((Self { tree: Some(tree), folder: folder.to_owned(), questions, hung }, applied))
    }

    /// A record, if there is one.
    pub fn get(&self, key: Key) -> Outcome<Option<Written>> {
        self.answer(ANSWER, move |tree| {
            let Some(value) = tree.db.get(key.bytes())? else { return Ok(None) };
            Ok(Some(tree.written(key, &value)?))
        })
    }

    /// The records from one key to another, both included, as far as they can be read.
    pub fn between(&self, first: Key, last: Key) -> Outcome<Vec<(Key, Written)>> {
        self.answer(ANSWER, move |tree| {
            let mut all = vec![];
            for found in tree.db.range(&first.bytes()[..]..=&last.bytes()[..]) {
                let (key, value) = found?;
                let key = Key::read(&key).ok_or(Trouble::Broken("kunci"))?;
                all.extend(tree.written(key, &value).ok().map(|written| (key, written)));
            }
            Ok(all)
        })
    }

    /// The roll of everything that it holds: all of it is read.
    pub fn census(&self) -> Outcome<Roll> {
        self.answer(patience(&self.folder), |tree| {
            let mut roll = Roll::default();
            roll.sequence = tree.applied()?;
            for found in tree.db.range::<&[u8], _>(&[1][..]..) {
                let (key, value) = found?;
                let key = Key::read(&key).ok_or(Trouble::Broken("kunci"))?;
                let Written { sequence, bytes } = tree.written(key, &value)?;
                roll.enter(&Step { key, sequence, bytes: Some(bytes) });
            }
            Ok(roll)
        })
    }

    /// Whether its folder holds much more than its records, so that it should be made anew. They are
    /// only counted where the folder has outgrown the last count, which is kept with the last
    /// sequence that is complete.
    pub fn is_bloated(&self, upto: u64) -> Outcome<bool> {
        let held = held(&self.folder)?;
        let too_much = |counted: u64| held > SMALL && held > counted.saturating_mul(HALVES) / 2;
        if !too_much(self.tree()?.counted.load(Ordering::Relaxed)) {
            return Ok(false);
        }
        let count = |tree: &Tree| {
            let mut sum = 0;
            for found in tree.db.iter() {
                let (key, value) = found?;
                sum += (key.len() + value.len()) as u64;
            }
            Ok(sum)
        };
        let counted = self.answer(patience(&self.folder), count)?;
        self.tree()?.counted.store(counted, Ordering::Relaxed);
        if too_much(counted) {
            return Ok(true);
        }
        self.fill(vec![], upto)?;
        self.settle()?;
        Ok(false)
    }

    /// Notes, with the last sequence that is complete, how many bytes its records have now that it was
    /// made anew. What it takes at the least counts too: it is not made anew for a fifth more.
    pub fn weighed(&self, counted: u64, upto: u64) -> Outcome<()> {
        let least = held(&self.folder)? / 2;
        self.tree()?.counted.store(counted.max(least), Ordering::Relaxed);
        self.fill(vec![], upto)?;
        self.settle()
    }

    /// The next values behind a key, at most so many, also those that cannot be read.
    pub fn survey(&self, behind: Vec<u8>, most: usize) -> Outcome<Vec<Surveyed>> {
        self.answer(patience(&self.folder), move |tree| {
            let values = tree.db.range((Bound::Excluded(behind), Bound::Unbounded)).take(most);
            let seen = values.map(|found| {
                let (key, value) = found?;
                let written = Key::read(&key).and_then(|key| tree.written(key, &value).ok());
                Ok(Surveyed { key: key.to_vec(), written })
            });
            seen.collect()
        })
    }

    fn tree(&self) -> Outcome<&Tree> {
        self.tree.as_ref().ok_or(Trouble::Hung)
    }

    fn answer<T: Send + 'static>(
        &self,
        limit: Duration,
        question: impl FnOnce(&Tree) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        if self.hung.load(Ordering::Relaxed) {
            return Err(Trouble::Hung);
        }
        let tree = self.tree()?.clone();
        let answer = self.questions.run(limit, move || question(&tree));
        if matches!(answer, Err(Trouble::Hung)) {
            self.hung.store(true, Ordering::Relaxed);
        }
        answer
    }

    /// Applies records, at most [`BATCH`] of them, all or nothing; `upto` is the last sequence
    /// that is complete with them, if one is. Applying the same again changes nothing.
    pub fn apply(&self, steps: &[Step], upto: Option<u64>) -> Outcome<()> {
        calm(|| self.tree()?.apply(steps, upto))
    }

    /// Applies records, however many, up to the last sequence that is complete with them; for
    /// whoever must not hang. A write that the disk refuses may leave sled waiting for ever.
    pub fn fill(&self, steps: Vec<Step>, upto: u64) -> Outcome<()> {
        self.answer(patience(&self.folder), move |tree| {
            steps.chunks(BATCH).try_for_each(|batch| tree.apply(batch, None))?;
            tree.apply(&[], Some(upto))
        })
    }

    /// The same as [`Self::flush`], for whoever must not hang.
    pub fn settle(&self) -> Outcome<()> {
        self.answer(patience(&self.folder), |tree| Ok(tree.db.flush().map(drop)?))?;
        self.sync()
    }

    /// Returns when all that was applied is on the disk.
    pub fn flush(&self) -> Outcome<()> {
        calm(|| {
            self.tree()?.db.flush()?;
            self.sync()
        })
    }

    /// What sled takes for flushed has not reached the disk yet.
    fn sync(&self) -> Outcome<()> {
        Ok(File::options().write(true).open(self.folder.join("db"))?.sync_data()?)
    }
}

impl Drop for Index {
    /// Closes sled where neither a panic nor a hang matters.
    fn drop(&mut self) {
        let tree = self.tree.take();
        let limit = if self.hung.load(Ordering::Relaxed) { Duration::ZERO } else { ANSWER };
        let close = move || {
            drop(tree);
            Ok(())
        };
        // Either way there is nothing more to do for it.
        let _ = self.questions.run(limit, close);
    }
}

impl Tree {
    fn applied(&self) -> Outcome<u64> {
        let sealed = self.db.get(APPLIED)?.ok_or(Trouble::Broken("urutan"))?;
        let plain = self.vault.open(APPLIED, &sealed).unwrap_or_default();
        let (applied, rest) = plain.split_first_chunk().ok_or(Trouble::Broken("urutan"))?;
        // Not there in an index from before it was counted.
        let counted = rest.first_chunk().map_or(0, |counted| u64::from_le_bytes(*counted));
        self.counted.store(counted, Ordering::Relaxed);
        Ok(u64::from_le_bytes(*applied))
    }

    fn written(&self, key: Key, value: &[u8]) -> Outcome<Written> {
        let (sequence, sealed) = value.split_first_chunk().ok_or(Trouble::Broken("nilai"))?;
        let sequence = u64::from_le_bytes(*sequence);
        let bytes = self.vault.open(&context(key, sequence), sealed);
        let bytes = bytes.ok_or(Trouble::Broken("segel"))?;
        Ok(Written { sequence, bytes: Arc::from(&*bytes) })
    }

    fn apply(&self, steps: &[Step], upto: Option<u64>) -> Outcome<()> {
        let mut batch = sled::Batch::default();
        for step in steps {
            let key = &step.key.bytes()[..];
            match &step.bytes {
                Some(bytes) => {
                    let mut value = step.sequence.to_le_bytes().to_vec();
                    value.extend(self.vault.seal(&context(step.key, step.sequence), bytes));
                    batch.insert(key, value);
                }
                None => batch.remove(key),
            }
        }
        if let Some(upto) = upto {
            let counted = self.counted.load(Ordering::Relaxed);
            let plain = [upto.to_le_bytes(), counted.to_le_bytes()].concat();
            batch.insert(APPLIED, self.vault.seal(APPLIED, &plain));
        }
        Ok(self.db.apply_batch(batch)?)
    }
}

/// Opens sled in a folder, which is made if it is missing.
fn start(folder: &Path) -> Outcome<sled::Db> {
    durable::make_folder(folder)?;
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        // Left by a crash while sled wrote a snapshot; with it there, sled does not open.
        if path.extension().is_some_and(|end| end == "generating") {
            fs::remove_file(path)?;
        }
    }
    let config = sled::Config::new().path(folder).cache_capacity(CACHE).flush_every_ms(None);
    let mut tries = 0;
    loop {
        match config.open() {
            // The last reader of this process may be about to let go of it.
            Err(sled::Error::Io(why)) if is_locked(&why) && tries < 20 => {
                tries += 1;
                thread::sleep(Duration::from_millis(50));
            }
            opened => return Ok(opened?),
        }
    }
}

impl From<sled::Error> for Trouble {
    fn from(why: sled::Error) -> Self {
        match why {
            sled::Error::Io(why) => Self::from(why),
            _ => Self::Broken("sled"),
        }
    }
}

/// Bytes that a record takes in it at least: the key, the sequence, the bytes and their seal.
#[must_use]
pub fn size(step: &Step) -> u64 {
    let bytes = step.bytes.as_ref().map_or(0, |bytes| bytes.len() + 8 + cipher::ADDED);
    (step.key.bytes().len() + bytes) as u64
}

/// Bytes of all files in a folder.
fn held(folder: &Path) -> Outcome<u64> {
    let mut sum = 0;
    for file in fs::read_dir(folder)? {
        let file = file?;
        let known = file.metadata()?;
        sum += if known.is_dir() { held(&file.path())? } else { known.len() };
    }
    Ok(sum)
}

/// How long to wait for an index of that size.
fn patience(folder: &Path) -> Duration {
    let size = fs::metadata(folder.join("db")).map_or(0, |db| db.len());
    Duration::from_secs(10 + (size >> 25))
}

fn context(key: Key, sequence: u64) -> [u8; 31] {
    let mut context = *b"indeks0000000000000000000000000";
    context[6..23].copy_from_slice(key.bytes());
    context[23..].copy_from_slice(&sequence.to_le_bytes());
    context
}
