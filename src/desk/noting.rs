//! Noting that something was looked at, beside what was changed.
use crate::{
    desk::counter::Desk,
    domain::id::Id,
    fault::Fault,
    store::{change::Change, entry::Key, record::Table},
};

impl Desk {
    /// Notes why records were looked at; durable when it returns, whatever else is being gathered.
    pub fn note(
        &mut self,
        why: &'static str,
        about: &[(Table, Id)],
        reason: &str,
    ) -> Result<(), Fault> {
        let mut change = Change::new(why);
        for (table, id) in about {
            change.saw(Key::new(*table as u8, *id), reason);
        }
        self.make_true(change).map(drop)
    }
}
