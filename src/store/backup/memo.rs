//! What the desk remembers of backups: where they go, and which one counted last.
//!
//! # Why
//! Two small sealed files beside the journal and not records in it: a backup that wrote a record
//! of itself would never be up to date. Whatever cannot be read is as good as never written; then
//! the desk reminds and asks once more.
use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    domain::moment::Moment,
    fault::Fault,
    store::{codec, ground::Ground, sync},
};

/// The files.
const LAST: &str = "catatan-cadangan";
const FOLDER: &str = "folder-cadangan";

/// The backup that counted last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    pub at: Moment,
    pub sequence: u64,
    /// Name of the file.
    pub file: String,
}

/// The backup that counted last, if there ever was one.
#[must_use]
pub fn last(ground: &Ground) -> Option<Last> {
    read(ground, LAST)
}

/// Notes that a backup counts.
pub fn note(ground: &Ground, last: &Last) -> Result<(), Fault> {
    write(ground, LAST, last)
}

/// Where backups go, if it was ever said.
#[must_use]
pub fn folder(ground: &Ground) -> Option<PathBuf> {
    read::<String>(ground, FOLDER).map(PathBuf::from)
}

/// Remembers where backups go. A folder whose name is no text is not remembered.
pub fn remember(ground: &Ground, folder: &Path) -> Result<(), Fault> {
    folder.to_str().map_or(Ok(()), |folder| write(ground, FOLDER, &folder))
}

fn read<T: DeserializeOwned>(ground: &Ground, name: &str) -> Option<T> {
    let sealed = fs::read(ground.folder.join(name)).ok()?;
    codec::unpack(&ground.vault.open(name.as_bytes(), &sealed)?)
}

fn write<T: Serialize>(ground: &Ground, name: &str, what: &T) -> Result<(), Fault> {
    let sealed = ground.vault.seal(name.as_bytes(), &codec::pack(what)?);
    sync::write_atomically(&ground.folder.join(name), &sealed)
        .map_err(|why| Fault::Device { name: "folder data", why })
}
