//! Bringing an office back from a backup, into an empty folder.
//!
//! # Why
//! There may be no desk any more to ask, so everything comes from the file itself: the officer
//! comes in by the keys in it, and may restore if the records in it say so. All of it is proved
//! before the first byte is written, and once more by opening what was written.
use std::path::{Path, PathBuf};

use crate::{
    desk::{
        counter::{Clock, Desk, PRACTICE},
        entrance::{Opening, Pass},
        keys,
    },
    domain::{
        clerk::Clerk,
        id::Id,
        may::{Action, may},
        moment::Zone,
        office::Office,
        unfit::Unfit,
    },
    fault::Fault,
    store::{
        anchor::Anchors,
        backup::{
            restore::Restoring,
            scan::{self, Scanned},
        },
        codec,
        entry::{Entry, Key},
        keys::{Keys, Shut},
        record::Record,
        segment::Segments,
        vault::Vault,
        walk::{self, Place},
    },
};

pub use crate::store::backup::{layout::Facts, restore::ready};

/// What is to be restored, where to, and by whom.
#[derive(Debug)]
pub struct Order {
    pub file: PathBuf,
    pub to: PathBuf,
    pub pass: Pass,
    pub clock: Clock,
    /// The folder of the office as it is now, to be compared.
    pub data: Option<PathBuf>,
}

/// What is known before anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    pub facts: Facts,
    pub zone: Zone,
    /// How it compares with the office as it is now, where that can be read.
    pub against: Option<Against>,
}

/// How a backup compares with a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The store goes on from it by so many changes, which would be gone.
    Behind(u64),
    /// It holds so many changes that the store has not.
    Ahead(u64),
    /// It is not from that store, or from before that one was restored.
    Other,
}

/// Proves a backup without any key: every byte of it, every frame of it.
pub fn inspect(file: &Path) -> Result<Facts, Fault> {
    scan::scan(file, &mut |_, _| Ok(())).map(|scanned| scanned.facts)
}

/// Compares a backup with the store in a folder, of which nothing but its journal is looked at.
#[must_use]
pub fn against(facts: &Facts, folder: &Path) -> Option<Against> {
    let journal = folder.join("jurnal");
    let segments = journal.is_dir().then(|| Segments::open(journal).ok()).flatten()?;
    let anchors = Anchors::read(folder);
    let seen = anchors.found.iter().map(|anchor| anchor.place.sequence).max();
    let reached = walk::trail(&segments, Place::ORIGIN, None).ok()?.sequence;
    // What an anchor saw was saved, even where the journal shows it no more.
    let last = reached.max(seen.unwrap_or_default());
    if last < facts.sequence {
        return Some(Against::Ahead(facts.sequence - last));
    }
    match walk::head(&segments, facts.sequence).ok()? {
        Some(head) if head != facts.head => Some(Against::Other),
        _ => Some(Against::Behind(last - facts.sequence)),
    }
}

/// Restores: proves the file, tells what is about to happen, writes, and opens what was written.
pub fn restore(order: &Order, tell: &mut dyn FnMut(&Outlook)) -> Result<Facts, Fault> {
    ready(&order.to)?;
    let scanned = scan::scan(&order.file, &mut |_, _| Ok(()))?;
    let zone = permitted(order, &scanned)?;
    let data = order.data.as_deref();
    let against = data.and_then(|folder| against(&scanned.facts, folder));
    tell(&Outlook { facts: scanned.facts, zone, against });
    let restoring = Restoring::begin(&order.to)?;
    let last = restoring.journal(&order.file, &scanned.facts, &mut |_, _| true)?;
    restoring.keys(&scanned, PRACTICE)?;
    let restored = restoring.anchors(last)?;
    opened(order, &scanned.facts)?;
    restored.finish()?;
    Ok(scanned.facts)
}

/// Lets the officer in by the keys in the backup, proves all that is sealed in it, and asks whether
/// this officer may. Returns the office's time zone.
fn permitted(order: &Order, scanned: &Scanned) -> Result<Zone, Fault> {
    let keys = Keys::parse(&scanned.keys).ok_or(Fault::Backup(Unfit::Damaged))?;
    let officer = keys.whose(order.pass.code.as_deref()).ok_or(Fault::Unknown)?;
    let ring = keys.open(officer, &order.pass.passphrase).map_err(|shut| match shut {
        Shut::Fault(fault) => fault,
        Shut::Stranger | Shut::Wrong(_) => Fault::Unknown,
    })?;
    let (mut clerk, mut office) = (None::<Clerk>, None::<Office>);
    let proved = scan::prove(&order.file, &Vault::of(ring), &mut |_, entry| {
        follow(&entry, officer, &mut clerk)?;
        follow(&entry, Office::id(), &mut office)
    })?;
    if proved.facts != scanned.facts {
        return Err(Fault::Backup(Unfit::Damaged));
    }
    let clerk = clerk.ok_or(Fault::Unknown)?;
    may(&clerk, Action::Restore, None).map_err(Fault::Forbidden)?;
    Ok(office.map_or(Zone::Wib, |office| office.zone))
}

/// Keeps up with one record.
fn follow<R: Record>(entry: &Entry, id: Id, record: &mut Option<R>) -> Result<(), Fault> {
    let key = Key::of::<R>(id);
    for put in entry.puts.iter().filter(|put| put.key == key) {
        *record = put.new.as_ref().map(|bytes| codec::decode(&bytes.0)).transpose()?;
    }
    Ok(())
}

/// Opens what was restored, which makes its index from the journal: so all of it was read.
fn opened(order: &Order, facts: &Facts) -> Result<(), Fault> {
    let silent = &mut |_: Opening| {};
    let (desk, found) = Desk::enter(&order.to, &order.pass, order.clock, silent)?;
    keys::write_again(&desk)?;
    drop(desk);
    let whole = found.sequence == facts.sequence && found.read_only.is_none() && !found.torn;
    if whole { Ok(()) } else { Err(Fault::Damaged { sequence: found.sequence + 1 }) }
}
