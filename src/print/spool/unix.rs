//! The queues of a Unix, through the `lp` and `lpstat` that each with a printer has.
//!
//! # Why
//! The pages go to `lp` through its standard input, not through a file: a letter holds personal
//! data, and nothing of it should lie about in a shared folder when the program is stopped halfway.
//! A job that `lp` takes is queued, not printed: whatever is not in the queue any more was given to
//! the printer, or dropped. `lpstat` tells those apart as well as it can (CUPS 2.4 keeps an old
//! word for jobs that have ended), so the clerk is asked in the end.
use std::ffi::OsString;

use crate::{
    fault::Fault,
    print::{
        page::Paper,
        pdf,
        spool::{
            job::{Condition, Job, Load, Progress, refused},
            programs::Programs,
            words,
        },
    },
};

/// Asks `lpstat -e`, and the older `lpstat -p` where that is not known.
pub(crate) fn queues(programs: &Programs) -> Result<Vec<String>, Fault> {
    let answer = programs.ask("lpstat", &["-e".into()], &[])?;
    if answer.status.success() {
        running(programs, answer.output.is_empty())?;
        return Ok(answer.output.lines().map(str::to_owned).collect());
    }
    let answer = programs.ask("lpstat", &["-p".into()], &[])?;
    let queue = |line: &str| line.strip_prefix("printer ")?.split(' ').next().map(Into::into);
    let names: Vec<String> = answer.output.lines().filter_map(queue).collect();
    let none = answer.complaint.contains("No destinations");
    if answer.status.success() || none { Ok(names) } else { Err(answer.refused()) }
}

/// Gives it to `lp`: pages with their paper, bytes as they are.
pub(crate) fn print(
    programs: &Programs,
    queue: Option<&str>,
    load: Load<'_>,
) -> Result<Job, Fault> {
    let mut words: Vec<OsString> = vec!["-t".into(), "Loket".into()];
    if let Some(queue) = queue {
        words.extend(["-d".into(), queue.into()]);
    }
    let answer = match load {
        Load::Pages(document) => {
            let sheet = ["-o", media(document.paper), "-o", "print-scaling=auto"];
            words.extend(sheet.map(OsString::from));
            programs.ask("lp", &words, &pdf::render(document)?)?
        }
        Load::Raw(bytes) => {
            words.extend(["-o", "raw"].map(OsString::from));
            programs.ask("lp", &words, bytes)?
        }
    };
    let id = answer.output.split_whitespace().skip_while(|word| *word != "is").nth(1);
    match id {
        Some(id) if answer.status.success() => Ok(Job::Queued(id.to_owned())),
        _ => {
            running(programs, true)?;
            Err(answer.refused())
        }
    }
}

/// Nothing is known where nobody is asked: `lp` and `lpstat` then speak of queues that are missing.
fn running(programs: &Programs, doubtful: bool) -> Result<(), Fault> {
    let asked = || programs.ask("lpstat", &["-r".into()], &[]);
    let down = doubtful && asked().is_ok_and(|told| told.output.contains("is not running"));
    if down { Err(refused(words::NO_SERVER)) } else { Ok(()) }
}

/// A paper's name; an F4 has none that every driver knows, so its measures stand for it. A driver
/// that takes no measures makes the page smaller for a paper that it has: nothing is cut off.
const fn media(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "media=A4",
        Paper::F4 => "media=Custom.215x330mm",
        Paper::F4Narrow => "media=Custom.210x330mm",
    }
}

/// How far a job has come, by its name.
pub(crate) fn progress(programs: &Programs, id: &str) -> Result<Progress, Fault> {
    let Some((queue, _)) = id.rsplit_once('-') else { return Ok(Progress::Unknown) };
    let listed = |words: &[&str]| -> Result<Option<Vec<String>>, Fault> {
        let words: Vec<OsString> = words.iter().map(Into::into).collect();
        let answer = programs.ask("lpstat", &words, &[])?;
        if answer.complaint.contains("Invalid destination") {
            return running(programs, true).map(|()| None);
        }
        if answer.status.success() { Ok(listed(&answer.output, id)) } else { Err(answer.refused()) }
    };
    if listed(&["-W", "not-completed", "-o", queue])?.is_some() {
        return Ok(match condition(programs, Some(queue))? {
            Condition::Stopped(why) => Progress::Held(why),
            Condition::Ready | Condition::Missing => Progress::Queued,
        });
    }
    let ended = listed(&["-l", "-W", "completed", "-o", queue])?;
    Ok(ended.map_or(Progress::Unknown, |told| ending(&told)))
}

/// What a list of jobs tells of one of them, if it names it.
fn listed(list: &str, id: &str) -> Option<Vec<String>> {
    let named = |line: &&str| line.split(' ').next() == Some(id);
    let mut lines = list.lines().skip_while(|line| !named(line));
    lines.next()?;
    Some(lines.take_while(|line| line.starts_with('\t')).map(|line| line.trim().into()).collect())
}

/// How a job has ended, by what is told of it.
fn ending(told: &[String]) -> Progress {
    let after = |label: &str| told.iter().find_map(|line| line.strip_prefix(label)).map(str::trim);
    let reasons = after("Alerts:").unwrap_or_default();
    let dropped = ["canceled", "aborted"].iter().any(|word| reasons.contains(word));
    // A job that nobody began to print has no status, not even an empty one.
    let begun = after("Status:");
    if !dropped && (begun.is_some() || reasons.contains("completed")) {
        return Progress::Printed;
    }
    let why = begun.and_then(words::trouble).unwrap_or(words::CANCELLED);
    Progress::Failed(why.to_owned())
}

/// Whether a queue, or the default one, would print.
pub(crate) fn condition(programs: &Programs, queue: Option<&str>) -> Result<Condition, Fault> {
    let main = if queue.is_none() { main(programs)? } else { None };
    let Some(queue) = queue.or(main.as_deref()) else {
        return running(programs, true).map(|()| Condition::Missing);
    };
    let answer = programs.ask("lpstat", &["-l".into(), "-p".into(), queue.into()], &[])?;
    if answer.complaint.contains("Invalid destination") {
        return running(programs, true).map(|()| Condition::Missing);
    }
    if !answer.status.success() {
        return Err(answer.refused());
    }
    let mut lines = answer.output.lines();
    let disabled = lines.next().unwrap_or_default().contains(" disabled since ");
    let told = lines.next().map(str::trim).unwrap_or_default();
    let alerts = lines.find(|line| line.trim().starts_with("Alerts:")).unwrap_or_default();
    let trouble = words::trouble(told).or_else(|| words::trouble(alerts));
    if let Some(trouble) = trouble {
        return Ok(Condition::Stopped(trouble.to_owned()));
    }
    if disabled {
        let said =
            (!told.is_empty() && told != "Paused" && told != "reason unknown").then_some(told);
        return Ok(Condition::Stopped(said.map_or_else(
            || words::STOPPED.to_owned(),
            |said| format!("{}: {said}", words::STOPPED),
        )));
    }
    let answer = programs.ask("lpstat", &["-a".into(), queue.into()], &[])?;
    Ok(if answer.output.contains(" not accepting ") {
        Condition::Stopped(words::refusal(&answer.output))
    } else {
        Condition::Ready
    })
}

/// The name of the default queue.
fn main(programs: &Programs) -> Result<Option<String>, Fault> {
    let answer = programs.ask("lpstat", &["-d".into()], &[])?;
    if !answer.status.success() {
        return Err(answer.refused());
    }
    let name = answer.output.strip_prefix("system default destination: ");
    Ok(name.and_then(|name| name.lines().next()).map(str::to_owned))
}
