//! `loket kunci`: the office's public keys, for whoever gets its letters.
use std::{io::Write as _, path::PathBuf};

use crate::{
    cli::{
        failure::Failure,
        outlet::Outlet,
        session::{Session, device},
    },
    desk::imprints,
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
}

/// Writes the file.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let keys = imprints::own(&session.desk()?)?;
    let mut outlet = Outlet::open(Some(&args.ke))?;
    let written = outlet.write_all(keys.to_string().as_bytes()).map_err(device);
    outlet.end(written)
}
