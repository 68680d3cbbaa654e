//! Looking at what is kept from view: the one door, which notes it first.
//!
//! # Why
//! What is noted only afterwards is lost with the power, and then nobody knows who saw it. So the
//! note is durable before anything is shown, and where it cannot be written nothing is.
use crate::{desk::counter::Desk, domain::id::Id, fault::Fault, store::record::Table};

/// Notes that the officer who sits here is about to see something of a record, and why.
pub fn seen(
    desk: &mut Desk,
    record: (Table, Id),
    what: &'static str,
    reason: &str,
) -> Result<(), Fault> {
    desk.note(what, &[record], reason)
}
