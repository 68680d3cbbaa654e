//! The program's own words for a piece of the letters, to be read and taken up again.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, wordings},
    tui::{
        command::Command,
        screen::{Answer, Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        widget::pager::Pager,
    },
};

/// The words, over those that are being changed.
#[derive(Debug)]
pub struct Original {
    pager: Pager,
}

impl Original {
    /// Opens the program's own words.
    pub fn open(code: &str) -> Opened {
        Ok(Box::new(Self { pager: Pager::flowing(wordings::piece(code)?.original()) }))
    }
}

impl Screen for Original {
    fn name(&self) -> &'static str {
        "templat-bawaan"
    }

    fn title(&self) -> Cow<'_, str> {
        "Bawaan".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Ini teks bawaan program. F2 menaruhnya di layar ubah, Esc kembali tanpa itu.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::TakeBack, Command::Back]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::TakeBack) => vec![Effect::Tell(Answer::Agreed)],
            Msg::Command(Command::Back) => vec![Effect::Back],
            other => {
                self.pager.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.pager.view(area, buf)
    }
}
