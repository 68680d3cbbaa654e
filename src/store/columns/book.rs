//! All columns together, how they follow the journal and how they are kept between two days.
use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        clerk::Clerk,
        id::Id,
        institution::Institution,
        letter::{Letter, Rule},
        office::Office,
        printing::Printing,
        request::Request,
        resident::Resident,
        saved_filter::SavedFilter,
        serial::Serial,
        service::Service,
        wording::Wording,
    },
    fault::Fault,
    store::{
        codec,
        columns::{
            cases::Cases, directory::Directory, letters::Letters, merged::Merged, people::People,
        },
        cover::{self, Stub},
        entry::Key,
        item::{Item, Kept},
        reader::Reader,
        record::Table,
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
    pub merged: Merged,
    pub directory: Directory,
}

/// How the columns stand in the file; raised whenever that changes, so that an older file is made
/// anew and never misread.
const SHAPE: u16 = 0x4b07;

/// What of it is kept in the file: the rest is small and read from the store.
#[derive(Deserialize)]
struct Saved {
    shape: u16,
    sequence: u64,
    people: People,
    cases: Cases,
    letters: Letters,
    merged: Merged,
}

#[derive(Serialize)]
struct Saving<'a> {
    shape: u16,
    sequence: u64,
    people: &'a People,
    cases: &'a Cases,
    letters: &'a Letters,
    merged: &'a Merged,
}

/// The file of the columns, by whether they hold what is restricted: others never see that one.
const fn file(restricted: bool) -> &'static str {
    if restricted { "kolom.terbatas" } else { "kolom" }
}

impl Book {
    /// Takes in a record, new or changed.
    pub fn put(&mut self, item: &Item) {
        let directory = &mut self.directory;
        match item {
            Item::Resident(resident) => {
                self.people.put(resident);
                self.merged.put(resident);
            }
            Item::Request(request) => {
                let touched = self.cases.put(request);
                if let Some(subject) = request.subject {
                    self.people.was_served(subject, touched);
                }
            }
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
            Item::Filter(known) => {
                directory.filters.insert(known.id, (**known).clone());
            }
            Item::Wording(known) => {
                directory.wordings.insert(known.piece.clone(), (**known).clone());
            }
            Item::Printing(known) => {
                directory.printings.insert(known.of.clone(), (**known).clone());
            }
            // They are few, and read when they are wanted.
            Item::Import(_) => {}
        }
    }

    /// Takes in what everybody must know of a restricted record.
    pub fn hide(&mut self, id: Id, stub: &Stub) {
        match stub {
            Stub::Resident { print } => {
                self.people.hide(id, *print);
                self.merged.forget(id);
            }
            Stub::Request { register, tickets } => self.cases.hide(id, *register, tickets),
            Stub::Letter { number, year, serial } => {
                let serial = Serial { series: String::new(), year: *year, number: *serial };
                self.letters.hide(id, number, &serial);
            }
            Stub::Numbered { number, serial } => self.letters.hide(id, number, serial),
        }
    }

    /// Takes in the bytes of a record as they are stored.
    fn take_in(&mut self, reader: &Reader, key: Key, bytes: &[u8]) -> Result<(), Fault> {
        let Some(table) = key.table() else { return Ok(()) };
        match reader.open(key, bytes) {
            Ok(bytes) => self.put(&Item::decode(table, &bytes)?),
            Err(Fault::Forbidden(_) | Fault::Missing { .. }) => {
                if let Some(stub) = cover::stub(bytes) {
                    self.hide(key.id(), &stub);
                }
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    /// Forgets a record. Only residents are ever removed: all else has a number, which stays.
    pub fn forget(&mut self, key: Key) {
        if key.table() == Some(Table::Resident) {
            self.people.forget(key.id());
            self.merged.forget(key.id());
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

    /// The columns made anew from the records.
    pub fn anew(reader: &Reader) -> Result<Self, Fault> {
        let mut book = Self::read_all(reader)?;
        book.read_directory(reader)?;
        Ok(book)
    }

    fn of(saved: Saved, reader: &Reader) -> Result<Self, Fault> {
        let mut book = Self {
            people: saved.people,
            cases: saved.cases,
            letters: saved.letters,
            merged: saved.merged,
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
        reader.since(since, |key, new| match new.map(|new| self.take_in(reader, key, new)) {
            Some(Err(fault)) => broken = Some(fault),
            Some(Ok(())) => {}
            None => self.forget(key),
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
        self.take::<Rule>(reader)?;
        self.take::<SavedFilter>(reader)?;
        self.take::<Wording>(reader)?;
        self.take::<Printing>(reader)
    }

    fn take<R: Kept>(&mut self, reader: &Reader) -> Result<(), Fault> {
        for stored in reader.stored::<R>() {
            let (key, bytes) = stored?;
            self.take_in(reader, key, &bytes)?;
        }
        Ok(())
    }

    /// Keeps the columns in their file; they are true at that sequence.
    pub fn save(&mut self, folder: &Path, vault: &Vault, sequence: u64) -> Result<(), Fault> {
        self.people.tidy();
        let Self { people, cases, letters, merged, .. } = self;
        let saving = Saving { shape: SHAPE, sequence, people, cases, letters, merged };
        let plain = codec::pack_columns(&saving)?;
        let restricted = vault.opens_restricted();
        let file = file(restricted);
        let bytes = vault.seal_over(restricted, file.as_bytes(), plain)?;
        sync::write_atomically(&folder.join(file), &bytes)
            .map_err(|why| Fault::Device { name: "folder data", why })
    }
}

/// Those of the files of the columns that are not as they were written. What is restricted can only
/// be told by who has that right.
#[must_use]
pub fn broken(folder: &Path, vault: &Vault) -> Vec<&'static str> {
    let known = if vault.opens_restricted() { &[false, true][..] } else { &[false] };
    let there = |restricted: &&bool| folder.join(file(**restricted)).exists();
    let broken = |restricted: &&bool| kept(folder, vault, **restricted).is_none();
    known.iter().filter(there).filter(broken).map(|restricted| file(*restricted)).collect()
}

fn saved(folder: &Path, vault: &Vault) -> Option<Saved> {
    kept(folder, vault, vault.opens_restricted())
}

fn kept(folder: &Path, vault: &Vault, restricted: bool) -> Option<Saved> {
    let file = file(restricted);
    let bytes = fs::read(folder.join(file)).ok()?;
    let plain = vault.open_over(restricted, file.as_bytes(), bytes)?;
    let saved: Saved = codec::unpack_columns(&plain)?;
    (saved.shape == SHAPE).then_some(saved)
}
