//! `loket impor`: residents out of a list, all of the good rows as one change.
use std::{
    io::{self, Write},
    path::PathBuf,
    sync::mpsc::Receiver,
    thread,
};

use crate::{
    choices,
    cli::{failure::Failure, session::Session, typed, words::Refusal},
    desk::{
        counter::Desk,
        import::{
            asking::{Differing, Wish, look},
            reading::{Piece, Reading},
            rejects::beside,
            report::{Note, Report, What},
            taking::Taking,
        },
    },
    domain::{misfit::Misfit, person::NoNik},
    fault::Fault,
    form::resident::NIK,
    roster::{glance::Named, heading, letters::Letters},
};

choices! {
    /// What a list is about.
    Subject {
        Residents = "warga", "Warga";
    }
}

/// Impor daftar warga dari CSV atau XLSX
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket impor warga BERKAS [PILIHAN]",
    after_help = "\
Baris pertama berisi judul kolom, misalnya NIK; Nama; Tgl Lahir; L/P; Alamat; RT/RW; PPKS.
Judul yang tidak dikenal dibiarkan dan disebut. Semua baris yang baik masuk sebagai satu perubahan:
semuanya atau tidak satu pun, dan dapat dibatalkan sekaligus. Keluaran baku, dipisah TAB:
  baris, baru, diubah, sama, dibiarkan, ditolak, peringatan   masing-masing dengan jumlahnya
  tolakan<TAB>berkas      baris yang ditolak; setelah diperbaiki dapat diimpor lagi begitu saja
Keluaran galat, satu baris untuk setiap hal:
  ditolak<TAB>nomor baris<TAB>isian<TAB>alasan      (isian \"-\": seluruh baris)
  peringatan<TAB>nomor baris<TAB>isian<TAB>alasan   (baris itu tetap masuk)
  beda<TAB>nomor baris<TAB>isian-isian<TAB>dibiarkan atau diambil   (warga yang sudah ada)
  catatan<TAB>hal yang perlu diketahui tentang berkasnya
Tanpa --ambil-beda data warga yang sudah ada tidak pernah berubah."
)]
pub struct Args {
    /// Daftar apa: warga
    #[arg(value_name = "warga", value_parser = subject)]
    daftar: Subject,
    /// Berkas CSV atau XLSX
    #[arg(value_name = "BERKAS")]
    berkas: PathBuf,
    /// Hanya periksa dan laporkan; tidak ada yang disimpan
    #[arg(long)]
    uji: bool,
    /// Terima juga baris yang meragukan, misalnya NIK yang tidak cocok dengan tanggal lahirnya
    #[arg(long)]
    abaikan_peringatan: bool,
    /// Ubah warga yang sudah ada menurut berkas ini, bila berbeda
    #[arg(long)]
    ambil_beda: bool,
    /// Berkas untuk baris yang ditolak (bila tidak disebut: di samping berkas itu, -ditolak.csv)
    #[arg(long, value_name = "BERKAS")]
    tolakan: Option<PathBuf>,
    /// Lembar XLSX yang dibaca (bila tidak disebut: lembar pertama yang tampak)
    #[arg(long, value_name = "NAMA")]
    lembar: Option<String>,
    /// Sandi huruf berkas teks yang lama: 1252
    #[arg(long, value_name = "SANDI", value_parser = typed::choice::<Letters>)]
    sandi_huruf: Option<Letters>,
    /// Alasan bagi baris yang NIK-nya kosong, misalnya lupa; bila tidak disebut: ditolak
    #[arg(long, value_name = "ALASAN", value_parser = typed::choice::<NoNik>)]
    tanpa_nik: Option<NoNik>,
    /// Isian untuk sebuah kolom, misalnya "Nama Klien=nama"; boleh berulang; kosong: dibiarkan
    #[arg(long, value_name = "JUDUL=ISIAN")]
    kolom: Vec<String>,
}

fn subject(typed: &str) -> Result<Subject, String> {
    let instead = |_| "harus kata warga: loket impor warga BERKAS".to_owned();
    typed::choice(typed).map_err(instead)
}

/// Takes a list in, or only judges it.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let mut desk = session.desk()?;
    let Subject::Residents = args.daftar;
    let named =
        Named { path: args.berkas.clone(), letters: args.sandi_huruf, sheet: args.lembar.clone() };
    let mut wish = look(&desk, &named).map_err(discreet)?;
    for told in &args.kolom {
        map(&mut wish, told)?;
    }
    wish.mapping.keyless = args.tanpa_nik;
    wish.confirmed = args.abaikan_peringatan;
    wish.differing = if args.ambil_beda { Differing::Take } else { Differing::Leave };
    noted(&wish).map_err(told)?;
    let (reading, pieces) = Reading::new(&desk, &wish)?;
    let mut taking = if args.uji {
        Taking::judge(&desk, wish)?
    } else {
        let rejects = args.tolakan.clone().unwrap_or_else(|| beside(&args.berkas));
        Taking::begin(&mut desk, wish, rejects)?
    };
    let read = thread::scope(|scope| {
        let reader = scope.spawn(move || reading.read(|_, _| true));
        let taken = taken(&mut desk, &mut taking, pieces);
        let read = reader.join().unwrap_or(Err(Fault::Asset("pembaca daftar")));
        taken.and(read.map_err(Failure::Fault))
    });
    match read {
        Ok(()) => {
            let report = taking.end(&mut desk)?;
            summary(&report).map_err(told)?;
            if report.counts.refused > 0 { Err(Failure::Told) } else { Ok(()) }
        }
        Err(failure) => {
            taking.abandon(&mut desk)?;
            Err(failure)
        }
    }
}

