//! Stories of the desk, told with the keyboard alone.
pub mod drafts;
pub mod first_run;
pub mod front;
pub mod numbers;
pub mod office_screens;
pub mod office_tables;
pub mod registering;
pub mod settled;
