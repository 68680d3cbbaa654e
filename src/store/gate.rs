//! What stands at the entrance of a folder: nothing yet, or a sealed store.
use std::path::Path;

use crate::{
    fault::Fault,
    store::{
        anchor::Anchors,
        exchange, frame,
        keys::Keys,
        segment::Segments,
        walk::{self, End},
    },
};

/// The file that marks a folder into which a backup is being restored.
pub const MARK: &str = "pulih.belum";

/// How a folder is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Nothing was ever saved here.
    New,
    /// Officers come in with their passphrases.
    Sealed,
    /// Saved by a program from before there were keys.
    Unsealed,
}

/// Looks at a folder without changing anything. A store whose keys are gone is a fault: nobody can
/// read it any more but with a backup.
pub fn look(folder: &Path) -> Result<Gate, Fault> {
    if folder.join(MARK).exists() {
        return Err(Fault::HalfRestored);
    }
    if exchange::is_settled(folder) {
        return Ok(Gate::Sealed);
    }
    let journal = folder.join("jurnal");
    if !journal.is_dir() {
        return Ok(Gate::New);
    }
    let segments = Segments::open(journal).map_err(walk::unread)?;
    let Some(first) = segments.numbers().map_err(walk::unread)?.first().copied() else {
        return Ok(Gate::New);
    };
    let begin = segments.part(first, 0, frame::HEADER).map_err(walk::unread)?;
    if frame::is_older(&begin) {
        return Ok(Gate::Unsealed);
    }
    let used = !walk::is_blank(&begin) || first > 1 || was_used(folder, &segments)?;
    match Keys::read(folder)? {
        Some((keys, _)) if used && !is_half_founded(folder, &segments, &keys)? => Ok(Gate::Sealed),
        None if used => Err(Fault::Missing { what: "berkas kunci" }),
        _ => Ok(Gate::New),
    }
}

/// Whether anything says that frames were saved where the journal begins with zeros: a zeroed
/// page must not have a new office founded over the old one, for its keys would be replaced.
fn was_used(folder: &Path, segments: &Segments) -> Result<bool, Fault> {
    if was_anchored(folder) {
        return Ok(true);
    }
    for number in segments.numbers().map_err(walk::unread)? {
        if !walk::is_blank(&segments.bytes(number).map_err(walk::unread)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether an anchor saw a frame.
fn was_anchored(folder: &Path) -> bool {
    Anchors::read(folder).found.iter().any(|anchor| anchor.place.sequence > 0)
}

/// Whether a founding was cut off while its first change was being written: nobody could ever come
/// in here. Its keys are the first ones, the recovery code was never told, and neither the journal
/// nor an anchor knows of a whole change.
fn is_half_founded(folder: &Path, segments: &Segments, keys: &Keys) -> Result<bool, Fault> {
    if keys.serial() > 1 || keys.noted() {
        return Ok(false);
    }
    let last = walk::whole(segments)?;
    Ok(last.sequence == 0 && walk::judge(segments, last)? == End::Torn && !was_anchored(folder))
}
