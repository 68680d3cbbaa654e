//! The printers of the computer, as they were heard of.
use std::sync::{Arc, Mutex, PoisonError};

/// The names of the computer's queues, as they were heard last. A job asks for them; whoever holds
/// a copy of this hears them, too.
#[derive(Debug, Clone, Default)]
pub struct Queues(Arc<Mutex<Vec<String>>>);

impl PartialEq for Queues {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Queues {
    /// Keeps what was heard.
    pub fn hear(&self, names: Vec<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = names;
    }

    /// What was heard last.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
