//! `loket kunci`: the office's public keys, for whoever gets its letters.
use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use crate::{
    cli::{
        failure::Failure,
        outlet::Outlet,
        session::{Session, device},
    },
    desk::{imprints, revoked},
};

/// Tulis berkas kunci untuk lembaga yang ingin memeriksa keaslian surat kantor ini
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket kunci --ke BERKAS [PILIHAN]",
    after_help = "Berkas ini bukan rahasia: dengannya surat hanya dapat diperiksa, bukan ditulis."
)]
pub struct Args {
    /// Berkas tujuan
    #[arg(long, value_name = "BERKAS")]
    ke: PathBuf,
    /// Tulis pula daftar surat yang dicabut ke berkas ini
    #[arg(long, value_name = "BERKAS")]
    dicabut: Option<PathBuf>,
}

/// Writes the file.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let desk = session.desk()?;
    write(&args.ke, &imprints::own(&desk)?.to_string())?;
    match &args.dicabut {
        Some(file) => write(file, &revoked::own(&desk)?),
        None => Ok(()),
    }
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let mut outlet = Outlet::open(Some(file))?;
    let written = outlet.write_all(text.as_bytes()).map_err(device);
    outlet.end(written)
}
