//! Looking at a list beside the screen: a large one takes a moment.
use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    fault::Fault,
    roster::glance::{Glance, Named, glance},
};

/// A look that a job can take.
#[derive(Debug, Clone)]
pub struct Look {
    named: Named,
    found: Arc<Mutex<Option<Result<Glance, Fault>>>>,
}

impl PartialEq for Look {
    /// One look is never another one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.found, &other.found)
    }
}

impl Eq for Look {}

impl Look {
    /// A look that nobody has taken yet.
    #[must_use]
    pub fn new(named: Named) -> Self {
        Self { named, found: Arc::default() }
    }

    /// Looks at the file.
    pub fn look(&self) {
        let found = glance(&self.named);
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
    }

    /// What was found; only once, and nothing before it was.
    #[must_use]
    pub fn take(&self) -> Option<Result<Glance, Fault>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
