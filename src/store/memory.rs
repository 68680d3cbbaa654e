//! Keeps the memory of the program out of files.
//!
//! # Why
//! What stands in memory is what a thief of the disk must not find: a dump of it would lie open
//! beside sealed files. The limit alone is not enough on Linux, where a dump may be handed to
//! another program whatever the limit says; there the system is told not to dump at all, which
//! also keeps other programs of the same user from reading along. Windows dumps nothing by itself
//! into a file: its error reporting is switched on and off for the whole machine.

/// Has the system write no core dump of this program. A system that refuses is not told: the desk
/// has to open all the same.
#[cfg(unix)]
pub fn keep() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _ = setrlimit(Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

/// Nothing is dumped where nobody switched it on.
#[cfg(not(unix))]
pub const fn keep() {}
