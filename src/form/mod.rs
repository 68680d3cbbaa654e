//! What is asked of the clerk: tables of questions, free of any screen.
pub mod field;
