//! What stands in a letter.
//!
//! A [`kind::Kind`] names its template, its fields and what is asked for it; [`template::fill`] puts
//! values into the template, and [`filled::lay`] puts the outcome on paper, today or years later.
pub mod berita_acara;
pub mod carried;
pub mod dinas;
pub mod field;
pub mod filled;
pub mod glossary;
pub mod handed;
pub mod heading;
pub mod kind;
pub mod kinds;
pub mod mark;
pub mod office;
pub mod official;
pub mod pengantar;
pub mod person;
pub mod piece;
pub mod pieces;
pub mod proof;
pub mod room;
pub mod rujukan;
pub mod slip;
pub mod template;
