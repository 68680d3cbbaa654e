//! `loket ekspor`: a table as a file for other programs.
use std::path::PathBuf;

use crate::{
    choices,
    cli::{
        failure::Failure,
        outlet::Outlet,
        session::{self, Session},
        typed,
    },
    desk::{
        counter::Desk,
        exports::{self, Span, Table},
    },
    domain::choice::Choice as _,
    fault::Fault,
    report::{csv::Csv, jsonl::JsonLines, sheet::Sheet, xlsx::Xlsx},
};

choices! {
    /// How the file is written.
    Format {
        Csv = "csv", "CSV";
        Xlsx = "xlsx", "XLSX";
        Jsonl = "jsonl", "JSON Lines";
    }
}

/// Keluarkan sebuah tabel: warga, permohonan, rujukan, kunjungan, surat, audit
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket ekspor TABEL [PILIHAN]",
    after_help = "\
csv    untuk program lain: dipisah koma, UTF-8 tanpa tanda BOM. Excel merusak NIK di dalam CSV;
       untuk Excel pakailah xlsx. Isi yang tampak seperti rumus diawali tanda petik tunggal.
xlsx   untuk Excel: NIK, KK dan telepon tetap teks. Harus disertai --ke.
jsonl  satu objek JSON setiap baris; yang tidak diketahui null.
Tanggal dan waktu ditulis menurut ISO 8601."
)]
pub struct Args {
    /// Nama tabelnya: warga, permohonan, rujukan, kunjungan, surat, audit
    #[arg(value_name = "TABEL", value_parser = typed::choice::<Table>)]
    tabel: Table,
    /// Bentuk berkas: csv, xlsx, jsonl (bila tidak disebut: menurut nama berkas, atau csv)
    #[arg(long, value_name = "BENTUK", value_parser = typed::choice::<Format>)]
    format: Option<Format>,
    /// Berkas tujuan (bila tidak disebut: keluaran baku)
    #[arg(long, value_name = "BERKAS")]
    ke: Option<PathBuf>,
    /// Mulai tanggal ini: 2026-11-24, 24-11-2026, atau h-7
    #[arg(long, value_name = "TGL", allow_hyphen_values = true)]
    dari: Option<String>,
    /// Sampai dengan tanggal ini
    #[arg(long, value_name = "TGL", allow_hyphen_values = true)]
    sampai: Option<String>,
}

/// Writes the table.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let named = args.ke.as_ref().and_then(|to| to.extension()).and_then(|name| name.to_str());
    let format = args.format.or_else(|| named.and_then(Format::told)).unwrap_or(Format::Csv);
    if format == Format::Xlsx && args.ke.is_none() {
        return Err(Failure::Wrong {
            what: "xlsx tidak dapat dikirim ke keluaran baku".to_owned(),
            instead: "Sebutkan berkasnya dengan --ke.",
        });
    }
    let mut desk = session.desk()?;
    let day = |typed: &Option<String>, option| {
        typed.as_ref().map(|typed| session::day(&desk, typed, option)).transpose()
    };
    let span = Span {
        from: day(&args.dari, "--dari")?.map(|day| day.0),
        to: day(&args.sampai, "--sampai")?.map(|day| day.0),
    };
    if span.from.zip(span.to).is_some_and(|(from, to)| from > to) {
        return Err(Failure::Wrong {
            what: "--dari lebih akhir daripada --sampai".to_owned(),
            instead: "Tukar kedua tanggalnya.",
        });
    }
    let mut outlet = Outlet::open(args.ke.as_deref())?;
    let written = written(&mut desk, (args.tabel, span), format, &mut outlet);
    outlet.end(written)
}

fn written(
    desk: &mut Desk,
    (table, span): (Table, Span),
    format: Format,
    outlet: &mut Outlet,
) -> Result<(), Fault> {
    let folder = outlet.folder();
    let mut sheet: Box<dyn Sheet + '_> = match format {
        Format::Csv => Box::new(Csv::new(outlet)),
        Format::Jsonl => Box::new(JsonLines::new(outlet)),
        Format::Xlsx => Box::new(Xlsx::new(outlet, table.code(), &folder)?),
    };
    exports::export(desk, table, span, &mut *sheet).map(drop)
}
