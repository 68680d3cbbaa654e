//! The way to every printer, the same on every system.
use std::{path::PathBuf, time::Duration};

#[cfg(unix)]
use crate::print::spool::unix as system;
#[cfg(windows)]
use crate::print::spool::windows as system;
use crate::{
    domain::printer::Printer,
    fault::Fault,
    print::{
        escp, escpos,
        spool::{
            job::{Condition, Job, Load, Progress, refused},
            network,
            outgoing::{Outgoing, Sheet},
            programs::Programs,
        },
    },
};

/// The way to the printers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spool(Programs);

impl Default for Spool {
    fn default() -> Self {
        Self(Programs { folder: None, patience: Duration::from_secs(20) })
    }
}

impl Spool {
    /// Uses the printing programs of that folder, and gives everybody that long to answer.
    #[must_use]
    pub const fn at(folder: PathBuf, patience: Duration) -> Self {
        Self(Programs { folder: Some(folder), patience })
    }

    /// The names of the queues, in the system's order; none is not a fault.
    pub fn queues(&self) -> Result<Vec<String>, Fault> {
        system::queues(&self.0)
    }

    /// Hands it to a printer. What is taken is not printed yet.
    pub fn print(&self, printer: &Printer, load: Load<'_>) -> Result<Job, Fault> {
        match (printer, load) {
            (Printer::Network(host, port), Load::Raw(bytes)) => {
                network::send((host, *port), bytes, self.0.patience)?;
                Ok(Job::Sent(printer.to_string()))
            }
            (Printer::Network(..), Load::Pages(_)) => Err(refused(
                "alamat jaringan hanya untuk printer slip dan dot-matrix; pasang printer ini di \
                 komputer dahulu, lalu pilih namanya",
            )),
            (_, load) => system::print(&self.0, queue(printer), load),
        }
    }

    /// Hands a paper to its printer, in the language that one speaks.
    pub fn hand(&self, outgoing: &Outgoing) -> Result<Job, Fault> {
        match &outgoing.sheet {
            Sheet::Pages(document) => self.print(&outgoing.printer, Load::Pages(document)),
            Sheet::Dots(document) => {
                self.print(&outgoing.printer, Load::Raw(&escp::render(document)?))
            }
            Sheet::Roll(roll) => self.print(&outgoing.printer, Load::Raw(&escpos::render(roll))),
        }
    }

    /// How far a job has come.
    pub fn progress(&self, job: &Job) -> Result<Progress, Fault> {
        match job {
            Job::Queued(id) => system::progress(&self.0, id),
            Job::Sent(_) => Ok(Progress::Unknown),
        }
    }

    /// Whether a printer would print. One in the network is called up for it.
    pub fn condition(&self, printer: &Printer) -> Result<Condition, Fault> {
        let Printer::Network(host, port) = printer else {
            return system::condition(&self.0, queue(printer));
        };
        match network::reached((host, *port), self.0.patience) {
            Ok(_) => Ok(Condition::Ready),
            Err(Fault::Refused { why, .. }) => Ok(Condition::Stopped(why)),
            Err(fault) => Err(fault),
        }
    }
}

/// The name of a queue; `None` is the default one.
fn queue(printer: &Printer) -> Option<&str> {
    match printer {
        Printer::Queue(name) => Some(name),
        Printer::Default | Printer::Network(..) => None,
    }
}
