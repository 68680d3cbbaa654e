//! A referral: where it went, what was asked, and what was heard of it.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{aid_notes, counter::Desk, letters, lists, tables},
    domain::{
        choice::Choice as _, id::Id, letter::Letter, referral::Referral, referral_road::Status,
        request::Request, ticket::Ticket,
    },
    fault::Fault,
    store::record::Table,
    tui::{
        command::Command,
        happened::{self, Happened},
        screen::{Effect, Msg, NoteOf, Opened, Route, Screen, Step},
        theme::Theme,
        widget::parts::{Parts, Row},
    },
};

/// A referral; its letter can be opened.
#[derive(Debug)]
pub struct Trail {
    request: Request,
    referral: Referral,
    title: String,
    /// Whether aid came of the request that is not written down yet.
    gave: bool,
    parts: Parts<Id>,
}

impl Trail {
    pub fn open(desk: &Desk, id: Id, ticket: Ticket) -> Opened {
        let (request, referral) = found(desk, id, ticket)?;
        let parts = Parts::new(rows(desk, &request, &referral)?);
        let gave = aid_notes::served(desk, &request)?.is_some();
        Ok(Box::new(Self { title: ticket.to_string(), request, referral, gave, parts }))
    }
}

fn found(desk: &Desk, id: Id, ticket: Ticket) -> Result<(Request, Referral), Fault> {
    let request: Request = desk.opened(id)?;
    let referral = request.referral(ticket).ok_or(Fault::Missing { what: "rujukan" })?.clone();
    Ok((request, referral))
}

impl Screen for Trail {
    fn name(&self) -> &'static str {
        "rujukan"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match self.referral.status {
            Status::Draft => "Suratnya belum keluar. Enter membuka surat untuk dicetak.",
            status if status.is_open() => "F8 mencatat kabar dari lembaga atau dari warga.",
            _ if self.gave => {
                "Rujukan ini berhasil. Huruf b mencatat bantuannya; F8 langkah berikut."
            }
            _ if self.request.status.is_open() => {
                "Rujukan ini sudah berakhir. F8 memilih langkah permohonannya."
            }
            _ => "Rujukan ini sudah berakhir dan permohonannya ditutup.",
        }
        .into()
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::MoveOn,
            Command::Letter,
            Command::Back,
            Command::Open,
            Command::Aid,
            Command::History,
            Command::NextPart,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let (request, referral) = (&self.request, &self.referral);
        match command {
            Command::MoveOn if !referral.status.is_open() && request.steps().is_empty() => {
                Some("rujukan ini sudah berakhir dan permohonannya ditutup")
            }
            Command::Aid if !self.gave => Some("tidak ada hasil bantuan yang belum dicatat"),
            Command::Letter | Command::Open if referral.status == Status::Pointed => {
                Some("ini hanya arahan, tanpa surat")
            }
            Command::Letter | Command::Open
                if referral.letters.is_empty() && referral.status != Status::Draft =>
            {
                Some("rujukan ini berakhir sebelum ada suratnya")
            }
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        let (request, ticket) = (self.request.id, self.referral.ticket);
        Ok(match msg {
            Msg::Command(Command::MoveOn) if self.referral.status.is_open() => {
                vec![Effect::Go(Route::News { request, ticket })]
            }
            Msg::Command(Command::MoveOn) => vec![Effect::Go(Route::MoveOn(request))],
            Msg::Command(Command::Letter | Command::Open) => {
                vec![Effect::Go(Route::Letter { request, ticket })]
            }
            Msg::Command(Command::Aid) => {
                let note = |who| Effect::Go(Route::AidNote { who, of: NoteOf::Request(request) });
                self.request.subject.map(note).into_iter().collect()
            }
            Msg::Command(Command::History) => {
                vec![Effect::Go(Route::History(Table::Request, request))]
            }
            Msg::Command(Command::NextPart) => {
                self.parts.turn();
                vec![]
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Again => {
                (self.request, self.referral) = found(desk, request, ticket)?;
                self.gave = aid_notes::served(desk, &self.request)?.is_some();
                self.parts.fill(rows(desk, &self.request, &self.referral)?);
                vec![]
            }
            other => {
                self.parts.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.parts.view(area, buf, theme)
    }
}

fn rows(desk: &Desk, request: &Request, referral: &Referral) -> Result<Vec<Row<Id>>, Fault> {
    let mut rows = vec![
        Row::pair("Status", referral.status.label()),
        Row::pair("Lembaga", referral.institution_name.as_str()),
    ];
    if let Ok(place) = tables::institution(desk, &referral.institution) {
        let told = [("Alamat", &place.address), ("Telepon", &place.phone), ("Jam", &place.hours)];
        let known = told.into_iter().filter_map(|(label, words)| Some((label, words.as_ref()?)));
        rows.extend(known.map(|(label, words)| Row::pair(label, words.as_str())));
    }
    rows.push(Row::pair("Yang dimohon", referral.ask.as_str()));
    rows.push(Row::pair("Nama", lists::subject_name(desk, request)?));
    rows.push(Row::pair("Permohonan", format!("{} · {}", request.ticket, request.status)));
    rows.push(Row::heading("Surat"));
    let letters = letters::of(desk, referral)?;
    if letters.is_empty() {
        let pointed = referral.status == Status::Pointed;
        rows.push(Row::words(if pointed { "Tanpa surat." } else { "Belum ada surat." }));
    }
    rows.extend(letters.iter().map(letter));
    rows.push(Row::heading("Riwayat"));
    for event in referral.road.iter().rev() {
        let happened = Happened {
            step: event.step.label(),
            reasons: event.step.reasons(),
            stamp: event.stamp,
            reason: event.reason.as_deref(),
            note: event.note.as_ref(),
        };
        rows.extend(happened::rows(desk, &happened));
    }
    if referral.road.is_empty() {
        rows.push(Row::words("Belum ada kabar."));
    }
    Ok(rows)
}

fn letter(letter: &Letter) -> Row<Id> {
    let until = letter.valid_until.map(|day| format!(" · berlaku sampai {day}"));
    let copies = match letter.outs() {
        0 => String::new(),
        many => format!(" · {many} kali keluar"),
    };
    let words = format!("{} · {}{copies}", letter.number, letter.state);
    Row::opening(letter.id, words + &until.unwrap_or_default())
}
