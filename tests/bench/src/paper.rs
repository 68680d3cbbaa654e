//! A letter, from its kept text to the bytes of its PDF.
use std::error::Error;

use loket::{
    domain::paper::Paper,
    letter::{filled::lay, kinds::RUJUKAN},
    print::pdf,
};

use crate::{
    figures::{Table, Times},
    place::Place,
};

pub fn measure(_: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let letter = RUJUKAN.longest()?;
    let mut times = Times::default();
    let mut size = 0;
    for _ in 0..50 {
        let bytes = times.of(|| {
            lay(&letter, Paper::F4, Some("RJK-202611-00001-K")).and_then(|laid| pdf::render(&laid))
        })?;
        size = bytes.len();
    }
    let (middle, late) = (times.quantile(0.5), times.quantile(0.99));
    table.row(
        "letter, laid out and rendered as PDF",
        format!("p50 {middle:.1} ms, p99 {late:.1} ms, {} kB", size / 1_000),
        "< 50 ms",
    );
    Ok(())
}
