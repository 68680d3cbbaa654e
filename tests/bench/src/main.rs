//! The benchmark: this desk beside SQLite, in one run on one machine.
//!
//! `cargo run --release --manifest-path tests/bench/Cargo.toml -- [RESIDENTS]` prints a Markdown
//! table; `-- cari` measures the search alone at ten thousand, a city and a million, and
//! `-- banding [RESIDENTS…] [LINE…]` what is held against SQLite, each line at each of these sizes.
//! Wall times on a shared machine wander, so whatever is compared is measured in turns and told as a
//! ratio of medians; absolute times are there to see the order of magnitude.
mod banding;
mod bundle;
mod crowd;
mod figures;
mod filling;
mod importing;
mod keys;
mod months;
mod nik;
mod opening;
mod paper;
mod place;
mod room;
mod saving;
mod seeking;
mod start;
mod store;
mod twins;
mod window;
mod yardstick;

use std::error::Error;

/// The people in need of a whole city: Balikpapan, 2024.
const CITY: usize = 122_324;

/// Of what is held against SQLite.
const SIZES: [usize; 3] = [10_000, CITY, 1_000_000];

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let told = words.first();
    let mut place = place::Place::new()?;
    if told.is_some_and(|told| told == "banding") {
        return banding::run(&mut place, &words[1..]);
    }
    if told.is_some_and(|told| told == "cari") {
        for count in SIZES {
            let mut table = figures::Table::default();
            seeking::measure(&place, count, &mut table)?;
            println!("{count} residents\n\n{table}");
        }
        return Ok(());
    }
    let residents = told.map_or(Ok(CITY), |told| told.parse())?;
    let mut table = figures::Table::default();
    let made = place.fill(residents)?;
    table.row("practice data made", format!("{residents} residents in {made:.1} s"), "about 10 s");
    start::measure(&place, &mut table)?;
    keys::measure(&place, &mut table)?;
    seeking::measure(&place, residents, &mut table)?;
    saving::measure(&place, &mut table)?;
    store::measure(&place, &mut table)?;
    paper::measure(&place, &mut table)?;
    bundle::measure(&place, &mut table)?;
    table.row("release binary", figures::megabytes(place.binary())?, "< 9 MB");
    println!("{table}");
    Ok(())
}
