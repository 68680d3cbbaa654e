//! What is asked of the clerk: tables of questions, free of any screen.
//!
//! The same table is drawn by the screens, filled from an intake line, explained by the help page
//! and walked by the tests.
pub mod aid;
pub mod all;
pub mod asked;
pub mod clerk;
pub mod clerk_code;
pub mod directory;
pub mod field;
pub mod filter;
pub mod genuine;
pub mod glimpse;
pub mod ground;
pub mod import;
pub mod law;
pub mod ledger;
pub mod letter;
pub mod offers;
pub mod office;
pub mod office_answers;
pub mod passphrase;
pub mod printing;
pub mod request;
pub mod request_answers;
pub mod resident;
pub mod resident_answers;
pub mod safekeeping;
pub mod step;
pub mod wording;
