//! Where the shell meets this desk: its screens, its drafts, its sign and its jobs.
use std::{fs, io, path::Path, thread, time::Duration};

use chrono::Datelike as _;

use crate::{
    desk::{
        bundle::{Bundle, Made},
        counter::Desk,
        keeping, safekeeping, undo,
    },
    domain::{
        count::grouped,
        date::{Day, month_name},
        printer::Printer,
    },
    fault::Fault,
    form::field::Draft,
    print::spool::{
        job::{Condition, Job as Handed, Progress, refused},
        outgoing::Outgoing,
        printers::Spool,
    },
    tui::{
        arrival::Arrival, job::Job, screen::Route, screens::open, shell::Doors, worker::Watch,
        zones::Sign,
    },
};

/// The doors of the desk.
pub const DOORS: Doors = Doors {
    open: open::open,
    keep: |desk, form, draft| keeping::keep(desk, form, draft),
    settle: keeping::settle,
    again,
    found,
    undo: undo::last,
    spare: undo::spare,
    sign,
    tend: Desk::tend,
};

/// The way back to a screen: to its draft where one is kept, and without what was typed.
fn again(route: &Route, draft: Option<(&'static str, &Draft)>) -> Route {
    let slot = draft.filter(|(_, draft)| !draft.is_empty());
    let slot = slot.map(|(form, draft)| keeping::slot(form, draft));
    match (route, slot) {
        (Route::NewResident { .. }, Some(slot)) => Route::ResumeResident(slot),
        (Route::NewResident { then, .. }, None) => {
            Route::NewResident { typed: String::new(), then: *then }
        }
        (Route::Question, Some(slot)) => Route::ResumeQuestion(slot),
        (route, _) => route.clone(),
    }
}

/// What the officer who comes in should know: how the data was found, and about the way in.
fn found(arrival: &Arrival) -> String {
    let Arrival { found, words, .. } = arrival;
    if found.read_only.is_some() {
        return "Data hanya dapat dibaca: jurnalnya rusak atau diskanya tidak dapat ditulis. \
                Jangan lanjutkan pencatatan; pulihkan dari cadangan terakhir."
            .to_owned();
    }
    let torn = "Loket terakhir tertutup mendadak: satu isian belum tersimpan. Periksa konsep.";
    let slow = "Indeks tidak dapat dipakai; Loket bekerja dari jurnal dan tetap menyimpan.";
    let found = match (found.torn, found.degraded) {
        (true, _) => torn,
        (false, true) => slow,
        (false, false) => "",
    };
    let told = [found, words].into_iter().filter(|words| !words.is_empty());
    told.collect::<Vec<_>>().join(" ")
}

/// Who sits here, and today.
fn sign(desk: &Desk) -> Sign {
    let Day(day) = Day(desk.today());
    let month: String = month_name(day.month()).chars().take(3).collect();
    let clerk = desk.clerk().map(|clerk| clerk.name.to_string()).unwrap_or_default();
    Sign {
        banner: if desk.is_practice() { "LATIHAN" } else { "" },
        clerk,
        day: format!("{} {month} {}", day.day(), day.year()),
        alarm: desk.alarm(),
    }
}

/// Does one job, away from the screen.
pub fn work(job: &Job, watch: &Watch<'_>) -> Result<String, Fault> {
    work_through(&Spool::default(), job, watch)
}

/// Does one job with that way to the printers.
pub fn work_through(spool: &Spool, job: &Job, watch: &Watch<'_>) -> Result<String, Fault> {
    if !watch.at(0, 1) {
        return Err(Fault::Stopped);
    }
    match job {
        Job::Print(outgoing) => followed(spool, &spool.hand(outgoing)?, watch),
        Job::Bundle(bundle) => let_out(spool, bundle, watch),
        Job::Queues(queues) => {
            queues.hear(spool.queues()?);
            Ok(String::new())
        }
        Job::BackUp(plan) => {
            let made = safekeeping::back_up(plan, &mut |done, of| watch.at(done, of))?;
            Ok(safekeeping::told(&made))
        }
        Job::Trace(trace) => {
            trace.read(|done, of| watch.at(done, of))?;
            Ok(String::new())
        }
        Job::Twins(twins) => {
            let count = grouped(twins.read(|done, of| watch.at(done, of))? as u64);
            Ok(format!("Selesai dibandingkan: {count} pasang mungkin satu orang."))
        }
        Job::Look(look) => {
            look.look();
            Ok(String::new())
        }
        Job::Import(reading) => {
            reading.read(|done, of| watch.ready(done, of))?;
            Ok(String::new())
        }
        Job::Save { files } => {
            for (file, bytes) in files {
                written(file, bytes)?;
            }
            let names = files.iter().filter_map(|(file, _)| file.file_name());
            let names: Vec<_> = names.map(|name| name.display().to_string()).collect();
            let folder =
                files.first().and_then(|(file, _)| file.parent()).unwrap_or(Path::new("."));
            Ok(format!("Tersimpan di {}: {}.", folder.display(), names.join(" dan ")))
        }
    }
}

/// Lets a bundle out. A printer that stands still is not given the first letter, let alone all.
fn let_out(spool: &Spool, bundle: &Bundle, watch: &Watch<'_>) -> Result<String, Fault> {
    let mut ready: Vec<Printer> = Vec::new();
    let mut hand = |outgoing: &Outgoing| {
        if !ready.contains(&outgoing.printer) {
            if let Ok(Condition::Stopped(why)) = spool.condition(&outgoing.printer) {
                return Err(refused(why));
            }
            ready.push(outgoing.printer.clone());
        }
        spool.hand(outgoing).map(drop)
    };
    bundle.carry(
        |done, of| watch.at(done, of),
        |made| match made {
            Made::Paper(outgoing) => hand(&outgoing),
            Made::File(file, bytes) => written(&file, &bytes),
        },
    )
}

/// How often a job is looked at after it was handed over, and how long is waited in between.
const LOOKS: u64 = 12;
const WAIT: Duration = Duration::from_millis(250);

/// What becomes of a job in its first seconds. A queue that says nothing is not asked again: only
/// the clerk sees the paper.
fn followed(spool: &Spool, job: &Handed, watch: &Watch<'_>) -> Result<String, Fault> {
    let told = job.told();
    for look in 1..=LOOKS {
        match spool.progress(job) {
            Ok(Progress::Printed) => return Ok(format!("{told} Antrean sudah mencetak semuanya.")),
            Ok(Progress::Failed(why)) => return Err(refused(why)),
            Ok(Progress::Held(why)) => return Ok(format!("{told} Belum dicetak: {why}.")),
            Ok(Progress::Queued) if look < LOOKS && watch.at(look, LOOKS) => thread::sleep(WAIT),
            Ok(Progress::Queued) => return Ok(format!("{told} Masih menunggu giliran.")),
            Ok(Progress::Unknown) | Err(_) => break,
        }
    }
    Ok(told)
}

fn written(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    save(file, bytes).map_err(|why| Fault::Device { name: "folder surat", why })
}

/// Writes a file beside its place and moves it there once it is whole.
fn save(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let half = file.with_extension("baru");
    fs::write(&half, bytes)?;
    fs::rename(&half, file)
}
