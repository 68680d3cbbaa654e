//! What searching and counting read: the few facts of every record, side by side in memory.
pub mod alike;
pub mod book;
pub mod cases;
pub mod directory;
pub mod letters;
pub mod lexicon;
pub mod likely;
pub mod merged;
pub mod need;
pub mod packed;
pub mod people;
pub mod query;
pub mod seeking;
pub mod tally;
pub mod whose;
