//! The store as a whole: opened, made anew, checked, backed up and restored by the real program.
use std::{error::Error, fs, path::Path, time::Instant};

use crate::{
    figures::{Table, median},
    place::Place,
};

const RUNS: usize = 3;

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let city = place.city();
    let found = |words: &[&str]| run(place, &city, words);
    let mut opened = repeat(|| found(&["cari", "siti", "--batas", "1"]))?;
    table.row("unlocking, opening, one search", seconds(median(&mut opened)), "<= 1.2 s");
    let mut rebuilt = repeat(|| {
        fs::remove_dir_all(city.join("indeks"))?;
        found(&["cari", "siti", "--batas", "1"])
    })?;
    table.row("the same with the index made anew", seconds(median(&mut rebuilt)), "<= 15 s");
    let mut checked = repeat(|| found(&["periksa"]))?;
    table.row("periksa: every byte checked", seconds(median(&mut checked)), "<= 5 s");
    let stick = place.beside("stik");
    fs::create_dir_all(&stick)?;
    let mut saved = repeat(|| found(&["cadangkan", text(&stick)?]))?;
    table.row("backup, read back and proved", seconds(median(&mut saved)), "<= 5 s");
    let backup = newest(&stick)?;
    let mut restored = repeat(|| {
        let to = place.beside("pulih");
        let _ = fs::remove_dir_all(&to);
        run(place, &to, &["pulihkan", &backup, "--ke", text(&to)?])
    })?;
    table.row("restore into an empty folder", seconds(median(&mut restored)), "<= 10 s");
    Ok(())
}

fn repeat(
    mut once: impl FnMut() -> Result<f64, Box<dyn Error>>,
) -> Result<Vec<f64>, Box<dyn Error>> {
    (0..RUNS).map(|_| once()).collect()
}

/// Seconds that a command takes.
fn run(place: &Place, folder: &Path, words: &[&str]) -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    let done = place.command(folder).args(words).output()?;
    let took = start.elapsed().as_secs_f64();
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    Ok(took)
}

fn text(path: &Path) -> Result<&str, Box<dyn Error>> {
    path.to_str().ok_or_else(|| "a folder without a name".into())
}

fn newest(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.sort();
    let newest = files.last().ok_or("there is no backup")?;
    Ok(text(newest)?.to_owned())
}

fn seconds(took: f64) -> String {
    format!("{took:.2} s")
}
