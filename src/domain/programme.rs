//! Which services of the directory are aid that somebody receives, what it is called then, and whom
//! it reaches.
//!
//! # Why
//! The directory names what the desk does ("Usulan PBI-JK baru"); a family tells what it has
//! ("PBI-JK"). Which services are aid is decided by the category, so that the office's own rows are
//! judged too; a row of `assets/ref/bantuan.tsv` gives the shorter name, the usual reach, and who
//! is asked to receive it. Aid that only tells of a need (NAPZA, violence) is not among it: the
//! categories of care and rescue are left out but for the rows that say otherwise.
use crate::domain::{benefit::Reach, service::Service};

const TABLE: &str = include_str!("../../assets/ref/bantuan.tsv");

/// A category of services, and whether what it gives is aid that goes on being received.
const CATEGORIES: &[(&str, bool)] = &[
    // Nothing is received: somebody was listened to, or a paper was made.
    ("Layanan depan", false),
    ("Data", false),
    // Money, food, contributions, schooling, houses and tools.
    ("Bansos pusat", true),
    ("Bansos daerah", true),
    ("Kesehatan", true),
    ("Pendidikan", true),
    ("Perumahan", true),
    ("Pemberdayaan", true),
    ("Kemitraan", true),
    ("Penghargaan", true),
    ("Sektor lain", true),
    // Care and rescue: the request tells of it, and a list of aid would tell of the need.
    ("Rehabilitasi", false),
    ("Kedaruratan", false),
];

/// A request whose result is aid of another name: a reactivation gives what it was before.
const SAME: &[(&str, &str)] = &[("PBI-REAKT", "PBI-BARU")];

/// What is known of a programme as aid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Programme {
    /// The code of its service.
    pub code: &'static str,
    pub name: &'static str,
    /// Whom it usually reaches.
    pub reach: Reach,
    /// Whether the mother, or another grown woman of the family, receives it.
    pub mother: bool,
}

/// What is known of the programme with this code.
#[must_use]
pub fn known(code: &str) -> Option<Programme> {
    let row = TABLE.lines().skip(1).find(|row| row.split('\t').next() == Some(code))?;
    let mut cells = row.split('\t');
    Some(Programme {
        code: cells.next()?,
        name: cells.next()?,
        reach: cells.next()?.parse().ok()?,
        mother: cells.next()? == "ibu",
    })
}

/// Whether what a service gives is written down as aid under its own code.
#[must_use]
pub fn is_aid(service: &Service) -> bool {
    let category = service.category.as_str();
    let gives = CATEGORIES.iter().any(|(name, gives)| *name == category && *gives);
    let other = SAME.iter().any(|(code, _)| *code == service.code);
    !service.restricted && !other && (gives || known(&service.code).is_some())
}

/// The programme under which is written down what a service of this code gives.
#[must_use]
pub fn given_by(code: &str) -> &str {
    SAME.iter().find(|(asked, _)| *asked == code).map_or(code, |(_, given)| given)
}
