//! A question before what cannot be taken back.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    tui::{
        command::Command,
        screen::{Answer, Effect, Msg, Screen, Step},
        theme::Theme,
        widget::dialog::Dialog,
    },
};

/// Asks; only yes is told to the screen below.
#[derive(Debug)]
pub struct Ask(Dialog);

impl Ask {
    #[must_use]
    pub const fn new(words: String) -> Self {
        Self(Dialog::new(words))
    }
}

impl Screen for Ask {
    fn name(&self) -> &'static str {
        "pertanyaan"
    }

    fn title(&self) -> Cow<'_, str> {
        "Pertanyaan".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Panah atau Y dan T memilih jawaban; Enter menjawab.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Choose, Command::Back]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        self.0.update(&msg);
        Ok(match msg {
            Msg::Command(Command::Choose) if self.0.yes() => vec![Effect::Tell(Answer::Agreed)],
            Msg::Command(Command::Choose | Command::Back) => vec![Effect::Back],
            _ => vec![],
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}
