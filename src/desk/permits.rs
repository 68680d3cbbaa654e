//! What the officer who sits here may do: every use case asks before it does anything.
//!
//! # Why
//! Rights are decided in `domain::may` from plain facts; here the facts are gathered. Records come
//! to the screens through [`Desk::opened`] and to the use cases through `Desk::allowed`, so that
//! none is read first and asked about later.
use crate::{
    desk::counter::Desk,
    domain::{
        class::Class,
        id::Id,
        letter::Letter,
        may::{Action, may},
        ppks::Ppks,
        request::Request,
        resident::Resident,
    },
    fault::Fault,
    store::item::{Item, Kept},
};

impl Desk {
    /// Refuses what the officer who sits here may not do, with a record of that class where there
    /// is one.
    pub fn permit(&self, action: Action, class: Option<Class>) -> Result<(), Fault> {
        let officer = self.clerk().ok_or(Fault::NoOffice)?;
        may(officer, action, class).map_err(Fault::Forbidden)
    }

    /// A record, for the eyes of the officer who sits here.
    pub fn opened<R: Kept>(&self, id: Id) -> Result<R, Fault> {
        self.allowed(id, Action::Read)
    }

    /// A record with which the officer who sits here may do that.
    pub(crate) fn allowed<R: Kept>(&self, id: Id, action: Action) -> Result<R, Fault> {
        let record: R = self.must(id)?;
        let class = self.class_of(&record.clone().item())?;
        self.permit(action, class)?;
        Ok(record)
    }

    /// Whether the officer who sits here may see a record of that class.
    pub(crate) fn shows(&self, class: Class) -> bool {
        self.permit(Action::Read, Some(class)).is_ok()
    }

    /// The class of a record in this office; the tables of the office have none.
    pub fn class_of(&self, item: &Item) -> Result<Option<Class>, Fault> {
        match item {
            Item::Resident(who) => Ok(Some(self.class_of_resident(who))),
            Item::Request(request) => self.class_of_request(request).map(Some),
            Item::Letter(letter) => self.class_of_letter(letter),
            Item::Office(_)
            | Item::Clerk(_)
            | Item::Institution(_)
            | Item::Service(_)
            | Item::Rule(_)
            | Item::Import(_)
            | Item::Filter(_)
            | Item::Wording(_)
            | Item::Printing(_) => Ok(None),
        }
    }

    pub(crate) fn class_of_resident(&self, who: &Resident) -> Class {
        let office = self.book.directory.office.as_ref();
        let kinds: &[Ppks] = office.map(|office| &*office.restricted_kinds).unwrap_or_default();
        who.class(kinds)
    }

    /// Whether only officers with that right may open a request.
    pub fn is_restricted(&self, request: &Request) -> Result<bool, Fault> {
        Ok(self.class_of_request(request)? == Class::Restricted)
    }

    pub(crate) fn class_of_request(&self, request: &Request) -> Result<Class, Fault> {
        let code = request.service.as_ref();
        let service = code.and_then(|code| self.book.directory.services.get(code));
        let subject = match request.subject.map(|id| self.get::<Resident>(id)).transpose() {
            Ok(who) => who.flatten().map(|who| self.class_of_resident(&who)),
            // Who may not be read is restricted.
            Err(Fault::Forbidden(_)) => Some(Class::Restricted),
            Err(fault) => return Err(fault),
        };
        Ok(request.class(service, subject))
    }

    /// That of its request; what the office writes for itself has none.
    pub(crate) fn class_of_letter(&self, letter: &Letter) -> Result<Option<Class>, Fault> {
        let request = letter.request.map(|id| self.must::<Request>(id)).transpose()?;
        request.map(|request| self.class_of_request(&request)).transpose()
    }
}
