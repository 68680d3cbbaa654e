//! Asking why a full NIK is wanted, before it is shown.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, residents},
    domain::{id::Id, resident::Resident},
    fault::Fault,
    form::{
        field::{Draft, Field},
        glimpse::FIELDS,
    },
    tui::{
        command::Command,
        editing::refusal,
        screen::{Answer, Effect, Msg, Opened, Screen, Step},
        sheet::Sheet,
        theme::Theme,
    },
};

/// The question, and about whom. Nothing of it is kept as a draft: a reason is good once.
#[derive(Debug)]
pub struct ShowNik {
    id: Id,
    title: String,
    sheet: Sheet,
}

impl ShowNik {
    pub fn open(desk: &Desk, id: Id) -> Opened {
        let who: Resident = desk.opened(id)?;
        let title = format!("NIK {}", who.name());
        let sheet = Sheet::new(FIELDS, Draft::default(), desk.today());
        Ok(Box::new(Self { id, title, sheet }))
    }
}

impl Screen for ShowNik {
    fn name(&self) -> &'static str {
        "lihat-nik"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Save, Command::LookUp, Command::Next, Command::Previous, Command::Back]
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
                let nik = residents::show_nik(desk, self.id, &self.sheet.draft)?;
                Ok(vec![Effect::Tell(Answer::Picked(vec![nik.to_string()]))])
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            msg => {
                let told = self.sheet.update(&msg, &|_, _| Vec::new());
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
