//! How a command ends when it does not end well: the sentence for people, the status for scripts.
use std::io::{self, Write as _};

use crate::fault::Fault;

/// Why a command was not done.
#[derive(Debug)]
pub enum Failure {
    /// Something failed, or was refused, below.
    Fault(Fault),
    /// The command makes no sense as it was given: what is wrong, and what would be right.
    Wrong { what: String, instead: &'static str },
    /// The folder holds an office already.
    Occupied,
    /// A check found damage, and each finding is told already.
    Damaged,
    /// Some input was refused, and each refusal is told already.
    Told,
}

impl Failure {
    /// The status of the process: 1 failed, 2 wrong or refused, 3 open elsewhere, 4 unknown officer
    /// or passphrase.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::Fault(Fault::Busy { .. }) => 3,
            Self::Fault(Fault::Unknown | Fault::Waiting { .. } | Fault::Sealed) => 4,
            Self::Fault(
                Fault::Rejected { .. }
                | Fault::Doubtful(_)
                | Fault::Taken(_)
                | Fault::Guarded
                | Fault::List { .. },
            )
            | Self::Wrong { .. }
            | Self::Told => 2,
            Self::Fault(_) | Self::Occupied | Self::Damaged => 1,
        }
    }

    /// Tells it on standard error. Whoever closed that does not want to hear it.
    pub fn tell(&self) {
        let (what, instead) = match self {
            Self::Told | Self::Damaged => return,
            Self::Fault(Fault::Device { why, .. }) if why.kind() == io::ErrorKind::BrokenPipe => {
                return;
            }
            Self::Fault(fault) => (fault.to_string(), remedy(fault)),
            Self::Wrong { what, instead } => (what.clone(), *instead),
            Self::Occupied => {
                ("folder itu sudah berisi data kantor".to_owned(), "Pilih folder lain yang kosong.")
            }
        };
        let _ = writeln!(io::stderr(), "{what}. {instead}");
    }
}

/// What to do now, where there are no keys to press.
const fn remedy(fault: &Fault) -> &'static str {
    match fault {
        Fault::Missing { .. } => "Periksa tulisannya, atau cari dengan loket cari.",
        Fault::Unknown => "Periksa --petugas dan kata sandinya, lalu jalankan lagi.",
        Fault::Rejected { .. } => "Perbaiki, lalu jalankan lagi.",
        _ => fault.remedy(),
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
