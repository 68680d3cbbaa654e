//! Letters of a city's desk that go out in one go: noted, laid out, written as files, and confirmed.
use std::{error::Error, fs, time::Instant};

use loket::{
    desk::{
        agenda,
        bundle::{self, Made},
    },
    domain::{
        choice::Choice as _,
        letter::{Outlet, State},
    },
    fault::Fault,
};

use crate::{figures::Table, place::Place};

/// As many as a batch has.
const LETTERS: usize = 500;

pub fn measure(place: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut desk = place.desk()?;
    let year = agenda::years(&desk).into_iter().next().ok_or("there is no agenda book")?;
    let rows = agenda::rows(&desk, year, false)?.into_iter();
    let rows = rows.filter(|row| row.state == State::Final.label());
    let letters: Vec<_> = rows.filter_map(|row| row.letter).take(LETTERS).collect();
    let before = Instant::now();
    let bundle = bundle::begin(&mut desk, &letters, Outlet::File)?;
    bundle.carry(
        |_, _| true,
        |made| {
            let Made::File(file, bytes) = made else { return Ok(()) };
            let kept = |why| Fault::Device { name: "folder surat", why };
            file.parent().map_or(Ok(()), fs::create_dir_all).map_err(kept)?;
            fs::write(file, bytes).map_err(kept)
        },
    )?;
    let out = bundle::end(&mut desk, &bundle, true)?;
    let took = before.elapsed().as_secs_f64();
    table.row(
        "letters of a batch, noted, written and confirmed",
        format!("{out} in {took:.1} s"),
        "500 in <= 10 s",
    );
    Ok(())
}
