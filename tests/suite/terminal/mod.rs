//! The real program in a real (pseudo) terminal: what only a terminal can show.
pub mod day;
pub mod window;
