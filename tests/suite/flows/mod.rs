//! Stories of the desk, told with the keyboard alone.
pub mod drafts;
pub mod front;
pub mod numbers;
pub mod registering;
