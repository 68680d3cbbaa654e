//! One test program; each module is one way of looking at the desk.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    clippy::redundant_pub_crate,
    unreachable_pub,
    reason = "a test may stop where it likes, and what it shares is for this program only"
)]

mod case_desk;
mod case_screens;
mod clerk;
mod cli;
mod commands;
#[path = "../bench/src/crowd.rs"]
mod crowd;
mod demo;
mod desk;
mod domain;
mod finding;
mod flows;
mod front_desk;
mod front_screens;
#[cfg(target_os = "linux")]
mod harsh;
mod keys;
mod layers;
mod paper;
mod place;
mod readme;
mod resembling;
mod roster;
mod safekeeping;
mod sheets;
mod shell;
mod store;
mod tables;
mod terminal;
mod widgets;
mod windows;
mod writing;
