//! A list of 50,000 new residents taken in beside all that are known, and the same in SQLite.
//!
//! `loket impor warga` is timed from its start to its end: it works the passphrase, opens the store,
//! reads and judges every cell, compares everybody with all who are known, and the rows are durable,
//! sealed, in the index and in the columns when it ends. SQLite reads the same file with the same
//! reader of CSV into a database that is open already, in one transaction: NIK, household number and
//! name with their indexes (the name as FTS5 trigram), and the row as one blob. First it judges
//! nothing and compares nothing; then it asks of each row what any import must that registers nobody
//! twice: who has the NIK, and who has all words of the name. Each works on a fresh copy every time.
use std::{
    error::Error,
    fs,
    path::Path,
    process::Stdio,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use rusqlite::params;

use crate::{
    figures::{Table, median},
    filling,
    place::Place,
    window::memory,
    yardstick,
};

const RUNS: usize = 3;

const ROWS: usize = 50_000;

/// How often the memory is looked at.
const OFTEN: Duration = Duration::from_millis(5);

pub fn measure(place: &Place, residents: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let list = place.beside("baru.csv");
    filling::list(residents..residents + ROWS, &list)?;
    // What is in the log of the database comes into its file, which is copied.
    checkpoint(&place.peer())?;
    let (mut own, mut peak) = (vec![], 0);
    let rows = Inserting::Blindly.rows();
    let mut others = [Inserting::Blindly, Inserting::Asking].map(|how| (how, vec![], vec![]));
    for _ in 0..RUNS {
        let folder = place.beside("impor");
        copied(&place.city(), &folder)?;
        let (took, most) = taken(place, &folder, &list)?;
        fs::remove_dir_all(&folder)?;
        for (how, rates, ratios) in &mut others {
            let file = place.beside("impor.sqlite");
            copied(&place.peer(), &file)?;
            let theirs = inserted(&file, &list, *how)?;
            fs::remove_file(&file)?;
            let rate = how.rows() / theirs.as_secs_f64();
            ratios.push(rows / took.as_secs_f64() / rate);
            rates.push(rate);
        }
        own.push(took.as_secs_f64());
        peak = peak.max(most);
    }
    let mine = median(&mut own);
    for (how, mut rates, mut ratios) in others {
        let (ratio, theirs) = (median(&mut ratios), median(&mut rates));
        table.row(
            how.line(),
            format!("{ratio:.2} x ({:.0} to {theirs:.0})", rows / mine),
            ">= 3 x",
        );
    }
    table.row(
        "its time, start to end, and the most memory",
        format!("{mine:.2} s, {peak} MB"),
        "<= 4 s, <= 150 MB",
    );
    Ok(())
}

/// What SQLite is asked beside taking the rows in.
#[derive(Clone, Copy)]
enum Inserting {
    /// Nothing.
    Blindly,
    /// Of each row, who is known with its NIK, and with all words of its name.
    Asking,
}

impl Inserting {
    /// How many rows are taken in: where it asks, a part of them tells enough.
    const fn rows(self) -> f64 {
        match self {
            Self::Blindly => 50_000.0,
            Self::Asking => 2_000.0,
        }
    }

    const fn line(self) -> &'static str {
        match self {
            Self::Blindly => {
                "import of 50,000 rows, rows a second to SQLite's that compares nobody"
            }
            Self::Asking => "the same to SQLite's that asks for each NIK and name",
        }
    }
}

/// How long the import takes, and the most memory that it holds, in megabytes.
fn taken(place: &Place, folder: &Path, list: &Path) -> Result<(Duration, u64), Box<dyn Error>> {
    let mut command = place.command(folder);
    command
        .args([Path::new("impor"), Path::new("warga"), list])
        .arg("--abaikan-peringatan")
        .stdout(Stdio::piped());
    let start = Instant::now();
    let child = command.spawn()?;
    let (process, (ended, end)) = (child.id(), mpsc::channel::<()>());
    // The system tells the most that a process ever held, but only as long as it is there.
    let watcher = thread::spawn(move || {
        let mut most = 0;
        while end.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
            most = memory(process).map_or(most, |(_, peak)| peak.max(most));
        }
        most
    });
    let told = child.wait_with_output()?;
    let took = start.elapsed();
    drop(ended);
    let most = watcher.join().map_err(|_| "nobody watched the memory")?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    if !told.lines().any(|line| line == format!("baru\t{ROWS}")) {
        return Err(format!("not all rows were taken in: {told}").into());
    }
    Ok((took, most))
}

/// How long SQLite takes to read the list and to have it on the disk.
fn inserted(file: &Path, list: &Path, how: Inserting) -> Result<Duration, Box<dyn Error>> {
    let mut lite = yardstick::opened(file)?;
    let start = Instant::now();
    let load = lite.transaction()?;
    {
        let mut insert =
            load.prepare("INSERT INTO warga (nik, kk, nama, isi) VALUES (?1, ?2, ?3, ?4)")?;
        let mut find = load.prepare("INSERT INTO cari (rowid, nama) VALUES (?1, ?2)")?;
        let mut by_nik = load.prepare("SELECT nomor FROM warga WHERE nik = ?1")?;
        let mut by_name = load.prepare("SELECT rowid FROM cari WHERE cari MATCH ?1 LIMIT 10")?;
        let mut reader = csv::Reader::from_path(list)?;
        let heads = reader.headers()?.clone();
        let place = |name: &str| {
            heads.iter().position(|head| head == name).ok_or("the list has no such column")
        };
        let (nik, kk, name) = (place("nik")?, place("kk")?, place("nama")?);
        let mut row = csv::StringRecord::new();
        let mut left = how.rows();
        while left > 0.0 && reader.read_record(&mut row)? {
            left -= 1.0;
            if matches!(how, Inserting::Asking) {
                let count =
                    |found: rusqlite::Result<rusqlite::Rows<'_>>| -> rusqlite::Result<usize> {
                        Ok(found?.mapped(|row| row.get::<_, i64>(0)).count())
                    };
                let words = row[name].split(' ').filter(|word| word.len() > 2);
                let words = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ");
                std::hint::black_box(count(by_nik.query([&row[nik]]))?);
                if !words.is_empty() {
                    std::hint::black_box(count(by_name.query([words]))?);
                }
            }
            let number = insert.insert(params![
                &row[nik],
                &row[kk],
                &row[name],
                row.as_byte_record().as_slice()
            ])?;
            find.execute(params![number, &row[name]])?;
        }
    }
    load.commit()?;
    Ok(start.elapsed())
}

/// Has SQLite bring its log into its file.
pub fn checkpoint(file: &Path) -> Result<(), Box<dyn Error>> {
    let lite = yardstick::opened(file)?;
    lite.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Copies a file or a folder; it is on the disk when this returns.
fn copied(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for file in fs::read_dir(from)? {
            let file = file?;
            copied(&file.path(), &to.join(file.file_name()))?;
        }
    } else {
        fs::copy(from, to)?;
        fs::File::options().write(true).open(to)?.sync_all()?;
    }
    Ok(())
}
