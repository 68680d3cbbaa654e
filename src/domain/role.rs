//! The hats of an officer: what work somebody does at this desk.
//!
//! # Why
//! Two people run a usual desk, so one of them wears several hats; what an officer may do is what
//! any of the hats allows. A hat never takes away what another one gives.
use crate::choices;

choices! {
    /// A hat.
    Role {
        Clerk = "petugas", "Petugas";
        Coordinator = "koordinator", "Koordinator";
        Admin = "admin", "Admin";
        Auditor = "auditor", "Auditor";
    }
}

impl Role {
    /// What an officer wears who opens an office alone.
    pub const FOUNDER: [Self; 3] = [Self::Clerk, Self::Coordinator, Self::Admin];
}
