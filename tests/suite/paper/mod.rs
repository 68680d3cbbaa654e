//! Letters and slips: their words, their lines on paper, and their files.
mod files;
mod letters;
mod limits;
#[cfg(unix)]
mod queues;
mod templates;
