//! The receipt that a visitor takes home.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, letters, printing, slips},
    domain::{id::Id, request::Request},
    letter::kinds::TANDA_TERIMA,
    tui::{
        command::Command,
        printout::Printout,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
    },
};

/// The slip of one request.
#[derive(Debug)]
pub struct Slip {
    request: Request,
    printout: Printout,
}

impl Slip {
    pub fn open(desk: &Desk, id: Id) -> Opened {
        let request = slips::slip(desk, id)?;
        let document = slips::receipt(desk, &request, desk.office()?.paper)?;
        let way = printing::way(desk, TANDA_TERIMA.code);
        Ok(Box::new(Self { request, printout: Printout::new(document, way, None) }))
    }
}

impl Screen for Slip {
    fn name(&self) -> &'static str {
        "tanda-terima"
    }

    fn title(&self) -> Cow<'_, str> {
        format!("Tanda terima {}", self.request.register).into()
    }

    fn hint(&self) -> Cow<'_, str> {
        format!("F9 mencetak, F2 menyimpan berkas. Kertas {}.", self.printout.paper()).into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Print, Command::Save, Command::Paper, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        self.printout.refusal(command)
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Print) => vec![Effect::Run(self.printout.print()?)],
            Msg::Command(Command::Save) => {
                let name = format!("tanda-terima-{}", self.request.ticket);
                vec![Effect::Run(self.printout.save(|ending| letters::file(desk, &name, ending))?)]
            }
            Msg::Command(Command::Paper) => {
                self.printout.turn(|paper| slips::receipt(desk, &self.request, paper))?;
                vec![]
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Finished(_) => {
                self.printout.rest();
                vec![]
            }
            other => {
                self.printout.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.printout.view(area, buf)
    }
}
