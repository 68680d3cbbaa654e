//! Proves the small files beside the journal: keys, anchors, roll, columns and drafts.
use std::{fs, io::ErrorKind, path::Path};

use crate::store::{
    anchor::{self, Anchor},
    check::finding::{Finding, State},
    columns::book,
    drafts,
    keys::{self, Keys},
    roll::Roll,
    vault::{Ring, Vault},
};

/// A small file: what it holds, or how it is found.
type Read<T> = Result<T, State>;

const fn file(name: &'static str, state: State) -> Finding {
    Finding::File { name, state }
}

/// The bytes of a file, if there is one; what a disk does not give is broken.
fn bytes(folder: &Path, name: &str) -> Read<Vec<u8>> {
    fs::read(folder.join(name)).map_err(|why| match why.kind() {
        ErrorKind::NotFound => State::Missing,
        _ => State::Broken,
    })
}

/// Proves the file of the keys and the one before it: whole, made with keys of this office, and
/// each in its place.
#[must_use]
pub fn keys(folder: &Path, ring: &Ring) -> Vec<Finding> {
    let read = |name| -> Read<Keys> {
        let bytes = bytes(folder, name)?;
        let keys = Keys::parse(&bytes).ok_or(State::Broken)?;
        let ours = Keys::is_ours(&bytes, ring).unwrap_or(false);
        if ours { Ok(keys) } else { Err(State::Other) }
    };
    let (newest, before) = (read(keys::FILE), read(keys::BEFORE));
    let mut findings = vec![];
    if let Err(state) = newest {
        findings.push(file(keys::FILE, state));
    }
    match (&newest, &before) {
        (Ok(newest), Err(State::Missing)) if newest.serial() <= 1 => {}
        (_, Err(state)) => findings.push(file(keys::BEFORE, *state)),
        (Ok(newest), Ok(before)) if newest.serial() != before.serial() + 1 => {
            findings.push(file(keys::FILE, State::Other));
        }
        _ => {}
    }
    findings
}

/// Whether the file of the keys is from before the serial that the journal notes: put back whole,
/// it opens again for passphrases that were changed, and for nobody who was let in since.
#[must_use]
pub fn older_keys(folder: &Path, noted: u64) -> Option<Finding> {
    let (keys, _) = Keys::read(folder).ok()??;
    let serial = keys.serial();
    (serial < noted).then_some(Finding::Keys { serial, noted })
}

/// Reads both anchors, each with the name of its file, and tells what is wrong with them.
#[must_use]
pub fn anchors(folder: &Path) -> (Vec<(&'static str, Anchor)>, Vec<Finding>) {
    let read = |name| -> Read<Anchor> { anchor::parse(&bytes(folder, name)?).ok_or(State::Broken) };
    let (mut found, mut findings) = (vec![], vec![]);
    for name in anchor::FILES {
        match read(name) {
            Ok(anchor) => found.push((name, anchor)),
            Err(state) => findings.push(file(name, state)),
        }
    }
    match found.as_slice() {
        // The second one is written when the store is opened, used or closed again.
        [(_, only)] if only.serial == 1 => {
            findings
                .retain(|finding| !matches!(finding, Finding::File { state: State::Missing, .. }));
        }
        [(_, a), (name, b)] if a.serial.abs_diff(b.serial) != 1 => {
            let older = if a.serial < b.serial { anchor::FILES[0] } else { *name };
            findings.push(file(older, State::Other));
        }
        _ => {}
    }
    (found, findings)
}

/// Reads the roll in its file, where there is one.
pub fn roll(folder: &Path, vault: &Vault) -> Result<Option<Roll>, Finding> {
    match bytes(folder, "daftar") {
        Err(State::Missing) => Ok(None),
        Err(state) => Err(file("daftar", state)),
        Ok(bytes) => Roll::open(vault, &bytes).map(Some).ok_or(file("daftar", State::Broken)),
    }
}

/// Proves the columns.
#[must_use]
pub fn columns(folder: &Path, vault: &Vault) -> Vec<Finding> {
    book::broken(folder, vault).into_iter().map(|name| file(name, State::Broken)).collect()
}

/// Proves the drafts; returns how many there are.
#[must_use]
pub fn drafts(folder: &Path, vault: &Vault) -> (usize, Vec<Finding>) {
    match drafts::proved(&folder.join("konsep"), vault) {
        Ok((all, broken)) => {
            (all, broken.into_iter().map(|name| Finding::Draft { name }).collect())
        }
        Err(_) => (0, vec![Finding::Unread { what: "folder konsep tidak terbaca".to_owned() }]),
    }
}
