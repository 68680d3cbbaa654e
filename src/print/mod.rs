//! Paper: pages, and their renderings.
//!
//! [`layout`] turns [`block`]s into a [`page::Document`] once; [`pdf`], [`text`] and [`escp`] only
//! render its lines, so that what is read on the screen is what comes out of the printer. A slip for
//! a roll of paper is a [`roll::Roll`], which [`escpos`] renders.
pub mod block;
pub mod codepage;
pub mod escp;
pub mod escpos;
pub mod face;
pub mod flow;
pub mod format;
pub mod layout;
pub mod page;
pub mod pages;
pub mod pdf;
pub mod qr;
pub mod roll;
pub mod spool;
pub mod stub;
pub mod text;
pub mod wrap;
