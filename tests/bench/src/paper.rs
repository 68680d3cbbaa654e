//! A letter, from its kept text to the lines of its preview and to the bytes of its PDF.
use std::error::Error;

use loket::{
    domain::{choice::Choice as _, digits::hidden, paper::Paper},
    fault::Fault,
    letter::{
        filled::lay,
        kinds::{KINDS, RUJUKAN},
    },
    print::{pdf, text},
};

use crate::{
    figures::{Table, Times},
    place::Place,
};

/// How often each is done.
const TIMES: usize = 200;

/// As much as a square ever holds: see `loket::domain::hallmark`.
const SQUARE: &str = "LOKET1*6471061001*12*400.9.14.2/00117/PUSKESOS-MATTIROBAJI/XXVIII/2026*\
    RUJUKAN*RJK-202611-00017-5*20261124*20261224*NBUW2YLBNZTXE*MFRGGZDFMZTWQ*\
    MFRGGZDFMZTWQ2LKNNWG23TPOA*MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPIYTEMZUGU3DOOBZGBQWEY3\
    EMVTGO2DJNJVWY3LON5YHC4TTOR2XM53YPF5DCMRTGQ2TMNZYHEYA";

pub fn measure(_: &Place, table: &mut Table) -> Result<(), Box<dyn Error>> {
    // The fullest one goes on to a second page there: every size is tried in vain first.
    let letter = RUJUKAN.longest()?;
    let laid = || lay(&letter, Paper::A4, Some(SQUARE));
    let shown = timed(|| laid().map(|document| hidden(&text::render(&document)).lines().count()))?;
    table.row("letter, laid out and shown as lines", shown, "<= 20 ms");
    let written = timed(|| laid().and_then(|document| pdf::render(&document)))?;
    table.row("letter, laid out and rendered as PDF", written, "<= 50 ms");
    let (bytes, name) = largest()?;
    let told = format!("{}.{} kB ({name})", bytes / 1_000, bytes / 100 % 10);
    table.row("largest PDF of every kind, sample and paper", told, "<= 60 kB");
    Ok(())
}

/// Does something many times; how long it took.
fn timed<T>(mut work: impl FnMut() -> Result<T, Fault>) -> Result<String, Fault> {
    let mut times = Times::default();
    for _ in 0..TIMES {
        times.of(&mut work)?;
    }
    Ok(format!("p50 {:.1} ms, p99 {:.1} ms", times.quantile(0.5), times.quantile(0.99)))
}

/// The bytes of the largest file, and what it is.
fn largest() -> Result<(usize, String), Fault> {
    let mut largest = (0, String::new());
    for kind in KINDS {
        for (sample, letter) in [("usual", kind.sample()?), ("fullest", kind.longest()?)] {
            for paper in Paper::ALL {
                let bytes = pdf::render(&lay(&letter, *paper, Some(SQUARE))?)?.len();
                let name = format!("{}, {sample}, {}", kind.code, paper.code());
                largest = largest.max((bytes, name));
            }
        }
    }
    Ok(largest)
}
