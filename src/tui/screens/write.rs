//! A letter or a slip that is written: what no record holds is asked, then it stands there to be
//! printed.
use std::borrow::Cow;

use crate::{
    desk::{
        counter::Desk,
        directory::{About, offers},
        keeping, letters, slips,
    },
    domain::{id::Id, letter::Letter, request::Request, ticket::Ticket},
    fault::Fault,
    form::{
        all::FORMS,
        field::{Draft, SUBJECT},
    },
    letter::kind::{Kind, Shape},
    tui::{
        filling::Filling,
        form_screen::FormScreen,
        screen::{Effect, Msg, Opened, Route, Step},
        sheet::Sheet,
    },
};

/// What is written for what.
#[derive(Debug, Clone, Copy)]
enum For {
    Referral {
        request: Id,
        ticket: Ticket,
    },
    Request(Id),
    Office,
    /// A letter that came out wrong.
    Correction(Id),
    /// A slip, for a request or of the office's own accord.
    Slip(Option<Id>),
}

/// The questions of a letter or a slip.
#[derive(Debug)]
pub struct Write {
    kind: &'static Kind,
    of: For,
    filling: Filling,
}

/// Asks for the letter of a referral what must be asked, beginning with these answers.
pub fn of_referral(
    desk: &Desk,
    (request, ticket): (Id, Ticket),
    (kind, first): (&'static Kind, Draft),
) -> Opened {
    open(desk, For::Referral { request, ticket }, (kind, first), &ticket.to_string())
}

/// Asks for a letter or slip of that kind for a request, or of the office's own accord.
pub fn of_kind(desk: &Desk, code: &str, request: Option<Id>) -> Opened {
    let kind = Kind::coded(code).ok_or(Fault::Missing { what: "jenis surat" })?;
    if kind.shape == Shape::Slip {
        let first = slips::first_answers(desk, kind, request)?;
        let of = request.map(|id| slips::slip(desk, id)).transpose()?;
        return open(desk, For::Slip(request), (kind, first), &ticket(of.as_ref()));
    }
    let first = letters::first_answers(desk, kind, request)?;
    let told = request.map(|id| desk.opened::<Request>(id)).transpose()?;
    let of = request.map_or(For::Office, For::Request);
    open(desk, of, (kind, first), &ticket(told.as_ref()))
}

/// Asks again what was asked for a letter that came out wrong.
pub fn correcting(desk: &Desk, id: Id) -> Opened {
    let number = desk.opened::<Letter>(id)?.number;
    open(desk, For::Correction(id), letters::correction(desk, id)?, number.as_str())
}

fn ticket(request: Option<&Request>) -> String {
    request.map(|request| request.ticket.to_string()).unwrap_or_default()
}

fn open(desk: &Desk, of: For, (kind, mut first): (&'static Kind, Draft), told: &str) -> Opened {
    first.put(keeping::APART, keeping::apart(told));
    first.put(SUBJECT, told);
    let name = format!("surat-{}", kind.code.to_lowercase());
    let form = FORMS.iter().find(|form| form.name == name);
    let form = form.ok_or(Fault::Asset("formulir surat"))?;
    let given = |source, draft: &Draft| offers(desk, source, draft, About::Nothing);
    let sheet = |draft| Sheet::new(kind.asked, draft, desk.today()).labelled(&given);
    let filling = match keeping::of(desk, &keeping::slot(form.name, &first)) {
        Some(left) => Filling::resumed(form.name, sheet(left)),
        None => Filling::begun(form.name, sheet(first)),
    };
    Ok(Box::new(Write { kind, of, filling }))
}

impl FormScreen for Write {
    const NAME: &'static str = "tulis-surat";

    fn title(&self) -> Cow<'_, str> {
        self.kind.label.into()
    }

    fn filling(&self) -> &Filling {
        &self.filling
    }

    fn filling_mut(&mut self) -> &mut Filling {
        &mut self.filling
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let (kind, of) = (self.kind, self.of);
        let written = self.filling.finish(desk, |desk, draft| {
            let letter = match of {
                For::Referral { request, ticket } => {
                    letters::issue_with(desk, request, ticket, draft)?
                }
                For::Request(request) => letters::write(desk, kind, Some(request), draft)?,
                For::Office => letters::write(desk, kind, None, draft)?,
                For::Correction(id) => letters::correct(desk, id, draft)?,
                For::Slip(request) => {
                    slips::handed(desk, kind, request, draft)?.lay(desk.office()?.paper)?;
                    return Ok(Route::Slip(kind.code.to_owned(), request, draft.clone()));
                }
            };
            Ok(Route::Posted(letter.id))
        })?;
        Ok(vec![Effect::Replace(written)])
    }

    fn answer(&mut self, msg: &Msg, desk: &mut Desk) -> Step {
        let given = |source, draft: &Draft| offers(desk, source, draft, About::Nothing);
        let told = self.filling.update(msg, &given);
        Ok(self.filling.effects(told))
    }
}
