//! What searching and counting read: the few facts of every record, side by side in memory.
pub mod book;
pub mod cases;
pub mod directory;
pub mod families;
pub mod letters;
pub mod people;
