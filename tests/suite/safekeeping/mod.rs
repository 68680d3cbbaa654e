//! Backups and the way back: nothing counts that was not proved, nothing is taken for whole.
pub mod commands;
pub mod desk;
pub mod forged;
pub mod fuzz;
pub mod making;
pub mod restoring;
pub mod rotation;
pub mod store;
