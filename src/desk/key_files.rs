//! The two files with which others check the letters of this office, as they are handed out.
//!
//! # Why
//! Whoever checks a letter asks for them by the office's name, and gets those of many offices: so
//! their names hold the code of the area. They hold no secret and nobody's data; any officer gives
//! them to whom they are of use.
use std::path::PathBuf;

use crate::{
    desk::{
        counter::Desk,
        imprints,
        letters::file,
        revoked::{self, may_tell},
    },
    fault::Fault,
};

/// What is handed out, and what the clerk should know before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFiles {
    /// How many keys there are: each new one makes the files that are out there old.
    pub keys: usize,
    /// Where the keys go.
    pub to: PathBuf,
    /// Where the list of letters that were taken back goes; nothing where the officer who sits here
    /// does not see all of them.
    pub list: Option<PathBuf>,
}

/// The files that the officer who sits here can hand out.
pub fn files(desk: &Desk) -> Result<KeyFiles, Fault> {
    let named = |what: &str, office| file(desk, &format!("{what}-{office}"), "txt");
    let own = imprints::own(desk)?;
    let list = may_tell(desk).is_ok().then(|| named("dicabut", own.office));
    Ok(KeyFiles { keys: own.keys.len(), to: named("kunci", own.office), list })
}

/// Those files, as they are today.
pub fn written(desk: &Desk) -> Result<Vec<(PathBuf, Vec<u8>)>, Fault> {
    let KeyFiles { to, list, .. } = files(desk)?;
    let mut written = vec![(to, imprints::own(desk)?.to_string().into_bytes())];
    if let Some(list) = list {
        written.push((list, revoked::own(desk)?.into_bytes()));
    }
    Ok(written)
}
