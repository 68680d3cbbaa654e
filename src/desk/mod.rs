//! What the clerk can do: one function per use case.
pub mod counter;
pub mod directory;
pub mod exports;
pub mod intake;
pub mod keeping;
pub mod letterhead;
pub mod letters;
pub mod lists;
pub mod portrait;
pub mod practice;
pub mod requests;
pub mod residents;
pub mod roads;
pub mod search;
pub mod setup;
pub mod tables;
pub mod tracking;
