//! A store with the crowd in it, made by the program's own import, and the same in SQLite.
//!
//! The practice data has too few names for a benchmark and takes too long at a million. So the
//! crowd is written as a list, taken in by `loket impor warga`, and some of it comes to the desk
//! with requests, over half a year, through the use case that takes them.
use std::{
    error::Error,
    ops::Range,
    path::Path,
    time::{Duration, Instant},
};

use loket::{
    desk::{
        counter::Clock,
        requests::{Subject, take},
    },
    domain::{id::Id, moment::Moment, request::Request, resident::Resident},
    form::field::Draft,
};

use crate::{crowd, figures::Table, place::Place, yardstick};

/// The most requests that are taken.
const REQUESTS: usize = 30_000;

/// Milliseconds of half a year.
const HALF_YEAR: i64 = 182 * 24 * 60 * 60_000;

/// A request of each sort, by the answers that it gives.
const SORTS: [&[(&str, &str)]; 4] = [
    &[("jenis", "permohonan"), ("layanan", "SKTM"), ("berkas", "ktp;kk")],
    &[
        ("jenis", "permohonan"),
        ("layanan", "SKTM"),
        ("berkas", "pengantar_rt_rw;ktp;kk;pernyataan_tidak_mampu"),
    ],
    &[("jenis", "pengaduan"), ("uraian", "Bantuan bulan ini belum diterima.")],
    &[("jenis", "informasi")],
];

/// Makes the store and its yardstick in a folder of their own.
pub fn fill(place: &mut Place, residents: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    place.leaves_for(&format!("kota-{residents}"));
    let founded = ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Latihan"];
    run(place, &founded)?;
    let file = place.city().with_extension("csv");
    list(0..residents, &file)?;
    let list = file.to_str().ok_or("a folder without a name")?;
    // Of a million made-up people some are called and born alike.
    let took = run(place, &["impor", "warga", list, "--abaikan-peringatan"])?;
    let told = format!("{:.1} s", took.as_secs_f64());
    table.row("all residents taken in from a list", told, "told");
    let taken = requests(place, REQUESTS.min(residents / 4), HALF_YEAR)?;
    eprintln!("{} requests taken", taken.len());
    let start = Instant::now();
    yardstick::sqlite(place, &place.desk()?)?;
    eprintln!("the same in SQLite: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Writes these residents as a list that an office would hand in.
pub fn list(numbers: Range<usize>, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut list = csv::Writer::from_path(file)?;
    list.write_record(crowd::row(0).answers().map(|(id, _)| id))?;
    for number in numbers {
        list.write_record(crowd::row(number).answers().map(|(_, answer)| answer))?;
    }
    Ok(list.flush()?)
}

/// Takes so many requests, the first of them so many milliseconds ago.
pub fn requests(place: &Place, count: usize, ago: i64) -> Result<Vec<Request>, Box<dyn Error>> {
    let mut desk = place.desk()?;
    let step = desk.residents() / count;
    let people = desk.all::<Resident>().step_by(step).take(count);
    let people: Vec<Id> = people.map(|who| who.map(|who| who.id)).collect::<Result<_, _>>()?;
    let (end, mut taken) = (desk.now().0, vec![]);
    desk.batch("permohonan baru", |desk| {
        for (number, who) in (0..).zip(&people) {
            let since = ago - ago * number / i64::try_from(count).unwrap_or(i64::MAX);
            desk.set_clock(Clock::Set(Moment(end - since)));
            let mut draft = Draft::default();
            let sort = SORTS[taken.len() % SORTS.len()];
            for (id, answer) in sort {
                draft.put(id, *answer);
            }
            taken.push(take(desk, &draft, Subject::Known(*who), true)?.request);
        }
        Ok(())
    })?;
    Ok(taken)
}

/// Runs a command on the city; how long it took.
pub fn run(place: &Place, words: &[&str]) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    let done = place.command(&place.city()).args(words).output()?;
    if !done.status.success() {
        let told = String::from_utf8_lossy(&done.stderr);
        return Err(told.lines().take(5).collect::<Vec<_>>().join("; ").into());
    }
    Ok(start.elapsed())
}
