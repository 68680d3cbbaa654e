//! What was answered before, and which draft was kept last.
use std::collections::BTreeMap;

use crate::{
    fault::Fault,
    form::{field::Draft, passphrase::SECRET},
};

/// Answers of this sitting.
#[derive(Debug, Default)]
pub struct Answers {
    /// The draft as it was kept last.
    kept: Option<(&'static str, Draft)>,
    /// The last answer to each question, for the next sheet that asks it.
    last: BTreeMap<String, String>,
}

impl Answers {
    /// The last answer to a question.
    #[must_use]
    pub fn last(&self, id: &str) -> Option<&str> {
        self.last.get(id).map(String::as_str)
    }

    /// Takes in the answers of a sheet that closes. The draft of a sheet that is opened again has
    /// to be kept anew.
    pub fn remember(&mut self, draft: &Draft) {
        self.kept = None;
        let given =
            draft.answers().filter(|(id, answer)| !id.starts_with(SECRET) && !answer.is_empty());
        self.last.extend(given.map(|(id, answer)| (id.to_owned(), answer.to_owned())));
    }

    /// Has the draft of a form kept, if it is another one than was kept last.
    pub fn keep(
        &mut self,
        (form, draft): (&'static str, &Draft),
        keep: impl FnOnce(&Draft) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let known = self.kept.as_ref().is_some_and(|(old, kept)| *old == form && kept == draft);
        if known || (self.kept.is_none() && draft.is_empty()) {
            return Ok(());
        }
        keep(draft)?;
        self.kept = Some((form, draft.clone()));
        Ok(())
    }
}
