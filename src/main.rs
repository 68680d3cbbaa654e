//! Arguments in, exit code out.
use std::process::ExitCode;

fn main() -> ExitCode {
    loket::cli::args::run()
}
