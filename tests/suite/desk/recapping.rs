//! The recap of a month: it follows every request, and its sum is the same for everybody.
use loket::{
    desk::{recap::recap, residents, setup},
    domain::{month::Month, road::Status},
    report::recap::{Line, Row},
};

use crate::{
    desk::counter::{Counter, answers},
    place::passphrase,
};

const NOVEMBER: Month = Month { year: 2026, month: 11 };

/// So many of that line: requests for a service, and all kinds together.
fn holds(counter: &Counter, month: Month, line: Line, expected: [u32; 2]) {
    let rows = recap(counter, month).unwrap();
    let counts = rows.iter().find(|row| row.line == line).map_or([0; 4], |row| row.counts);
    assert_eq!([counts[1], counts.iter().sum()], expected, "{line:?} in {rows:?}");
}

#[test]
fn a_request_counts_in_its_month_and_moves_with_its_status() {
    let mut counter = Counter::opens("2026-11-30");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "ktp").id;
    counter.takes(who, &[("jenis", "pengaduan"), ("uraian", "bantuan belum turun")]);
    counter.is("2026-12-01", "09:00:00");
    counter.serves(who, "SKTM", "ktp");
    holds(&counter, NOVEMBER, Line::All, [1, 2]);
    holds(&counter, NOVEMBER, Line::Stands(Status::Lacking), [1, 1]);
    let rest = "kk;pengantar_rt_rw;pernyataan_tidak_mampu";
    counter.steps(id, &[("langkah", "lengkapi"), ("berkas", rest)]).unwrap();
    for _ in 0..2 {
        holds(&counter, NOVEMBER, Line::Stands(Status::Lacking), [0, 0]);
        holds(&counter, NOVEMBER, Line::Stands(Status::Working), [1, 1]);
        holds(&counter, NOVEMBER, Line::All, [1, 2]);
        holds(&counter, Month { month: 12, ..NOVEMBER }, Line::All, [1, 1]);
        counter.reopens();
    }
}

#[test]
fn what_an_officer_must_not_see_is_counted_by_itself_and_without_its_status() {
    let mut counter = Counter::opens("2026-11-24");
    let budi = answers(&[("nama_petugas", "Budi"), ("peran", "petugas;koordinator")]);
    setup::add_clerk(&mut counter, &budi, Some(&passphrase())).unwrap();
    let told = [("nama", "Siti Terlindung"), ("nik", "6471054101900001"), ("ppks", "PPKS-19")];
    let siti = residents::register(&mut counter, &answers(&told), true).unwrap().id;
    counter.serves(siti, "SKTM", "ktp");
    let joko = counter.meets("Joko Susilo");
    counter.serves(joko, "SKTM", "ktp");
    holds(&counter, NOVEMBER, Line::Stands(Status::Lacking), [2, 2]);
    holds(&counter, NOVEMBER, Line::Hidden, [0, 0]);
    assert!(counter.sits("budi"));
    holds(&counter, NOVEMBER, Line::Stands(Status::Lacking), [1, 1]);
    holds(&counter, NOVEMBER, Line::Hidden, [1, 1]);
    holds(&counter, NOVEMBER, Line::All, [2, 2]);
    let rows: Vec<Row> = recap(&counter, NOVEMBER).unwrap();
    assert_eq!(rows.len(), 3);
}
