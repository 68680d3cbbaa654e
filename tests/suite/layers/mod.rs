//! How the house is built, held by tests: which file may use which, and what a file may look like.
//!
//! Every check is a function from a file (or all of them) to complaints; [`tree`] runs them over
//! this repository, and each is tried on small sources beside its definition.
mod bare;
mod chain;
mod circles;
mod fences;
mod habits;
mod imports;
mod paths;
mod plan;
mod ranks;
pub(crate) mod source;
mod tree;
