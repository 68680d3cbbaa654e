//! The system refuses, or kills the program, at every call of a kind, one after the other.
use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
    process::Command,
};

use crate::harsh::{
    disk::is_ballast,
    machine::{offers, tell},
    run::{Ended, ended},
    trace::open_file,
};

/// The calls that are refused, each counted by itself.
const CALLS: [&str; 5] = ["write", "pwrite64", "fdatasync", "fsync", "rename"];

/// One write in so many of those that only take room is refused.
const DULL: u32 = 64;

/// Something that is done meanwhile.
pub trait Errand {
    /// What it is called.
    fn name(&self) -> String;
    /// Where there is room for a log.
    fn folder(&self) -> &Path;
    /// Makes everything as it was before; the command behind those words, and its input.
    fn ready(&self, before: &[&str]) -> (Command, String);
    /// Whether everything is as it must be after it ended so.
    fn judge(&self, refused: &Refused) -> Result<(), String>;
}

/// How an errand ended in which a call was refused.
#[derive(Debug)]
pub struct Refused {
    pub end: Ended,
    /// Whether the program was killed there.
    pub killed: bool,
    log: String,
}

impl Refused {
    /// Whether it said that all went well, or else what did not; dead people say nothing.
    pub fn is_told(&self) -> Result<bool, String> {
        let Self { end, killed, log } = self;
        let well = end.status == Some(0);
        let told = matches!(end.status, Some(1 | 2)) && !end.told.trim().is_empty();
        // What it would say was refused too.
        let refused = |word: &&str| log.contains(*word);
        let mute = end.told.is_empty() && ["write(1<", "write(2<"].iter().any(refused);
        if *killed || well || told || mute {
            Ok(well)
        } else {
            Err(format!("tidak mengatakannya: {end:?}"))
        }
    }
}

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

/// Does the errand behind `strace` with that option; its end, and the log.
fn done(errand: &impl Errand, option: &[&str]) -> Result<(Ended, String), String> {
    let log = errand.folder().join("catatan");
    let words = ["strace", "-f", "-y", "-xx", "-qq", "-s", "0", "-e", "signal=none"];
    let trace = [&format!("--trace={}", CALLS.join(",")), "-o", log.to_str().unwrap()];
    let before = [&words[..], &trace, option].concat();
    let (command, input) = errand.ready(&before);
    let end = ended(command, &input)?;
    Ok((end, fs::read_to_string(&log).unwrap()))
}

/// Which calls of that name are worth refusing. Each thread counts its own; among the hundreds
/// that write the ballast one is like the other.
fn worth(call: &str, log: &str) -> BTreeSet<u32> {
    let (mut counts, mut dull) = (HashMap::<&str, u32>::new(), 0);
    let mut worth = BTreeSet::new();
    for line in log.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some(words) = rest.trim_start().strip_prefix(call) else { continue };
        let Some(words) = words.strip_prefix('(') else { continue };
        let nth = counts.entry(thread).or_default();
        *nth += 1;
        if call == "write" && open_file(words).is_some_and(|(_, path)| is_ballast(&path)) {
            dull += 1;
            if dull % DULL != 1 {
                continue;
            }
        }
        worth.insert(*nth);
    }
    worth
}

/// Does the errand with that refused; nothing where there was nothing to refuse any more.
fn tried(errand: &impl Errand, way: Way, option: &str) -> Result<Option<()>, String> {
    let killed = way == Way::Killed;
    // It is quicker to have the program stop at no other calls; but then `strace` loses count of
    // the signals that it is to send.
    let haste = ["--seccomp-bpf", option];
    let (end, log) = done(errand, if killed { &haste[1..] } else { &haste })?;
    let met = if killed {
        end.signal == Some(9) || end.status == Some(137)
    } else {
        log.contains("(INJECTED)")
    };
    if !met {
        return end.well().map(|_| None);
    }
    let end = if killed { end } else { end.calm()? };
    errand.judge(&Refused { end, killed, log }).map(Some)
}

/// Every call of every kind, in every way; how often something was refused, and what went wrong.
fn every(errand: &impl Errand) -> (u32, Vec<String>) {
    let (end, log) = done(errand, &[]).unwrap();
    end.well().unwrap();
    let mut tries = 0;
    let mut wrong = vec![];
    for call in CALLS {
        let worth = worth(call, &log);
        let last = worth.last().copied().unwrap_or_default();
        // No run is quite like the one before: it may have more.
        for nth in worth.into_iter().chain(last + 1..) {
            let mut met = false;
            for way in Way::of(nth) {
                let option = way.option(call, nth);
                match tried(errand, way, &option) {
                    Ok(None) => continue,
                    Ok(Some(())) => {}
                    Err(why) => wrong.push(format!("{}: {option}: {why}", errand.name())),
                }
                met = true;
                tries += 1;
            }
            if nth > last && !met {
                break;
            }
        }
    }
    (tries, wrong)
}

/// Does the errand with every call refused; nothing may go wrong. Where nothing can refuse calls,
/// that is said.
pub fn refused<E: Errand>(errand: impl FnOnce() -> E) {
    let what = "panggilan yang ditolak";
    if !offers(what, &["strace"]) {
        return;
    }
    let errand = errand();
    let (tries, wrong) = every(&errand);
    for why in wrong.iter().take(12) {
        tell(&format!("{what}: {why}"));
    }
    assert!(tries > 20, "{}: only {tries}", errand.name());
    assert!(wrong.is_empty(), "{}: {} of {tries}", errand.name(), wrong.len());
    tell(&format!("{what}: {}: {tries} kali, 0 hilang, 0 tidak terbuka", errand.name()));
}

#[test]
fn each_call_is_counted_by_its_thread_and_few_that_only_take_room() {
    let path = "/cadangan-ruang"
        .bytes()
        .fold(String::new(), |path, byte| path + &format!("\\x{byte:02x}"));
    let ballast = format!("7 write(3<{path}>, \"\"..., 9) = 9\n");
    let other = "8 write(4<\\x2f>, \"\"..., 9 <unfinished ...>\n7 fsync(3<\\x2f>) = 0\n";
    let log = ballast.repeat(100) + other + "8 <... write resumed>) = 9\n7 write(1<x>, ) = 1\n";
    assert_eq!(worth("write", &log), BTreeSet::from([1, 65, 101]));
    assert_eq!(worth("fsync", &log), BTreeSet::from([1]));
    assert!(worth("rename", &log).is_empty());
}
