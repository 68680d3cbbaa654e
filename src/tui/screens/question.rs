//! A question at the counter: one sheet, counted and closed as it is saved.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        directory, keeping,
        requests::{self, Subject},
    },
    domain::{choice::Choice as _, request::Kind},
    fault::Fault,
    form::{
        field::{Draft, Field},
        request::{KIND, QUESTION},
    },
    tui::{
        command::Command,
        filling::{COMMANDS, Filling},
        screen::{Effect, Msg, Opened, Screen, Step},
        sheet::Sheet,
        theme::Theme,
    },
};

const FORM: &str = "informasi";

/// The sheet of a question.
#[derive(Debug)]
pub struct Question(Filling);

/// A new question.
pub fn begin(desk: &mut Desk) -> Opened {
    let mut draft = Draft::default();
    draft.put(KIND.id, Kind::Information.code());
    draft.put(keeping::APART, keeping::serial(desk, FORM));
    Ok(Box::new(Question(Filling::begun(FORM, sheet(desk, draft)))))
}

/// A question that was left half-typed.
pub fn resume(desk: &mut Desk, slot: &str) -> Opened {
    let draft = keeping::of(desk, slot).ok_or(Fault::Missing { what: "konsep" })?;
    Ok(Box::new(Question(Filling::resumed(FORM, sheet(desk, draft)))))
}

fn sheet(desk: &Desk, draft: Draft) -> Sheet {
    let offers =
        |source, draft: &Draft| directory::offers(desk, source, draft, directory::About::Nothing);
    Sheet::new(QUESTION, draft, desk.today()).labelled(&offers)
}

impl Question {
    fn save(&mut self, desk: &mut Desk) -> Step {
        let taken = self
            .0
            .save(|draft, confirmed| requests::take(desk, draft, Subject::Nobody, confirmed))?;
        self.0.forget(desk)?;
        let (register, ticket) = (taken.request.register, taken.request.ticket);
        let said = format!("Tersimpan dan terhitung: register {register}, tiket {ticket}.");
        Ok(vec![Effect::Back, Effect::Say(said)])
    }
}

impl Screen for Question {
    fn name(&self) -> &'static str {
        "informasi"
    }

    fn title(&self) -> Cow<'_, str> {
        "Informasi".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.0.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        self.0.refusal(command)
    }

    fn field(&self) -> Option<&'static Field> {
        self.0.sheet.field()
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.0.draft()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => return self.save(desk),
            Msg::Command(Command::Back) => return Ok(self.0.leave()),
            _ => {}
        }
        let offers = |source, draft: &Draft| {
            directory::offers(desk, source, draft, directory::About::Nothing)
        };
        let told = self.0.update(&msg, &offers);
        Ok(self.0.effects(told))
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.0.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.sheet.view(area, buf, theme)
    }
}
