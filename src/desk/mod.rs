//! What the clerk can do: one function per use case.
pub mod counter;
