//! All columns together, how they follow the journal and how they are kept between two days.
use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        clerk::Clerk,
        institution::Institution,
        letter::{Letter, Rule},
        office::Office,
        request::Request,
        resident::Resident,
        service::Service,
    },
    fault::Fault,
    store::{
        codec,
        columns::{cases::Cases, directory::Directory, letters::Letters, people::People},
        item::{Item, Kept},
        reader::Reader,
        sync,
        vault::Vault,
    },
};

/// Everything that searching, counting and numbering read.
#[derive(Debug, Default)]
pub struct Book {
    pub people: People,
    pub cases: Cases,
    pub letters: Letters,
    pub directory: Directory,
}

/// What of it is kept in the file: the rest is small and read from the store.
#[derive(Deserialize)]
struct Saved {
    sequence: u64,
    people: People,
    cases: Cases,
    letters: Letters,
}

#[derive(Serialize)]
struct Saving<'a> {
    sequence: u64,
    people: &'a People,
    cases: &'a Cases,
    letters: &'a Letters,
}

const FILE: &str = "kolom";

impl Book {
    /// Takes in a record, new or changed.
    pub fn put(&mut self, item: &Item) {
        let directory = &mut self.directory;
        match item {
            Item::Resident(resident) => self.people.put(resident),
            Item::Request(request) => self.cases.put(request),
            Item::Letter(letter) => self.letters.put(letter),
            Item::Office(office) => directory.office = Some((**office).clone()),
            Item::Clerk(clerk) => {
                directory.clerks.insert(clerk.id, (**clerk).clone());
            }
            Item::Institution(known) => {
                directory.institutions.insert(known.code.clone(), (**known).clone());
            }
            Item::Service(known) => {
                directory.services.insert(known.code.clone(), (**known).clone());
            }
            Item::Rule(known) => {
                directory.rules.insert(known.code.clone(), (**known).clone());
            }
        }
    }

    /// The columns of a store: from their file where it is good, caught up with the journal, or
    /// made anew from the records.
    pub fn open(folder: &Path, vault: &Vault, reader: &Reader) -> Result<Self, Fault> {
        let saved = saved(folder, vault).filter(|saved| saved.sequence <= reader.sequence());
        // A journal that is damaged since then cannot tell; the records themselves still can.
        let caught_up = saved.and_then(|saved| Self::of(saved, reader).ok());
        let mut book = match caught_up {
            Some(book) => book,
            None => Self::read_all(reader)?,
        };
        book.read_directory(reader)?;
        Ok(book)
    }

    fn of(saved: Saved, reader: &Reader) -> Result<Self, Fault> {
        let mut book = Self {
            people: saved.people,
            cases: saved.cases,
            letters: saved.letters,
            directory: Directory::default(),
        };
        book.people.relink();
        book.cases.relink();
        book.catch_up(reader, saved.sequence)?;
        Ok(book)
    }

    /// Takes in what was saved after that sequence.
    pub fn catch_up(&mut self, reader: &Reader, since: u64) -> Result<(), Fault> {
        let mut broken = None;
        reader.since(since, |table, _, new| match new.map(|bytes| Item::decode(table, bytes)) {
            Some(Ok(item)) => self.put(&item),
            Some(Err(fault)) => broken = Some(fault),
            None => {}
        })?;
        broken.map_or(Ok(()), Err)
    }

    fn read_all(reader: &Reader) -> Result<Self, Fault> {
        let mut book = Self::default();
        book.take::<Resident>(reader)?;
        book.take::<Request>(reader)?;
        book.take::<Letter>(reader)?;
        book.cases.arrange();
        Ok(book)
    }

    fn read_directory(&mut self, reader: &Reader) -> Result<(), Fault> {
        self.take::<Office>(reader)?;
        self.take::<Clerk>(reader)?;
        self.take::<Institution>(reader)?;
        self.take::<Service>(reader)?;
        self.take::<Rule>(reader)
    }

    fn take<R: Kept>(&mut self, reader: &Reader) -> Result<(), Fault> {
        for record in reader.all::<R>() {
            self.put(&record?.item());
        }
        Ok(())
    }

    /// Keeps the columns in their file; they are true at that sequence.
    pub fn save(&mut self, folder: &Path, vault: &Vault, sequence: u64) -> Result<(), Fault> {
        self.people.tidy();
        let saving =
            Saving { sequence, people: &self.people, cases: &self.cases, letters: &self.letters };
        let bytes = vault.seal(FILE.as_bytes(), &codec::pack_columns(&saving)?);
        sync::write_atomically(&folder.join(FILE), &bytes)
            .map_err(|why| Fault::Device { name: "folder data", why })
    }
}

/// Whether the file of the columns, if there is one, is as it was written.
#[must_use]
pub fn is_sound(folder: &Path, vault: &Vault) -> bool {
    !folder.join(FILE).exists() || saved(folder, vault).is_some()
}

fn saved(folder: &Path, vault: &Vault) -> Option<Saved> {
    let bytes = fs::read(folder.join(FILE)).ok()?;
    codec::unpack_columns(&vault.open(FILE.as_bytes(), &bytes)?)
}
