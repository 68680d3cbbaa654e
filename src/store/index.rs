//! The index: the present state of every record, ready to be read; the only file that names sled.
//!
//! # Why
//! * Derived and never trusted: sled's own `flush` is not durable, one flipped bit can open as
//!   fewer records without an error, and damage can panic or hang it. So every call is made
//!   where a panic is caught, every value is sealed, and a tally of all records (how many, and a sum over each key and
//!   the sequence that wrote it) is kept beside them and compared at every opening: a record that is lost,
//!   stale or back from the dead shows. Whatever does not agree is rebuilt from the journal.
//! * A value begins with the sequence of the frame that wrote it, so applying a change twice does
//!   nothing, and a change that does not follow from what the index holds is noticed at once.
//! * One tree, no secondary trees; batches of at most a hundred: larger ones never give their memory back.
use std::{
    fs::{self, File},
    io,
    ops::Bound,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};

use crate::store::{codec, entry::Key, overlay::Written, sync, vault::Vault};

/// The most records in one batch.
pub const BATCH: usize = 100;

/// Memory that sled may keep pages in; it takes somewhat more.
const CACHE: u64 = 16 << 20;

/// The key of the tally; shorter than any record's.
const TALLY: &[u8] = b"\0";

/// The index of an open store.
#[derive(Debug)]
pub struct Index {
    tree: sled::Db,
    folder: PathBuf,
    vault: Vault,
}

/// What an index says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Every frame up to here is applied.
    pub sequence: u64,
    /// How many records there are.
    pub count: u64,
    /// The sum of [`blend`] over all records.
    pub sum: u64,
}

/// A record to be applied.
#[derive(Debug, Clone)]
pub struct Step {
    pub key: Key,
    /// The sequence that wrote the record which this one replaces; 0 for none.
    pub before: u64,
    pub written: Written,
}

/// Why an index cannot be used.
#[derive(Debug)]
pub enum Trouble {
    /// The disk refuses: nothing is wrong with the index itself.
    Disk(io::Error),
    /// It is not what it should be.
    Broken(&'static str),
}

type Outcome<T> = Result<T, Trouble>;

impl Index {
    /// Opens the index in a folder, proves it against its tally and returns both; gives up after a while
    /// that grows with its size. A new one is made durable at once.
    pub fn open(folder: &Path, vault: Vault) -> Outcome<(Self, Tally)> {
        let limit = Duration::from_secs(10) + Duration::from_secs(size(folder) >> 25);
        let (tell, told) = mpsc::sync_channel(1);
        let folder = folder.to_owned();
        // A thread of its own, because damaged pages can hang sled; then it is left behind.
        thread::Builder::new()
            .name("indeks".to_owned())
            .spawn(move || {
                let opened = calm(|| Self::start(folder, vault))
                    .and_then(|index| index.prove().map(|tally| (index, tally)));
                // Nobody listens any more once the time was up.
                let _ = tell.send(opened);
            })
            .map_err(Trouble::Disk)?;
        told.recv_timeout(limit).unwrap_or(Err(Trouble::Broken("tidak menjawab")))
    }

    fn start(folder: PathBuf, vault: Vault) -> Outcome<Self> {
        let fresh = !folder.join("db").exists();
        sync::make_folder(&folder)?;
        for file in fs::read_dir(&folder)? {
            let path = file?.path();
            // Left by a crash while sled wrote a snapshot; with it there, sled does not open.
            if path.extension().is_some_and(|end| end == "generating") {
                fs::remove_file(path)?;
            }
        }
        let config = sled::Config::new().path(&folder).cache_capacity(CACHE).flush_every_ms(None);
        let mut tries = 0;
        let tree = loop {
            match config.open() {
                // The last reader of this process may be about to let go of it.
                Err(sled::Error::Io(why)) if is_locked(&why) && tries < 20 => {
                    tries += 1;
                    thread::sleep(Duration::from_millis(50));
                }
                opened => break opened?,
            }
        };
        let index = Self { tree, folder, vault };
        if fresh {
            index.save(&[], Tally::default())?;
            index.flush()?;
            for name in ["conf", "db"] {
                File::open(index.folder.join(name))?.sync_all()?;
            }
            sync::sync_folder(&index.folder)?;
        }
        Ok(index)
    }

    /// Compares all records with the tally.
    fn prove(&self) -> Outcome<Tally> {
        calm(|| {
            let tally = self.tally()?;
            let (mut count, mut sum) = (0, 0_u64);
            for found in self.tree.range::<&[u8], _>(&[1][..]..) {
                let (key, value) = found?;
                let key = Key::read(&key).ok_or(Trouble::Broken("kunci"))?;
                let (sequence, _) = value.split_first_chunk().ok_or(Trouble::Broken("nilai"))?;
                count += 1;
                sum = sum.wrapping_add(blend(key, u64::from_le_bytes(*sequence)));
            }
            if (count, sum) == (tally.count, tally.sum) {
                Ok(tally)
            } else {
                Err(Trouble::Broken("jumlah"))
            }
        })
    }

    fn tally(&self) -> Outcome<Tally> {
        let sealed = self.tree.get(TALLY)?.ok_or(Trouble::Broken("tanpa jumlah"))?;
        let packed = self.vault.open(TALLY, &sealed).ok_or(Trouble::Broken("segel jumlah"))?;
        codec::unpack(&packed).ok_or(Trouble::Broken("jumlah"))
    }

