//! Stories of the desk, told with the keyboard alone.
pub mod case;
pub mod complaint;
pub mod drafts;
pub mod front;
pub mod numbers;
#[cfg(unix)]
pub mod printing;
pub mod registering;
