//! A new referral of a request.
use std::borrow::Cow;

use crate::{
    desk::{
        counter::Desk,
        directory::{About, offers},
        roads,
    },
    domain::{choice::Choice as _, id::Id, referral_road, request::Request, road},
    fault::Fault,
    form::{
        field::Draft,
        step::{ASK, MANNER, Manner, REFERRAL},
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        line,
        screen::{Effect, Msg, Opened, Route, Step},
        tied,
    },
};

/// Columns of the resident's words that are taken into the letter; the clerk shortens them there.
const WORDS: usize = 250;

/// The questions of a referral, for one request.
#[derive(Debug)]
pub struct Refer {
    request: Request,
    filling: Filling,
}

impl Refer {
    pub fn open(desk: &Desk, id: Id) -> Opened {
        let request: Request = desk.opened(id)?;
        if !request.status.is_open() {
            return Err(Fault::OffTheRoad);
        }
        let about = About::Request(&request);
        let given = |source, draft: &Draft| offers(desk, source, draft, about);
        let form = ("rujukan", REFERRAL);
        let filling = tied::tied(desk, request.ticket, form, (first(&request), &given));
        Ok(Box::new(Self { request, filling }))
    }
}

/// What is known before anything is asked.
fn first(request: &Request) -> Draft {
    let purpose = request.purpose.as_ref().map(ToString::to_string);
    let words = request.words.as_ref().map(|words| line::clip(words.as_str(), WORDS));
    let mut draft = Draft::default();
    let told: Vec<_> = purpose.into_iter().chain(words).collect();
    draft.put(ASK.id, told.join("; "));
    let on_paper = request.status.after(road::Step::Refer, request.kind.is_complaint()).is_some();
    let manner = if on_paper { Manner::Letter } else { Manner::Pointed };
    draft.put(MANNER.id, manner.code());
    draft
}

impl FormScreen for Refer {
    const NAME: &'static str = "rujuk";

    fn title(&self) -> Cow<'_, str> {
        "Rujuk ke lembaga".into()
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let id = self.request.id;
        let (request, ticket) =
            self.filling.finish(desk, |desk, draft| roads::refer(desk, id, draft))?;
        let made = request.referral(ticket).ok_or(Fault::Missing { what: "rujukan" })?;
        if made.status == referral_road::Status::Pointed {
            let words = format!("Arahan ke {} tercatat, tanpa surat.", made.institution_name);
            return Ok(vec![Effect::Back, Effect::Say(words)]);
        }
        // Where the letter cannot be made just now, the referral stays on the screen.
        let letter = Route::Letter { request: id, ticket };
        Ok(vec![Effect::Replace(Route::Referral { request: id, ticket }), Effect::Replace(letter)])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let about = About::Request(&self.request);
        let given = |source, draft: &Draft| offers(desk, source, draft, about);
        let told = self.filling.update(msg, &given);
        Ok(self.filling.effects(told))
    }
}