/// Takes pieces until the last one, or until nothing comes any more.
fn taken(desk: &mut Desk, taking: &mut Taking, pieces: Receiver<Piece>) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stderr().lock());
    for piece in pieces {
        let mut said = Ok(());
        taking.take(desk, piece, |note| {
            if said.is_ok() {
                said = say(&mut out, &note);
            }
        })?;
        said.and_then(|()| out.flush()).map_err(told)?;
    }
    Ok(())
}

fn say(out: &mut impl Write, note: &Note) -> io::Result<()> {
    let mut line = |what: &str, field: &str, reason: &str| {
        let told = Refusal::new(field, reason);
        writeln!(out, "{what}\t{}\t{}\t{}", note.line, told.field, told.reason)
    };
    match &note.what {
        What::Refused(remarks) | What::Held(remarks) => {
            remarks.iter().try_for_each(|one| line("ditolak", one.field, &one.filed()))
        }
        What::Warned(remarks) => {
            remarks.iter().try_for_each(|one| line("peringatan", one.field, &one.filed()))
        }
        What::Differs(differences, taken) => {
            // What they are stays on the screen: standard error may end in a file.
            let field = |label| heading::named(label).map_or(label, |field| field.id);
            let fields: Vec<&str> = differences.iter().map(|one| field(&one.label)).collect();
            line("beda", &fields.join(", "), if *taken { "diambil" } else { "dibiarkan" })
        }
    }
}

fn noted(wish: &Wish) -> io::Result<()> {
    let mut out = io::stderr();
    for note in &wish.glance.notes {
        writeln!(out, "catatan\t{note}")?;
    }
    for field in wish.mapping.missing() {
        let remedy = match wish.mapping.keyless {
            None if field.id == NIK.id => "sebut dengan --kolom, atau alasannya dengan --tanpa-nik",
            Some(_) if field.id == NIK.id => continue,
            _ => "sebut dengan --kolom; tanpa nama tidak ada warga baru",
        };
        writeln!(out, "catatan\tTidak ada kolom {}: {remedy}.", field.label)?;
    }
    for heading in wish.mapping.left() {
        let heading = Refusal::new(heading, "").field;
        writeln!(out, "catatan\tKolom {heading} tidak dikenal dan dibiarkan.")?;
    }
    Ok(())
}

fn summary(report: &Report) -> io::Result<()> {
    let counts = report.counts;
    let mut out = io::stdout().lock();
    for (what, count) in [
        ("baris", counts.rows),
        ("baru", counts.new),
        ("diubah", counts.changed),
        ("sama", counts.same),
        ("dibiarkan", counts.left),
        ("ditolak", counts.refused),
        ("peringatan", report.warned),
    ] {
        writeln!(out, "{what}\t{count}")?;
    }
    if let Some(path) = &report.rejects {
        writeln!(out, "tolakan\t{}", path.display())?;
    }
    out.flush()
}

/// Maps a column by hand.
fn map(wish: &mut Wish, told: &str) -> Result<(), Failure> {
    let wrong = |what: &str| Failure::Wrong {
        what: format!("--kolom: {what}"),
        instead: "Tulis misalnya --kolom \"Nama Klien=nama\".",
    };
    let (title, id) = told.rsplit_once('=').ok_or_else(|| wrong("tanda = tidak ada"))?;
    let mut headings = wish.mapping.headings.iter();
    let place = headings.position(|heading| heading.trim().eq_ignore_ascii_case(title.trim()));
    let place = place.ok_or_else(|| wrong("judul itu tidak ada di berkas"))?;
    let field = match id.trim() {
        "" => None,
        id => Some(heading::named(id).ok_or_else(|| wrong("isian itu tidak dikenal"))?),
    };
    if let Some(there) = wish.mapping.fields.get_mut(place) {
        *there = field;
    }
    Ok(())
}

/// A sample of what stands in the file is for the screen alone.
fn discreet(fault: Fault) -> Failure {
    match fault {
        Fault::List { why: Misfit::Windows, .. } => Failure::Wrong {
            what: format!("berkas ini {}", Misfit::Windows.about("")),
            instead: "Bila memang demikian, ulangi dengan --sandi-huruf 1252.",
        },
        fault => Failure::Fault(fault),
    }
}

const fn told(why: io::Error) -> Failure {
    Failure::Fault(Fault::Device { name: "keluaran", why })
}
