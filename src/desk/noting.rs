//! Noting that something was looked at, beside what was changed.
use crate::{desk::counter::Desk, domain::id::Id, fault::Fault, store::record::Table};

impl Desk {
    /// Notes why records were looked at; durable when it returns.
    pub fn note(
        &mut self,
        why: &'static str,
        _about: &[(Table, Id)],
        _reason: &str,
    ) -> Result<(), Fault> {
        self.commit(why, vec![]).map(drop)
    }
}
