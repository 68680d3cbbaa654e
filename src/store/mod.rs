//! How records are kept.
pub mod change;
pub mod codec;
pub mod db;
pub mod drafts;
pub mod entry;
pub mod lock;
pub mod overlay;
pub mod present;
pub mod reader;
pub mod record;
pub mod sync;
pub mod vault;
