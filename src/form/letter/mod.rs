//! What is asked for a letter that no record holds.
//!
//! The name of a question is the name of the letter's field that its answer fills.
pub mod event;
pub mod handout;
pub mod handover;
pub mod introduction;
pub mod parts;
pub mod person;
pub mod referral;
pub mod written;
