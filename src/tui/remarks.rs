//! What is to be said about the answers of a sheet.
use crate::{
    domain::{doubt::Doubt, reject::Reject},
    form::field::Field,
};

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

    /// `!` or `?`, and the sentence without its full stop.
    #[must_use]
    pub fn about(&self, field: &Field) -> Option<(char, String)> {
        let doubt = || self.doubts.iter().find(|doubt| doubt.field == field.id);
        match self.wrong(field.id) {
            Some(why) => Some(('!', format!("{} {why}", field.label))),
            None => doubt().map(|doubt| ('?', format!("{}: {}", field.label, doubt.why))),
        }
    }
}
