//! Stories of the desk, told by a clerk who presses keys.
mod case;
mod complaint;
#[cfg(unix)]
mod printing;
