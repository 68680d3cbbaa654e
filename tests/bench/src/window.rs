//! The real program in a pseudo-terminal.
use std::{
    error::Error,
    fs,
    io::{Read, Write},
    path::Path,
    time::Instant,
};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::place::{CODE, PASSPHRASE, Place};

/// What a program holds of memory now, and the most it ever held, in megabytes; where the system
/// tells.
pub type Memory = Option<(u64, u64)>;

/// A program that runs, and what it wrote since somebody last looked.
pub struct Window {
    child: Box<dyn Child + Send + Sync>,
    reader: Box<dyn Read + Send>,
    writer: Box<dyn Write + Send>,
    start: Instant,
    seen: Vec<u8>,
}

impl Window {
    /// Starts the desk on a folder, unlocked where somebody comes in.
    pub fn open(place: &Place, folder: &Path, unlocked: bool) -> Result<Self, Box<dyn Error>> {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pty = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(place.binary());
        command.args([Path::new("--data"), folder]);
        command.env("TERM", "xterm");
        if unlocked {
            command.env("LOKET_PETUGAS", CODE);
            command.env("LOKET_SANDI", PASSPHRASE);
        }
        let reader = pty.master.try_clone_reader()?;
        let writer = pty.master.take_writer()?;
        let start = Instant::now();
        let child = pty.slave.spawn_command(command)?;
        Ok(Self { child, reader, writer, start, seen: vec![] })
    }

    /// Milliseconds from the start until one of these was written, since this was asked last.
    pub fn until(&mut self, wanted: &[&str]) -> Result<f64, Box<dyn Error>> {
        let mut bytes = [0; 4096];
        let has =
            |seen: &[u8], word: &str| seen.windows(word.len()).any(|part| part == word.as_bytes());
        while !wanted.iter().any(|word| has(&self.seen, word)) {
            let count = self.reader.read(&mut bytes)?;
            if count == 0 {
                return Err("the program ended too early".into());
            }
            self.seen.extend_from_slice(&bytes[..count]);
        }
        self.seen.clear();
        Ok(self.start.elapsed().as_secs_f64() * 1_000.0)
    }

    /// Presses these keys.
    pub fn press(&mut self, keys: &str) -> Result<(), Box<dyn Error>> {
        Ok(self.writer.write_all(keys.as_bytes())?)
    }

    /// The memory that it holds now, and the most it ever held, in megabytes; where the system
    /// tells.
    pub fn memory(&self) -> Memory {
        memory(self.child.process_id()?)
    }

    /// Closes the desk.
    pub fn close(mut self) -> Result<(), Box<dyn Error>> {
        self.press("\x11")?;
        self.child.wait()?;
        Ok(())
    }
}

/// What a process holds of memory now, and the most it ever held, in megabytes.
pub fn memory(process: u32) -> Memory {
    let told = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let megabytes = |name: &str| -> Option<u64> {
        let line = told.lines().find_map(|line| line.strip_prefix(name))?;
        let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kibibytes * 1_024 / 1_000_000)
    };
    Some((megabytes("VmRSS:")?, megabytes("VmHWM:")?))
}
