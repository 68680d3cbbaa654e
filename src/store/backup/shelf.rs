//! The folder in which backups lie.
//!
//! # Why
//! It is a stick with other people's files on it. What is removed bears a name of this office's
//! backups *and* a seal of this office, or ends with `.baru` behind such a name and so never
//! counted.
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    domain::area::Area,
    fault::Fault,
    store::{
        backup::{
            layout::Facts,
            name::Name,
            rotation::{Dated, expired},
            scan,
        },
        sync,
        vault::Vault,
    },
};

/// A backup in the folder, as far as its name and its front say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub path: PathBuf,
    pub name: Name,
    pub facts: Facts,
    /// Bytes of the file.
    pub size: u64,
}

/// Names a failure of the folder.
#[must_use]
pub const fn refused(why: io::Error) -> Fault {
    Fault::Device { name: "folder cadangan", why }
}

/// The backups of this office in a folder, the newest first; of files that cannot be read, none.
pub fn kept(folder: &Path, vault: &Vault) -> Result<Vec<Kept>, Fault> {
    let mut kept = vec![];
    for entry in fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let Some(name) = entry.file_name().to_str().and_then(Name::read) else { continue };
        let (Ok(front), Ok(about)) = (scan::front(&entry.path()), entry.metadata()) else {
            continue;
        };
        if front.is_ours(vault) {
            kept.push(Kept { path: entry.path(), name, facts: front.facts, size: about.len() });
        }
    }
    kept.sort_by_key(|one| std::cmp::Reverse(one.name));
    Ok(kept)
}

/// Removes what was left of backups of this office that were cut off.
pub fn sweep(folder: &Path, area: Area) -> Result<(), Fault> {
    for entry in fs::read_dir(folder).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let half = entry.file_name().to_str().and_then(Name::half);
        if half.is_some_and(|name| name.area == area) {
            sync::remove(&entry.path()).map_err(refused)?;
        }
    }
    Ok(())
}

/// Removes the backups that a newer one has made superfluous; says which. The newer one is never
/// among them, and none goes before it counts. A file that cannot be removed stays.
pub fn thin(folder: &Path, vault: &Vault, newest: &Path) -> Result<Vec<String>, Fault> {
    let all = kept(folder, vault)?.into_iter();
    let dated =
        all.map(|one| Dated { made: one.name.made, sequence: one.facts.sequence, what: one });
    let gone = expired(dated.collect()).into_iter().filter(|one| one.path != newest);
    let gone = gone.filter(|one| sync::remove(&one.path).is_ok());
    Ok(gone.map(|one| one.name.file()).collect())
}
