//! The records that were read from the index last, so that one on the screen is not asked again.
//!
//! # Why
//! A question to the index goes through a thread of its own and back, which takes about as long
//! as the disk takes to keep a save; and a record that is shown is read again when it is changed.
//! Whoever asks says which frame the record must be from, so nothing here can be out of date.
use std::collections::VecDeque;

use crate::store::{entry::Key, roll::Written};

/// How many records are kept.
const KEPT: usize = 64;

/// The last records, the latest in front.
#[derive(Debug, Default)]
pub struct AtHand(VecDeque<(Key, Written)>);

impl AtHand {
    /// A record as the frame of that sequence wrote it, if it is here.
    #[must_use]
    pub fn find(&self, key: Key, sequence: u64) -> Option<Written> {
        let mut all = self.0.iter();
        let (_, written) =
            all.find(|(kept, written)| *kept == key && written.sequence == sequence)?;
        Some(written.clone())
    }

    /// Keeps a record, and lets the one go that came longest ago.
    pub fn keep(&mut self, key: Key, written: Written) {
        self.0.retain(|(kept, _)| *kept != key);
        self.0.truncate(KEPT - 1);
        self.0.push_front((key, written));
    }
}
