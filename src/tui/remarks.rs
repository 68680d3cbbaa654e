//! What is to be said about the answers of a sheet.
use crate::{
    domain::{doubt::Doubt, reject::Reject},
    form::field::Field,
};

/// Something about an answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Remark {
    /// `!` for what must be mended, `?` for what should be looked at again.
    pub sign: char,
    /// The sentence without its full stop.
    pub whole: String,
    /// The same beside its label, where there is little room.
    pub tail: String,
}

/// For each question what is wrong with its answer, and what looks odd about it.
#[derive(Debug, Default)]
pub struct Remarks {
    wrong: Vec<(&'static str, Reject)>,
    doubts: Vec<Doubt>,
}

impl Remarks {
    /// Says that the answer to a question cannot be accepted, or that it can.
    pub fn judge(&mut self, field: &'static str, why: Option<Reject>) {
        self.wrong.retain(|(id, _)| *id != field);
        self.wrong.extend(why.map(|why| (field, why)));
    }

    /// Why the answer to a question cannot be accepted.
    #[must_use]
    pub fn wrong(&self, field: &str) -> Option<Reject> {
        self.wrong.iter().find(|(id, _)| *id == field).map(|(_, why)| *why)
    }

    /// Forgets all that was said about a question: its answer is another one now.
    pub fn forgive(&mut self, field: &'static str) {
        self.judge(field, None);
        self.doubts.retain(|doubt| doubt.field != field);
    }

    /// Replaces what looks odd.
    pub fn doubt(&mut self, doubts: &[Doubt]) {
        self.doubts = doubts.to_vec();
    }

    /// What looks odd and has been shown.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// What is to be said about an answer, the worse first.
    #[must_use]
    pub fn about(&self, field: &Field) -> Option<Remark> {
        if let Some(why) = self.wrong(field.id) {
            return Some(Remark {
                sign: '!',
                whole: format!("{} {why}", field.label),
                tail: why.to_string(),
            });
        }
        let doubt = self.doubts.iter().find(|doubt| doubt.field == field.id)?;
        let tail = doubt.why.to_string();
        Some(Remark { sign: '?', whole: format!("{}: {tail}", field.label), tail })
    }
}
