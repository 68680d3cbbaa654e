//! The system refuses, or kills the program, at every call of a kind, one after the other.
use std::{fs, path::Path, time::Instant};

use crate::{
    harsh::{
        book::{Book, found_anew},
        machine::{offers, tell},
        run::{Ended, FOUND, LIMIT, Running, behind, ended, loket},
    },
    place::Place,
};

/// What the desk is doing when it happens.
struct Errand {
    name: &'static str,
    words: &'static [&'static str],
    /// How many intakes are handed in.
    intakes: u32,
    /// Whether the store was closed well before.
    closed: bool,
    /// What is missing from its folder.
    without: &'static [&'static str],
}

const EXPORT: &[&str] = &["ekspor", "permohonan", "--format", "jsonl"];

/// Every errand; one line each.
#[rustfmt::skip]
const ERRANDS: &[Errand] = &[
    Errand { name: "siapkan", words: &FOUND, intakes: 0, closed: true, without: &[] },
    Errand { name: "terima", words: &["terima"], intakes: 5, closed: true, without: &[] },
    Errand { name: "buka sesudah mati", words: EXPORT, intakes: 0, closed: false, without: &[] },
    Errand { name: "susun ulang", words: EXPORT, intakes: 0, closed: true, without: &["indeks"] },
];

/// The calls that are refused, each counted by itself.
const CALLS: [&str; 5] = ["write", "pwrite64", "fdatasync", "fsync", "rename"];

/// How a call is refused: once, from then on, or the program is killed there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Once(&'static str),
    Ever(&'static str),
    Killed,
}

impl Way {
    /// The ways of the nth call: what is refused once at one is refused for ever at the next.
    const fn of(nth: u32) -> [Self; 3] {
        let (one, other) = if nth % 2 == 1 { ("EIO", "ENOSPC") } else { ("ENOSPC", "EIO") };
        [Self::Once(one), Self::Ever(other), Self::Killed]
    }

    fn option(self, call: &str, nth: u32) -> String {
        match self {
            Self::Once(error) => format!("--inject={call}:error={error}:when={nth}"),
            Self::Ever(error) => format!("--inject={call}:error={error}:when={nth}+"),
            Self::Killed => format!("--inject={call}:signal=SIGKILL:when={nth}"),
        }
    }
}

/// A store before the errand, and what was said about it.
struct Base {
    place: Place,
    book: Book,
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let goal = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &goal);
        } else {
            fs::copy(entry.path(), goal).unwrap();
        }
    }
}

impl Base {
    fn of(errand: &Errand) -> Self {
        let place = Place::new();
        let data = place.path().join("data");
        fs::create_dir_all(&data).unwrap();
        let mut book = Book::default();
        if errand.words == FOUND {
            return Self { place, book };
        }
        ended(loket(&data, &FOUND), "").and_then(Ended::well).unwrap();
        let lines = book.lines(6);
        let taken = ended(loket(&data, &["terima"]), &lines).and_then(Ended::well).unwrap();
        assert_eq!(book.hear(&taken.out), 6);
        if !errand.closed {
            let mut desk = Running::start(loket(&data, &["terima"]));
            desk.feed(&book.lines(3));
            desk.count(3, Instant::now() + LIMIT);
            desk.kill();
            book.hear(&desk.end().unwrap().out);
            book.cut();
        }
        for name in errand.without {
            fs::remove_dir_all(data.join(name)).unwrap();
        }
        Self { place, book }
    }

    /// Does the errand with that refused; nothing where there was nothing to refuse any more.
    fn tried(&self, errand: &Errand, option: &str, killed: bool) -> Result<Option<()>, String> {
        let data = self.place.path().join("lagi");
        let _ = fs::remove_dir_all(&data);
        copy(&self.place.path().join("data"), &data);
        let mut book = self.book.clone();
        let lines = book.lines(errand.intakes);
        let log = self.place.path().join("catatan");
        let log_name = log.to_str().unwrap();
        let before = ["strace", "-f", "-qq", "-e", "signal=none", "-o", log_name, option];
        let end = ended(behind(&before, &data, errand.words), &lines)?;
        let log = fs::read_to_string(&log).unwrap();
        let met = if killed {
            end.signal == Some(9) || end.status == Some(137)
        } else {
            log.contains("(INJECTED)")
        };
        if !met {
            return end.well().map(|_| None);
        }
        let said = book.hear(&end.out);
        book.cut();
        let all = said == errand.intakes as usize;
        if !killed {
            let end = end.calm()?;
            let well = end.status == Some(0) && (all || errand.intakes == 0);
            let told = matches!(end.status, Some(1 | 2)) && !end.told.trim().is_empty();
            // What it would say was refused too.
            let mute = end.told.is_empty()
                && ["write(1,", "write(2,"].iter().any(|word| log.contains(word));
            if !well && !told && !mute {
                return Err(format!("{said} tersimpan, berakhir {end:?}"));
            }
        }
        if errand.words == FOUND {
            found_anew(&data)?;
        }
        book.check(&data)?;
        let lines = book.lines(1);
        let end = ended(loket(&data, &["terima"]), &lines)?.well()?;
        if book.hear(&end.out) == 1 {
            Ok(Some(()))
        } else {
            Err(format!("tidak menyimpan: {end:?}"))
        }
    }
}

/// Every call of every kind, in every way; how often something was refused, and what went wrong.
fn every(errand: &Errand) -> (u32, Vec<String>) {
    let base = Base::of(errand);
    let mut tries = 0;
    let mut wrong = vec![];
    for call in CALLS {
        for nth in 1.. {
            let mut met = false;
            for way in Way::of(nth) {
                let option = way.option(call, nth);
                match base.tried(errand, &option, way == Way::Killed) {
                    Ok(None) => continue,
                    Ok(Some(())) => {}
                    Err(why) => wrong.push(format!("{}: {option}: {why}", errand.name)),
                }
                met = true;
                tries += 1;
            }
            if !met {
                break;
            }
        }
    }
    (tries, wrong)
}

fn refused(which: std::ops::Range<usize>) {
    let what = "panggilan yang ditolak";
    if !offers(what, &["strace"]) {
        return;
    }
    for errand in &ERRANDS[which] {
        let (tries, wrong) = every(errand);
        for why in wrong.iter().take(12) {
            tell(&format!("{what}: {why}"));
        }
        assert!(tries > 20, "{}: only {tries}", errand.name);
        assert!(wrong.is_empty(), "{}: {} of {tries}", errand.name, wrong.len());
        tell(&format!("{what}: {}: {tries} kali, 0 hilang, 0 tidak terbuka", errand.name));
    }
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_while_founding_and_saving_nothing_said_is_lost() {
    refused(0..2);
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_while_opening_nothing_said_is_lost() {
    refused(2..ERRANDS.len());
}
