//! Questions whose answers are used once and kept nowhere: a passphrase, a reason.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    domain::id::Id,
    fault::Fault,
    form::field::{Draft, Field},
    tui::{
        command::Command,
        editing::refusal,
        screen::{Effect, Msg, Opened, Screen, Step},
        sheet::Sheet,
        theme::Theme,
    },
};

/// What is asked, about what, and what is done with the answers.
#[derive(Debug)]
pub struct Question {
    /// Names the form and the help text.
    pub name: &'static str,
    pub title: String,
    pub fields: &'static [&'static Field],
    pub about: Id,
    pub act: fn(&mut Desk, Id, &Draft) -> Step,
}

/// A question that is being answered.
#[derive(Debug)]
pub struct Asking {
    question: Question,
    sheet: Sheet,
}

const COMMANDS: &[Command] =
    &[Command::Save, Command::LookUp, Command::Next, Command::Previous, Command::Back];

/// Asks.
pub fn open(question: Question, desk: &Desk) -> Opened {
    let sheet = Sheet::new(question.fields, Draft::default(), desk.today());
    Ok(Box::new(Asking { question, sheet }))
}

impl Screen for Asking {
    fn name(&self) -> &'static str {
        self.question.name
    }

    fn title(&self) -> Cow<'_, str> {
        self.question.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        refusal(command, self.sheet.field())
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                self.sheet.judge()?;
                (self.question.act)(desk, self.question.about, &self.sheet.draft)
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            msg => Ok(self.sheet.update(&msg, &|_, _| Vec::new()).effects()),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.sheet.view(area, buf, theme)
    }
}
