//! The screens, one file each; none knows another.
pub mod clerk;
pub mod clerks;
pub mod institution;
pub mod institutions;
pub mod letter_rule;
pub mod letter_rules;
pub mod office;
pub mod open;
pub mod service;
pub mod services;
pub mod settings;
pub mod setup;
