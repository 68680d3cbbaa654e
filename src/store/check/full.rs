//! The full check of a store, at rest or while its desk is open.
//!
//! # Why
//! A store at rest is not opened for it: opening mends what it can, and what was mended would never
//! be told. A living store goes on being written meanwhile; what looks wrong there is looked at
//! again before it is told.
use std::{collections::BTreeMap, fs, path::Path};

use crate::{
    fault::Fault,
    store::{
        check::{
            files,
            finding::{Finding, State},
            frames::{Pace, Proofs, Walk},
            values::{self, Held},
        },
        entry::Key,
        ground::{Ground, is_there},
        index::Index,
        present::Present,
        segment::Segments,
        vault::Vault,
        walk,
    },
};

/// How often a living store's files are read again before they are told to be wrong.
const LOOKS: usize = 5;

/// What a check found.
#[derive(Debug)]
pub struct Report {
    /// The last sequence; also how many frames there should be.
    pub sequence: u64,
    /// The chain value there.
    pub head: [u8; 32],
    /// Frames that were proved.
    pub frames: u64,
    pub segments: u64,
    /// Bytes of the journal.
    pub bytes: u64,
    /// How many records each table has, by its number.
    pub records: BTreeMap<u8, u64>,
    /// The highest serial of the file of the keys of which the journal tells.
    pub keys: u64,
    /// Values of the index that were compared.
    pub values: u64,
    pub drafts: usize,
    pub findings: Vec<Finding>,
    /// The last bytes of the record that was wanted.
    pub wanted: Option<Vec<u8>>,
}

impl Report {
    /// Whether everything is as it was written.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether something that was saved is no longer where it was.
    #[must_use]
    pub fn has_losses(&self) -> bool {
        self.findings.iter().any(Finding::is_loss)
    }
}

/// Checks a store that is not open; whoever calls holds its lock. `wanted` is a record whose bytes
/// are to be told.
pub fn at_rest(
    folder: &Path,
    vault: &Vault,
    wanted: Option<Key>,
    pace: Pace<'_>,
) -> Result<Report, Fault> {
    let segments = Segments::open(folder.join("jurnal")).map_err(walk::unread)?;
    let ground = Ground::of(folder, segments, vault);
    let (mut walk, mut report) = journal(&ground, wanted, pace)?;
    if is_there(&ground.suspicion()) {
        walk.findings.push(Finding::Index { why: "dicurigai".to_owned() });
    }
    if is_there(&ground.index().join("db")) {
        match Index::open(&ground.index(), vault) {
            Ok((index, applied)) => {
                walk.expect(applied);
                let held = Held { index: &index, applied, living: None };
                report.values = values::compare(&mut walk, &held, pace)?;
            }
            Err(trouble) => walk.findings.push(values::unusable(&trouble)),
        }
    } else if walk.whole.sequence > 0 {
        walk.findings.push(Finding::Index { why: State::Missing.to_string() });
    }
    Ok(finished(&ground, walk, report))
}

/// Checks a store whose desk is open.
pub fn living(present: &Present, pace: Pace<'_>) -> Result<Report, Fault> {
    let ground = present.ground();
    let sequence = present.sequence();
    let mut looks = 0;
    let (mut walk, mut report) = loop {
        let found = journal(ground, None, pace)?;
        looks += 1;
        // A change may just be on its way to the disk, or an anchor.
        if found.0.findings.is_empty() || looks == LOOKS {
            break found;
        }
    };
    if present.backlog().is_underway() {
        walk.findings.retain(|finding| !matches!(finding, Finding::Unfinished { .. }));
    }
    walk.expect(sequence);
    match present.index()? {
        Some(index) => {
            let held = Held { index: &index, applied: sequence, living: Some(present) };
            report.values = values::compare(&mut walk, &held, pace)?;
        }
        None => walk.findings.push(Finding::Index { why: "tidak dapat dipakai".to_owned() }),
    }
    Ok(finished(ground, walk, report))
}

/// Proves the journal and what bears witness to it.
fn journal(ground: &Ground, wanted: Option<Key>, pace: Pace<'_>) -> Result<(Walk, Report), Fault> {
    let Ground { folder, segments, vault, .. } = ground;
    let (anchors, mut findings) = files::anchors(folder);
    let roll = files::roll(folder, vault).unwrap_or_else(|finding| {
        findings.push(finding);
        None
    });
    let places: Vec<_> = anchors.iter().map(|(name, anchor)| (*name, anchor.place)).collect();
    let proofs =
        Proofs { journal: ground.journal(), anchors: &places, roll: roll.as_ref(), wanted };
    let mut walk = Walk::along(&proofs, pace)?;
    walk.findings.append(&mut findings);
    if let Ok(files @ 1..) = segments.strays() {
        walk.findings.push(Finding::Stray { files });
    }
    let report = Report {
        sequence: walk.whole.sequence,
        head: walk.whole.head,
        frames: walk.frames,
        segments: walk.segments,
        bytes: walk.bytes,
        records: walk.ledger.counts(),
        keys: walk.keys,
        values: 0,
        drafts: 0,
        findings: vec![],
        wanted: walk.found.take(),
    };
    Ok((walk, report))
}

/// Proves the files that stand alone, and gathers what was found.
fn finished(ground: &Ground, walk: Walk, mut report: Report) -> Report {
    let Ground { folder, vault, .. } = ground;
    report.findings = walk.findings;
    // The keys may just be changing: two files, one after the other.
    let mut keys = files::keys(folder, &vault.ring());
    for _ in 1..LOOKS {
        if !keys.is_empty() {
            keys = files::keys(folder, &vault.ring());
        }
    }
    report.findings.append(&mut keys);
    // Read after the journal, for each change of the keys is noted behind it.
    report.findings.extend(files::older_keys(folder, report.keys));
    report.findings.extend(files::columns(folder, vault));
    let (drafts, broken) = files::drafts(folder, vault);
    report.drafts = drafts;
    report.findings.extend(broken);
    let derived = |finding: &Finding| matches!(finding, Finding::Value { .. });
    // Where the journal has lost something, the index may be the only one that still has it.
    if report.findings.iter().any(derived) && !report.has_losses() {
        // Should this fail, the next reading of such a value finds out again by itself.
        let _ = fs::write(ground.suspicion(), []);
    }
    report
}
