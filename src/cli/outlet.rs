//! Where a command puts what it makes: standard output, or a file that is whole or not there.
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use crate::cli::{failure::Failure, session::device};

/// An open outlet.
#[derive(Debug)]
pub enum Outlet {
    Out(BufWriter<io::Stdout>),
    /// The file, and the one beside it that becomes it at the end.
    File {
        to: PathBuf,
        beside: PathBuf,
        file: BufWriter<File>,
    },
}

impl Outlet {
    /// Opens a file, or standard output where none is named.
    pub fn open(to: Option<&Path>) -> Result<Self, Failure> {
        let Some(to) = to else { return Ok(Self::Out(BufWriter::new(io::stdout()))) };
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(".sebagian");
        let beside = to.with_file_name(name);
        let file = BufWriter::new(File::create(&beside).map_err(device)?);
        Ok(Self::File { to: to.to_owned(), beside, file })
    }

    /// The folder of the file; the system's temporary one for standard output.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        match self {
            Self::Out(_) => std::env::temp_dir(),
            Self::File { to, .. } => match to.parent() {
                Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
                _ => PathBuf::from("."),
            },
        }
    }

    /// Puts the file in its place where all of it was written, and takes it away where it was not.
    pub fn end<F: Into<Failure>>(self, written: Result<(), F>) -> Result<(), Failure> {
        match written {
            Ok(()) => self.close(),
            Err(failure) => {
                self.discard();
                Err(failure.into())
            }
        }
    }

    /// Puts the finished file in its place.
    fn close(self) -> Result<(), Failure> {
        match self {
            Self::Out(mut out) => out.flush().map_err(device),
            Self::File { to, beside, file } => {
                let file = file.into_inner().map_err(|why| device(why.into_error()))?;
                file.sync_all().map_err(device)?;
                drop(file);
                fs::rename(beside, to).map_err(device)
            }
        }
    }

    /// Takes an unfinished file away; the old one, if there was any, stays.
    fn discard(self) {
        if let Self::File { beside, file, .. } = self {
            drop(file.into_parts());
            // Whoever could not write it may not be able to remove it either.
            let _ = fs::remove_file(beside);
        }
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Out(out) => out.write(bytes),
            Self::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Out(out) => out.flush(),
            Self::File { file, .. } => file.flush(),
        }
    }
}
