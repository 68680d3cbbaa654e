//! `loket latihan`: a desk to practise on, full of made-up residents.
use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    cli::{
        desk,
        failure::Failure,
        session::{day, device},
        siapkan::vacant,
        typed,
    },
    desk::{
        counter::{Chance, Clock, Desk},
        lists::{Which, count},
        practice::make::{Wish, fill},
    },
    domain::area::Area,
};

/// Where practice takes place, unless another kelurahan is named: Prapatan, Balikpapan.
const HERE: Area = Area { province: 64, city: 71, district: 6, village: 1001 };

/// Buka loket latihan berisi warga karangan; tidak ada yang tersimpan sesudahnya
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket latihan [PILIHAN]",
    after_help = "\
Nama, NIK, keluarga, permohonan, rujukan dan surat di dalamnya karangan: satu permohonan setiap
tiga warga, selama setengah tahun terakhir. Benih, hari dan wilayah yang sama menghasilkan
data yang sama. Petugasnya: latihan, kata sandinya: latihan-latihan."
)]
pub struct Args {
    /// Banyaknya warga, sampai 1000000 (bila tidak disebut: 400)
    #[arg(
        long, value_name = "N", default_value_t = 400, hide_default_value = true,
        value_parser = typed::count::<1_000_000>
    )]
    warga: u32,
    /// Benih acak (bila tidak disebut: 1)
    #[arg(long, value_name = "S", default_value_t = 1, hide_default_value = true, value_parser = typed::whole)]
    benih: u64,
    /// Hari ini di loket latihan, misalnya 2026-11-24
    #[arg(long, value_name = "TGL", allow_hyphen_values = true)]
    hari: Option<String>,
    /// Kode kelurahan atau desa (bila tidak disebut: 64.71.06.1001)
    #[arg(long, value_name = "KODE", value_parser = typed::place)]
    wilayah: Option<Area>,
    /// Tulis datanya ke folder kosong ini, lalu selesai
    #[arg(long, value_name = "DIR")]
    buat: Option<PathBuf>,
}

/// Makes the practice desk, and opens it unless it is to be kept.
pub fn run(args: &Args) -> Result<(), Failure> {
    if let Some(folder) = &args.buat {
        let desk = made(folder, args)?;
        let (people, requests) = (desk.residents(), count(&desk, Which::All));
        drop(desk);
        return writeln!(io::stdout(), "{people} warga, {requests} permohonan").map_err(device);
    }
    let folder = Temporary::new().map_err(device)?;
    let mut desk = made(&folder.0, args)?;
    desk.set_chance(Chance::System);
    if args.hari.is_none() {
        desk.set_clock(Clock::Wall);
    }
    desk::open(desk).map_err(Failure::from)
}

fn made(folder: &Path, args: &Args) -> Result<Desk, Failure> {
    let mut desk = vacant(folder)?;
    let today = match &args.hari {
        Some(typed) => day(&desk, typed, "--hari")?.0,
        None => desk.today(),
    };
    let area = args.wilayah.unwrap_or(HERE);
    fill(&mut desk, Wish { residents: args.warga, seed: args.benih, today, area })?;
    Ok(desk)
}

/// A folder that is removed when practice ends.
struct Temporary(PathBuf);

impl Temporary {
    fn new() -> io::Result<Self> {
        let process = std::process::id();
        let mut number = 0;
        loop {
            let folder = std::env::temp_dir().join(format!("loket-latihan-{process}-{number}"));
            match fs::create_dir(&folder) {
                Ok(()) => return Ok(Self(folder)),
                Err(why) if why.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(why) => return Err(why),
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // What is made up may stay where nobody can remove it.
        let _ = fs::remove_dir_all(&self.0);
    }
}
