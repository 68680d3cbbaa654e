//! Taking in lists of residents: looking, reading, judging, writing, and taking back.
pub mod among;
pub mod asking;
pub mod looking;
pub mod past;
pub mod reading;
pub mod rejects;
pub mod report;
pub mod taking;
pub mod undoing;
pub mod unread;
pub mod used;
pub mod verdict;
