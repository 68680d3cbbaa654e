//! What officers did, record by record: the audit, on the screen and as a table.
//!
//! # Why
//! That something was done is never hidden from who reads the audit, or it would prove nothing; to
//! whom it was done is, where that is restricted. Nobody is named in the table: requests and letters
//! by their numbers, residents by their initials.
use crate::{
    desk::{
        acts,
        counter::Desk,
        directory::clerk_name,
        facts::differences,
        history,
        known::{known, table_name},
        span::Span,
        trace::Found,
    },
    domain::{clerk::Stamp, may::Action},
    fault::Fault,
    report::audit::Row,
    store::{
        entry::{Key, Put},
        reader::Deed,
    },
};

/// One line of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `24-11-2026 09.15`.
    pub when: String,
    /// Name of the officer.
    pub by: String,
    pub act: String,
    /// The record, and how many others.
    pub about: String,
    pub reason: String,
}

/// The line of a deed.
pub fn line(desk: &Desk, deed: &Found) -> Result<Line, Fault> {
    desk.permit(Action::ReadAudit, None)?;
    let (zone, at) = (desk.zone(), deed.stamp.at);
    let known = deed.about.map(|record| known(desk, record)).transpose()?.unwrap_or_default();
    let others = if deed.others > 0 { format!(" dan {} lain", deed.others) } else { String::new() };
    Ok(Line {
        when: format!("{} {}", at.day(zone), at.clock(zone)),
        by: clerk_name(desk, deed.stamp.by).to_owned(),
        act: acts::words(&deed.why).to_owned(),
        about: known.words + &others,
        reason: if known.hidden { String::new() } else { deed.reason.clone() },
    })
}

/// Tells every deed of these days, oldest first, once for each of its records; says how many rows
/// that were.
pub fn export(
    desk: &Desk,
    span: Span,
    tell: &mut dyn FnMut(&Row) -> Result<(), Fault>,
) -> Result<u64, Fault> {
    desk.permit(Action::ExportAudit, None)?;
    let zone = desk.zone();
    let mut count = 0;
    let within = |stamp: Stamp| span.holds_moment(stamp.at, zone);
    desk.reader().trace(
        within,
        |_, _| true,
        |deed| {
            let puts = deed.entry.puts.iter().map(|put| (put.key, Some(put)));
            let seen = deed.entry.seen.iter().map(|key| (*key, None));
            for (key, put) in puts.chain(seen) {
                tell(&row(desk, &deed, (key, put))?)?;
                count += 1;
            }
            Ok(())
        },
    )?;
    Ok(count)
}

fn row(desk: &Desk, deed: &Deed, (key, put): (Key, Option<&Put>)) -> Result<Row, Fault> {
    let about = key.table().map(|table| (table, key.id()));
    let known = about.map(|record| known(desk, record)).transpose()?.unwrap_or_default();
    // What is new has no old answers, and all of them would only repeat the record.
    let changed = put.filter(|put| put.old.is_some() && !known.hidden);
    let versions = changed.map(|put| history::versions(desk, put)).transpose()?;
    let hidden = known.hidden || matches!(versions, Some(None));
    let versions = versions.flatten().unwrap_or_default();
    let changes = differences(desk, versions.0.as_ref(), versions.1.as_ref());
    let officer = desk.book.directory.clerks.get(&deed.stamp.by);
    Ok(Row {
        sequence: deed.sequence,
        at: deed.stamp.at,
        zone: desk.zone(),
        officer: officer.map(|clerk| clerk.code.clone()),
        act: deed.entry.why.clone(),
        table: if hidden { "terbatas" } else { about.map_or("", |(table, _)| table_name(table)) },
        number: known.number.filter(|_| !hidden),
        reason: Some(&deed.entry.reason).filter(|why| !hidden && !why.is_empty()).cloned(),
        fields: changes.iter().map(|change| change.label.clone()).collect(),
        changes: changes.iter().map(|one| format!("{}: {}", one.label, one.words())).collect(),
    })
}
