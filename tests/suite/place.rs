//! Empty folders for desks to stand in.
use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use loket::{
    desk::{
        counter::{Clock, Desk},
        entrance::{Gate, Pass, gate},
    },
    domain::passphrase::Passphrase,
    store::cipher::Cost,
};

/// What every officer of the tests comes in with; the practice desk's, so that all have the same.
pub const PASSPHRASE: &str = "latihan-latihan";

/// The same, as it is chosen.
pub fn passphrase() -> Passphrase {
    PASSPHRASE.parse().unwrap()
}

/// The desk of a folder: as it is on the first day, or for its only officer.
pub fn opened(folder: &Path, clock: Clock) -> Desk {
    let opened = match gate(folder).unwrap() {
        Gate::New => Desk::open(folder, clock, &mut |_| {}),
        _ => ["", "rina"]
            .into_iter()
            .map(|code| Desk::enter(folder, &Pass::new(code, PASSPHRASE), clock, &mut |_| {}))
            .find(Result::is_ok)
            .unwrap(),
    };
    let (mut desk, _) = opened.unwrap();
    desk.set_cost(Cost::trifle());
    desk
}

/// A folder of its own for each caller; it goes when its holder does.
#[derive(Debug)]
pub struct Place(PathBuf);

impl Place {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = folder.join(format!("loket-{}-{nth}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The desk on this folder.
    pub fn desk(&self, clock: Clock) -> Desk {
        opened(&self.0, clock)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
