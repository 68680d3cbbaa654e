//! A file that takes a table row by row.
use crate::{fault::Fault, report::cell::Cell};

/// Where the rows of a table go.
pub trait Sheet {
    /// Takes the names over the columns; once, before any row.
    fn head(&mut self, names: &[&'static str]) -> Result<(), Fault>;

    /// Takes a row: as many cells as there are names.
    fn row(&mut self, cells: &[Cell]) -> Result<(), Fault>;

    /// Writes what is still held back; nothing may follow.
    fn end(&mut self) -> Result<(), Fault>;
}

/// A file or a pipe that did not take what was written.
pub(crate) const fn refused(why: std::io::Error) -> Fault {
    Fault::Device { name: "berkas keluaran", why }
}
