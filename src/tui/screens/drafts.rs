//! The forms that were left half-typed.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        keeping::{self, Unfinished},
        lists, setup,
    },
    domain::{
        choice::Choice as _,
        id::Id,
        request,
        ticket::{Series, Ticket},
    },
    fault::Fault,
    form::{all::FORMS, field::SUBJECT},
    letter::kind::Kind,
    tui::{
        command::Command,
        screen::{Effect, Msg, NoteOf, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] =
    &[Column::new("Isian", 17), Column::new("Tentang", 24), Column::new("Yang sudah ditulis", 0)];

/// The list of unfinished forms.
#[derive(Debug)]
pub struct Drafts {
    left: Vec<Unfinished>,
    forms: Table<String>,
}

impl Drafts {
    /// What is unfinished now.
    pub fn open(desk: &mut Desk) -> Opened {
        let forms = Table::new(COLUMNS, "Tidak ada isian yang belum selesai.");
        let mut drafts = Self { left: vec![], forms };
        drafts.read(desk)?;
        Ok(Box::new(drafts))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        self.left = keeping::unfinished(desk);
        let mut rows = Vec::new();
        for left in &self.left {
            let form = FORMS.iter().find(|form| form.name == left.form);
            let title = form.map_or(left.form.as_str(), |form| form.title).to_owned();
            let about = about(desk, left)?;
            let words = if about == lists::HIDDEN { String::new() } else { left.words() };
            rows.push((left.slot(), vec![title, about, words]));
        }
        self.forms.fill(rows);
        Ok(())
    }

    fn pointed(&self) -> Option<&Unfinished> {
        let slot = self.forms.selected()?;
        self.left.iter().find(|left| left.slot() == *slot)
    }

    fn go(&self, desk: &Desk) -> Vec<Effect> {
        let Some(left) = self.pointed() else { return vec![] };
        vec![match route(desk, left) {
            Some(route) => Effect::Go(route),
            None => Effect::Say("Isian ini tidak dapat dibuka lagi; Del membuangnya.".to_owned()),
        }]
    }
}

/// The resident whom a draft is about, and what follows the id in its hidden answer.
fn resident(left: &Unfinished) -> Option<(Id, &str)> {
    let apart = left.draft.named(keeping::APART);
    let (id, rest) = apart.split_once('-').unwrap_or((apart, ""));
    Some((id.parse().ok()?, rest))
}

/// The request that a draft is about, by its ticket or that of a referral.
fn request(desk: &Desk, left: &Unfinished) -> Option<Id> {
    lists::with_ticket(desk, left.draft.named(SUBJECT))
}

fn about(desk: &Desk, left: &Unfinished) -> Result<String, Fault> {
    if let Some((id, _)) = resident(left) {
        return lists::resident_name(desk, id);
    }
    match request(desk, left) {
        Some(id) => Ok(lists::line(desk, id)?.name),
        None if left.form == "warga" => Ok("Warga baru".to_owned()),
        None => Ok(left.draft.named(SUBJECT).to_owned()),
    }
}

/// The screen where an unfinished form goes on.
fn route(desk: &Desk, left: &Unfinished) -> Option<Route> {
    let subject = left.draft.named(SUBJECT);
    let known = Some(subject.to_owned()).filter(|code| !code.is_empty());
    Some(match left.form.as_str() {
        "warga" => match resident(left) {
            Some((id, _)) => Route::EditResident(id),
            None => Route::ResumeResident(left.slot()),
        },
        "permohonan" => {
            let (subject, kind) = resident(left)?;
            Route::NewRequest { subject, kind: request::Kind::coded(kind)? }
        }
        "bantuan" => {
            let (who, rest) = resident(left)?;
            let of = match rest {
                "baru" => NoteOf::New,
                place if place.parse::<usize>().is_ok() => NoteOf::Place(place.parse().ok()?),
                ticket => NoteOf::Request(lists::with_ticket(desk, &ticket.to_uppercase())?),
            };
            Route::AidNote { who, of }
        }
        "informasi" => Route::ResumeQuestion(left.slot()),
        "ubah-permohonan" => Route::EditRequest(request(desk, left)?),
        "langkah" => Route::MoveOn(request(desk, left)?),
        "rujukan" => Route::Refer(request(desk, left)?),
        "kabar-rujukan" => {
            Route::News { request: request(desk, left)?, ticket: subject.parse().ok()? }
        }
        "kantor" => Route::Office,
        "petugas" => Route::Clerk(match known {
            Some(code) => Some(setup::with_code(desk, &code)?),
            None => None,
        }),
        "lembaga" => Route::Institution(known),
        "layanan" => Route::Service(known?),
        "nomor-disisihkan" => Route::HoldNumbers,
        "surat-tangan" => Route::HandLetter(subject.parse().ok()),
        "batal-nomor" => Route::VoidLetter(desk.book.letters.with_number(subject)?),
        "aturan-surat" => Route::LetterRule(known?),
        "printer" => Route::Printer(known?),
        "templat" => Route::Wording(known?),
        form => {
            if let Some(letter) = desk.book.letters.with_number(subject) {
                return Some(Route::Correct(letter));
            }
            let code = form.strip_prefix("surat-")?.to_uppercase();
            let kind = Kind::coded(&code)?.code.to_owned();
            match (request(desk, left), subject.parse::<Ticket>()) {
                (Some(request), Ok(ticket)) if ticket.series == Series::Referral => {
                    Route::Letter { request, ticket }
                }
                (request, _) => Route::Write { kind, request },
            }
        }
    })
}

impl Screen for Drafts {
    fn name(&self) -> &'static str {
        "konsep"
    }

    fn title(&self) -> Cow<'_, str> {
        "Konsep".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Enter melanjutkan isian yang ditunjuk; Del membuangnya.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open, Command::Remove, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let needs = matches!(command, Command::Open | Command::Remove);
        (needs && self.forms.is_empty()).then_some("tidak ada konsep")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Open) => return Ok(self.go(desk)),
            Msg::Command(Command::Remove) => {
                let words = "Buang isian ini? Yang sudah diketik di dalamnya tidak kembali.";
                return Ok(vec![Effect::Ask(words.to_owned())]);
            }
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Agreed => {
                if let Some(left) = self.pointed() {
                    keeping::forget(desk, &left.slot())?;
                }
                self.read(desk)?;
                return Ok(vec![Effect::Say("Dibuang.".to_owned())]);
            }
            Msg::Again => self.read(desk)?,
            other => drop(self.forms.update(&other)),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.forms.view(area, buf, theme)
    }
}
