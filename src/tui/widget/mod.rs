//! Parts that any screen may use and that know nothing of residents.
pub mod beside;
pub mod dialog;
pub mod footer;
pub mod gauge;
pub mod marked;
pub mod notice;
pub mod pager;
pub mod parts;
pub mod picker;
pub mod table;
pub mod writing;
