//! Letters and slips: their words, their lines on paper, and their files.
mod look;
