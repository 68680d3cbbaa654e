//! Where the clerk sits.

/// The desk: everything that a use case needs.
#[derive(Debug, Default)]
pub struct Desk {}
