//! The next step of a request.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        directory::{About, offers},
        roads,
    },
    domain::{id::Id, promise::Promise, request::Request, road::Status},
    fault::Fault,
    form::{
        field::{Draft, Field, Source},
        step::{FIELDS, REASON, STEP},
    },
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        tied::{COMMANDS, Tied},
    },
};

/// The questions of a step, for one request.
#[derive(Debug)]
pub struct MoveOn {
    request: Request,
    title: String,
    possible: String,
    tied: Tied,
}

impl MoveOn {
    pub fn open(desk: &Desk, id: Id) -> Opened {
        let request: Request = desk.must(id)?;
        let given = |source, draft: &Draft| offers(desk, source, draft, About::Request(&request));
        let steps = given(Source::Step, &Draft::default());
        if steps.is_empty() {
            return Err(Fault::OffTheRoad);
        }
        let labels: Vec<_> = steps.iter().map(|step| step.label.as_str()).collect();
        let ticket = request.ticket.to_string();
        let tied = Tied::open(desk, ("langkah", FIELDS), ticket, Draft::default());
        Ok(Box::new(Self {
            title: format!("Langkah dari {}", request.status),
            possible: format!("F4 memilih: {}.", labels.join(" · ")),
            tied: tied.labelled(&given),
            request,
        }))
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        self.tied.sheet.judge()?;
        let request = roads::step(desk, self.request.id, &self.tied.sheet.draft)?;
        self.tied.saved(desk);
        let mut words = format!("Tersimpan. Status sekarang: {}.", request.status);
        if request.status == Status::Working && request.promise != Promise::Open {
            words.push_str(&format!(" Janji selesai: {}.", request.promise.words(desk.zone())));
        }
        Ok(vec![Effect::Back, Effect::Say(words)])
    }
}

impl Screen for MoveOn {
    fn name(&self) -> &'static str {
        "langkah"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let hint = self.tied.sheet.hint();
        if hint == STEP.hint { self.possible.as_str().into() } else { hint }
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        self.tied.refusal(command)
    }

    fn field(&self) -> Option<&'static Field> {
        self.tied.sheet.field()
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.tied.draft()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => self.save(desk),
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            other => {
                let about = About::Request(&self.request);
                let given = |source, draft: &Draft| offers(desk, source, draft, about);
                Ok(self.tied.told(&other, [&STEP, &REASON], &given).effects())
            }
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.tied.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.tied.sheet.view(area, buf, theme)
    }
}
