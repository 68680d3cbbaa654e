//! Lists that come from elsewhere: whatever is in the file, it ends in rows or in a reason.
pub mod books;
pub mod fuzz;
pub mod harm;
pub mod headings;
pub mod parcel;
pub mod texts;
pub mod words;
