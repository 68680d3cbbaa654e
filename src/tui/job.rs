//! Work beside the screen.
use std::path::PathBuf;

use crate::{
    desk::{
        bundle::Bundle,
        import::{looking::Look, reading::Reading},
        queues::Queues,
        safekeeping::Plan,
        trace::Trace,
        twins::Twins,
    },
    print::spool::outgoing::Outgoing,
};

/// Work that may outlast a frame, or that touches a device.
#[derive(Debug, Clone, PartialEq)]
pub enum Job {
    /// Hands a paper to a printer, and looks what becomes of it.
    Print(Box<Outgoing>),
    /// Asks for the names of the computer's printers.
    Queues(Queues),
    /// Lets letters out, one after the other.
    Bundle(Bundle),
    /// Makes a backup.
    BackUp(Box<Plan>),
    /// Writes files, each whole or not at all; their folder is made where it is missing.
    Save { files: Vec<(PathBuf, Vec<u8>)> },
    /// Looks for deeds in the journal.
    Trace(Trace),
    /// Looks for residents who may be one person.
    Twins(Twins),
    /// Looks at a list of residents.
    Look(Look),
    /// Reads a list of residents.
    Import(Box<Reading>),
}
