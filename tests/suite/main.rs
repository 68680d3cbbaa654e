//! One test program; each module is one way of looking at the desk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    unreachable_pub,
    reason = "a test may stop where it likes, and nobody uses it from outside"
)]

mod clerk;
mod domain;
mod flows;
mod paper;
mod readme;
