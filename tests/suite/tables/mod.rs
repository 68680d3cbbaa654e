//! What must hold of every row of every table.
mod choices;
mod finishing;
mod forms;
mod intake;
mod letters;
mod presets;
mod roads;
mod sentences;
mod tickets;
