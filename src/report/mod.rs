//! What leaves the desk as tables: rows in, table out, and the files that hold them.
//!
//! A table such as [`residents::COLUMNS`] says once what its columns are called and what stands in
//! them; a [`sheet::Sheet`] writes rows as they come, so that a whole city needs no more memory than
//! one line of it.
pub mod audit;
pub mod cell;
pub mod csv;
pub mod jsonl;
pub mod letters;
pub mod recap;
pub mod referrals;
pub mod requests;
pub mod residents;
pub mod sheet;
pub mod visits;
pub mod xlsx;
