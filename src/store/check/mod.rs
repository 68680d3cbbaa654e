//! The full check: everything that a store holds, byte by byte.
pub mod files;
pub mod finding;
pub mod frames;
pub mod full;
pub mod ledger;
pub mod values;
