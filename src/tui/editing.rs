//! A record being changed on a sheet, or a new one being written down.
//!
//! # Why
//! Whatever the office may change, the clerk changes it in the same way, so the screens differ in
//! what they ask and how it is saved and in nothing else.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        directory::{About, offers},
        keeping,
    },
    fault::Fault,
    form::field::{Draft, Field, Kind, SUBJECT},
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Screen, Step},
        sheet::Sheet,
        theme::Theme,
    },
};

/// What is to be changed.
#[derive(Debug)]
pub struct Plan {
    /// Its part of the path.
    pub title: String,
    /// Names the drafts of its form in [`crate::form::all::FORMS`], and the help text.
    pub form: &'static str,
    pub fields: &'static [&'static Field],
    /// The answers that describe it now. Under [`SUBJECT`] stands what it is known by.
    pub answers: Draft,
    /// Saves the answers; the sentence says what was saved.
    pub save: fn(&mut Desk, &Draft) -> Result<String, Fault>,
}

/// A plan with the answers so far.
#[derive(Debug)]
pub struct Editing {
    plan: Plan,
    sheet: Sheet,
    /// Was anything typed that has not been saved, now or before the desk was closed?
    touched: bool,
    /// Are these answers from before, and has nothing been typed since?
    resumed: bool,
}

impl Editing {
    /// Opens the sheet; what was left half-typed about the same record is there again.
    pub fn open(mut plan: Plan, desk: &Desk) -> Opened {
        let apart = keeping::apart(plan.answers.named(SUBJECT));
        plan.answers.put(keeping::APART, apart);
        let slot = keeping::slot(plan.form, &plan.answers);
        let same = |kept: &Draft| kept.named(SUBJECT) == plan.answers.named(SUBJECT);
        let kept = keeping::of(desk, &slot).filter(same);
        let resumed = kept.as_ref().is_some_and(|kept| *kept != plan.answers);
        let draft = kept.unwrap_or_else(|| plan.answers.clone());
        let sheet = Sheet::new(plan.fields, draft, desk.today());
        Ok(Box::new(Self { plan, sheet, touched: resumed, resumed }))
    }

    /// Nothing is half-typed any more.
    fn forget(&mut self, desk: &Desk) -> Result<(), Fault> {
        self.touched = false;
        keeping::forget(desk, &keeping::slot(self.plan.form, &self.sheet.draft))
    }
}

/// What can be done on a sheet without parts, and on one with them.
const PLAIN: &[Command] = &[
    Command::Save,
    Command::LookUp,
    Command::Repeat,
    Command::Next,
    Command::Previous,
    Command::Back,
];
const PARTED: &[Command] = &[
    Command::Save,
    Command::LookUp,
    Command::Repeat,
    Command::NextPart,
    Command::Next,
    Command::Previous,
    Command::Back,
];

/// Why a command cannot be done at this question.
#[must_use]
pub fn refusal(command: Command, field: Option<&Field>) -> Option<&'static str> {
    let listed = matches!(field.map(|field| field.kind), Some(Kind::One(_) | Kind::Many(_)));
    (command == Command::LookUp && !listed).then_some("isian ini tidak punya daftar pilihan")
}

impl Screen for Editing {
    fn name(&self) -> &'static str {
        self.plan.form
    }

    fn title(&self) -> Cow<'_, str> {
        self.plan.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.resumed {
            return "Isian yang belum disimpan dilanjutkan di sini. F2 menyimpannya.".into();
        }
        self.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        let parts = self.plan.fields.iter().any(|field| matches!(field.kind, Kind::Heading));
        if parts { PARTED } else { PLAIN }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        refusal(command, self.sheet.field())
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.touched.then_some((self.plan.form, &self.sheet.draft))
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        self.resumed = false;
        match msg {
            Msg::Command(Command::Save) => {
                self.sheet.judge()?;
                let saved = (self.plan.save)(desk, &self.sheet.draft)?;
                self.forget(desk)?;
                Ok(vec![Effect::Back, Effect::Say(saved)])
            }
            Msg::Command(Command::Back) => {
                if self.touched && self.sheet.draft == self.plan.answers {
                    self.forget(desk)?;
                }
                Ok(vec![Effect::Back])
            }
            msg => {
                let offers = |source, draft: &Draft| offers(desk, source, draft, About::Nothing);
                let told = self.sheet.update(&msg, &offers);
                self.touched |= self.sheet.draft != self.plan.answers;
                Ok(told.effects())
            }
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.sheet.view(area, buf, theme)
    }
}
