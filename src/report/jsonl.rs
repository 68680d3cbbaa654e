//! Tables as JSON, one object a line; what is unknown is `null`.
use std::io::Write;

use serde::ser::{SerializeMap as _, Serializer as _};

use crate::{
    fault::Fault,
    report::{
        cell::Cell,
        sheet::{Sheet, refused},
    },
};

/// A file of JSON lines.
#[derive(Debug)]
pub struct JsonLines<W: Write> {
    out: W,
    names: Vec<&'static str>,
}

impl<W: Write> JsonLines<W> {
    /// Writes to there.
    pub const fn new(out: W) -> Self {
        Self { out, names: Vec::new() }
    }

    fn object(&mut self, cells: &[Cell]) -> Result<(), serde_json::Error> {
        let mut json = serde_json::Serializer::new(&mut self.out);
        let mut object = json.serialize_map(Some(cells.len()))?;
        for (name, cell) in self.names.iter().zip(cells) {
            object.serialize_entry(name, cell)?;
        }
        object.end()
    }
}

impl<W: Write> Sheet for JsonLines<W> {
    fn head(&mut self, names: &[&'static str]) -> Result<(), Fault> {
        names.clone_into(&mut self.names);
        Ok(())
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        self.object(cells).map_err(|why| refused(why.into()))?;
        self.out.write_all(b"\n").map_err(refused)
    }

    fn end(&mut self) -> Result<(), Fault> {
        self.out.flush().map_err(refused)
    }
}
