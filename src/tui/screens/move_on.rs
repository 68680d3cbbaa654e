//! The next step of a request.
use std::borrow::Cow;

use crate::{
    desk::{
        aid_notes,
        counter::Desk,
        directory::{About, offers},
        roads,
    },
    domain::{id::Id, promise::Promise, request::Request, road::Status},
    form::{
        field::{Draft, Source},
        step::{FIELDS, REASON, STEP},
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Step},
        tied,
    },
};

/// The questions of a step, for one request.
#[derive(Debug)]
pub struct MoveOn {
    request: Request,
    title: String,
    possible: String,
    filling: Filling,
}

impl MoveOn {
    pub fn open(desk: &Desk, id: Id) -> Opened {
        let request: Request = desk.opened(id)?;
        let given = |source, draft: &Draft| offers(desk, source, draft, About::Request(&request));
        let possible = tied::possible(&given(Source::Step, &Draft::default()))?;
        let form = ("langkah", FIELDS);
        let filling = tied::tied(desk, request.ticket, form, (Draft::default(), &given));
        Ok(Box::new(Self {
            title: format!("Langkah dari {}", request.status),
            possible,
            filling,
            request,
        }))
    }
}

impl FormScreen for MoveOn {
    const NAME: &'static str = "langkah";

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let hint = self.filling.sheet.hint();
        if hint == STEP.hint { self.possible.as_str().into() } else { hint }
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let id = self.request.id;
        let request = self.filling.finish(desk, |desk, draft| roads::step(desk, id, draft))?;
        let mut words = format!("Tersimpan. Status sekarang: {}.", request.status);
        if request.status == Status::Working && request.promise != Promise::Open {
            let promise = request.promise.words(desk.zone());
            words.extend([" Janji selesai: ", promise.as_str(), "."]);
        }
        if aid_notes::served(desk, &request)?.is_some() {
            words.push_str(" Huruf b mencatat bantuannya.");
        }
        Ok(vec![Effect::Back, Effect::Say(words)])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let about = About::Request(&self.request);
        let given = |source, draft: &Draft| offers(desk, source, draft, about);
        let told = tied::told(&mut self.filling, msg, [&STEP, &REASON], &given);
        Ok(self.filling.effects(told))
    }
}
