//! From the start of the real program to its first frame, in a real pseudo-terminal.
use std::{error::Error, fs, path::Path};

use crate::{
    figures::{Table, median},
    place::Place,
    window::{Memory, Window},
};

const RUNS: usize = 7;

/// What stands at the foot of a first screen.
pub const FOOTERS: &[&str] = &["Bantuan", " Keluar"];

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let (city, memory) = first_frames(place, &place.city())?;
    let asked = "<= 1.2 s, unlocking and all";
    table.row("start to home screen, full store", format!("{city:.0} ms"), asked);
    if let Some((now, peak)) = memory {
        let held = format!("{now} MB, {peak} MB");
        table.row("resident memory there, and its peak", held, "<= 80 MB");
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
fn first_frames(place: &Place, folder: &Path) -> Result<(f64, Memory), Box<dyn Error>> {
    let (mut times, mut held) = (vec![], None);
    for _ in 0..RUNS {
        let mut window = Window::open(place, folder, folder == place.city())?;
        times.push(window.until(FOOTERS)?);
        held = window.memory();
        window.close()?;
    }
    Ok((median(&mut times), held))
}
