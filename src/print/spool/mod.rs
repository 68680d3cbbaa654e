//! The printers of this computer and of its network.
//!
//! [`printers::Spool`] is all that the desk knows of them. What only one system has stands in
//! `unix` and in its twin `windows`; both answer in the words of [`job`].
pub mod drawn;
pub mod job;
pub mod network;
pub mod outgoing;
pub mod printers;
pub mod programs;
#[cfg(unix)]
pub mod unix;
#[cfg(windows)]
pub mod windows;
pub mod words;
