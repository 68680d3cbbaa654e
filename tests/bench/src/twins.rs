//! Who may be the person that is being entered: the ten likeliest, as the form asks for them.
//!
//! Each is somebody of the crowd again, without a NIK and with two letters of the name swapped, so
//! that nothing but the likeness leads there.
use std::error::Error;

use loket::{
    desk::{likeness::candidates, residents::meant},
    form::field::Draft,
};

use crate::{
    crowd,
    figures::{Table, Times},
    place::Place,
    seeking::slip,
};

const ASKED: usize = 500;

/// How many are wanted.
const WANTED: usize = 10;

pub fn measure(place: &Place, residents: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let mut desk = place.desk()?;
    let (mut times, mut found) = (Times::default(), 0);
    for nth in 1..=ASKED {
        let mut row = crowd::row(nth * 611_953 % residents);
        let name = std::mem::take(&mut row.name);
        row.name = slip(&name, nth);
        let mut draft = Draft::default();
        for (id, answer) in row.answers() {
            draft.put(id, answer);
        }
        draft.put("nik", "");
        draft.put("alasan_tanpa_nik", "lupa");
        let alike = times.of(|| {
            let typed = meant(&mut desk, None, &draft)?;
            candidates(&desk, &typed, WANTED)
        })?;
        found += usize::from(alike.iter().any(|one| one.who.name() == name));
    }
    table.row(
        "duplicate candidates, the ten likeliest",
        format!(
            "p50 {:.2} ms, p99 {:.2} ms; {found} of {ASKED} found",
            times.quantile(0.5),
            times.quantile(0.99)
        ),
        "<= 10 ms; <= 60 ms at a million",
    );
    Ok(())
}
