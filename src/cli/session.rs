//! What every command knows: which folder, which officer; and how it gets to the desk.
use std::{env::VarError, path::PathBuf};

use clap::Args;
use etcetera::{AppStrategy as _, AppStrategyArgs, choose_app_strategy};

use crate::{
    cli::{failure::Failure, secret},
    desk::{
        counter::{Clock, Desk},
        entrance::{Gate, Pass, gate},
    },
    domain::{date::Day, passphrase::Passphrase},
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
    /// Berkas yang baris pertamanya kata sandi; - untuk masukan baku (atau `LOKET_SANDI`)
    #[arg(long, value_name = "BERKAS", global = true)]
    pub sandi_dari: Option<PathBuf>,
}

/// Where scripts and tests put the passphrase.
const PASSPHRASE: &str = "LOKET_SANDI";

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
        let folder = self.office()?;
        Ok(Desk::enter(&folder, &self.pass()?, Clock::Wall, &mut |_| {})?.0)
    }

    /// The folder of an office that is set up.
    pub fn office(&self) -> Result<PathBuf, Failure> {
        let folder = self.folder()?;
        if !folder.is_dir() {
            return Err(founded());
        }
        match gate(&folder)? {
            Gate::New => Err(founded()),
            Gate::Unsealed => Err(Failure::Fault(Fault::Unsealed)),
            Gate::Sealed => Ok(folder),
        }
    }

    /// The officer and the passphrase of this command.
    pub fn pass(&self) -> Result<Pass, Failure> {
        let code = self.petugas.as_deref().unwrap_or_default();
        let typed = match self.given()? {
            Some(given) => given,
            None => secret::asked("Kata sandi: ")?,
        };
        Ok(Pass::new(code, &typed))
    }

    /// Whether the passphrase need not be asked for.
    #[must_use]
    pub fn brings_passphrase(&self) -> bool {
        self.sandi_dari.is_some() || std::env::var_os(PASSPHRASE).is_some()
    }

    /// The passphrase that a new officer chooses.
    pub fn chosen(&self) -> Result<Passphrase, Failure> {
        let typed = match self.given()? {
            Some(given) => given,
            None => secret::chosen()?,
        };
        typed.parse().map_err(|why| Failure::Wrong {
            what: format!("kata sandi {why}"),
            instead: "Pilih yang lain, lalu jalankan lagi.",
        })
    }

    /// The passphrase from where this command says it is.
    fn given(&self) -> Result<Option<String>, Failure> {
        if let Some(file) = &self.sandi_dari {
            return secret::first_line(file).map(Some).map_err(device);
        }
        match std::env::var(PASSPHRASE) {
            Ok(given) => Ok(Some(given)),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(Failure::Fault(Fault::Unknown)),
        }
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
