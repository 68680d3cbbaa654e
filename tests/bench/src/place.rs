//! Where the benchmark works: a folder of its own, and the real program.
use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use loket::desk::{
    counter::{Clock, Desk},
    entrance::Pass,
};

/// Who comes in to the practice desk, and with what.
pub const CODE: &str = "latihan";
pub const PASSPHRASE: &str = "latihan-latihan";

/// A folder that goes with the benchmark.
pub struct Place {
    folder: PathBuf,
    binary: PathBuf,
    city: PathBuf,
}

impl Place {
    /// Builds the real program and makes the folder.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let built =
            Command::new("cargo").args(["build", "--release"]).current_dir(&root).status()?;
        if !built.success() {
            return Err("the program does not build".into());
        }
        let name = format!("loket-bench-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        let city = folder.join("kota");
        Ok(Self { folder, binary: root.join("target/release/loket"), city })
    }

    pub fn binary(&self) -> &Path {
        &self.binary
    }

    /// The store with a city in it.
    pub fn city(&self) -> PathBuf {
        self.city.clone()
    }

    /// The same city in SQLite.
    pub fn peer(&self) -> PathBuf {
        self.city.with_extension("sqlite")
    }

    /// Goes on with another city.
    pub fn leaves_for(&mut self, name: &str) {
        self.city = self.folder.join(name);
    }

    /// Removes everything that was made so far.
    pub fn clear(&self) -> Result<(), Box<dyn Error>> {
        fs::remove_dir_all(&self.folder)?;
        Ok(fs::create_dir_all(&self.folder)?)
    }

    /// The real program on a folder, with the officer and the passphrase.
    pub fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.binary);
        command.env("LOKET_DATA", folder).env("LOKET_PETUGAS", CODE).env("LOKET_SANDI", PASSPHRASE);
        command
    }

    /// A folder of that name beside it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Makes the city with the program's own practice data; returns the seconds it took.
    pub fn fill(&self, residents: usize) -> Result<f64, Box<dyn Error>> {
        let start = Instant::now();
        let made = Command::new(&self.binary)
            .args(["latihan", "--warga", &residents.to_string(), "--benih", "1", "--buat"])
            .arg(self.city())
            .status()?;
        if !made.success() {
            return Err("the practice data could not be made".into());
        }
        Ok(start.elapsed().as_secs_f64())
    }

    /// The desk on the city.
    pub fn desk(&self) -> Result<Desk, Box<dyn Error>> {
        let pass = Pass::new(CODE, PASSPHRASE);
        Ok(Desk::enter(&self.city(), &pass, Clock::Wall, &mut |_| {})?.0)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
