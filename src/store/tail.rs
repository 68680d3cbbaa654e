//! What stands behind the last whole change of the journal: cleared away, or written once more.
use std::io;

use crate::store::{
    segment::{LATER, Segment, Segments},
    walk::{self, Place},
};

/// The segment to write on, with nothing behind the last frame.
pub fn ready(segments: &Segments, last: Place, torn: bool) -> io::Result<Segment> {
    if torn {
        cut(segments, last, true)?;
    }
    segments.prepare(last.segment)?;
    segments.writable(last.segment)
}

/// Writes what stands between two places once more, and returns when it is on the disk: what was
/// read may have come from the system's cache only.
pub fn rewritten(segments: &Segments, from: Place, upto: Place) -> io::Result<()> {
    if from.sequence == upto.sequence {
        return Ok(());
    }
    for number in from.segment..=upto.segment {
        let start = if number == from.segment { from.end } else { 0 };
        let most = if number == upto.segment { upto.end.saturating_sub(start) } else { u64::MAX };
        let bytes = segments.part(number, start, usize::try_from(most).unwrap_or(usize::MAX))?;
        let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
        let mut segment = segments.writable(number)?;
        segment.write(start, &bytes[..used])?;
        segment.sync()?;
    }
    Ok(())
}

/// Clears what stands behind the last whole change, the last segment first, so that what is left
/// of it at any moment is still the begin of one change; keeps what was cut off where that is asked
/// for, as far as a segment holds.
pub fn cut(segments: &Segments, last: Place, keep: bool) -> io::Result<()> {
    let behind: Vec<u64> =
        segments.numbers()?.into_iter().filter(|number| *number >= last.segment).collect();
    let from = |number| if number == last.segment { last.end } else { 0 };
    if keep {
        let mut aside = vec![];
        for number in &behind {
            let room = usize::try_from(LATER).unwrap_or(usize::MAX).saturating_sub(aside.len());
            aside.extend(segments.part(*number, from(*number), room)?);
        }
        let used = aside.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
        if used > 0 {
            // Only for whoever wants to look into it: on a full disk the desk must still open.
            let _ = segments.set_aside(last.sequence + 1, &aside[..used]);
        }
    }
    for number in behind.into_iter().rev() {
        if number > last.segment + 1 {
            segments.remove(number)?;
        } else if !walk::is_blank(&segments.part(number, from(number), usize::MAX)?) {
            segments.clear(number, from(number))?;
        }
    }
    Ok(())
}
