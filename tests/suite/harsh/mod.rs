//! Faults that need root or tools: power cuts, errors of the disk, full disks, pulled sticks,
//! wild clocks.
//!
//! `cargo test --test suite -- --ignored harsh --test-threads=2` runs them, as root. What a machine
//! lacks is told in a line that begins with `DILEWATI`. `LOKET_BENIH` repeats the dice of a run.
pub mod book;
pub mod canary;
pub mod clocks;
pub mod content;
pub mod cuts;
pub mod dice;
pub mod disk;
pub mod full;
pub mod inject;
pub mod inject_keys;
pub mod inject_safe;
pub mod killed;
pub mod loss;
pub mod machine;
pub mod moment;
pub mod office;
pub mod refusal;
pub mod remains;
pub mod run;
pub mod starts;
pub mod states;
pub mod stick;
pub mod trace;
pub mod volume;
