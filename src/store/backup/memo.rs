//! What the desk remembers of backups: where they go, and which ones counted.
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
const NOTED: &str = "catatan-cadangan";
const FOLDER: &str = "folder-cadangan";

/// A backup that counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub at: Moment,
    /// The last sequence in it.
    pub sequence: u64,
    /// Name of the file.
    pub file: String,
}

/// The backups that counted and were not removed by this desk since, the newest last: sticks and
/// folders that are not there now are not asked.
#[must_use]
pub fn noted(ground: &Ground) -> Vec<Noted> {
    read(ground, NOTED).unwrap_or_default()
}

/// Notes that a backup counts, and that these files went for it.
pub fn note(ground: &Ground, made: Noted, gone: &[String]) -> Result<(), Fault> {
    let mut all = noted(ground);
    all.retain(|one| one.file != made.file && !gone.contains(&one.file));
    all.push(made);
    write(ground, NOTED, &all)
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
