//! The number of a letter, where the office shares its series with letters written elsewhere.
use std::borrow::Cow;

use crate::{
    desk::{counter::Desk, ledger, letters},
    domain::{id::Id, ticket::Ticket},
    form::{
        field::Draft,
        ledger::{NUMBERED, SERIAL},
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Route, Step},
        tied,
    },
};

/// The question for the letter of one referral.
#[derive(Debug)]
pub struct Number {
    request: Id,
    ticket: Ticket,
    filling: Filling,
}

impl Number {
    /// Asks for the serial of a letter; the next one is there already.
    pub fn open(desk: &Desk, request: Id, ticket: Ticket) -> Opened {
        let mut first = Draft::default();
        first.put(SERIAL.id, ledger::coming(desk)?.to_string());
        let form = ("nomor-surat", NUMBERED);
        let filling = tied::tied(desk, ticket, form, (first, &|_, _| Vec::new()));
        Ok(Box::new(Self { request, ticket, filling }))
    }
}

impl FormScreen for Number {
    const NAME: &'static str = "nomor-surat";

    fn title(&self) -> Cow<'_, str> {
        "Nomor surat".into()
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let (request, ticket) = (self.request, self.ticket);
        let number =
            |desk: &mut Desk, draft: &Draft| letters::issue_numbered(desk, request, ticket, draft);
        self.filling.finish(desk, number)?;
        Ok(vec![Effect::Replace(Route::Letter { request, ticket })])
    }

    fn answer(&mut self, msg: &Msg, _: &mut Desk) -> Step {
        let told = self.filling.update(msg, &|_, _| Vec::new());
        Ok(self.filling.effects(told))
    }
}
