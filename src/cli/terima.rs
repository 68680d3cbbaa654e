//! `loket terima`: intakes from a file, each durable before it is said to be saved.
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
};

use crate::{
    cli::{
        failure::Failure,
        intake,
        lines::{self, Line},
        session::{Session, device},
        words::{LINE, Refusal},
    },
    desk::{counter::Desk, intake::receive, requests::Taken},
};

/// Terima permohonan dari berkas, satu objek JSON setiap baris
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket terima [BERKAS|-] [PILIHAN]",
    after_help = "\
Setiap baris tersimpan sendiri. Setelah benar-benar tersimpan, dan hanya setelah itu, tercetak:
  tersimpan<TAB>urutan<TAB>register<TAB>tiket
Yang tidak dapat diterima disebut di keluaran galat; baris lain tetap diterima:
  ditolak<TAB>nomor baris<TAB>kunci<TAB>alasan      (kunci \"-\": seluruh baris)
  peringatan<TAB>nomor baris<TAB>kunci<TAB>alasan   (baris itu tetap diterima)

Kunci: nama, atau tanpa_nama dengan ciri; nik, atau alasan_tanpa_nik; alias, nama_ibu, kk,
hubungan_kk, kepala_keluarga, tempat_lahir, tanggal_lahir, perkiraan_umur, jenis_kelamin, agama,
pekerjaan, status_kawin, hp, pemilik_hp, alamat, rt, rw, kelurahan, alamat_ktp, rt_ktp, rw_ktp,
kelurahan_ktp, ppks, ragam_disabilitas, desil, desil_dicek, status_hidup, jenis, kanal, layanan,
uraian, keperluan, mendesak, terbatas, persetujuan, pelapor, hubungan_pelapor, hp_pelapor, berkas,
pbi_nama, pbi_nik, pbi_kartu, pbi_nonaktif, pbi_alasan, pbi_faskes, pbi_surat_faskes; dan
abaikan_peringatan: true, bila yang meragukan memang benar.
Daftar (ppks, ragam_disabilitas, berkas) ditulis sebagai larik JSON."
)]
pub struct Args {
    /// Berkas berisi permohonan; - atau tidak disebut: masukan baku
    #[arg(value_name = "BERKAS")]
    berkas: Option<PathBuf>,
}

/// Takes the intakes of a file.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let file = args.berkas.as_deref().filter(|file| *file != Path::new("-"));
    let mut desk = session.desk()?;
    match file {
        None => take(&mut desk, &mut io::stdin().lock()),
        Some(file) => take(&mut desk, &mut BufReader::new(File::open(file).map_err(device)?)),
    }
}

fn take(desk: &mut Desk, from: &mut impl BufRead) -> Result<(), Failure> {
    let mut refused = false;
    let mut number = 0_u64;
    while let Some(line) = lines::next(from).map_err(device)? {
        number += 1;
        match taken(desk, &line) {
            Ok(None) => {}
            Ok(Some(taken)) => tell(&taken, number).map_err(device)?,
            Err(Problem::Line(refusal)) => {
                refused = true;
                say(&mut io::stderr(), "ditolak", number, &refusal).map_err(device)?;
            }
            Err(Problem::Desk(failure)) => return Err(failure),
        }
    }
    if refused { Err(Failure::Told) } else { Ok(()) }
}

/// What stands in the way: this line, or anything that would stop the next one too.
enum Problem {
    Line(Refusal),
    Desk(Failure),
}

/// Takes one line; an empty one is none.
fn taken(desk: &mut Desk, line: &Line) -> Result<Option<Taken>, Problem> {
    let refuse = |why| Err(Problem::Line(Refusal::new(LINE, why)));
    let text = match line {
        Line::Text(text) if text.trim().is_empty() => return Ok(None),
        Line::Text(text) => text,
        Line::TooLong => return refuse("baris ini lebih panjang dari 1 MiB"),
        Line::NotText => return refuse("baris ini bukan teks UTF-8"),
    };
    let intake = intake::read(text).map_err(Problem::Line)?;
    receive(desk, &intake.draft, intake.confirmed).map(Some).map_err(|fault| {
        Refusal::of(&fault).map_or(Problem::Desk(Failure::Fault(fault)), Problem::Line)
    })
}

/// Says that it is saved, and what should be known about it.
fn tell(taken: &Taken, number: u64) -> io::Result<()> {
    let Taken { sequence, request, notes } = taken;
    let mut out = io::stdout().lock();
    writeln!(out, "tersimpan\t{sequence}\t{}\t{}", request.register, request.ticket)?;
    out.flush()?;
    notes
        .iter()
        .try_for_each(|note| say(&mut io::stderr(), "peringatan", number, &Refusal::warning(note)))
}

fn say(out: &mut impl Write, what: &str, number: u64, told: &Refusal) -> io::Result<()> {
    writeln!(out, "{what}\t{number}\t{}\t{}", told.field, told.reason)
}
