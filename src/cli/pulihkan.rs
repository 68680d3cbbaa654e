//! `loket pulihkan`: an office again, out of a backup and into an empty folder.
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
        restoring::{self, Against, Order, Outlook},
    },
    domain::count::grouped,
};

/// Pulihkan data kantor dari sebuah cadangan ke folder kosong
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "loket pulihkan BERKAS --ke DIR [PILIHAN]",
    after_help = "\
Semua isi berkas diperiksa dahulu, lalu dikatakan apa yang akan terjadi, baru kemudian ditulis.
Bila --data menunjuk data yang sekarang, dihitung berapa kejadian yang akan hilang. Data yang
sekarang tidak diubah. Yang memulihkan harus admin, dengan kata sandi ketika cadangan dibuat.
Pemulihan yang terputus diulangi dengan perintah yang sama."
)]
pub struct Args {
    /// Berkas cadangannya
    #[arg(value_name = "BERKAS")]
    berkas: PathBuf,
    /// Folder yang kosong atau belum ada
    #[arg(long, value_name = "DIR")]
    ke: PathBuf,
}

/// Restores, and prints how far the office reaches again.
pub fn run(session: &Session, args: &Args) -> Result<(), Failure> {
    // Damage and a folder in use are told before anybody types a passphrase.
    restoring::ready(&args.ke)?;
    restoring::inspect(&args.berkas)?;
    let order = Order {
        file: args.berkas.clone(),
        to: args.ke.clone(),
        pass: session.pass()?,
        clock: Clock::Wall,
        data: session.folder().ok(),
    };
    let mut told = Ok(());
    let facts = restoring::restore(&order, &mut |outlook| {
        let mut out = io::stdout().lock();
        told = out.write_all(words(outlook, &order).as_bytes()).and_then(|()| out.flush());
    })?;
    told.map_err(device)?;
    let (folder, head) = (args.ke.display(), hex(&facts.head));
    writeln!(io::stdout(), "pulih\t{folder}\t{}\t{head}", facts.sequence).map_err(device)
}

/// What is about to happen.
fn words(outlook: &Outlook, order: &Order) -> String {
    let Outlook { facts, zone, against } = outlook;
    let made = format!("{} pukul {}", facts.made.day(*zone), facts.made.clock(*zone));
    let sound = format!("cadangan sah: {} kejadian, dibuat {made}\n", grouped(facts.sequence));
    let folder = order.data.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
    let beside = match against {
        None => String::new(),
        Some(Against::Behind(0)) => format!("sama dengan data di {folder}\n"),
        Some(Against::Behind(count)) => {
            format!("mundur {} kejadian sejak {made}, dari data di {folder}\n", grouped(*count))
        }
        Some(Against::Ahead(count)) => {
            format!("maju {} kejadian dari data di {folder}\n", grouped(*count))
        }
        Some(Against::Other) => format!("bukan dari data di {folder}\n"),
    };
    sound + &beside
}
