//! The commands beside the screens.
pub mod args;
pub mod desk;
