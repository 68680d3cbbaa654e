//! The imports that were made: when, by whom, and what came of each.
//!
//! # Why
//! Each import keeps which question every column answered. The next file with the same headings is
//! read in the same way, so what was mapped by hand once is not asked again.
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::{
    desk::counter::Desk,
    domain::{import::Import, may::Action, text::folded},
    fault::Fault,
};

/// What a row of headings comes to, however they are spelt.
#[must_use]
pub fn print(headings: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for heading in headings {
        folded(heading).hash(&mut hasher);
    }
    hasher.finish()
}

/// All imports, the newest first.
pub fn imports(desk: &Desk) -> Result<Vec<Import>, Fault> {
    desk.permit(Action::Import, None)?;
    let mut all = desk.all::<Import>().collect::<Result<Vec<_>, Fault>>()?;
    all.reverse();
    Ok(all)
}

/// The questions that the columns answered in the last import with these headings.
pub fn columns(desk: &Desk, headings: u64) -> Result<Option<Vec<String>>, Fault> {
    let all = imports(desk)?;
    Ok(all.into_iter().find(|one| one.headings == headings).map(|one| one.columns))
}
