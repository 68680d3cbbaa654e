//! Stories of the desk, told with the keyboard alone.
#[cfg(unix)]
mod agenda;
mod aid;
mod alike;
mod auditing;
mod bundle;
pub mod case;
pub mod complaint;
pub mod drafts;
pub mod first_run;
pub mod front;
mod importing;
mod key_files;
pub mod keys;
mod law;
mod narrowing;
pub mod numbers;
pub mod office_screens;
pub mod office_tables;
#[cfg(unix)]
pub mod printers;
pub mod printing;
mod recovering;
pub mod registering;
mod rights;
mod saved_filters;
mod sealing;
pub mod settled;
mod slips;
mod wordings;
