//! All commands of a screen, by name: to learn their keys, and for keyboards that lack them.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    form::field::Offer,
    tui::{
        command::{COMMANDS, Command},
        screen::{Answer, Effect, Msg, Screen, Step},
        theme::Theme,
        widget::picker::Picker,
    },
};

/// The list; the chosen command is given to the screen below.
#[derive(Debug)]
pub struct Palette(Picker);

impl Palette {
    /// Each command with the reason why it cannot be done just now, if there is one.
    #[must_use]
    pub fn new(commands: &[(Command, Option<&'static str>)]) -> Self {
        let offers = commands.iter().map(|(command, refused)| {
            let row = command.row();
            let keys: Vec<_> = row.keys.iter().map(ToString::to_string).collect();
            let words =
                refused.map_or_else(|| row.help.into(), |why| format!("(belum bisa: {why})"));
            let label = format!("{:<13} {:<14} {words}", row.name, keys.join(", "));
            Offer { code: row.name.to_owned(), label }
        });
        Self(Picker::new(offers.collect(), "", None))
    }
}

impl Screen for Palette {
    fn name(&self) -> &'static str {
        "perintah"
    }

    fn title(&self) -> Cow<'_, str> {
        "Perintah".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Ketik sebagian namanya, lalu Enter menjalankan yang ditunjuk.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Choose, Command::Back]
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Choose) => {
                let meant = self.0.pointed().map(|offer| offer.code.as_str());
                let row = COMMANDS.iter().find(|row| Some(row.name) == meant);
                row.map(|row| Effect::Tell(Answer::Do(row.command))).into_iter().collect()
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            other => {
                self.0.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}
