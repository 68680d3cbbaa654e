//! The commands beside the screens.
pub mod args;
pub mod cari;
pub mod desk;
pub mod ekspor;
pub mod failure;
pub mod intake;
pub mod lacak;
pub mod latihan;
pub mod lines;
pub mod outlet;
pub mod secret;
pub mod session;
pub mod siapkan;
pub mod surat;
pub mod terima;
pub mod typed;
pub mod words;
