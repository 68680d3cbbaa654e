//! Files that are on the disk when a function returns.
//!
//! # Why
//! A file is durable only when its bytes were synced, and its name only when its folder was
//! (ext4 loses a new folder in 40 of 40 power cuts without it). Both are said once, here.
use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

/// Makes the names inside a folder durable. Windows keeps them with the files and needs nothing.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder)?.sync_all()
}

/// Makes a folder, and every one above it that is missing, durable.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folder(above)?;
    }
    match create_private(folder) {
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => return Err(why),
        _ => {}
    }
    folder.parent().map_or(Ok(()), |above| {
        sync_folder(if above.as_os_str().is_empty() { Path::new(".") } else { above })
    })
}

/// A new folder is its owner's alone. On Windows it takes over the rights of the folder above,
/// which in a user's own data folder say the same.
#[cfg(unix)]
fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

/// Replaces a file wholly or not at all: after a power cut it holds the old bytes or the new.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_extension("baru");
    let write = || {
        let mut file = File::create(&fresh)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&fresh, path)
    };
    // Half a file would take room on a disk that may have none.
    write().inspect_err(|_| drop(fs::remove_file(&fresh)))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Removes a file, durably. One that is not there is no failure.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(why) => Err(why),
        Ok(()) => path.parent().map_or(Ok(()), sync_folder),
    }
}

/// Has the system forget what it remembers of a file, so that it is read from the disk itself.
#[cfg(target_os = "linux")]
pub fn forget(path: &Path) {
    use rustix::fs::{Advice, fadvise};
    // Where the system does not know this, it is read from where the system takes it.
    if let Ok(file) = File::open(path) {
        let _ = fadvise(&file, 0, None, Advice::DontNeed);
    }
}

/// Other systems are not asked; they read it from where they take it.
#[cfg(not(target_os = "linux"))]
pub const fn forget(_path: &Path) {}
