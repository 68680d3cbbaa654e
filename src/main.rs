//! Arguments in, exit code out.
//!
//! # Why
//! The allocator wipes whatever is given back: a page of memory that is swapped out, or read by
//! somebody else later, then holds no answer of a visitor who left an hour ago.
use std::{alloc::System, process::ExitCode};

use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    loket::cli::args::run()
}
