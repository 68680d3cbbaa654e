//! One desk at a time on a folder.
//!
//! # Why
//! The operating system holds the lock, not a file's existence: it is given back at whatever end,
//! `kill -9` and power cut included. Windows forbids reading a locked file, so who holds it is
//! written in a second one.
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    path::Path,
};

use crate::{fault::Fault, store::sync};

/// Held while the store is open.
#[derive(Debug)]
pub struct Lock(File);

impl Lock {
    /// Takes the folder, which is made if it is missing, or says at once who has it.
    pub fn take(folder: &Path) -> Result<Self, Fault> {
        let device = |why| Fault::Device { name: "folder data", why };
        sync::make_folder(folder).map_err(device)?;
        let path = folder.join("gembok");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        // A disk that cannot be written can still be read.
        let file = file.or_else(|_| File::open(&path)).map_err(device)?;
        let beside = folder.join("gembok.siapa");
        match file.try_lock() {
            Ok(()) => {
                // Only a courtesy to whoever is refused: the lock holds without it.
                let _ = fs::write(beside, holder());
                Ok(Self(file))
            }
            Err(TryLockError::WouldBlock) => Err(Fault::Busy {
                holder: fs::read_to_string(beside)
                    .ok()
                    .filter(|text| !text.trim().is_empty())
                    .unwrap_or_else(|| "Loket yang lain".to_owned()),
            }),
            Err(TryLockError::Error(why)) => Err(device(why)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// This process, as the clerk at another desk may find it.
fn holder() -> String {
    let computer = ["COMPUTERNAME", "HOSTNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(|| fs::read_to_string("/etc/hostname").ok())
        .unwrap_or_default();
    let place = match computer.trim() {
        "" => String::new(),
        name => format!(" di komputer {name}"),
    };
    format!("Loket lain{place} (proses nomor {})", std::process::id())
}
