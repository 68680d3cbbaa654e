//! What was asked on the command line, and the exit code of the answer.
use std::{
    error::Error as _,
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{
    ArgAction, CommandFactory as _, FromArgMatches as _, Parser, Subcommand,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    cli::{
        cadangkan, cari, desk, ekspor, failure::Failure, impor, kunci, lacak, latihan, periksa,
        pulihkan, rekap, session::Session, siapkan, surat, terima, verifikasi,
    },
    store::memory,
    tui::terminal,
};

/// Loket Puskesos: menerima, mencatat, merujuk dan mengabari warga.
#[derive(Debug, Parser)]
#[command(
    name = "loket",
    version,
    override_usage = "loket [PILIHAN] [PERINTAH]",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    after_help = "Tanpa perintah, layar loket dibuka.\n\n\
        Status keluar: 0 selesai, 1 gagal, 2 salah pakai atau ada masukan yang ditolak,\n\
        3 data sedang dibuka di tempat lain, 4 petugas atau kata sandi tidak cocok."
)]
struct Args {
    #[command(flatten)]
    session: Session,
    #[command(subcommand)]
    command: Option<Command>,
    /// Tampilkan bantuan
    #[arg(short, long, action = ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Tampilkan versi
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Siapkan(siapkan::Args),
    Terima(terima::Args),
    Cari(cari::Args),
    Lacak(lacak::Args),
    Impor(impor::Args),
    Ekspor(ekspor::Args),
    Rekap(rekap::Args),
    Surat(surat::Args),
    Verifikasi(verifikasi::Args),
    Kunci(kunci::Args),
    Periksa(periksa::Args),
    Cadangkan(cadangkan::Args),
    Pulihkan(pulihkan::Args),
    Latihan(latihan::Args),
}

/// Where the parts of a help text stand.
const TOP: &str = "{about}\n\nPemakaian: {usage}\n\nPerintah:\n{subcommands}\n\n\
                   Pilihan:\n{options}{after-help}\n";
const PLAIN: &str = "{about}\n\nPemakaian: {usage}\n\nPilihan:\n{options}{after-help}\n";
const FILLED: &str =
    "{about}\n\nPemakaian: {usage}\n\nIsian:\n{positionals}\n\nPilihan:\n{options}{after-help}\n";

/// Runs the program and answers with its exit code.
#[must_use]
pub fn run() -> ExitCode {
    memory::keep();
    terminal::watch();
    match read().and_then(|args| args.map_or(Ok(()), |args| done(&args))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::from(failure.status())
        }
    }
}

/// The arguments; nothing where help or the version was asked for and is shown.
fn read() -> Result<Option<Args>, Failure> {
    let command = Args::command().help_template(TOP).mut_subcommands(|sub| {
        let filled = sub.get_positionals().next().is_some();
        sub.help_template(if filled { FILLED } else { PLAIN })
    });
    let matches = command.try_get_matches();
    match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => Ok(Some(args)),
        Err(told) if matches!(told.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let _ = write!(io::stdout(), "{told}");
            Ok(None)
        }
        Err(told) => Err(Failure::Wrong {
            what: complaint(&told),
            instead: "Bacalah loket --help, atau --help di belakang perintahnya.",
        }),
    }
}

fn done(args: &Args) -> Result<(), Failure> {
    let session = &args.session;
    match &args.command {
        None => desk::run(session),
        Some(Command::Siapkan(args)) => siapkan::run(session, args),
        Some(Command::Terima(args)) => terima::run(session, args),
        Some(Command::Cari(args)) => cari::run(session, args),
        Some(Command::Lacak(args)) => lacak::run(session, args),
        Some(Command::Impor(args)) => impor::run(session, args),
        Some(Command::Ekspor(args)) => ekspor::run(session, args),
        Some(Command::Rekap(args)) => rekap::run(session, args),
        Some(Command::Surat(args)) => surat::run(session, args),
        Some(Command::Verifikasi(args)) => verifikasi::run(args),
        Some(Command::Kunci(args)) => kunci::run(session, args),
        Some(Command::Periksa(args)) => periksa::run(session, args),
        Some(Command::Cadangkan(args)) => cadangkan::run(session, args),
        Some(Command::Pulihkan(args)) => pulihkan::run(session, args),
        Some(Command::Latihan(args)) => latihan::run(args),
    }
}

/// What is wrong, in Indonesian. What was typed is only repeated where it names an option: it may
/// be somebody's name.
fn complaint(told: &clap::Error) -> String {
    let option = match told.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) => name.clone(),
        Some(ContextValue::Strings(names)) => names.join(", "),
        _ => String::new(),
    };
    let option = option.split(['=', ' ']).next().unwrap_or_default();
    match told.kind() {
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            format!("pilihan {option} tidak dikenal di sini")
        }
        ErrorKind::UnknownArgument => "ada isian yang tidak dikenal di sini".to_owned(),
        ErrorKind::InvalidSubcommand => "perintah itu tidak dikenal".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("{option} harus disebut"),
        ErrorKind::ArgumentConflict => format!("{option} tidak dapat dipakai bersama yang lain"),
        ErrorKind::ValueValidation => {
            told.source().map_or_else(String::new, |why| format!("{option} {why}"))
        }
        ErrorKind::InvalidValue => format!("{option} harus diikuti isinya"),
        _ => "perintahnya belum lengkap".to_owned(),
    }
}
