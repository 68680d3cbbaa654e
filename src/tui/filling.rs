//! A form on the screen that outlives the screen: its sheet, and the draft that is kept of it.
//!
//! # Why
//! A form that was only looked at is nobody's unfinished work, so nothing is kept of it before an
//! answer has changed. What looks odd is confirmed doubt by doubt: saving again accepts those that
//! stand on the screen, never one that the clerk has not seen.
use crate::{
    desk::{counter::Desk, keeping},
    fault::Fault,
    form::field::{Draft, Kind},
    tui::{
        command::Command,
        offered::Offers,
        screen::{Effect, Msg},
        sheet::{Sheet, Told},
    },
};

/// What every form can do, in the order of the footer.
pub const COMMANDS: &[Command] = &[
    Command::Save,
    Command::LookUp,
    Command::Back,
    Command::Repeat,
    Command::NextPart,
    Command::Next,
    Command::Previous,
];

/// A form being filled in.
#[derive(Debug)]
pub struct Filling {
    pub sheet: Sheet,
    form: &'static str,
    /// The answers it began with; kept apart from those of a form that is gone on with.
    fresh: Option<Draft>,
}

impl Filling {
    /// A form that begins with these answers; `form` is its name among all forms.
    #[must_use]
    pub fn begun(form: &'static str, sheet: Sheet) -> Self {
        let fresh = Some(sheet.draft.clone());
        Self { sheet, form, fresh }
    }

    /// A form that was left half-typed.
    #[must_use]
    pub const fn resumed(form: &'static str, sheet: Sheet) -> Self {
        Self { sheet, form, fresh: None }
    }

    /// The draft to be kept, once the clerk has changed something.
    #[must_use]
    pub fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.fresh.is_none().then_some((self.form, &self.sheet.draft))
    }

    /// Takes a message.
    pub fn update(&mut self, msg: &Msg, offers: Offers<'_>) -> Told {
        let told = self.sheet.update(msg, offers);
        if self.fresh.as_ref().is_some_and(|fresh| *fresh != self.sheet.draft) {
            self.fresh = None;
        }
        told
    }

    /// What follows where the screen has nothing better to do: what was wrong with the answer that
    /// was left is said in full, since beside it there may be no room.
    #[must_use]
    pub fn effects(&self, told: Told) -> Vec<Effect> {
        match told {
            Told::Left(field) => {
                let remark = self.sheet.remark(field);
                remark.map(|words| Effect::Say(format!("{words}."))).into_iter().collect()
            }
            told => told.effects(),
        }
    }

    /// Saves the answers. What looks odd is refused, unless all of it is on the screen already.
    pub fn save<T>(
        &mut self,
        mut save: impl FnMut(&Draft, bool) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.sheet.judge()?;
        let seen = self.sheet.doubts();
        match save(&self.sheet.draft, false) {
            Err(Fault::Doubtful(doubts)) if doubts.iter().all(|doubt| seen.contains(doubt)) => {
                save(&self.sheet.draft, true)
            }
            other => other,
        }
    }

    /// Does with the answers what they are for, and forgets them then.
    pub fn finish<T>(
        &mut self,
        desk: &mut Desk,
        work: impl FnOnce(&mut Desk, &Draft) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.sheet.judge()?;
        let done = work(desk, &self.sheet.draft)?;
        // A draft that cannot be forgotten stays on the list of drafts; what was done is saved.
        let _ = self.forget(desk);
        Ok(done)
    }

    /// Forgets what was kept: it is saved.
    pub fn forget(&self, desk: &Desk) -> Result<(), Fault> {
        keeping::forget(desk, &keeping::slot(self.form, &self.sheet.draft))
    }

    /// Leaves the form; what was typed waits among the unfinished ones.
    #[must_use]
    pub fn leave(&self) -> Vec<Effect> {
        let kept = self.draft().is_some();
        let words = "Tersimpan sebagai konsep; dari layar awal dapat dilanjutkan.";
        let said = kept.then(|| Effect::Say(words.to_owned()));
        [Effect::Back].into_iter().chain(said).collect()
    }

    /// Why a command cannot be done at this question.
    #[must_use]
    pub fn refusal(&self, command: Command) -> Option<&'static str> {
        let listed = matches!(self.sheet.field()?.kind, Kind::One(_) | Kind::Many(_));
        (command == Command::LookUp && !listed).then_some("isian ini tidak punya daftar")
    }
}
