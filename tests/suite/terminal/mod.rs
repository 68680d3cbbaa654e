//! The real program in a real (pseudo) terminal: what only a terminal can show.
#[cfg(unix)]
pub mod broken;
pub mod day;
#[cfg(unix)]
pub mod ends;
#[cfg(unix)]
pub mod pauses;
pub mod sizes;
pub mod window;
