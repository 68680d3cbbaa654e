//! `loket cari`: residents, found as the search screen finds them.
use std::io::{self, BufWriter, Write as _};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
        typed,
    },
    desk::{audit, counter::Desk, exports, search},
    domain::resident::{Birth, Identity, Resident},
    report::jsonl::JsonLines,
};

/// Cari warga menurut nama, NIK atau telepon; yang paling cocok lebih dahulu
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket cari KATA… [PILIHAN]",
    after_help = "Setiap baris: nama, NIK yang disamarkan, alamat, lahir; dipisah TAB.\n\
        Dengan --json: satu objek setiap baris, berkunci seperti ekspor warga, NIK utuh."
)]
pub struct Args {
    /// Kata yang dicari; semuanya harus cocok
    #[arg(value_name = "KATA", required = true)]
    kata: Vec<String>,
    /// Paling banyak sekian warga (bila tidak disebut: 20)
    #[arg(
        long, value_name = "N", default_value_t = 20, hide_default_value = true,
        value_parser = typed::count::<100_000>
    )]
    batas: u32,
    /// Tulis sebagai JSON, satu objek setiap baris
    #[arg(long)]
    json: bool,
}

/// Prints who was found; nobody is no failure.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let mut desk = session.desk()?;
    let limit = usize::try_from(args.batas).unwrap_or(usize::MAX);
    let found = search::residents(&desk, &args.kata.join(" "), limit)?;
    let found: Vec<Resident> = found.into_iter().map(|found| found.who).collect();
    audit::found(&mut desk, &found)?;
    let mut out = BufWriter::new(io::stdout().lock());
    if args.json {
        exports::people(&mut desk, found, &mut JsonLines::new(&mut out))?;
        return out.flush().map_err(device);
    }
    for who in &found {
        writeln!(out, "{}", line(&desk, who)).map_err(device)?;
    }
    out.flush().map_err(device)?;
    if found.is_empty() {
        writeln!(io::stderr(), "Tidak ada warga yang cocok.").map_err(device)?;
    }
    Ok(())
}

fn line(desk: &Desk, who: &Resident) -> String {
    let nik = match who.identity {
        Identity::Nik(nik) => nik.masked(),
        Identity::Missing(_) => "tanpa NIK".to_owned(),
    };
    let born = match who.birth {
        Birth::Unknown => String::new(),
        Birth::On(day) => day.to_string(),
        Birth::About { .. } => {
            let age = who.age_on(desk.today()).unwrap_or_default();
            format!("kira-kira {age} tahun")
        }
    };
    [who.name(), &nik, &who.domicile.short(), &born].join("\t")
}
