//! Which list of residents is to be taken in.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    domain::may::Action,
    fault::Fault,
    form::{
        field::{Draft, Field},
        import::{FIELDS, OLD_LETTERS, file},
    },
    roster::{glance::Named, letters::Letters},
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        sheet::{Sheet, Told},
        theme::Theme,
    },
};

/// The questions before a list is looked at.
#[derive(Debug)]
pub struct ImportFile {
    sheet: Sheet,
}

impl ImportFile {
    /// Asks for a file.
    pub fn open(desk: &Desk) -> Opened {
        desk.permit(Action::Import, None)?;
        let sheet = Sheet::new(FIELDS, Draft::default(), desk.today());
        Ok(Box::new(Self { sheet }))
    }

    fn look(&mut self) -> Step {
        self.sheet.judge()?;
        let (path, sheet) = file(&self.sheet.draft)?;
        let letters = self.sheet.draft.marked(&OLD_LETTERS).then_some(Letters::Windows);
        Ok(vec![Effect::Go(Route::Import(Box::new(Named { path, letters, sheet })))])
    }
}

impl Screen for ImportFile {
    fn name(&self) -> &'static str {
        "impor-berkas"
    }

    fn title(&self) -> Cow<'_, str> {
        "Berkas".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Save, Command::Back, Command::Next, Command::Previous]
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => return self.look(),
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            _ => {}
        }
        match self.sheet.update(&msg, &|_, _| Vec::new()) {
            Told::End(_) => self.look(),
            other => Ok(other.effects()),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.sheet.view(area, buf, theme)
    }
}
