//! `loket cadangkan`: a backup, read back and proved before it counts.
use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
        words::hex,
    },
    desk::safekeeping,
};

/// Buat cadangan ke sebuah folder, misalnya di stick; dibaca kembali sebelum dinyatakan sah
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket cadangkan FOLDER [PILIHAN]",
    after_help = "\
Satu berkas tersegel; isinya hanya dapat dibuka petugas kantor ini. Dicetak satu baris: nama
berkasnya, urutan terakhir di dalamnya, dan kepala rantainya, dipisah tab. Cadangan lama di folder
itu disimpan: 7 yang terbaru, lalu satu setiap minggu (8 minggu), lalu satu setiap bulan."
)]
pub struct Args {
    /// Folder yang sudah ada, di luar folder data
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// Makes it and prints where it is.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let desk = session.desk()?;
    let plan = safekeeping::plan(&desk, &args.folder)?;
    let made = safekeeping::back_up(&plan, &mut |_, _| true)?;
    let (path, facts) = (made.path.display(), made.facts);
    writeln!(io::stdout(), "{path}\t{}\t{}", facts.sequence, hex(&facts.head)).map_err(device)
}
