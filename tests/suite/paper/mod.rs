//! Letters and slips: their words, their lines on paper, and their files.
#[cfg(unix)]
mod cups;
#[cfg(unix)]
mod cups_gone;
mod dotmatrix;
mod files;
mod letters;
mod limits;
mod network;
mod overflow;
#[cfg(unix)]
mod queues;
mod renderings;
mod slipprinter;
mod templates;
