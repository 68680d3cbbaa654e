//! To whom a search is narrowed.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, directory, filtering},
    domain::filter::Filter,
    fault::Fault,
    form::{
        field::{Draft, Field, Offer, Source},
        filter::{AREA, FIELDS, answers},
    },
    tui::{
        command::Command,
        editing::refusal,
        screen::{Answer, Effect, Msg, Opened, Screen, Step},
        sheet::Sheet,
        theme::Theme,
    },
};

/// The questions; what is answered goes back to the search and is kept nowhere.
#[derive(Debug)]
pub struct Narrow(Sheet);

const COMMANDS: &[Command] =
    &[Command::Save, Command::LookUp, Command::Next, Command::Previous, Command::Back];

/// Asks, beginning with what is asked already.
pub fn open(desk: &Desk, now: &Filter) -> Opened {
    let offers = |source, draft: &Draft| offers(desk, source, draft);
    let sheet = Sheet::new(FIELDS, answers(now), desk.today()).labelled(&offers);
    Ok(Box::new(Narrow(sheet)))
}

fn offers(desk: &Desk, source: Source, draft: &Draft) -> Vec<Offer> {
    let Source::Area = source else {
        return directory::offers(desk, source, draft, directory::About::Nothing);
    };
    directory::areas(draft.text(&AREA))
}

impl Screen for Narrow {
    fn name(&self) -> &'static str {
        "saring"
    }

    fn title(&self) -> Cow<'_, str> {
        "Saring".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.0.hint()
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        refusal(command, self.0.field())
    }

    fn field(&self) -> Option<&'static Field> {
        self.0.field()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                self.0.judge()?;
                let filter = filtering::asked(desk, &self.0.draft)?;
                Ok(vec![Effect::Tell(Answer::Narrowed(Box::new(filter)))])
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            msg => {
                let offers = |source, draft: &Draft| offers(desk, source, draft);
                Ok(self.0.update(&msg, &offers).effects())
            }
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.0.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}
