//! The store: nothing saved is lost, nothing wrong is believed.
pub mod blocks;
pub mod codec;
pub mod drafts;
pub mod erasing;
pub mod folder;
pub mod frame;
pub mod golden;
pub mod index;
pub mod journal;
pub mod lock;
pub mod model;
pub mod samples;
pub mod saving;
