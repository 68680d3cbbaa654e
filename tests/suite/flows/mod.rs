//! Stories of the desk, told by a clerk who presses keys.
mod first_run;
mod office_screens;
mod office_tables;
mod settled;
