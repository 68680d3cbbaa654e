//! A small store with keys of its own, and a stick for its backups.
use std::{fs, path::PathBuf};

use chrono::NaiveDate;
use loket::{
    domain::{id::Id, moment::Moment},
    fault::Fault,
    store::{
        backup::{
            make::{Made, Plan, make},
            name::Name,
        },
        cipher::Cost,
        db::Store,
        ground::Ground,
        keys::{Holder, Keys},
        segment::Segments,
        vault::Vault,
    },
};

use crate::{
    place::passphrase,
    store::folder::{Folder, save, slip},
};

/// An office that saves slips, and its stick.
pub struct Office {
    pub data: Folder,
    pub stick: Folder,
    pub vault: Vault,
    pub store: Store,
}

impl Office {
    /// A new office that saved so many slips, one a change.
    pub fn with(slips: u64) -> Self {
        let data = Folder::new();
        let passphrase = passphrase();
        let first = Holder {
            clerk: Id::named("siti"),
            code: "siti",
            passphrase: &passphrase,
            cost: Cost::trifle(),
        };
        let (mut keys, ring, _) = Keys::found(&first).unwrap();
        keys.write(data.path(), &ring).unwrap();
        let vault = Vault::of(ring);
        let (store, _) = Store::open(data.path(), &vault, &mut |_| {}).unwrap();
        let mut office = Self { data, stick: Folder::new(), vault, store };
        for number in 1..=slips {
            office.saves(number);
        }
        office
    }

    pub fn saves(&mut self, number: u64) {
        save(&mut self.store, &[slip(number, &format!("carik {number}"))]);
    }

    /// Saves more than a megabyte, and so into a second segment, in two changes of several frames.
    pub fn grows(&mut self) {
        let words = "x".repeat(2_000);
        for from in [1_000, 2_000] {
            let many: Vec<_> = (from..from + 350).map(|n| slip(n, &words)).collect();
            save(&mut self.store, &many);
        }
    }

    /// What it takes to back it up as it is now, so many minutes after midnight.
    pub fn plan(&self, minute: u32) -> Plan {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let made = day.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
        let segments = Segments::open(self.data.at("jurnal")).unwrap();
        Plan {
            ground: Ground::of(self.data.path(), segments, &self.vault),
            sequence: self.store.read().sequence(),
            folder: self.stick.path().into(),
            name: Name { made, area: "64.71.06.1001".parse().unwrap() },
            made: Moment(made.and_utc().timestamp_millis()),
            practice: false,
        }
    }

    pub fn backs_up(&self, minute: u32) -> Result<Made, Fault> {
        make(&self.plan(minute), &mut |_, _| true)
    }

    /// The bytes of a backup of it as it is now.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(self.backs_up(0).unwrap().path).unwrap()
    }

    /// The names of the files on the stick.
    pub fn files(&self) -> Vec<String> {
        let files = fs::read_dir(self.stick.path()).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Those bytes as a file on the stick.
    pub fn lays(&self, bytes: &[u8]) -> PathBuf {
        let path = self.stick.at("uji.cadangan");
        fs::write(&path, bytes).unwrap();
        path
    }
}
