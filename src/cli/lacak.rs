//! `loket lacak`: how far a request is, for whoever holds its ticket.
use std::io::{self, Write as _};

use crate::{
    cli::{
        failure::Failure,
        session::{Session, device},
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
    #[arg(value_name = "TIKET", value_parser = ticket)]
    tiket: Ticket,
    /// Empat angka terakhir NIK atau telepon pemilik tiket
    #[arg(long, value_name = "1234", value_parser = digits)]
    akhir: Option<u16>,
}

fn ticket(typed: &str) -> Result<Ticket, String> {
    typed.parse().map_err(|why: crate::domain::reject::Reject| why.to_string())
}

fn digits(typed: &str) -> Result<u16, String> {
    let four = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    typed.parse().ok().filter(|_| four).ok_or_else(|| "harus empat angka".to_owned())
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
