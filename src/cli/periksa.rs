//! `loket periksa`: is everything still as it was written?
use std::io::{self, Write as _};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
    },
    desk::{
        counter::Clock,
        verify::{Report, counts, verify},
    },
};

/// Periksa keutuhan seluruh data; tidak mengubah apa pun
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket periksa [PILIHAN]",
    after_help = "Mencetak banyaknya data, urutan terakhir dan kepala jurnal. Status 0: semua utuh.\n\
        Status 1: yang rusak disebut satu per baris, dengan apa yang harus dilakukan.\n\
        Loket harus tertutup; selama terbuka, Loket memeriksa sendiri sehari sekali."
)]
pub struct Args {}

/// Checks, and prints what there is and what is wrong with it.
pub fn run(session: &Session) -> Result<(), Failure> {
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
    let head = report.head.map(|byte| format!("{byte:02x}")).concat();
    let counts = counts(report).map(|(name, count)| format!("{count} {name}")).join(", ");
    let megabytes = report.bytes.div_ceil(1 << 20);
    let verdict = match report.findings.len() {
        0 => "semua utuh".to_owned(),
        found => format!("{found} temuan"),
    };
    [
        ("Urutan", report.sequence.to_string()),
        ("Kepala", head),
        (
            "Jurnal",
            format!("{} catatan, {} segmen, {megabytes} MiB", report.frames, report.segments),
        ),
        ("Data", counts),
        ("Indeks", format!("{} nilai dibandingkan dengan jurnal", report.values)),
        ("Konsep", report.drafts.to_string()),
        ("Hasil", verdict),
    ]
    .map(|(label, words)| format!("{label:<7}: {words}\n"))
    .concat()
}
