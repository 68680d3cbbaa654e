//! `loket rekap`: the recap of a month.
use std::{io::Write as _, path::PathBuf};

use crate::{
    choices,
    cli::{
        failure::Failure,
        outlet::Outlet,
        session::{Session, device},
        typed,
    },
    desk::recap::{recap, written},
    domain::{choice::Choice as _, month::Month},
    report::{csv::Csv, recap::text, xlsx::Xlsx},
};

choices! {
    /// How the recap is written.
    Format {
        Text = "teks", "Teks";
        Csv = "csv", "CSV";
        Xlsx = "xlsx", "XLSX";
    }
}

/// Rekap permohonan sebulan menurut jenis dan keadaannya
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket rekap YYYY-MM [PILIHAN]",
    after_help = "\
Permohonan dihitung dalam bulan diterimanya, dengan keadaannya sekarang. Yang tidak boleh dilihat
petugas ini dihitung dalam baris tersendiri, tanpa keadaannya."
)]
pub struct Args {
    /// Tahun dan bulannya, misalnya 2026-11
    #[arg(value_name = "YYYY-MM", value_parser = typed::month)]
    bulan: Month,
    /// Bentuknya: teks, csv, xlsx (bila tidak disebut: menurut nama berkas, atau teks)
    #[arg(long, value_name = "BENTUK", value_parser = typed::choice::<Format>)]
    format: Option<Format>,
    /// Berkas tujuan (bila tidak disebut: keluaran baku)
    #[arg(long, value_name = "BERKAS")]
    ke: Option<PathBuf>,
}

/// Writes the recap.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let format = format(args)?;
    let rows = recap(&session.desk()?, args.bulan)?;
    let mut outlet = Outlet::open(args.ke.as_deref())?;
    let folder = outlet.folder();
    let done = match format {
        Format::Text => outlet.write_all(text(args.bulan, &rows).as_bytes()).map_err(device),
        Format::Csv => written(&rows, &mut Csv::new(&mut outlet)).map_err(Failure::Fault),
        Format::Xlsx => Xlsx::new(&mut outlet, "rekap", &folder)
            .and_then(|mut sheet| written(&rows, &mut sheet))
            .map_err(Failure::Fault),
    };
    outlet.end(done)
}

/// The format that is named, or that the ending of the file says.
fn format(args: &Args) -> Result<Format, Failure> {
    let ending = args.ke.as_ref().and_then(|to| to.extension()).and_then(|name| name.to_str());
    let format = match (args.format, ending) {
        (Some(format), _) => format,
        (None, None | Some("txt")) => Format::Text,
        (None, Some(ending)) => Format::told(ending).ok_or_else(|| Failure::Wrong {
            what: "bentuk berkas itu belum dikenal untuk rekap".to_owned(),
            instead: "Pakailah .txt, .csv atau .xlsx, atau sebutkan --format.",
        })?,
    };
    if format == Format::Xlsx && args.ke.is_none() {
        return Err(Failure::Wrong {
            what: "xlsx tidak dapat dikirim ke keluaran baku".to_owned(),
            instead: "Sebutkan berkasnya dengan --ke.",
        });
    }
    Ok(format)
}
