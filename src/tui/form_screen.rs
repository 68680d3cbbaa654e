//! A screen that is one form and nothing else.
//!
//! # Why
//! Such screens differ in what is asked, in what follows from an answer and in how it is saved.
//! Keys, drafts, blame and drawing are the same for all, so they are said once.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    fault::Fault,
    form::field::{Draft, Field},
    tui::{
        command::Command,
        filling::{COMMANDS, Filling},
        screen::{Msg, Screen, Step},
        theme::Theme,
    },
};

/// A form with a window of its own.
pub trait FormScreen {
    /// Names the help text in `assets/bantuan`.
    const NAME: &'static str;

    /// Its part of the path on the first line.
    fn title(&self) -> Cow<'_, str>;

    fn filling(&self) -> &Filling;

    fn filling_mut(&mut self) -> &mut Filling;

    /// Saves the answers.
    fn save(&mut self, desk: &mut Desk) -> Step;

    /// Takes a message that neither saves nor leaves the form.
    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step;

    /// Said while nothing more urgent is.
    fn hint(&self) -> Cow<'_, str> {
        self.filling().sheet.hint()
    }

    /// Why a command cannot be done just now.
    fn refusal(&self, command: Command) -> Option<&'static str> {
        self.filling().refusal(command)
    }

    /// Is shown a fault; says whether it could point at the cause.
    fn blame(&mut self, fault: &Fault) -> bool {
        self.filling_mut().sheet.blame(fault)
    }
}

impl<F: FormScreen> Screen for F {
    fn name(&self) -> &'static str {
        F::NAME
    }

    fn title(&self) -> Cow<'_, str> {
        FormScreen::title(self)
    }

    fn hint(&self) -> Cow<'_, str> {
        FormScreen::hint(self)
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        FormScreen::refusal(self, command)
    }

    fn field(&self) -> Option<&'static Field> {
        self.filling().sheet.field()
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.filling().draft()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => self.save(desk),
            Msg::Command(Command::Back) => Ok(self.filling().leave()),
            other => self.answer(&other, desk),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        FormScreen::blame(self, fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.filling().sheet.view(area, buf, theme)
    }
}
