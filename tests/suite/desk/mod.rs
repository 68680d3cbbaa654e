//! The use cases of the desk, told without a screen.
mod case;
mod closing;
mod columns;
mod counter;
mod holidays;
mod law;
mod letterhead;
mod letters;
mod lists;
mod numbers;
mod referring;
mod residents;
mod restricted;
mod rights;
mod taking;
