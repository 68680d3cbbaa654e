//! A sheet that belongs to one request or referral.
//!
//! # Why
//! Half-typed answers are kept under the name of their form. A step that was half-typed for one
//! ticket must not come back for another, so the ticket is kept beside the answers. What the sheet
//! was opened with is not the clerk's typing and is not kept.
use crate::{
    desk::{counter::Desk, keeping},
    form::field::{Draft, Field, Kind},
    tui::{
        command::Command,
        offered::Offers,
        screen::Msg,
        sheet::{Sheet, Told},
        walk::Fields,
    },
};

/// The name under which the ticket stands among the answers.
const SUBJECT: &str = "subjek";

/// What such a sheet can do; the screen has nothing to add.
pub const COMMANDS: &[Command] = &[
    Command::Save,
    Command::LookUp,
    Command::Repeat,
    Command::Next,
    Command::Previous,
    Command::Back,
];

/// The sheet, the ticket it belongs to, and what is to be kept of it.
#[derive(Debug)]
pub struct Tied {
    pub sheet: Sheet,
    form: &'static str,
    subject: String,
    first: Draft,
    kept: Draft,
}

impl Tied {
    /// The sheet of a form for a ticket: as it was left half-typed for that ticket, or with the
    /// `first` answers.
    #[must_use]
    pub fn open(
        desk: &Desk,
        (form, fields): (&'static str, Fields),
        subject: String,
        first: Draft,
    ) -> Self {
        let left = keeping::of(desk, form).filter(|left| left.named(SUBJECT) == subject);
        let draft = left.as_ref().map_or_else(|| first.clone(), answers);
        let sheet = Sheet::new(fields, draft, desk.today());
        Self { sheet, form, subject, first, kept: left.unwrap_or_default() }
    }

    /// The same, with the words for codes that stand in it already.
    #[must_use]
    pub fn labelled(self, offers: Offers<'_>) -> Self {
        Self { sheet: self.sheet.labelled(offers), ..self }
    }

    /// Takes a message for the sheet.
    pub fn update(&mut self, msg: &Msg, offers: Offers<'_>) -> Told {
        let told = self.sheet.update(msg, offers);
        let typed = answers(&self.sheet.draft);
        self.kept = Draft::default();
        if typed != answers(&self.first) {
            self.kept = typed;
            self.kept.put(SUBJECT, self.subject.as_str());
        }
        told
    }

    /// The same for a sheet where one answer calls for another: when the first changes, the second
    /// is asked anew.
    pub fn told(
        &mut self,
        msg: &Msg,
        [one, other]: [&'static Field; 2],
        offers: Offers<'_>,
    ) -> Told {
        let before = self.sheet.draft.text(one).to_owned();
        let told = self.update(msg, offers);
        if self.sheet.draft.text(one) != before && !self.sheet.draft.text(other).is_empty() {
            self.sheet.put(other.id, "", offers);
        }
        told
    }

    /// What is to be kept until it is saved, as a screen gives it to the shell.
    #[must_use]
    pub const fn draft(&self) -> Option<(&'static str, &Draft)> {
        Some((self.form, &self.kept))
    }

    /// Forgets what was half-typed: it is saved now. A draft that cannot be forgotten is found
    /// among the unfinished forms, and does no harm there.
    pub fn saved(&mut self, desk: &Desk) {
        let _ = keeping::forget(desk, self.form);
        self.kept = Draft::default();
    }

    /// Why a command cannot be done where the cursor stands.
    #[must_use]
    pub fn refusal(&self, command: Command) -> Option<&'static str> {
        let listed = |kind| matches!(kind, Kind::One(_) | Kind::Many(_));
        let list = self.sheet.field().is_some_and(|field| listed(field.kind));
        (command == Command::LookUp && !list).then_some("isian ini tidak memakai daftar pilihan")
    }
}

/// What was answered, without the ticket and the empty answers.
fn answers(draft: &Draft) -> Draft {
    let mut typed = Draft::default();
    let given = draft.answers().filter(|(id, answer)| *id != SUBJECT && !answer.is_empty());
    given.for_each(|(id, answer)| typed.put(id, answer));
    typed
}
