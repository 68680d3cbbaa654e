//! `loket siapkan`: an office without questions.
use std::io::{self, Write as _};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
        typed,
    },
    desk::{counter::Clock, counter::Desk, setup},
    domain::area::Area,
    form::{clerk, field::Draft, office, office_answers::preset},
};

/// Siapkan data kantor baru tanpa pertanyaan; mencetak kode petugas pertamanya
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket siapkan --wilayah KODE --nama-petugas NAMA [PILIHAN]",
    after_help = "Kode petugas dapat ditentukan dengan --petugas; bila tidak, dibuat dari namanya.\n\
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
    let (mut desk, _) = Desk::open(&session.folder()?, Clock::Wall, &mut |_| {})?;
    vacant(&desk)?;
    let clerk = setup::found(&mut desk, &office, &officer)?;
    writeln!(io::stdout(), "{}", clerk.code).map_err(device)
}

/// Refuses a folder in which there is an office already.
pub const fn vacant(desk: &Desk) -> Result<(), Failure> {
    if desk.is_new() { Ok(()) } else { Err(Failure::Occupied) }
}
