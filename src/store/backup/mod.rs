//! Backups: one sealed file each, proved before it counts, and the way back from it.
pub mod layout;
pub mod make;
pub mod memo;
pub mod name;
pub mod restore;
pub mod rotation;
pub mod scan;
pub mod shelf;
