//! Screens that the shell itself opens on top of any other.
pub mod ask;
pub mod help;
pub mod palette;
pub mod pick;
