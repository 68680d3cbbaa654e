//! What every command knows: which folder, which officer; and how it gets to the desk.
use std::path::{Path, PathBuf};

use clap::Args;
use etcetera::{AppStrategy as _, AppStrategyArgs, choose_app_strategy};

use crate::{
    cli::failure::Failure,
    desk::counter::{Clock, Desk},
    domain::date::Day,
    fault::Fault,
};

/// The options of every command.
#[derive(Debug, Args)]
pub struct Session {
    /// Folder data kantor (atau `LOKET_DATA`; bila tidak disebut, folder data milik pengguna ini)
    #[arg(long, value_name = "DIR", env = "LOKET_DATA", global = true, hide_env = true)]
    pub data: Option<PathBuf>,
    /// Kode petugas yang bekerja (atau `LOKET_PETUGAS`)
    #[arg(long, value_name = "KODE", env = "LOKET_PETUGAS", global = true, hide_env = true)]
    pub petugas: Option<String>,
}

impl Session {
    /// The folder of the office.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        if let Some(folder) = self.data.as_ref().filter(|folder| !folder.as_os_str().is_empty()) {
            return Ok(folder.clone());
        }
        let names = AppStrategyArgs {
            top_level_domain: "id".to_owned(),
            author: String::new(),
            app_name: "loket".to_owned(),
        };
        let found = choose_app_strategy(names).map(|strategy| strategy.data_dir());
        found.map_err(|_| Failure::Wrong {
            what: "folder data pengguna ini tidak diketahui".to_owned(),
            instead: "Sebutkan dengan --data DIR.",
        })
    }

    /// Opens the desk of an office that is set up, with the officer seated.
    pub fn desk(&self) -> Result<Desk, Failure> {
        let folder = self.folder()?;
        if !folder.is_dir() {
            return Err(founded());
        }
        let desk = self.seated(&folder)?;
        if desk.is_new() { Err(founded()) } else { Ok(desk) }
    }

    /// Opens the desk on a folder, with the officer seated if there is an office.
    pub fn seated(&self, folder: &Path) -> Result<Desk, Failure> {
        let (mut desk, _) = Desk::open(folder, Clock::Wall, &mut |_| {})?;
        let code = self.petugas.as_deref().filter(|code| !code.is_empty());
        if desk.is_new() || desk.sit(code) { Ok(desk) } else { Err(Failure::Stranger) }
    }
}

/// There is no office yet where one is needed.
const fn founded() -> Failure {
    Failure::Fault(Fault::Missing { what: "data kantor di folder itu" })
}

/// A day as it was typed after an option.
pub fn day(desk: &Desk, typed: &str, option: &str) -> Result<Day, Failure> {
    Day::typed(typed, desk.today()).map_err(|why| Failure::Wrong {
        what: format!("{option} {why}"),
        instead: "Tulis misalnya 2026-11-24.",
    })
}

/// A file or a folder outside the store that refused.
#[must_use]
pub const fn device(why: std::io::Error) -> Failure {
    Failure::Fault(Fault::Device { name: "berkas", why })
}
