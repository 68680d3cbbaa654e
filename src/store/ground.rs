//! Where a store lies: the names of its files.
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::store::{ballast::Ballast, segment::Segments, vault::Vault};

/// Where a store lies, and what opens it.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The folder of the store.
    pub folder: PathBuf,
    pub segments: Segments,
    pub vault: Vault,
    /// The room that it keeps on the disk.
    pub ballast: Ballast,
}

impl PartialEq for Ground {
    /// It is the same ground where the folder is the same.
    fn eq(&self, other: &Self) -> bool {
        self.folder == other.folder
    }
}

impl Eq for Ground {}

impl Ground {
    /// The store in a folder, with its journal's segments.
    #[must_use]
    pub fn of(folder: &Path, segments: Segments, vault: &Vault) -> Self {
        let (ballast, vault) = (Ballast::of(folder), vault.clone());
        Self { folder: folder.to_owned(), segments, vault, ballast }
    }

    /// The folder of the index.
    #[must_use]
    pub fn index(&self) -> PathBuf {
        self.folder.join("indeks")
    }

    /// Removes the index, what was kept of a broken one, and one that is being made.
    pub fn forget_index(&self) -> io::Result<()> {
        let index = self.index();
        for folder in [index.with_extension("rusak"), index.with_extension("baru"), index] {
            if is_there(&folder) {
                fs::remove_dir_all(&folder)?;
            }
        }
        Ok(())
    }

    /// The file of the roll.
    #[must_use]
    pub fn roll(&self) -> PathBuf {
        self.folder.join("daftar")
    }

    /// The file that says that the index must not be believed.
    #[must_use]
    pub fn suspicion(&self) -> PathBuf {
        self.folder.join("indeks.curiga")
    }

    /// The journal's segments and what opens them.
    #[must_use]
    pub const fn journal(&self) -> (&Segments, &Vault) {
        (&self.segments, &self.vault)
    }
}

/// Whether a path is there, in whatever shape.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
