//! The store: nothing saved is lost, nothing wrong is believed.
pub mod batches;
pub mod blocks;
pub mod check;
pub mod codec;
pub mod drafts;
pub mod erasing;
pub mod folder;
pub mod frame;
pub mod golden;
pub mod index;
pub mod journal;
pub mod keys;
pub mod lock;
pub mod model;
pub mod mutations;
pub mod parsers;
#[cfg(target_os = "linux")]
pub mod refused;
pub mod sample_filters;
pub mod sample_letters;
pub mod sample_printings;
pub mod sample_wordings;
pub mod samples;
pub mod saving;
mod slimming;
pub mod unsealed;
