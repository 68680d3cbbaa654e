//! The fields of a letter: what a template may name, and the values that one letter gives them.
use std::collections::BTreeMap;

use crate::{domain::reject::Reject, fault::Fault};

/// Something that differs from letter to letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// How templates name it.
    pub name: &'static str,
    /// How the clerk reads it.
    pub label: &'static str,
    /// Whether a letter without it makes no sense.
    pub required: bool,
    /// A usual value; several lines where it is a list.
    pub sample: &'static str,
    /// About the longest value that the letter must still have room for.
    pub longest: &'static str,
}

/// A field that must have a value.
#[must_use]
pub const fn must(
    name: &'static str,
    label: &'static str,
    sample: &'static str,
    longest: &'static str,
) -> Field {
    Field { name, label, required: true, sample, longest }
}

/// A field that may stay empty.
#[must_use]
pub const fn may(
    name: &'static str,
    label: &'static str,
    sample: &'static str,
    longest: &'static str,
) -> Field {
    Field { name, label, required: false, sample, longest }
}

/// The values of one letter: one for each field of its kind, empty where none was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    values: BTreeMap<&'static str, String>,
}

impl Fields {
    /// Takes the values that those fields need; a required one that is missing or blank is refused
    /// by its label. Of a name given twice the later value counts.
    pub fn of<'a, T: Into<String>>(
        fields: impl Iterator<Item = &'static Field> + Clone,
        given: impl IntoIterator<Item = (&'a str, T)>,
    ) -> Result<Self, Fault> {
        let mut values: BTreeMap<_, _> =
            fields.clone().map(|field| (field.name, String::new())).collect();
        for (name, value) in given {
            let place = values.get_mut(name).ok_or(Fault::Asset("isian surat"))?;
            *place = clean(&value.into());
        }
        let mut required = fields.filter(|field| field.required);
        let missing = required.find(|field| values[field.name].is_empty());
        missing.map_or(Ok(Self { values }), |field| {
            Err(Fault::Rejected { field: field.label, why: Reject::Empty })
        })
    }

    /// Gives a field another value; nothing happens where the letter has no such field.
    pub fn change(&mut self, name: &str, value: &str) {
        if let Some(place) = self.values.get_mut(name) {
            value.clone_into(place);
        }
    }

    /// The value of a field; `None` where the letter has no such field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }
}

/// A value on trimmed lines without control characters; blank lines are dropped.
fn clean(value: &str) -> String {
    let lines = value.lines().map(|line| {
        let spaced: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        spaced.trim().to_owned()
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
