//! The screens, one file each; none knows another.
pub mod letter;
pub mod move_on;
pub mod news;
pub mod open;
pub mod receipt;
pub mod refer;
pub mod referral;
pub mod request;
