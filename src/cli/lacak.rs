//! `loket lacak`: how far a request is, for whoever holds its ticket.
use std::io::{self, Write as _};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
        typed,
    },
    desk::tracking::{Matter, Told, track},
    domain::ticket::Ticket,
};

/// Lacak permohonan atau rujukan menurut tiketnya, tanpa data pribadi
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket lacak TIKET [PILIHAN]",
    after_help = "Jenis dan lembaganya hanya tampil bila empat angka terakhirnya cocok."
)]
pub struct Args {
    /// Tiketnya, misalnya PMH-202611-00001-K
    #[arg(value_name = "TIKET", value_parser = typed::ticket)]
    tiket: Ticket,
    /// Empat angka terakhir NIK atau telepon pemilik tiket
    #[arg(long, value_name = "1234", value_parser = typed::last_four)]
    akhir: Option<u16>,
}

/// Prints what may be told.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let desk = session.desk()?;
    let told = track(&desk, args.tiket, args.akhir)?;
    io::stdout().write_all(words(args.tiket, &told).as_bytes()).map_err(device)?;
    if told.matter == Matter::Withheld {
        return Err(Failure::Wrong {
            what: "empat angka itu tidak cocok dengan tiketnya".to_owned(),
            instead: "Periksa angkanya, atau tanyakan di loket.",
        });
    }
    Ok(())
}

fn words(ticket: Ticket, told: &Told) -> String {
    let mut rows = vec![
        ("Tiket", ticket.to_string()),
        ("Diterima", told.received.long()),
        ("Keadaan", told.status.to_owned()),
    ];
    rows.extend(told.promised.clone().map(|promised| ("Janji", promised)));
    if let Matter::Shown { kind, institution } = &told.matter {
        rows.push(("Jenis", kind.clone()));
        rows.extend(institution.clone().map(|name| ("Lembaga", name)));
    }
    let line = |(label, words)| format!("{label:<9}: {words}");
    rows.into_iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}
