//! Noting that something was looked at, beside what was changed.
use crate::{
    desk::counter::Desk,
    domain::id::Id,
    fault::Fault,
    store::{change::Change, entry::Key, record::Table},
};

impl Desk {
    /// Notes why records were looked at; durable when it returns, whatever else is being gathered.
    ///
    /// Where nothing can be written any more (a disk that can only be read, a damaged journal), it
    /// is seen without a note: then getting the data out is what matters.
    pub fn note(
        &mut self,
        why: &'static str,
        about: &[(Table, Id)],
        reason: &str,
    ) -> Result<(), Fault> {
        match self.set_down(why, about, reason) {
            Ok(()) | Err(Fault::Journal(_) | Fault::Damaged { .. }) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// The same, where it matters whether it was written.
    pub(crate) fn set_down(
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
