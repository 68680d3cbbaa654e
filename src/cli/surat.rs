//! `loket surat`: an issued letter again, as a file.
use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use crate::{
    cli::{
        failure::Failure,
        outlet::Outlet,
        session::{Session, device},
        typed,
    },
    desk::{audit, letters},
    domain::paper::Paper,
    print::{pdf, text},
    store::record::Table,
};

/// Tulis lagi surat yang sudah terbit sebagai berkas PDF atau teks
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket surat NOMOR --ke BERKAS [PILIHAN]",
    after_help = "f4 berukuran 215 x 330 mm, f4-210 berukuran 210 x 330 mm.\n\
        Isi surat sama seperti ketika terbit, dan salinannya dicatat."
)]
pub struct Args {
    /// Nomor surat seperti tertulis pada suratnya
    #[arg(value_name = "NOMOR")]
    nomor: String,
    /// Berkas tujuan, berakhiran .pdf atau .txt
    #[arg(long, value_name = "BERKAS")]
    ke: PathBuf,
    /// Kertas: a4, f4, f4-210 (bila tidak disebut: kertas kantor ini)
    #[arg(long, value_name = "KERTAS", value_parser = typed::choice::<Paper>)]
    kertas: Option<Paper>,
}

/// Writes the letter.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    let render = renderer(&args.ke)?;
    let mut desk = session.desk()?;
    let letter = letters::with_number(&desk, &args.nomor)?;
    audit::opened(&mut desk, (Table::Letter, letter.id))?;
    let document = match args.kertas {
        Some(paper) => letters::paper(&letter, paper)?,
        None => letters::fitting(&desk, &letter)?,
    };
    let bytes = render(&document)?;
    let mut outlet = Outlet::open(Some(&args.ke))?;
    let written = outlet.write_all(&bytes).map_err(device);
    outlet.end(written)?;
    letters::copied(&mut desk, letter.id)?;
    Ok(())
}

type Render = fn(&crate::print::page::Document) -> Result<Vec<u8>, crate::fault::Fault>;

/// How a file of that name is written.
fn renderer(to: &Path) -> Result<Render, Failure> {
    let name = to.extension().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
    match name.as_str() {
        "pdf" => Ok(pdf::render),
        "txt" => Ok(|document| Ok(text::render(document).into_bytes())),
        _ => Err(Failure::Wrong {
            what: "bentuk berkas itu tidak dikenal".to_owned(),
            instead: "Akhiri nama berkasnya dengan .pdf atau .txt.",
        }),
    }
}
