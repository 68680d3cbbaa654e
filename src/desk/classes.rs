//! The class of what is saved: what is restricted is covered before it leaves the desk.
//!
//! # Why
//! An officer without the right to what is restricted may register it, and then must not see it
//! again. So such a record goes to the store and not into the columns; only what was saved last is
//! held, for its slip, until the next change.
use crate::{
    desk::counter::Desk,
    domain::{class::Class, id::Id, letter::Letter, request::Request, resident::Resident},
    fault::Fault,
    store::{
        change::Change,
        columns::cases::Which,
        cover::Stub,
        entry::Key,
        item::{Item, Kept},
        vault::Vault,
    },
};

impl Desk {
    /// What everybody must know of each record that is restricted; nothing for the others.
    pub(crate) fn stubs(&self, items: &[Item]) -> Result<Vec<Option<Stub>>, Fault> {
        let of = |item: &Item| {
            let restricted = self.class_among(item, items)? == Some(Class::Restricted);
            Ok(if restricted { stub(&self.vault, item) } else { None })
        };
        items.iter().map(of).collect()
    }

    /// Adds records to a change, those with a stub covered.
    pub(crate) fn put(
        &self,
        change: &mut Change,
        items: &[Item],
        stubs: &[Option<Stub>],
    ) -> Result<(), Fault> {
        for (item, stub) in items.iter().zip(stubs) {
            item.put(change)?;
            if let Some(stub) = stub {
                let (table, id) = item.key();
                change.cover(Key::new(table as u8, id), stub.clone(), &self.vault)?;
            }
        }
        Ok(())
    }

    /// Brings saved records into the columns, as far as the officer who sits here may see them.
    pub(crate) fn settle(&mut self, items: Vec<Item>, stubs: Vec<Option<Stub>>) {
        self.held.clear();
        let sees = self.vault.opens_restricted();
        for (item, stub) in items.into_iter().zip(stubs) {
            match stub {
                Some(stub) if !sees => {
                    self.book.hide(item.key().1, &stub);
                    self.held.push(item);
                }
                _ => self.book.put(&item),
            }
        }
    }

    /// What came of a change; one before it that was kept after all is in the columns from now on.
    pub(crate) fn caught_up<T>(&mut self, made: Result<T, Fault>) -> Result<T, Fault> {
        if let Err(Fault::Landed { since }) = made {
            self.book.catch_up(self.store.read(), since)?;
        }
        made
    }

    /// The records whose class changes with these: the requests of a resident who becomes
    /// restricted or general, and their letters.
    pub(crate) fn following(&self, items: &[Item]) -> Result<Vec<Item>, Fault> {
        let mut following = vec![];
        for who in items.iter().filter_map(Resident::of) {
            let Some(before) = self.get::<Resident>(who.id)? else { continue };
            if self.class_of_resident(&before) == self.class_of_resident(who) {
                continue;
            }
            for case in self.book.cases.list(Which::About(who.id), self.now(), self.zone()) {
                for letter in self.book.letters.along(case.id) {
                    following.push(self.must::<Letter>(*letter)?.item());
                }
                following.push(self.must::<Request>(case.id)?.item());
            }
        }
        let named = |item: &Item| items.iter().any(|other| other.key() == item.key());
        following.retain(|item| !named(item));
        Ok(following)
    }

    /// The class of a record that is being saved with others.
    fn class_among(&self, item: &Item, items: &[Item]) -> Result<Option<Class>, Fault> {
        match item {
            Item::Request(request) => self.class_of_new(request, items).map(Some),
            Item::Letter(letter) => {
                let mut requests = items.iter().filter_map(Request::of);
                match requests.find(|request| Some(request.id) == letter.request) {
                    Some(request) => self.class_of_new(request, items).map(Some),
                    None => self.class_of(item),
                }
            }
            other => self.class_of(other),
        }
    }

    fn class_of_new(&self, request: &Request, items: &[Item]) -> Result<Class, Fault> {
        let code = request.service.as_ref();
        let service = code.and_then(|code| self.book.directory.services.get(code));
        let mut people = items.iter().filter_map(Resident::of);
        match people.find(|who| Some(who.id) == request.subject) {
            Some(who) => Ok(request.class(service, Some(self.class_of_resident(who)))),
            None => self.class_of_request(request),
        }
    }

    /// What was saved last and may not be read any more.
    pub(crate) fn held<R: Kept>(&self, id: Id) -> Option<&R> {
        let mut held = self.held.iter().filter(|item| item.key() == (R::TABLE, id));
        held.find_map(R::of)
    }
}

/// What everybody must know of a restricted record.
pub(crate) fn stub(vault: &Vault, item: &Item) -> Option<Stub> {
    match item {
        Item::Resident(who) => {
            Some(Stub::Resident { print: who.nik().map(|nik| vault.print(nik.number())) })
        }
        Item::Request(request) => {
            let tickets = request.referrals.iter().map(|referral| referral.ticket);
            let tickets = [request.ticket].into_iter().chain(tickets).collect();
            Some(Stub::Request { register: request.register, tickets })
        }
        Item::Letter(letter) => {
            let (number, serial) = (letter.number.to_string(), letter.serial.clone());
            Some(Stub::Numbered { number, serial })
        }
        _ => None,
    }
}
