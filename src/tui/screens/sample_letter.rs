//! A made-up letter in words that are being changed, as it would come out of the printer.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, wordings},
    domain::printing::Way,
    tui::{
        command::Command,
        printout::Printout,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
    },
};

/// A letter about nobody.
#[derive(Debug)]
pub struct Sample {
    piece: String,
    text: String,
    printout: Printout,
}

impl Sample {
    /// Writes the letter with that text for the piece.
    pub fn open(desk: &Desk, piece: &str, text: &str) -> Opened {
        let paper = desk.office()?.paper;
        let printout = Printout::new(wordings::sample(desk, piece, text, paper)?, Way::USUAL, None);
        Ok(Box::new(Self { piece: piece.to_owned(), text: text.to_owned(), printout }))
    }
}

impl Screen for Sample {
    fn name(&self) -> &'static str {
        "contoh-surat"
    }

    fn title(&self) -> Cow<'_, str> {
        "Contoh".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let paper = self.printout.paper();
        format!("Contoh, tidak dicetak. Kertas {paper}; K mengganti.").into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Back, Command::Paper]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Paper) => {
                self.printout
                    .turn(|paper| wordings::sample(desk, &self.piece, &self.text, paper))?;
            }
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            other => self.printout.update(&other),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.printout.view(area, buf)
    }
}
