//! From a NIK to the full record of its resident.
//!
//! Both sides were just opened and have the whole record in the end: the desk finds the id in its
//! columns, reads the value out of the index, opens its seal and decodes it; SQLite finds the row by
//! its index through a prepared statement, and its blob is decoded the same way. Everybody is asked
//! for once, in no order.
//!
//! The desk asks its index through a thread of its own, so that damaged pages can never hang it. What
//! that costs is measured beside every record, with an errand that does nothing on such a thread.
use std::{error::Error, time::Duration};

use loket::{
    desk::residents::known_nik,
    domain::resident::Resident,
    store::{codec, errand::Runner},
};

use crate::{
    crowd,
    figures::{Table, Times},
    place::Place,
    yardstick,
};

const ASKED: usize = 2_000;

pub fn measure(place: &Place, residents: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let desk = place.desk()?;
    let lite = yardstick::opened(&place.peer())?;
    let mut select = lite.prepare("SELECT isi FROM warga WHERE nik = ?1")?;
    let (mut own, mut other, mut blob) = (Times::default(), Times::default(), Times::default());
    let (mut errand, mut decoding) = (Times::default(), Times::default());
    let runner = Runner::start("tugas").map_err(|_| "no thread for errands")?;
    // A step that has no part in common with any of the sizes comes to everybody once.
    let asked = (1..=ASKED.min(residents)).map(|nth| nth * 611_953 % residents);
    for nik in asked.map(|number| crowd::row(number).nik) {
        let mine: Resident = own.of(|| {
            let id = known_nik(&desk, &nik).ok_or("the desk does not know a NIK")?;
            Ok::<_, Box<dyn Error>>(desk.must(id)?)
        })?;
        let theirs: Resident = other.of(|| {
            let bytes: Vec<u8> = blob.of(|| select.query_row([&nik], |row| row.get(0)))?;
            decoding.of(|| Ok::<_, Box<dyn Error>>(codec::decode(&bytes)?))
        })?;
        let done = errand.of(|| runner.run(Duration::from_secs(5), || Ok(())));
        done.map_err(|_| "an errand that does nothing was not done")?;
        if mine.name() != theirs.name() {
            return Err("the two do not know the same resident".into());
        }
    }
    let (mine, theirs) = (own.quantile(0.5), other.quantile(0.5));
    table.row(
        "NIK to full record, p50 to SQLite's",
        format!(
            "{:.2} x ({mine:.4} ms, of which {:.4} ms the way to the index's thread and back, to \
             {theirs:.4} ms, of which {:.4} ms the blob; {:.4} ms of both to decode it); p99 {:.3} ms",
            mine / theirs,
            errand.quantile(0.5),
            blob.quantile(0.5),
            decoding.quantile(0.5),
            own.quantile(0.99)
        ),
        "<= 0.75 x; <= 2 x and < 1 ms at a million",
    );
    Ok(())
}
