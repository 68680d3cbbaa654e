//! Clocks that are set back or wild: numbers go on, nothing comes twice.
use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    cli::intakes::intake,
    harsh::{
        book::name,
        machine::{offers, tell},
        office::cheapen,
        run::{Ended, FOUND, behind, ended, loket},
    },
    place::Place,
};

/// What the clock says, one run after the other.
const CLOCKS: [&str; 12] = [
    "2026-11-24 08:00:00",
    "2026-11-21 08:00:00",
    "2026-11-21 07:59:59",
    "1970-01-01 12:00:00",
    "2099-12-31 23:59:50",
    "2026-11-24 08:00:00",
    "2038-01-19 03:14:00",
    "2026-12-31 23:59:59",
    "2027-01-01 00:00:01",
    "2026-02-28 23:59:59",
    "1999-12-31 23:59:59",
    "2026-11-25 08:00:00",
];

/// Intakes at each of them.
const EACH: u32 = 7;

#[test]
#[ignore = "needs faketime"]
fn wild_clocks_repeat_no_number_and_change_no_order() {
    let what = "jam melompat";
    if !offers(what, &["faketime"]) {
        return;
    }
    let place = Place::new();
    let at = |clock: &str, words: &[&str], input: &str| -> Ended {
        // Only the clock on the wall is wild: no computer's own count of seconds runs back.
        let before = ["env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", clock];
        let end = ended(behind(&before, place.path(), words), input);
        end.and_then(Ended::well).unwrap_or_else(|why| panic!("{clock}: {why}"))
    };
    at(&format!("@{}", CLOCKS[0]), &FOUND, "");
    cheapen(place.path());
    let mut said = vec![];
    for (round, clock) in (0..).zip(CLOCKS) {
        let numbers = round * EACH..(round + 1) * EACH;
        let lines = numbers.map(|number| {
            let mut line = intake(number);
            line["nama"] = name(number).into();
            // Nobody is born after the clock's today.
            line["tanggal_lahir"] = Value::Null;
            line["nik"] = Value::Null;
            line["alasan_tanpa_nik"] = "lupa".into();
            line["abaikan_peringatan"] = true.into();
            format!("{line}\n")
        });
        let end = at(&format!("@{clock}"), &["terima"], &lines.collect::<String>());
        assert_eq!(end.out.lines().count(), EACH as usize, "{clock}: {end:?}");
        said.extend(end.out.lines().map(ToOwned::to_owned));
        // Read with the clock of the next run, or the last.
        let next = CLOCKS[(round as usize + 1) % CLOCKS.len()];
        let rows = at(&format!("@{next}"), &["ekspor", "permohonan", "--format", "jsonl"], "");
        assert_eq!(rows.out.lines().count(), said.len(), "{clock}");
    }
    let rows = ended(loket(place.path(), &["ekspor", "permohonan", "--format", "jsonl"]), "");
    let rows = rows.and_then(Ended::well).unwrap().out;
    let mut kept: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    kept.sort_by_key(|row| row["seq"].as_u64());
    let kept: Vec<String> = kept
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap().to_owned();
            format!("tersimpan\t{}\t{}\t{}", row["seq"], text("register"), text("tiket"))
        })
        .collect();
    assert_eq!(kept, said, "the order of the sequences is the order of saving");
    let column = |nth: usize| -> BTreeSet<&str> {
        said.iter().map(|line| line.split('\t').nth(nth).unwrap()).collect()
    };
    assert_eq!([column(1).len(), column(2).len(), column(3).len()], [said.len(); 3]);
    let numbers: Vec<u64> =
        said.iter().map(|line| line.split('\t').nth(1).unwrap().parse().unwrap()).collect();
    assert!(numbers.is_sorted());
    tell(&format!("{what}: {} jam, {} tersimpan, 0 nomor dua kali", CLOCKS.len(), said.len()));
}
