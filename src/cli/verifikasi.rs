//! `loket verifikasi`: is a letter genuine? Needs no store and no passphrase.
use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    cli::{failure::Failure, session::device},
    desk::{
        counter::Clock,
        genuine::{self, Claim, Known, Verdict},
        imprints::{Imprints, NoImprints},
        revoked::{NotRevoked, Revoked},
        verdicts::{LIMITS, UNASKED, UNCOMPARED},
    },
    domain::{nik::Nik, reject::Reject, titles},
    fault::Fault,
};

/// Periksa apakah sebuah surat asli, dari isi kotak QR-nya
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket verifikasi [ISI] --kunci BERKAS [PILIHAN]",
    after_help = "ISI yang tidak disebut dibaca dari masukan baku. Berkas kunci diminta dari kantornya.\n\
        NIK, nama dan tujuan diketik dari kartu orangnya dan nama lembaga ini; warga tanpa NIK: tanpa --nik.\n\
        Status 0: ASLI. Status 1: TIDAK COCOK, DICABUT, KEDALUWARSA, atau BUKAN SURAT KAMI."
)]
pub struct Args {
    /// Isi kotak QR pada surat
    #[arg(value_name = "ISI")]
    isi: Option<String>,
    /// Berkas kunci kantor yang menulis surat
    #[arg(long, value_name = "BERKAS")]
    kunci: PathBuf,
    /// NIK pada kartu orangnya
    #[arg(long, value_name = "NIK", value_parser = nik, requires = "nama")]
    nik: Option<Nik>,
    /// Nama pada kartu orangnya
    #[arg(long, value_name = "NAMA", requires = "tujuan")]
    nama: Option<String>,
    /// Lembaga yang dituju, seperti tertulis pada suratnya
    #[arg(long, value_name = "LEMBAGA", requires = "nama")]
    tujuan: Option<String>,
    /// Daftar surat yang dicabut kantor itu
    #[arg(long, value_name = "BERKAS")]
    dicabut: Option<PathBuf>,
}

fn nik(typed: &str) -> Result<Nik, Reject> {
    typed.parse()
}

/// Says what can be said of the letter.
pub fn run(args: &Args) -> Result<(), Failure> {
    let keys = fs::read_to_string(&args.kunci);
    let keys = keys.map_err(|why| Fault::Device { name: "berkas kunci", why })?;
    let imprints: Imprints = keys.parse().map_err(|NoImprints| Failure::Wrong {
        what: "berkas kunci itu tidak lengkap, atau bukan berkas kunci dari Loket".to_owned(),
        instead: "Minta lagi dari kantor yang menulis suratnya.",
    })?;
    let square = match &args.isi {
        Some(words) => words.clone(),
        None => io::read_to_string(io::stdin()).map_err(device)?,
    };
    let today = Clock::Wall.now().day(titles::zone_of(imprints.office.province));
    let claim = args.nama.as_deref().zip(args.tujuan.as_deref());
    let claim = claim.map(|(name, goal)| Claim { nik: args.nik, name, goal });
    let revoked = args.dicabut.as_ref().map(|file| taken_back(file, &imprints)).transpose()?;
    let (claim, revoked) = (claim.as_ref(), revoked.as_ref());
    let verdict = genuine::verdict(&square, &imprints, &Known { claim, revoked, today });
    io::stdout()
        .write_all(words((&verdict, claim.is_some()), &imprints, revoked).as_bytes())
        .map_err(device)?;
    if matches!(verdict, Verdict::Genuine(_)) { Ok(()) } else { Err(Failure::Damaged) }
}

/// What the office took back, as its file says.
fn taken_back(file: &Path, imprints: &Imprints) -> Result<Revoked, Failure> {
    let text = fs::read_to_string(file);
    let text = text.map_err(|why| Fault::Device { name: "daftar surat yang dicabut", why })?;
    Revoked::read(&text, imprints).map_err(|NotRevoked| Failure::Wrong {
        what: "daftar surat yang dicabut itu tidak lengkap, atau bukan dari kantor ini".to_owned(),
        instead: "Minta lagi dari kantor yang menulis suratnya.",
    })
}

/// What is told; whether the person was compared stands beside the verdict.
fn words(
    (verdict, compared): (&Verdict, bool),
    imprints: &Imprints,
    revoked: Option<&Revoked>,
) -> String {
    let fact = |(label, fact): (&str, String)| format!("{label:<15}: {fact}");
    let mut lines = vec![verdict.title().to_owned(), verdict.sentence(imprints)];
    lines.extend(verdict.facts().into_iter().map(fact));
    if matches!(verdict, Verdict::Genuine(_)) {
        lines.extend((!compared).then(|| UNCOMPARED.to_owned()));
        lines.push(match revoked {
            Some(revoked) => format!(
                "Surat ini tidak ada di daftar surat dicabut tanggal {}. Yang dicabut sesudah \
                 daftar itu dibuat, juga pada hari yang sama, belum ada di dalamnya.",
                revoked.until.long()
            ),
            None => UNASKED.to_owned(),
        });
        lines.push(LIMITS.to_owned());
    }
    lines.join("\n") + "\n"
}
