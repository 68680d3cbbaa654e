//! How records are kept.
pub mod record;
