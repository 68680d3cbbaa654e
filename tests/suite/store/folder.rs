//! A folder for one test, and a record that only tests keep.
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use loket::{
    domain::{clerk::Stamp, id::Id, moment::Moment},
    store::{
        cipher::{Key, Pair, Secret},
        db::{Change, Opened, Store},
        record::{Record, Table},
        vault::{Epoch, Ring, Vault},
    },
};
use serde::{Deserialize, Serialize};

/// The keys of the tests: always the same.
pub fn vault() -> Vault {
    let pair = Pair::of(&[9; 32]);
    let general = Key::of(Secret::from([7; 32])).unwrap();
    let epoch = Epoch { general, public: pair.public(), restricted: Some(pair) };
    Vault::of(Ring::of(1, vec![epoch]).unwrap())
}

/// Goes away with the test.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        Self::under(&std::env::temp_dir())
    }

    /// A folder in memory where there is such a place: for what needs no disk, thousands of times.
    pub fn light() -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::under(memory) } else { Self::new() }
    }

    fn under(place: &Path) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = place.join(format!("loket-uji-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// What a power cut would find here now.
    pub fn copy(&self) -> Self {
        let copy = Self::under(self.0.parent().unwrap());
        copy_into(&self.0, &copy.0);
        copy
    }

    /// Takes a file or a folder from another one, in place of what is here.
    pub fn take(&self, name: &str, from: &Self) {
        let _ = fs::remove_dir_all(self.at(name));
        let _ = fs::remove_file(self.at(name));
        if from.at(name).is_dir() {
            fs::create_dir_all(self.at(name)).unwrap();
            copy_into(&from.at(name), &self.at(name));
        } else {
            fs::copy(from.at(name), self.at(name)).unwrap();
        }
    }

    /// Changes the bytes of a file.
    pub fn change(&self, name: &str, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = fs::read(self.at(name)).unwrap();
        change(&mut bytes);
        fs::write(self.at(name), bytes).unwrap();
    }

    pub fn open(&self) -> (Store, Opened) {
        Store::open(&self.0, &vault(), &mut |_| {}).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Files may come and go while a living store is copied.
fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&to).unwrap();
            copy_into(&entry.path(), &to);
        } else {
            let _ = fs::copy(entry.path(), to);
        }
    }
}

/// Some words under a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    pub id: Id,
    pub words: String,
}

impl Record for Slip {
    const TABLE: Table = Table::Clerk;
    const NAME: &'static str = "carik";
    const VERSION: u8 = 2;

    fn id(&self) -> Id {
        self.id
    }
}

pub fn slip(number: u64, words: &str) -> Slip {
    Slip { id: Id::new(number, 0), words: words.to_owned() }
}

pub fn stamp(at: i64) -> Stamp {
    Stamp { at: Moment(at), by: Id::named("siti") }
}

pub fn save(store: &mut Store, slips: &[Slip]) -> u64 {
    let mut change = Change::new("uji");
    for slip in slips {
        change.put(slip).unwrap();
    }
    store.commit(change, stamp(1_700_000_000_000)).unwrap()
}

/// All slips as number and words.
pub fn slips(store: &Store) -> Vec<(Id, String)> {
    let all = store.read().all::<Slip>();
    all.map(|slip| slip.map(|slip| (slip.id, slip.words)).unwrap()).collect()
}

/// The words alone.
pub fn words(store: &Store) -> Vec<String> {
    slips(store).into_iter().map(|(_, words)| words).collect()
}
