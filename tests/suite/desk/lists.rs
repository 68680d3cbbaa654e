//! The lists of the first screen: what stands in each, and from when to when.
use loket::{
    desk::lists::{Which, count, ids, rows},
    domain::id::Id,
};

use crate::desk::counter::Counter;

/// All that a letter of poverty asks: one working day.
const SKTM_PAPERS: &str = "pengantar_rt_rw;ktp;kk;pernyataan_tidak_mampu";

fn holds(counter: &Counter, which: Which, expected: &[Id]) {
    assert_eq!(ids(counter, which), expected, "{which:?}");
    assert_eq!(count(counter, which), expected.len(), "{which:?}");
}

#[test]
fn a_promise_is_due_on_its_day_and_overdue_after_it() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", SKTM_PAPERS).id;
    holds(&counter, Which::Today, &[id]);
    holds(&counter, Which::DueToday, &[]);
    counter.is("2026-11-25", "00:00:00");
    holds(&counter, Which::Today, &[]);
    holds(&counter, Which::DueToday, &[id]);
    counter.is("2026-11-25", "23:59:59");
    holds(&counter, Which::DueToday, &[id]);
    holds(&counter, Which::Overdue, &[]);
    counter.is("2026-11-26", "00:00:00");
    holds(&counter, Which::DueToday, &[]);
    holds(&counter, Which::Overdue, &[id]);
    // While the desk waits for the resident, the desk is not late.
    let waits = [("langkah", "tunggu_warga"), ("alasan", "berkas_menyusul")];
    counter.steps(id, &waits).unwrap();
    holds(&counter, Which::Overdue, &[]);
    counter.steps(id, &[("langkah", "lanjutkan")]).unwrap();
    holds(&counter, Which::Overdue, &[id]);
    counter.steps(id, &[("langkah", "selesai_di_tempat"), ("alasan", "terlayani")]).unwrap();
    counter.steps(id, &[("langkah", "tutup"), ("alasan", "terlayani")]).unwrap();
    holds(&counter, Which::Overdue, &[]);
    holds(&counter, Which::Open, &[]);
    holds(&counter, Which::All, &[id]);
}

#[test]
fn a_request_without_papers_waits_in_a_list_of_its_own() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let id = counter.serves(who, "SKTM", "ktp").id;
    holds(&counter, Which::Lacking, &[id]);
    let rest = "kk;pengantar_rt_rw;pernyataan_tidak_mampu";
    counter.steps(id, &[("langkah", "lengkapi"), ("berkas", rest)]).unwrap();
    holds(&counter, Which::Lacking, &[]);
}

#[test]
fn a_referral_is_silent_until_something_is_heard() {
    let mut counter = Counter::opens("2026-11-24");
    let who = counter.meets("Siti Aminah");
    let first = counter.serves(who, "SKTM", "").id;
    let second = counter.serves(who, "SKTM", "").id;
    let (_, of_first) = counter.refers(first, "surat").unwrap();
    let (_, of_second) = counter.refers(second, "surat").unwrap();
    holds(&counter, Which::Silent, &[]);
    counter.news(second, of_second, &[("langkah", "serahkan")]).unwrap();
    counter.waits(1);
    counter.news(first, of_first, &[("langkah", "kirim")]).unwrap();
    // The longest silence first.
    holds(&counter, Which::Silent, &[second, first]);
    counter.waits(6);
    let told = rows(&counter, &ids(&counter, Which::Silent)).unwrap();
    let silent: Vec<_> = told.iter().map(|row| row.silent).collect();
    assert_eq!(silent, [Some(7), Some(6)]);
    counter.news(second, of_second, &[("langkah", "diterima")]).unwrap();
    holds(&counter, Which::Silent, &[first]);
    let back = [("langkah", "tidak_datang"), ("alasan", "sakit")];
    counter.news(first, of_first, &back).unwrap();
    holds(&counter, Which::Silent, &[]);
}

#[test]
fn the_newest_stands_first_and_each_resident_has_a_list() {
    let mut counter = Counter::opens("2026-11-24");
    let siti = counter.meets("Siti Aminah");
    let budi = counter.meets("Budi Santoso");
    let first = counter.serves(siti, "SKTM", "").id;
    let second = counter.serves(budi, "SKTM", "").id;
    counter.waits(1);
    let third = counter.hears(siti, "Bantuan tidak sampai").id;
    holds(&counter, Which::All, &[third, second, first]);
    holds(&counter, Which::About(siti), &[third, first]);
    holds(&counter, Which::Today, &[third]);
    let rows = rows(&counter, &[third, second]).unwrap();
    assert_eq!(rows[0].about, "Bantuan tidak sampai");
    assert_eq!(
        (rows[1].name.as_str(), rows[1].about.as_str()),
        ("Budi Santoso", "Surat Keterangan Tidak Mampu")
    );
}
