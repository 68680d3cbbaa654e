//! The commands beside the screens.
pub mod args;
