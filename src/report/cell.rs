//! One cell of a table, and the columns that make them.
use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::domain::{
    choice::Choice,
    date::Day,
    moment::{Moment, Zone},
};

/// What stands in a row under a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words, codes and long numbers: what must not lose a digit or a leading zero.
    Text(String),
    /// A count.
    Number(u64),
    /// Yes or no.
    Mark(bool),
    /// Several codes.
    List(Vec<String>),
}

/// A column of a table whose rows are made from `R`.
#[derive(Debug)]
pub struct Column<R> {
    /// How files name it; never changed.
    pub name: &'static str,
    pub cell: fn(&R) -> Cell,
}

/// A column.
#[must_use]
pub const fn column<R>(name: &'static str, cell: fn(&R) -> Cell) -> Column<R> {
    Column { name, cell }
}

/// The cells of one row.
#[must_use]
pub fn cells<R>(columns: &[Column<R>], row: &R) -> Vec<Cell> {
    columns.iter().map(|column| (column.cell)(row)).collect()
}

/// The names over the columns.
#[must_use]
pub fn names<R>(columns: &[Column<R>]) -> Vec<&'static str> {
    columns.iter().map(|column| column.name).collect()
}

/// The words of something that may be missing.
#[must_use]
pub fn text(value: Option<impl Display>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Text(value.to_string()))
}

/// The code of an answer that may be missing.
#[must_use]
pub fn code(choice: Option<impl Choice>) -> Cell {
    text(choice.map(Choice::code))
}

/// A day in ISO 8601.
#[must_use]
pub fn day(day: Option<Day>) -> Cell {
    text(day.map(Day::iso))
}

/// A moment in ISO 8601, with the zone of the office.
#[must_use]
pub fn moment(moment: Moment, zone: Zone) -> Cell {
    Cell::Text(moment.iso(zone))
}

impl Cell {
    /// The cell in one line: parts of a list joined by `;`, a mark as `ya` or nothing.
    #[must_use]
    pub fn line(&self) -> String {
        match self {
            Self::Empty | Self::Mark(false) => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Mark(true) => "ya".to_owned(),
            Self::List(parts) => parts.join(";"),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => out.serialize_none(),
            Self::Text(text) => out.serialize_str(text),
            Self::Number(number) => out.serialize_u64(*number),
            Self::Mark(mark) => out.serialize_bool(*mark),
            Self::List(parts) => parts.serialize(out),
        }
    }
}
