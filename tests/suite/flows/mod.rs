//! Stories of the desk, told with the keyboard alone.
pub mod case;
pub mod complaint;
pub mod drafts;
pub mod first_run;
pub mod front;
mod law;
pub mod numbers;
pub mod office_screens;
pub mod office_tables;
#[cfg(unix)]
pub mod printing;
pub mod registering;
mod rights;
pub mod settled;
