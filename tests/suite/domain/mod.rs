//! What is true of numbers, words, days and places, whoever asks.
pub mod atlas;
pub mod dates;
pub mod family;
pub mod filters;
pub mod hostile;
pub mod likeness;
pub mod may;
pub mod nik;
pub mod overlap;
pub mod phone;
pub mod printer;
pub mod spelling;
pub mod text;
pub mod workday;
