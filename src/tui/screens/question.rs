//! A question at the counter: one sheet, counted and closed as it is saved.
use std::borrow::Cow;

use crate::{
    desk::{
        counter::Desk,
        directory, keeping,
        requests::{self, Subject},
    },
    domain::{choice::Choice as _, request::Kind},
    fault::Fault,
    form::{
        field::Draft,
        request::{KIND, QUESTION, says_something},
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Step},
        sheet::Sheet,
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

impl FormScreen for Question {
    const NAME: &'static str = "informasi";

    fn title(&self) -> Cow<'_, str> {
        "Informasi".into()
    }

    fn filling(&self) -> &Filling {
        &self.0
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.0
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let taken = self.0.save(|draft, confirmed| {
            says_something(draft)?;
            requests::take(desk, draft, Subject::Nobody, confirmed)
        })?;
        self.0.forget(desk)?;
        let (register, ticket) = (taken.request.register, taken.request.ticket);
        let said = format!("Tersimpan dan terhitung: register {register}, tiket {ticket}.");
        Ok(vec![Effect::Back, Effect::Say(said)])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let offers = |source, draft: &Draft| {
            directory::offers(desk, source, draft, directory::About::Nothing)
        };
        let told = self.0.update(msg, &offers);
        Ok(self.0.effects(told))
    }
}
