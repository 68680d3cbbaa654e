//! The screens, one file each; none knows another.
pub mod drafts;
pub mod find;
pub mod home;
pub mod list;
pub mod new_request;
pub mod open;
pub mod question;
pub mod resident;
pub mod resident_form;
pub mod walkin;
