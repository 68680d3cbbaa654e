//! Paper: pages, and their renderings.
//!
//! [`layout`] turns [`block`]s into a [`page::Document`] once; [`pdf`] and [`text`] only render its
//! lines, so that what is read on the screen is what comes out of the printer.
pub mod block;
pub mod face;
pub mod flow;
pub mod format;
pub mod layout;
pub mod page;
pub mod pages;
pub mod pdf;
pub mod qr;
pub mod spool;
pub mod text;
pub mod wrap;
