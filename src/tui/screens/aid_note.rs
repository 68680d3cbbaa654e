//! The form of one aid: a new one, one that changed, or what came of a request.
use std::borrow::Cow;

use crate::{
    desk::{
        aid_card::{self, Matter},
        aid_notes::{self, Which},
        counter::Desk,
        directory::{About, offers},
        keeping,
    },
    domain::{choice::Choice as _, date::Day, id::Id, request::Request, resident::Resident},
    fault::Fault,
    form::{
        aid::{FIELDS, PROGRAMME, REACH, answers, begun, usual_reach},
        field::{Draft, Source},
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, NoteOf, Opened, Step},
        sheet::Sheet,
    },
};

const FORM: &str = "bantuan";

/// The form, and whose aid it is.
#[derive(Debug)]
pub struct AidNote {
    filling: Filling,
    which: Which,
    title: String,
}

/// Opens the form; what was left half-typed about the same aid is there again.
pub fn open(desk: &Desk, who: Id, of: NoteOf) -> Opened {
    let resident: Resident = desk.opened(who)?;
    let (mut draft, place, apart) = match of {
        NoteOf::New => (begun(Day(desk.today())), None, "baru".to_owned()),
        NoteOf::Place(place) => {
            let known = resident.benefits.get(place);
            let known = known.ok_or(Fault::Missing { what: "bantuan ini" })?;
            (answers(known), Some(place), place.to_string())
        }
        NoteOf::Request(id) => {
            let request: Request = desk.opened(id)?;
            let told = aid_notes::served(desk, &request)?;
            let told = told.ok_or(Fault::Missing { what: "bantuan dari permohonan ini" })?;
            (told, None, request.ticket.to_string().to_lowercase())
        }
    };
    draft.put(keeping::APART, format!("{who:?}-{apart}"));
    let (filling, mark) = match keeping::of(desk, &keeping::slot(FORM, &draft)) {
        Some(left) => (Filling::resumed(FORM, sheet(desk, left)), " (konsep)"),
        None => (Filling::begun(FORM, sheet(desk, draft)), ""),
    };
    let title = format!("Catat bansos: {}{mark}", resident.name());
    Ok(Box::new(AidNote { filling, which: (who, place), title }))
}

fn sheet(desk: &Desk, draft: Draft) -> Sheet {
    let given = |source, draft: &Draft| offers(desk, source, draft, About::Nothing);
    Sheet::new(FIELDS, draft, desk.today()).labelled(&given)
}

impl FormScreen for AidNote {
    const NAME: &'static str = "catat-bantuan";

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
        let which = self.which;
        let who =
            self.filling.save(|draft, confirmed| aid_notes::note(desk, which, draft, confirmed))?;
        self.filling.forget(desk)?;
        let place = which.1.unwrap_or(who.benefits.len().saturating_sub(1));
        let card = aid_card::card(desk, who.id)?;
        let met = card.asks.iter().find(|ask| {
            let this = |at: &usize| {
                card.given.get(*at).is_some_and(|one| (one.who, one.place) == (who.id, place))
            };
            ask.matter == Matter::Overlap && ask.about.iter().any(this)
        });
        let words = match met {
            Some(ask) => format!("Tersimpan. {}.", ask.words),
            None => "Tersimpan.".to_owned(),
        };
        Ok(vec![Effect::Back, Effect::Say(words)])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let given = |source: Source, draft: &Draft| offers(desk, source, draft, About::Nothing);
        let before = self.filling.sheet.draft.text(&PROGRAMME).to_owned();
        let told = self.filling.update(msg, &given);
        let now = self.filling.sheet.draft.text(&PROGRAMME);
        if now != before
            && let Some(reach) = usual_reach(now)
        {
            self.filling.sheet.put(REACH.id, reach.code(), &given);
        }
        Ok(self.filling.effects(told))
    }
}
