//! Changes in which the record of a resident goes, and the columns follow.
use crate::{
    desk::counter::Desk,
    domain::{class::Class, id::Id, letter::Letter, request::Request, resident::Resident},
    fault::Fault,
    store::{
        change::Change,
        entry::Key,
        item::{Item, Kept as _},
        record::Table,
    },
};

impl Desk {
    /// Makes these records true and removes that resident, all of it or nothing. Whatever changes
    /// its class with them follows. Says where it stands, and which records it wrote.
    pub(crate) fn let_go(
        &mut self,
        mut change: Change,
        mut items: Vec<Item>,
        gone: Option<Id>,
    ) -> Result<(u64, Vec<(Table, Id)>), Fault> {
        let following = self.following(&items)?;
        items.extend(following);
        let stubs = self.stubs(&items)?;
        self.put(&mut change, &items, &stubs)?;
        if let Some(id) = gone {
            change.remove::<Resident>(id);
        }
        let sequence = self.make_true(change)?;
        let keys: Vec<(Table, Id)> = items.iter().map(Item::key).collect();
        self.settle(items, stubs);
        if let Some(id) = gone {
            self.book.forget(Key::of::<Resident>(id));
        }
        if keys.iter().any(|(table, _)| *table == Table::Office) {
            self.read_calendar();
        }
        Ok((sequence, keys))
    }

    /// The letters of requests that come to somebody of another class: they are kept as closely.
    pub(crate) fn letters_along(
        &self,
        requests: &[Request],
        class: Class,
    ) -> Result<Vec<Item>, Fault> {
        let mut letters = vec![];
        for request in requests {
            let before = request.subject.map(|id| self.get::<Resident>(id)).transpose()?.flatten();
            if before.is_some_and(|who| self.class_of_resident(&who) == class) {
                continue;
            }
            for id in self.book.letters.along(request.id) {
                letters.push(self.must::<Letter>(*id)?.item());
            }
        }
        Ok(letters)
    }
}
