//! News about a referral.
use std::borrow::Cow;

use crate::{
    desk::{
        aid_notes,
        counter::Desk,
        directory::{About, offers},
        roads,
    },
    domain::{id::Id, referral_road::Status, request::Request, ticket::Ticket},
    fault::Fault,
    form::{
        field::{Draft, Source},
        step::{REFERRAL_FIELDS, REFERRAL_REASON, REFERRAL_STEP},
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Step},
        tied,
    },
};

/// The questions of a step, for one referral.
#[derive(Debug)]
pub struct News {
    request: Request,
    ticket: Ticket,
    status: Status,
    title: String,
    possible: String,
    filling: Filling,
}

impl News {
    pub fn open(desk: &Desk, id: Id, ticket: Ticket) -> Opened {
        let request: Request = desk.opened(id)?;
        let referral = request.referral(ticket).ok_or(Fault::Missing { what: "rujukan" })?;
        let status = referral.status;
        let about = About::Referral(&request, status);
        let given = |source, draft: &Draft| offers(desk, source, draft, about);
        let possible = tied::possible(&given(Source::ReferralStep, &Draft::default()))?;
        let form = ("kabar-rujukan", REFERRAL_FIELDS);
        let filling = tied::tied(desk, ticket, form, (Draft::default(), &given));
        Ok(Box::new(Self {
            title: format!("Kabar dari {}", referral.institution_name),
            possible,
            filling,
            ticket,
            status,
            request,
        }))
    }
}

impl FormScreen for News {
    const NAME: &'static str = "kabar-rujukan";

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let hint = self.filling.sheet.hint();
        if hint == REFERRAL_STEP.hint { self.possible.as_str().into() } else { hint }
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let (id, ticket) = (self.request.id, self.ticket);
        let request =
            self.filling.finish(desk, |desk, draft| roads::news(desk, id, ticket, draft))?;
        let status = request.referral(self.ticket).map_or(self.status, |referral| referral.status);
        let mut words = format!("Kabar tersimpan: {status}.");
        if !status.is_open() && request.status.is_open() {
            words.push_str(if status == Status::Finished {
                " Tekan F8 untuk menutup permohonan ini."
            } else {
                " F8 memilih langkah permohonannya."
            });
        }
        if aid_notes::served(desk, &request)?.is_some() {
            words.push_str(" Huruf b mencatat bantuannya.");
        }
        Ok(vec![Effect::Back, Effect::Say(words)])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let about = About::Referral(&self.request, self.status);
        let given = |source, draft: &Draft| offers(desk, source, draft, about);
        let asked = [&REFERRAL_STEP, &REFERRAL_REASON];
        let told = tied::told(&mut self.filling, msg, asked, &given);
        Ok(self.filling.effects(told))
    }
}
