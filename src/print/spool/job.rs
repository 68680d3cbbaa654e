//! What is handed to a printer, and what becomes of it.
use crate::{fault::Fault, print::page::Document};

/// What is handed to a printer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Load<'a> {
    /// Pages, drawn by whatever drives the printer.
    Pages(&'a Document),
    /// Bytes in the printer's own language, as they are.
    Raw(&'a [u8]),
}

/// Pages or bytes that were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// By a queue, which goes by that name for it, such as `EPSON-12`.
    Queued(String),
    /// By the printer at that address, whole; nobody can be asked about it.
    Sent(String),
}

impl Job {
    /// What the clerk reads of it.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::Queued(id) => format!("Dikirim ke printer sebagai {id}."),
            Self::Sent(address) => format!("Terkirim seluruhnya ke printer di {address}."),
        }
    }
}

/// How far a job has come. Nobody but the clerk has seen the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It waits for its turn, or is being printed.
    Queued,
    /// It waits in its queue, and the printer does not print: why.
    Held(String),
    /// The queue has given all of it to the printer.
    Printed,
    /// It was dropped: why.
    Failed(String),
    /// Nothing is known of it.
    Unknown,
}

/// Whether a printer would print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    Ready,
    /// It takes jobs, or not even that, but prints none: why.
    Stopped(String),
    /// There is no such queue, or none at all to print on where none is named.
    Missing,
}

/// A refusal in a printer's words.
#[must_use]
pub fn refused(why: impl Into<String>) -> Fault {
    Fault::Refused { name: "printer", why: why.into() }
}
