//! Keeping the office safe: backups, and the reminder that one is due.
//!
//! # Why
//! A desk that is never backed up is one fall of a disk away from nothing; but a reminder that
//! stands in the way is clicked away. So it is one line on the first screen, and only while there
//! is something that the last backup does not hold.
use std::path::{Path, PathBuf};

use crate::{
    desk::counter::Desk,
    domain::{count::grouped, may::Action, moment::Moment, text::Line},
    fault::Fault,
    form::{field::Draft, safekeeping::FOLDER},
    store::backup::{
        make,
        memo::{self, Noted},
        name::Name,
        shelf::{self, refused},
    },
};

pub use crate::store::backup::{
    make::{Made, Plan, Told},
    shelf::Kept,
};

/// How old the last backup may become before the desk reminds, in milliseconds: a day.
const OLD: i64 = 24 * 3_600_000;

/// What it takes to back up the desk as it is now into a folder; [`back_up`] does it, anywhere.
pub fn plan(desk: &Desk, folder: &Path) -> Result<Plan, Fault> {
    desk.permit(Action::BackUp, None)?;
    outside(desk, folder)?;
    let made = desk.now();
    let name = Name { made: made.local(desk.zone()), area: desk.office()?.area };
    Ok(Plan {
        ground: desk.reader().ground().clone(),
        sequence: desk.reader().sequence(),
        folder: folder.to_owned(),
        name,
        made,
        practice: desk.is_practice(),
    })
}

/// Makes a backup. When it returns well, the file was read back and everything in it is proved.
pub fn back_up(plan: &Plan, told: Told<'_>) -> Result<Made, Fault> {
    let made = make::make(plan, told)?;
    let file = made.path.file_name().map(|name| name.display().to_string()).unwrap_or_default();
    let noted = Noted { at: plan.made, sequence: plan.sequence, file };
    // Without the note the desk reminds too early: the backup counts all the same.
    let _ = memo::note(&plan.ground, noted, &made.gone);
    Ok(made)
}

/// What is said of a backup that counts.
#[must_use]
pub fn told(made: &Made) -> String {
    let file = made.path.file_name().map(|name| name.display().to_string()).unwrap_or_default();
    let gone = match made.gone.len() {
        0 => String::new(),
        gone => format!(" {gone} cadangan lama dihapus."),
    };
    let (count, size) = (grouped(made.facts.sequence), megabytes(made.size));
    format!("Cadangan sah: {count} kejadian, {size}, {file}.{gone}")
}

/// A size as people read it: `12,3 MB`.
#[must_use]
pub fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{},{} MB", grouped(tenths / 10), tenths % 10)
}

/// Where backups go, if it was ever said.
#[must_use]
pub fn folder(desk: &Desk) -> Option<PathBuf> {
    memo::folder(desk.reader().ground())
}

/// Remembers where backups go from now on.
pub fn choose(desk: &Desk, draft: &Draft) -> Result<PathBuf, Fault> {
    desk.permit(Action::BackUp, None)?;
    draft.must::<Line>(&FOLDER, desk.today())?;
    let folder = PathBuf::from(draft.text(&FOLDER).trim());
    outside(desk, &folder)?;
    memo::remember(desk.reader().ground(), &folder)?;
    Ok(folder)
}

/// The backups of this office in a folder, the newest first.
pub fn shelf(desk: &Desk, folder: &Path) -> Result<Vec<Kept>, Fault> {
    desk.permit(Action::BackUp, None)?;
    shelf::kept(folder, &desk.vault)
}

/// The backup that counted last, if there ever was one.
#[must_use]
pub fn last(desk: &Desk) -> Option<Noted> {
    noted(desk).pop()
}

/// The backups that counted and were not removed by this desk, the newest last.
#[must_use]
pub fn noted(desk: &Desk) -> Vec<Noted> {
    memo::noted(desk.reader().ground())
}

/// What the first screen reminds of, if a backup is due.
#[must_use]
pub fn reminder(desk: &Desk) -> Option<String> {
    if desk.is_practice() || desk.permit(Action::BackUp, None).is_err() {
        return None;
    }
    let when = match last(desk) {
        None => "Belum pernah dibuat cadangan".to_owned(),
        Some(last) => {
            let age = age(last.at, desk.now());
            let due = age >= OLD && last.sequence < desk.reader().sequence();
            if !due {
                return None;
            }
            format!("Cadangan terakhir {} hari yang lalu", age / OLD)
        }
    };
    Some(format!("{when}: buka Setelan, lalu Cadangan."))
}

/// How long ago that was. A clock that was set back since must not keep the desk silent.
const fn age(then: Moment, now: Moment) -> i64 {
    now.0.saturating_sub(then.0).saturating_abs()
}

/// Refuses a folder that is not there, or that would be lost together with the data. A folder is
/// never made: where a stick is not plugged in, it would be made on the computer's own disk.
fn outside(desk: &Desk, folder: &Path) -> Result<(), Fault> {
    let target = folder.canonicalize().map_err(refused)?;
    let data = desk.folder().canonicalize().map_err(refused)?;
    let why = if target.starts_with(data) {
        "harus di luar folder data"
    } else if !target.is_dir() {
        "itu bukan folder"
    } else {
        return Ok(());
    };
    Err(refused(std::io::Error::other(why)))
}
