//! A disk of its own for a test: in a file or in memory, mounted for as long as its holder lives.
use std::{fs::File, path::PathBuf};

use crate::{harsh::machine::tool, place::Place};

/// A disk.
#[derive(Debug)]
pub struct Volume {
    place: Place,
    /// What `mount` needs before the folder.
    options: Vec<String>,
    mounted: bool,
}

impl Volume {
    /// A new file system of that kind in a file of so many MiB, mounted.
    pub fn in_file(kind: &str, size: u64) -> Result<Self, String> {
        let place = Place::new();
        let file = place.path().join("diska.img");
        let made = File::create(&file).and_then(|file| file.set_len(size << 20));
        made.map_err(|why| why.to_string())?;
        let file = file.to_str().unwrap().to_owned();
        tool(&[&format!("mkfs.{kind}"), "-q", &file])?;
        Self { place, options: vec!["-o".into(), "loop".into(), file], mounted: false }.ready()
    }

    /// A disk in memory of so many KiB, mounted.
    pub fn in_memory(size: u64) -> Result<Self, String> {
        let options = ["-t", "tmpfs", "-o", &format!("size={size}k"), "tmpfs"];
        let options = options.map(ToOwned::to_owned).to_vec();
        Self { place: Place::new(), options, mounted: false }.ready()
    }

    /// Another disk's folder once more, mounted so that it can only be read.
    pub fn read_only(folder: &std::path::Path) -> Result<Self, String> {
        let options = vec!["--bind".to_owned(), folder.to_str().unwrap().to_owned()];
        let volume = Self { place: Place::new(), options, mounted: false }.ready()?;
        tool(&["mount", "-o", "remount,ro,bind", volume.root().to_str().unwrap()])?;
        Ok(volume)
    }

    fn ready(mut self) -> Result<Self, String> {
        std::fs::create_dir(self.root()).map_err(|why| why.to_string())?;
        self.mount()?;
        Ok(self)
    }

    /// Where it is mounted.
    pub fn root(&self) -> PathBuf {
        self.place.path().join("diska")
    }

    /// Mounts it: a journal that was cut off is replayed by the system.
    pub fn mount(&mut self) -> Result<(), String> {
        let root = self.root();
        let mut words = vec!["mount"];
        words.extend(self.options.iter().map(String::as_str));
        words.push(root.to_str().unwrap());
        tool(&words)?;
        self.mounted = true;
        Ok(())
    }

    /// Unmounts it.
    pub fn unmount(&mut self) -> Result<(), String> {
        tool(&["umount", self.root().to_str().unwrap()])?;
        self.mounted = false;
        Ok(())
    }
}

impl Drop for Volume {
    fn drop(&mut self) {
        if self.mounted {
            let _ = tool(&["umount", "-l", self.root().to_str().unwrap()]);
        }
    }
}
