//! The real program without its screen: what scripts and technicians see of it.
pub mod exports;
mod genuine;
mod importing;
pub mod intakes;
pub mod killed;
#[cfg(target_os = "linux")]
pub mod memory;
pub mod periksa;
pub mod practice;
pub mod program;
mod recapping;
pub mod refusals;
pub mod searching;
pub mod setting_up;
pub mod taking;
pub mod tracking;
