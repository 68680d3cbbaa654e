//! The screens, one file each; none knows another.
pub mod drafts;
pub mod find;
pub mod home;
pub mod letter;
pub mod list;
pub mod move_on;
pub mod new_request;
pub mod news;
pub mod open;
pub mod question;
pub mod receipt;
pub mod refer;
pub mod referral;
pub mod request;
pub mod resident;
pub mod resident_form;
pub mod walkin;
