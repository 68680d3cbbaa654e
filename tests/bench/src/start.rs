//! From the start of the real program to its first frame, in a real pseudo-terminal.
use std::{error::Error, fs, io::Read as _, path::Path, time::Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::{
    figures::{Table, median},
    place::{CODE, PASSPHRASE, Place},
};

const RUNS: usize = 7;

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let (city, memory) = first_frames(place, &place.city())?;
    let asked = "<= 1.2 s, unlocking and all";
    table.row("start to home screen, full store", format!("{city:.0} ms"), asked);
    if let Some(memory) = memory {
        table.row("resident memory there, and its peak", memory, "<= 80 MB");
    }
    let lock = place.beside("terkunci");
    let kept = lock.join("jurnal");
    fs::create_dir_all(&kept)?;
    fs::copy(place.city().join("kunci"), lock.join("kunci"))?;
    fs::copy(place.city().join("jurnal/000001"), kept.join("000001"))?;
    let (closed, _) = first_frames(place, &lock)?;
    table.row("start to lock screen", format!("{closed:.0} ms"), "< 100 ms");
    let (empty, _) = first_frames(place, &place.beside("kosong"))?;
    table.row("start to first frame, empty store", format!("{empty:.0} ms"), "< 100 ms");
    Ok(())
}

/// How long the first frame takes, and what the last of the programs held of memory then.
fn first_frames(place: &Place, folder: &Path) -> Result<(f64, Option<String>), Box<dyn Error>> {
    let mut held = None;
    let frames = (0..RUNS).map(|_| first_frame(place, folder, &mut held));
    let mut times = frames.collect::<Result<Vec<_>, _>>()?;
    Ok((median(&mut times), held))
}

/// Milliseconds until the footer of the first screen has been written.
fn first_frame(
    place: &Place,
    folder: &Path,
    held: &mut Option<String>,
) -> Result<f64, Box<dyn Error>> {
    let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() })?;
    let mut command = CommandBuilder::new(place.binary());
    command.args([Path::new("--data"), folder]);
    command.env("TERM", "xterm");
    if folder == place.city() {
        command.env("LOKET_PETUGAS", CODE);
        command.env("LOKET_SANDI", PASSPHRASE);
    }
    let mut reader = pty.master.try_clone_reader()?;
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(command)?;
    let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
    let footer = |part: &[u8]| part == b"Bantuan" || part == b" Keluar";
    while !seen.windows(7).any(footer) {
        let count = reader.read(&mut bytes)?;
        if count == 0 {
            return Err("the program ended before its first frame".into());
        }
        seen.extend_from_slice(&bytes[..count]);
    }
    let took = start.elapsed().as_secs_f64() * 1_000.0;
    *held = child.process_id().and_then(memory);
    let mut writer = pty.master.take_writer()?;
    std::io::Write::write_all(&mut writer, b"\x11")?;
    child.wait()?;
    Ok(took)
}

/// What a process holds of memory now, and the most it ever held; where the system tells.
fn memory(process: u32) -> Option<String> {
    let told = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let megabytes = |name: &str| -> Option<u64> {
        let line = told.lines().find_map(|line| line.strip_prefix(name))?;
        let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kibibytes * 1_024 / 1_000_000)
    };
    Some(format!("{} MB, {} MB", megabytes("VmRSS:")?, megabytes("VmHWM:")?))
}
