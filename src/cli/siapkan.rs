//! `loket siapkan`: an office without questions.
use std::{
    io::{self, Write as _},
    path::Path,
};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
        typed,
    },
    desk::{
        counter::{Clock, Desk},
        keys, setup,
    },
    domain::area::Area,
    fault::Fault,
    form::{clerk, field::Draft, office, office_answers::preset},
};

/// Siapkan data kantor baru tanpa pertanyaan; mencetak kode petugas pertamanya
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket siapkan --wilayah KODE --nama-petugas NAMA [PILIHAN]",
    after_help = "Kata sandinya dari LOKET_SANDI atau --sandi-dari, atau ditanyakan.\n\
        Kode pemulihan dicetak sekali saja: tulis di kertas dan simpan di tempat terkunci;\n\
        hanya dengan itu data dapat dibuka bila semua kata sandi terlupa.\n\
        Kode petugas dapat ditentukan dengan --petugas; bila tidak, dibuat dari namanya.\n\
        Semuanya dapat diubah kemudian di layar loket."
)]
pub struct Args {
    /// Kode kelurahan atau desa, misalnya 64.71.06.1001
    #[arg(long, value_name = "KODE", value_parser = typed::place)]
    wilayah: Area,
    /// Nama petugas pertama
    #[arg(long, value_name = "NAMA")]
    nama_petugas: String,
    /// Nama loket pada kop surat (bila tidak disebut: Puskesos dan nama wilayahnya)
    #[arg(long, value_name = "NAMA")]
    nama_kantor: Option<String>,
}

/// Founds the office and prints its officer's code.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let mut office = preset(args.wilayah);
    if let Some(name) = &args.nama_kantor {
        office.put(office::NAME.id, name);
    }
    let mut officer = Draft::default();
    officer.put(clerk::NAME.id, &args.nama_petugas);
    officer.put(clerk::CODE.id, session.petugas.as_deref().unwrap_or_default());
    let mut desk = vacant(&session.folder()?)?;
    let passphrase = session.chosen()?;
    let (clerk, recovery) = setup::found(&mut desk, &office, &officer, &passphrase)?;
    keys::noted(&mut desk)?;
    desk.keep_room();
    let mut out = io::stdout();
    writeln!(out, "{}\nkode pemulihan: {recovery}", clerk.code).map_err(device)
}

/// The desk of a folder in which there is no office yet.
pub fn vacant(folder: &Path) -> Result<Desk, Failure> {
    match Desk::open(folder, Clock::Wall, &mut |_| {}) {
        Ok((desk, _)) => Ok(desk),
        Err(Fault::Sealed) => Err(Failure::Occupied),
        Err(fault) => Err(fault.into()),
    }
}
