//! The practice desk: made-up residents and half a year of work, made through the use cases.
//!
//! [`make::fill`] sets up the office and plays [`calendar::Days`] one after another: people are
//! registered as [`household`]s, and requests follow the [`stories`]. The same wish makes the same
//! desk, record by record.
pub mod asking;
pub mod calendar;
pub mod dice;
pub mod household;
pub mod kinfolk;
pub mod make;
pub mod names;
pub mod naming;
pub mod numbers;
pub mod office;
pub mod persona;
pub mod plan;
pub mod player;
pub mod receiving;
pub mod stories;
pub mod story;
pub mod twice;
