//! The use cases of the desk, told without a screen.
mod auditing;
mod case;
mod closing;
mod columns;
pub(crate) mod conversion;
mod counter;
mod holidays;
mod letterhead;
mod letters;
mod lists;
mod numbers;
mod referring;
mod residents;
mod restricted;
mod rights;
mod rounds;
mod taking;
mod undoing;
