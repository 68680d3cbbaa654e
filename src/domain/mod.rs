//! What is true of residents, requests and referrals, whoever asks: no clock, no disk, no screen.
pub mod choice;
pub mod date;
pub mod doubt;
pub mod id;
pub mod moment;
pub mod reject;
