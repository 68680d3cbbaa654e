//! One test program; each module is one way of looking at the desk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop where it likes"
)]

mod clerk;
mod domain;
mod flows;
mod front_desk;
mod front_screens;
mod paper;
