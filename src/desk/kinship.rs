//! Which records of an old journal are restricted: by what they are, and by whom they are about.
//!
//! # Why
//! A desk asks its columns; here there are none yet. Of a resident and a request only what decides
//! is held, not the record, for a journal may tell of a whole city.
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    desk::classes::stub,
    domain::{
        class::Class, clerk::Clerk, id::Id, office::Office, ppks::Ppks, request::Request,
        service::Service,
    },
    fault::Fault,
    store::{cover::Stub, entry::Key, item::Item, record::Table, unsealed::Journal, vault::Vault},
};

/// What decides in an old journal which records are restricted.
#[derive(Debug)]
pub struct Kinship {
    office: Directory,
    /// As it is when everything is told.
    end: Known,
    /// As far as it was told.
    then: Known,
}

/// The tables of the office, as they are in the end.
#[derive(Debug, Default)]
struct Directory {
    kinds: Vec<Ppks>,
    services: BTreeMap<String, Service>,
    clerks: BTreeMap<Id, Clerk>,
}

/// What is known of the records at one time.
#[derive(Debug, Default)]
struct Known {
    /// The residents who are restricted.
    people: HashSet<Id>,
    /// Of each request, whether it is restricted by itself, and whom it is about.
    requests: HashMap<Id, (bool, Option<Id>)>,
    /// The request of each letter.
    letters: HashMap<Id, Id>,
}

impl Kinship {
    /// Reads an old journal for it.
    pub fn of(old: &Journal) -> Result<Self, Fault> {
        let mut office = Directory::default();
        tell(
            old,
            |table| matches!(table, Table::Office | Table::Clerk | Table::Service),
            |item| match item {
                Item::Office(told) => office.kinds = Office::clone(&told).restricted_kinds,
                Item::Clerk(told) => drop(office.clerks.insert(told.id, *told)),
                Item::Service(told) => drop(office.services.insert(told.code.clone(), *told)),
                _ => {}
            },
        )?;
        let mut end = Known::default();
        tell(old, is_classed, |item| end.see(&item, &office))?;
        Ok(Self { office, end, then: Known::default() })
    }

    /// The officers, as they are in the end.
    pub fn clerks(&self) -> impl Iterator<Item = &Clerk> {
        self.office.clerks.values()
    }

    /// What everybody must know of a record that is written next, if it is restricted.
    pub fn restricted(
        &mut self,
        key: Key,
        bytes: &[u8],
        vault: &Vault,
    ) -> Result<Option<Stub>, Fault> {
        let Some(table) = key.table().filter(|table| is_classed(*table)) else { return Ok(None) };
        let item = Item::decode(table, bytes)?;
        self.then.see(&item, &self.office);
        let restricted = self.then.restricts(item.key()) || self.end.restricts(item.key());
        Ok(if restricted { stub(vault, &item) } else { None })
    }
}

impl Known {
    fn see(&mut self, item: &Item, office: &Directory) {
        match item {
            Item::Resident(who) => {
                if who.class(&office.kinds) == Class::Restricted {
                    self.people.insert(who.id);
                } else {
                    self.people.remove(&who.id);
                }
            }
            Item::Request(request) => {
                let own = own(request, office) == Class::Restricted;
                self.requests.insert(request.id, (own, request.subject));
            }
            Item::Letter(letter) => {
                self.letters.extend(letter.request.map(|request| (letter.id, request)));
            }
            _ => {}
        }
    }

    fn restricts(&self, (table, id): (Table, Id)) -> bool {
        match table {
            Table::Resident => self.people.contains(&id),
            Table::Request => self.requests.get(&id).is_some_and(|(own, subject)| {
                *own || subject.is_some_and(|who| self.people.contains(&who))
            }),
            Table::Letter => {
                let request = self.letters.get(&id);
                request.is_some_and(|request| self.restricts((Table::Request, *request)))
            }
            _ => false,
        }
    }
}

/// The class that a request has whoever it is about.
fn own(request: &Request, office: &Directory) -> Class {
    let code = request.service.as_ref();
    request.class(code.and_then(|code| office.services.get(code)), None)
}

/// Whether the records of a table have a class.
const fn is_classed(table: Table) -> bool {
    matches!(table, Table::Resident | Table::Request | Table::Letter)
}

/// Tells the records of some tables, each as often as it was written, in that order.
fn tell(old: &Journal, wanted: fn(Table) -> bool, mut see: impl FnMut(Item)) -> Result<(), Fault> {
    old.replay(&mut |_, entry| {
        for put in &entry.puts {
            let table = put.key.table().filter(|table| wanted(*table));
            if let (Some(table), Some(new)) = (table, &put.new) {
                see(Item::decode(table, &new.0)?);
            }
        }
        Ok(())
    })
}
