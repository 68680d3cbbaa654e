//! From the start of the real program to the answer of its first search and to the open store, and
//! the memory that it holds then.
//!
//! What is timed is what a clerk sees in a terminal: the store is open when the home screen is
//! there; the search is ready when a resident who was typed right after it stands in the list. The
//! passphrase, worked into a key, takes some 0.2 s of each.
use std::error::Error;

use crate::{
    crowd,
    figures::{Table, median},
    place::Place,
    start::FOOTERS,
    window::Window,
};

const RUNS: usize = 5;

/// The key of the search, as a terminal sends it.
const FIND: &str = "\x1bOR";

pub fn measure(place: &Place, residents: usize, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let (mut open, mut ready, mut now, mut peak) = (vec![], vec![], 0, 0);
    for run in 0..RUNS {
        let mut window = Window::open(place, &place.city(), true)?;
        open.push(window.until(FOOTERS)? / 1_000.0);
        if let Some((held, most)) = window.memory() {
            (now, peak) = (now.max(held), peak.max(most));
        }
        window.press(FIND)?;
        window.until(&["Cari"])?;
        let who = crowd::row(residents / (run + 2));
        window.press(&who.name)?;
        // Only the line of somebody who was found has a masked NIK.
        ready.push(window.until(&["**"])? / 1_000.0);
        window.close()?;
    }
    let (open, ready) = (median(&mut open), median(&mut ready));
    table.row(
        "start to the first answer of a search",
        format!("{ready:.2} s"),
        "<= 0.6 s; <= 2 s at a million",
    );
    table.row("start to the whole store open", format!("{open:.2} s"), "<= 1.2 s; <= 8 s");
    let held = format!("{now} MB (peak {peak} MB)");
    table.row("resident memory after opening", held, "<= 80 MB; <= 400 MB");
    Ok(())
}
