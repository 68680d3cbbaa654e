//! What is asked of an import before it begins.
use std::{collections::BTreeSet, thread};

use crate::{
    desk::{counter::Desk, import::past},
    domain::{may::Action, misfit::Misfit},
    fault::Fault,
    roster::{
        glance::{Glance, Named, glance},
        heading::Mapping,
    },
};

/// What becomes of known residents of whom the file says something else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Differing {
    /// They stay as they are.
    #[default]
    Leave,
    /// The file is right.
    Take,
    /// The file is right on these lines.
    Lines(BTreeSet<u64>),
}

impl Differing {
    /// Whether the file is right on that line.
    #[must_use]
    pub fn takes(&self, line: u64) -> bool {
        match self {
            Self::Leave => false,
            Self::Take => true,
            Self::Lines(lines) => lines.contains(&line),
        }
    }
}

/// An import, as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub glance: Glance,
    pub mapping: Mapping,
    /// Whether the warnings about rows were read, and the rows are right all the same.
    pub confirmed: bool,
    pub differing: Differing,
}

/// Looks at a file, and reads its headings as they were read the last time.
pub fn look(desk: &Desk, named: &Named) -> Result<Wish, Fault> {
    desk.permit(Action::Import, None)?;
    // A panic over bytes that nobody foresaw says nothing on a thread of its own.
    let seen = thread::scope(|scope| scope.spawn(|| glance(named)).join());
    let damaged = Err(Fault::List { why: Misfit::Damaged, about: String::new() });
    let glance = seen.unwrap_or(damaged)?;
    let mapping = mapped(desk, &glance)?;
    Ok(Wish { glance, mapping, confirmed: false, differing: Differing::Leave })
}

/// The mapping of the last import with these headings, or else what the headings say.
pub fn mapped(desk: &Desk, glance: &Glance) -> Result<Mapping, Fault> {
    let mapping = Mapping::of(glance.headings.clone());
    let before = past::columns(desk, past::print(&glance.headings))?;
    Ok(match before {
        Some(ids) if ids.len() == mapping.headings.len() => mapping.with(&ids),
        _ => mapping,
    })
}
