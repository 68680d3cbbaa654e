//! The form of a request about a resident.
use std::borrow::Cow;

use crate::{
    desk::{
        counter::Desk,
        directory, keeping,
        requests::{self, Subject},
    },
    domain::{
        choice::Choice as _,
        doubt::Doubt,
        id::Id,
        request::{Kind, Request},
        resident::Resident,
    },
    fault::Fault,
    form::{
        field::{Draft, Source},
        request::{FIELDS, KIND, PAPERS, SERVICE, WORDS, says_something},
        resident::DESIL,
    },
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Route, Step},
        sheet::Sheet,
    },
};

const FORM: &str = "permohonan";

/// Said when the clerk cannot open what was just saved.
const SEALED: &str = "Terbatas: petugas yang berhak melanjutkannya.";

/// The form, and whom it is about.
#[derive(Debug)]
pub struct NewRequest {
    filling: Filling,
    subject: Id,
    title: String,
    /// The papers that the chosen service asks for, in one line.
    papers: String,
}

/// A request of that kind about a resident; what was left half-typed about both is there again.
pub fn open(desk: &mut Desk, subject: Id, kind: Kind) -> Opened {
    let who: Resident = desk.opened(subject)?;
    let mut draft = Draft::default();
    draft.put(KIND.id, kind.code());
    draft.put(keeping::APART, format!("{subject:?}-{}", kind.code()));
    let kept = keeping::of(desk, &keeping::slot(FORM, &draft));
    let (mut filling, mark) = match kept {
        Some(draft) => (Filling::resumed(FORM, sheet(desk, draft)), " (konsep)"),
        None => (Filling::begun(FORM, sheet(desk, draft)), ""),
    };
    // What is reported comes first; a service need not be known yet.
    filling.sheet.point(if kind == Kind::Service { SERVICE.id } else { WORDS.id });
    let title = format!("{kind}: {}{mark}", who.name());
    Ok(Box::new(NewRequest { filling, subject, title, papers: String::new() }))
}

fn sheet(desk: &Desk, draft: Draft) -> Sheet {
    let offers =
        |source, draft: &Draft| directory::offers(desk, source, draft, directory::About::Nothing);
    Sheet::new(FIELDS, draft, desk.today()).labelled(&offers)
}

/// A doubt about the resident's desil stands at the service that asks for it.
fn here(fault: Fault) -> Fault {
    let Fault::Doubtful(doubts) = fault else { return fault };
    let moved = doubts.into_iter().map(|doubt| match doubt.field {
        field if field == DESIL.id => Doubt { field: SERVICE.id, ..doubt },
        _ => doubt,
    });
    Fault::Doubtful(moved.collect())
}

impl FormScreen for NewRequest {
    const NAME: &'static str = "permohonan-baru";

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let hint = self.filling.sheet.hint();
        if hint == PAPERS.hint && !self.papers.is_empty() {
            return format!("F4 mencentang: {}.", self.papers).into();
        }
        hint
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let subject = self.subject;
        let taken = self.filling.save(|draft, confirmed| {
            says_something(draft)?;
            requests::take(desk, draft, Subject::Known(subject), confirmed).map_err(here)
        })?;
        self.filling.forget(desk)?;
        let request = &taken.request;
        let notes = taken.notes.iter().map(|note| format!(" Catatan: {}.", note.why));
        let said = format!(
            "Tersimpan: register {}, tiket {}.{}",
            request.register,
            request.ticket,
            notes.collect::<String>()
        );
        let id = request.id;
        if let Err(Fault::Forbidden(_)) = desk.opened::<Request>(id) {
            let said = format!("{said} {SEALED}");
            return Ok(vec![Effect::Replace(Route::Receipt(id)), Effect::Say(said)]);
        }
        Ok(vec![
            Effect::Replace(Route::Request(id)),
            Effect::Go(Route::Receipt(id)),
            Effect::Say(said),
        ])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let offers = |source, draft: &Draft| {
            directory::offers(desk, source, draft, directory::About::Nothing)
        };
        let told = self.filling.update(msg, &offers);
        if self.filling.sheet.field().is_some_and(|field| field.id == PAPERS.id) {
            let asked = offers(Source::Paper, &self.filling.sheet.draft);
            let names: Vec<String> = asked.into_iter().map(|offer| offer.label).collect();
            self.papers = names.join(" · ");
        }
        Ok(self.filling.effects(told))
    }
}
