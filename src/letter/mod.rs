//! What stands in a letter.
//!
//! A [`kinds::Kind`] names its template and its fields; [`template::fill`] puts values into the
//! template, and [`filled::lay`] puts the outcome on paper, today or years later.
pub mod field;
pub mod filled;
pub mod kinds;
pub mod mark;
pub mod office;
pub mod rujukan;
pub mod tanda_terima;
pub mod template;
