//! `loket periksa`: is everything still as it was written?
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
    desk::{
        counter::Clock,
        restoring,
        verify::{Report, counts, verify},
    },
};

/// Periksa keutuhan seluruh data; tidak mengubah apa pun
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket periksa [CADANGAN] [PILIHAN]",
    after_help = "Mencetak banyaknya data, urutan terakhir dan kepala jurnal. Status 0: semua utuh.\n\
        Status 1: yang rusak disebut satu per baris, dengan apa yang harus dilakukan.\n\
        Loket harus tertutup; selama terbuka, Loket memeriksa sendiri sehari sekali."
)]
pub struct Args {
    /// Berkas cadangan; bila disebut, berkas itu yang diperiksa, tanpa kata sandi
    cadangan: Option<PathBuf>,
}

/// Checks, and prints what there is and what is wrong with it.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    if let Some(backup) = &args.cadangan {
        let facts = restoring::inspect(backup)?;
        let rows = [
            ("Urutan", facts.sequence.to_string()),
            ("Kepala", hex(&facts.head)),
            ("Hasil", "setiap byte utuh; kata sandi diminta saat dipulihkan".to_owned()),
        ];
        return io::stdout().write_all(lines(rows).as_bytes()).map_err(device);
    }
    let folder = session.office()?;
    let report = verify(&folder, &session.pass()?, Clock::Wall, &mut |_, _| {})?;
    io::stdout().write_all(words(&report).as_bytes()).map_err(device)?;
    let mut out = io::stderr().lock();
    for finding in &report.findings {
        writeln!(out, "{finding}. {}", finding.remedy()).map_err(device)?;
    }
    if report.is_sound() { Ok(()) } else { Err(Failure::Damaged) }
}

fn words(report: &Report) -> String {
    let counts = counts(report).map(|(name, count)| format!("{count} {name}")).join(", ");
    let megabytes = report.bytes.div_ceil(1 << 20);
    let verdict = match report.findings.len() {
        0 => "semua utuh".to_owned(),
        found => format!("{found} temuan"),
    };
    lines([
        ("Urutan", report.sequence.to_string()),
        ("Kepala", hex(&report.head)),
        (
            "Jurnal",
            format!("{} catatan, {} segmen, {megabytes} MiB", report.frames, report.segments),
        ),
        ("Data", counts),
        ("Indeks", format!("{} nilai dibandingkan dengan jurnal", report.values)),
        ("Konsep", report.drafts.to_string()),
        ("Hasil", verdict),
    ])
}

fn lines<const N: usize>(rows: [(&str, String); N]) -> String {
    rows.map(|(label, words)| format!("{label:<7}: {words}\n")).concat()
}