    /// Applies records, at most [`BATCH`] of them, and the tally that then holds, all or nothing. `upto` is the last
    /// sequence that is complete with them. What is applied already is passed over.
    pub fn apply(&self, steps: &[Step], upto: u64) -> Outcome<()> {
        calm(|| {
            let mut tally = self.tally()?;
            let mut news = vec![];
            for step in steps {
                let old = self.read(step.key)?.map(|(sequence, _)| sequence);
                let sequence = step.written.sequence;
                if old.is_some_and(|old| old >= sequence) {
                    continue;
                }
                let gone = step.written.bytes.is_none();
                if old.unwrap_or(0) != step.before && !(gone && old.is_none()) {
                    return Err(Trouble::Broken("bukan lanjutannya"));
                }
                if let Some(old) = old {
                    tally.count = tally.count.wrapping_sub(1);
                    tally.sum = tally.sum.wrapping_sub(blend(step.key, old));
                }
                if !gone {
                    tally.count += 1;
                    tally.sum = tally.sum.wrapping_add(blend(step.key, sequence));
                }
                news.push(step);
            }
            tally.sequence = tally.sequence.max(upto);
            self.save(&news, tally)
        })
    }

    fn save(&self, steps: &[&Step], tally: Tally) -> Outcome<()> {
        let mut batch = sled::Batch::default();
        for step in steps {
            let key = &step.key.bytes()[..];
            match &step.written.bytes {
                Some(bytes) => {
                    let sequence = step.written.sequence;
                    let mut value = sequence.to_le_bytes().to_vec();
                    value.extend(self.vault.seal(&context(step.key, sequence), bytes));
                    batch.insert(key, value);
                }
                None => batch.remove(key),
            }
        }
        let packed = codec::pack(&tally).map_err(|_| Trouble::Broken("jumlah"))?;
        batch.insert(TALLY, self.vault.seal(TALLY, &packed));
        Ok(self.tree.apply_batch(batch)?)
    }

    /// A record, if there is one.
    pub fn get(&self, key: Key) -> Outcome<Option<Written>> {
        calm(|| {
            let Some((_, value)) = self.read(key)? else { return Ok(None) };
            Ok(Some(self.written(key, &value)?))
        })
    }

    fn read(&self, key: Key) -> Outcome<Option<(u64, sled::IVec)>> {
        let Some(value) = self.tree.get(key.bytes())? else { return Ok(None) };
        let sequence = value.first_chunk().ok_or(Trouble::Broken("nilai"))?;
        Ok(Some((u64::from_le_bytes(*sequence), value)))
    }

    fn written(&self, key: Key, value: &[u8]) -> Outcome<Written> {
        let (sequence, sealed) = value.split_first_chunk().ok_or(Trouble::Broken("nilai"))?;
        let sequence = u64::from_le_bytes(*sequence);
        let bytes = self.vault.open(&context(key, sequence), sealed);
        let bytes = bytes.ok_or(Trouble::Broken("segel"))?;
        Ok(Written { sequence, bytes: Some(Arc::from(&*bytes)) })
    }

    /// The next records between two keys, at most so many.
    pub fn page(
        &self,
        (from, to): (Bound<Key>, Bound<Key>),
        most: usize,
    ) -> Outcome<Vec<(Key, Written)>> {
        calm(|| {
            let bounds = (from.map(|key| key.bytes().to_vec()), to.map(|key| key.bytes().to_vec()));
            self.tree
                .range(bounds)
                .take(most)
                .map(|found| {
                    let (key, value) = found?;
                    let key = Key::read(&key).ok_or(Trouble::Broken("kunci"))?;
                    Ok((key, self.written(key, &value)?))
                })
                .collect()
        })
    }

    /// Returns when all that was applied is on the disk: sled's flush alone does not see to that.
    pub fn flush(&self) -> Outcome<()> {
        calm(|| {
            self.tree.flush()?;
            Ok(File::options().write(true).open(self.folder.join("db"))?.sync_data()?)
        })
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

impl From<io::Error> for Trouble {
    /// What a full or protected disk says is no fault of the index; everything else is.
    fn from(why: io::Error) -> Self {
        use io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match why.kind() {
            StorageFull | QuotaExceeded | ReadOnlyFilesystem | PermissionDenied => Self::Disk(why),
            _ if is_locked(&why) => Self::Disk(why),
            _ => Self::Broken("berkas"),
        }
    }
}

/// Does what may panic inside sled.
fn calm<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Trouble::Broken("panik")))
}

/// sled tells a lock that is held in words only.
fn is_locked(why: &io::Error) -> bool {
    why.to_string().contains("could not acquire lock")
}

fn size(folder: &Path) -> u64 {
    fs::metadata(folder.join("db")).map_or(0, |db| db.len())
}

fn context(key: Key, sequence: u64) -> [u8; 31] {
    let mut context = *b"indeks0000000000000000000000000";
    context[6..23].copy_from_slice(key.bytes());
    context[23..].copy_from_slice(&sequence.to_le_bytes());
    context
}

/// One number from a key and a sequence, such that sums of them tell sets apart (splitmix64).
fn blend(key: Key, sequence: u64) -> u64 {
    let mut mixed = sequence;
    for chunk in key.bytes().chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        mixed = (mixed ^ u64::from_le_bytes(word)).wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
    }
    mixed
}
