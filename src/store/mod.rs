//! How records are kept.
pub mod change;
pub mod codec;
pub mod columns;
pub mod db;
pub mod drafts;
pub mod entry;
pub mod item;
pub mod lock;
pub mod overlay;
pub mod present;
pub mod reader;
pub mod record;
pub mod records;
pub mod sync;
pub mod vault;
