//! Lists of residents that come from elsewhere: files read into rows, and rows into answers.
pub mod book;
pub mod csv;
pub mod glance;
pub mod heading;
pub mod letters;
pub mod lines;
pub mod old_codes;
pub mod row;
pub mod source;
pub mod split;
pub mod told;
pub mod unpacked;
