//! Correcting a request that was saved.
use std::borrow::Cow;

use crate::{
    desk::{counter::Desk, directory, mending},
    domain::{id::Id, request::Request},
    form::{
        field::{Draft, Field, Offer, Source},
        request::MENDED,
        request_answers::answers,
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Step},
        tied,
    },
};

/// The form, and the request that it corrects.
#[derive(Debug)]
pub struct RequestForm {
    request: Request,
    title: String,
    filling: Filling,
}

/// A saved request; what was left half-typed about it is there again.
pub fn mend(desk: &Desk, id: Id) -> Opened {
    let request: Request = desk.opened(id)?;
    let given = |source, draft: &Draft| offers(desk, &request, source, draft);
    let form = ("ubah-permohonan", MENDED as &[&Field]);
    let filling = tied::tied(desk, request.ticket, form, (answers(&request), &given));
    let title = format!("Ubah {}", request.ticket);
    Ok(Box::new(RequestForm { request, title, filling }))
}

/// The answers on offer; its papers are those it was taken with.
fn offers(desk: &Desk, request: &Request, source: Source, draft: &Draft) -> Vec<Offer> {
    match source {
        Source::Paper => directory::checklist(request),
        source => directory::offers(desk, source, draft, directory::About::Nothing),
    }
}

impl FormScreen for RequestForm {
    const NAME: &'static str = "ubah-permohonan";

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let id = self.request.id;
        let request = self.filling.finish(desk, |desk, draft| mending::mend(desk, id, draft))?;
        let missing: Vec<_> = request.missing().map(|paper| paper.name.as_str()).collect();
        let lacks = match missing.as_slice() {
            [] => String::new(),
            missing => format!(" Masih kurang: {}.", missing.join(", ")),
        };
        Ok(vec![Effect::Back, Effect::Say(format!("Tersimpan: {}.{lacks}", request.ticket))])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let request = &self.request;
        let given = |source, draft: &Draft| offers(desk, request, source, draft);
        let told = self.filling.update(msg, &given);
        Ok(self.filling.effects(told))
    }
}
