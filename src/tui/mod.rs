//! What the clerk sees.
pub mod choices;
pub mod command;
pub mod entry;
pub mod key;
pub mod line;
pub mod question;
pub mod remarks;
pub mod roll;
pub mod screen;
pub mod sheet;
pub mod theme;
