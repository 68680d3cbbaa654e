//! Questions, and the answers so far.
//!
//! # Why
//! A question is a constant row, not a trait object and not a macro: the same row is drawn by the
//! screen, read from an intake line, explained by the help page and checked by the tests.
//! `Field` and `Draft` name each other, so they are one file.
use std::{collections::BTreeMap, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        date::{Born, Day},
        reject::Reject,
    },
    fault::Fault,
};

/// One question.
#[derive(Debug)]
pub struct Field {
    /// Names the answer in drafts, intake lines and faults; never changed.
    pub id: &'static str,
    /// At most 14 columns.
    pub label: &'static str,
    /// Said while the cursor stands here; one sentence.
    pub hint: &'static str,
    /// Columns of the entry on the screen.
    pub width: u16,
    pub kind: Kind,
    /// Judges an answer; the day is today's.
    pub check: fn(&str, NaiveDate) -> Result<(), Reject>,
    /// A question that does not apply is skipped.
    pub when: fn(&Draft) -> bool,
}

/// How an answer is given.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A title between questions; takes no answer.
    Heading,
    /// A line of text.
    Line,
    /// A line of text that is not shown, and never kept.
    Secret,
    /// Digits; spaces, dots and dashes are dropped.
    Digits,
    /// Running text over that many rows.
    Long(u16),
    /// `ya` or nothing.
    Mark,
    /// One code out of a list.
    One(Source),
    /// Several codes out of a list, joined by `;`.
    Many(Source),
}

/// Where the answers of a [`Kind::One`] or [`Kind::Many`] come from.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// A fixed list of codes and labels.
    Fixed(fn() -> Vec<Offer>),
    /// All kelurahan and desa.
    Area,
    /// The services of the directory that fit the kind of request in the draft.
    Service,
    /// The papers of the service in the draft.
    Paper,
    /// The institutions of the directory.
    Institution,
    /// The printers that the desk heard of.
    Printer,
    /// The languages that the printer of the papers in the draft may speak.
    Language,
    /// The officers, by their codes.
    Clerk,
    /// The services of the directory that are aid somebody receives.
    Programme,
    /// The steps that the request on the screen can take.
    Step,
    /// The steps that the referral on the screen can take.
    ReferralStep,
    /// The reasons of the step in the draft.
    Reason,
}

/// One answer on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub code: String,
    pub label: String,
}

/// The answers so far: anything goes, nothing is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft(BTreeMap<String, String>);

impl Draft {
    #[must_use]
    pub fn text(&self, field: &Field) -> &str {
        self.named(field.id)
    }

    /// The answer under a name, empty where there is none.
    #[must_use]
    pub fn named(&self, id: &str) -> &str {
        self.0.get(id).map_or("", String::as_str)
    }

    pub fn put(&mut self, id: &str, answer: impl Into<String>) {
        self.0.insert(id.to_owned(), answer.into());
    }

    /// Every name and its answer, in the order of the names.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(id, answer)| (id.as_str(), answer.as_str()))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|answer| answer.trim().is_empty())
    }

    /// The answers without those whose names begin with that.
    #[must_use]
    pub fn without(&self, prefix: &str) -> Self {
        let kept = self.0.iter().filter(|(id, _)| !id.starts_with(prefix));
        Self(kept.map(|(id, answer)| (id.clone(), answer.clone())).collect())
    }

    #[must_use]
    pub fn marked(&self, field: &Field) -> bool {
        self.text(field) == YES
    }

    pub fn must<V: Answer>(&self, field: &Field, today: NaiveDate) -> Result<V, Fault> {
        V::read(self.text(field).trim(), today)
            .map_err(|why| Fault::Rejected { field: field.id, why })
    }

    pub fn may<V: Answer>(&self, field: &Field, today: NaiveDate) -> Result<Option<V>, Fault> {
        if self.text(field).trim().is_empty() {
            Ok(None)
        } else {
            self.must(field, today).map(Some)
        }
    }

    /// The answers of a [`Kind::Many`], each once.
    pub fn many<V: Answer + PartialEq>(
        &self,
        field: &Field,
        today: NaiveDate,
    ) -> Result<Vec<V>, Fault> {
        read_many(self.text(field), today).map_err(|why| Fault::Rejected { field: field.id, why })
    }
}

/// The answer of a [`Kind::Mark`] that is set.
pub const YES: &str = "ya";

/// The name in a draft under which stands what is being changed; nothing for what is new.
pub const SUBJECT: &str = "subjek";

/// What an answer can be read as.
pub trait Answer: Sized {
    fn read(text: &str, today: NaiveDate) -> Result<Self, Reject>;
}

impl<V: FromStr<Err = Reject>> Answer for V {
    fn read(text: &str, _: NaiveDate) -> Result<Self, Reject> {
        text.parse()
    }
}

impl Answer for Born {
    fn read(text: &str, today: NaiveDate) -> Result<Self, Reject> {
        Self::typed(text, today)
    }
}

impl Answer for Day {
    fn read(text: &str, today: NaiveDate) -> Result<Self, Reject> {
        Self::typed(text, today)
    }
}

fn read_many<V: Answer + PartialEq>(text: &str, today: NaiveDate) -> Result<Vec<V>, Reject> {
    let mut found = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let value = V::read(part, today)?;
        if found.contains(&value) {
            return Err(Reject::Twice);
        }
        found.push(value);
    }
    Ok(found)
}

/// The answer must be a `V`.
pub fn must<V: Answer>(text: &str, today: NaiveDate) -> Result<(), Reject> {
    V::read(text.trim(), today).map(drop)
}

/// The answer may be left open; if given, it must be a `V`.
pub fn may<V: Answer>(text: &str, today: NaiveDate) -> Result<(), Reject> {
    if text.trim().is_empty() { Ok(()) } else { must::<V>(text, today) }
}

/// Every part of the answer must be a `V`, and none said twice.
pub fn many<V: Answer + PartialEq>(text: &str, today: NaiveDate) -> Result<(), Reject> {
    read_many::<V>(text, today).map(drop)
}

/// Any answer will do.
pub const fn any(_: &str, _: NaiveDate) -> Result<(), Reject> {
    Ok(())
}

#[must_use]
pub const fn always(_: &Draft) -> bool {
    true
}
