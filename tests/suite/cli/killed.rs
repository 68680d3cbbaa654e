//! A thousand intakes at once, and the same with the program killed in the middle.
use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    thread,
};

use crate::cli::{
    intakes::lines,
    program::{fed, loket, office, started},
};

/// Sequence, register and ticket.
type Saved = (String, String, String);

fn saved(line: &str) -> Saved {
    let parts: Vec<&str> = line.split('\t').collect();
    let ["tersimpan", sequence, register, ticket] = parts[..] else { panic!("{line}") };
    (sequence.to_owned(), register.to_owned(), ticket.to_owned())
}

/// What the store holds, as the export tells it.
fn kept(folder: &Path) -> Vec<Saved> {
    let answer = loket(folder, &["ekspor", "permohonan", "--format", "jsonl"]).done();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    answer
        .objects()
        .iter()
        .map(|row| (row["seq"].to_string(), text(&row["register"]), text(&row["tiket"])))
        .collect()
}

#[test]
fn a_thousand_intakes_are_saved_one_by_one_with_numbers_that_follow_each_other() {
    let place = office();
    let answer = fed(place.path(), &["terima", "-"], lines(0..1_000).as_bytes()).done();
    let told: Vec<Saved> = answer.out.lines().map(saved).collect();
    assert_eq!(told.len(), 1_000);
    for (number, (sequence, register, _)) in (1..).zip(&told) {
        let first: u32 = told[0].0.parse().unwrap();
        assert_eq!(sequence, &(first + number - 1).to_string());
        assert_eq!(register.split_once('/').unwrap().0, format!("{number:05}"));
    }
    let tickets: BTreeSet<&String> = told.iter().map(|(.., ticket)| ticket).collect();
    assert_eq!(tickets.len(), 1_000);
    assert_eq!(kept(place.path()), told);
}

#[test]
fn what_was_said_to_be_saved_survives_being_killed() {
    let place = office();
    let mut told: Vec<Saved> = Vec::new();
    for (round, until) in (0..).zip([1, 90, 7, 230, 33]) {
        let mut child = started(place.path(), &["terima"]);
        let mut stdin = child.stdin.take().unwrap();
        let input = lines(round * 1_000..(round + 1) * 1_000);
        let feeder = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let mut heard = 0;
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            heard += 1;
            if heard == until {
                child.kill().unwrap();
            }
            // A line that was cut off by the end was never said.
            if let Ok(line) = line
                && line.split('\t').count() == 4
            {
                told.push(saved(&line));
            }
        }
        child.wait().unwrap();
        feeder.join().unwrap();
        assert!(heard >= until && heard < 1_000, "it should have been stopped in the middle");
    }
    let kept = kept(place.path());
    let there: BTreeSet<&Saved> = kept.iter().collect();
    assert!(told.iter().all(|saved| there.contains(saved)), "something is lost");
    for (number, (_, register, _)) in (1..).zip(&kept) {
        assert_eq!(register.split_once('/').unwrap().0, format!("{number:05}"));
    }
    let residents = loket(place.path(), &["ekspor", "warga", "--format", "jsonl"]).done();
    assert_eq!(residents.out.lines().count(), kept.len(), "each came with a resident");
}
