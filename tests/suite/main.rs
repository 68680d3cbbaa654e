//! One test program; each module is one way of looking at the desk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may stop where it likes"
)]
#![allow(unreachable_pub, reason = "one program: what its modules share goes no further")]

mod clerk;
mod commands;
mod demo;
mod keys;
mod sheets;
mod shell;
mod widgets;
mod windows;
