//! The case file: a request and all that happened to it.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{aid_notes, counter::Desk, letters, lists, portrait},
    domain::{
        choice::Choice as _,
        id::Id,
        reason::words,
        request::{Cover, Request},
        resident::{Identity, Resident},
        ticket::Ticket,
    },
    fault::Fault,
    store::record::Table,
    tui::{
        command::Command,
        happened::{self, Happened},
        letter_kinds,
        screen::{Effect, Msg, NoteOf, Opened, Route, Screen, Step},
        theme::Theme,
        widget::parts::{Parts, Row},
    },
};

/// A request; its referrals can be opened.
#[derive(Debug)]
pub struct CaseFile {
    request: Request,
    title: String,
    /// Whether aid came of it that is not written down yet.
    gave: bool,
    parts: Parts<Ticket>,
}

impl CaseFile {
    pub fn open(desk: &Desk, id: Id) -> Opened {
        let request: Request = desk.opened(id)?;
        let parts = Parts::new(rows(desk, &request)?);
        let gave = aid_notes::served(desk, &request)?.is_some();
        Ok(Box::new(Self { title: request.ticket.to_string(), request, gave, parts }))
    }
}

impl Screen for CaseFile {
    fn name(&self) -> &'static str {
        "permohonan"
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let status = self.request.status;
        if self.gave {
            return format!("{status}. Huruf b mencatat bantuan yang diterima warga ini.").into();
        }
        if !status.is_open() {
            format!("{status}. Berkas ini sudah ditutup dan tetap tersimpan.").into()
        } else if self.request.referrals.iter().any(|one| one.status.is_open()) {
            format!("{status}. Enter membuka rujukan untuk mencatat kabarnya.").into()
        } else {
            format!("{status}. F8 memilih langkah berikutnya.").into()
        }
    }

    fn commands(&self) -> &'static [Command] {
        &[
            Command::MoveOn,
            Command::Referral,
            Command::Back,
            Command::Open,
            Command::Edit,
            Command::Receipt,
            Command::Letter,
            Command::Card,
            Command::Aid,
            Command::History,
            Command::NextPart,
        ]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let request = &self.request;
        match command {
            Command::MoveOn if request.steps().is_empty() => Some("permohonan ini sudah ditutup"),
            Command::Referral if !request.status.is_open() => Some("permohonan ini sudah ditutup"),
            Command::Referral | Command::Card if request.subject.is_none() => {
                Some("permohonan ini tidak menyebut warga")
            }
            Command::Aid if !self.gave => Some("tidak ada hasil bantuan yang belum dicatat"),
            Command::Open if request.referrals.is_empty() => {
                Some("permohonan ini belum punya rujukan")
            }
            Command::Open if self.parts.selected().is_none() => {
                Some("pindahkan dahulu tanda > ke baris rujukannya")
            }
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        let id = self.request.id;
        let go = |route| vec![Effect::Go(route)];
        Ok(match msg {
            Msg::Command(Command::MoveOn) => go(Route::MoveOn(id)),
            Msg::Command(Command::Referral) => go(Route::Refer(id)),
            Msg::Command(Command::Edit) => go(Route::EditRequest(id)),
            Msg::Command(Command::Receipt) => go(Route::Receipt(id)),
            Msg::Command(Command::Letter) => {
                vec![Effect::Pick(letter_kinds::kinds(Some(&self.request)))]
            }
            Msg::Picked(codes) => {
                let kind = codes.into_iter().next();
                kind.map(|kind| go(Route::Write { kind, request: Some(id) })).unwrap_or_default()
            }
            Msg::Command(Command::Open) => {
                let ticket = self.parts.selected().copied();
                ticket.map(|ticket| go(Route::Referral { request: id, ticket })).unwrap_or_default()
            }
            Msg::Command(Command::Card) => {
                self.request.subject.map(|who| go(Route::Resident(who))).unwrap_or_default()
            }
            Msg::Command(Command::Aid) => {
                let note = |who| go(Route::AidNote { who, of: NoteOf::Request(id) });
                self.request.subject.map(note).unwrap_or_default()
            }
            Msg::Command(Command::History) => go(Route::History(Table::Request, id)),
            Msg::Command(Command::NextPart) => {
                self.parts.turn();
                vec![]
            }
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Again => {
                self.request = desk.opened(id)?;
                self.gave = aid_notes::served(desk, &self.request)?.is_some();
                self.parts.fill(rows(desk, &self.request)?);
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

type Rows = Vec<Row<Ticket>>;

fn rows(desk: &Desk, request: &Request) -> Result<Rows, Fault> {
    let mut rows = head(desk, request)?;
    rows.extend(referrals(request));
    rows.extend(posted(desk, request)?);
    rows.extend(papers(request));
    rows.extend(told(request));
    rows.extend(request.cover.as_ref().map(cover).unwrap_or_default());
    rows.push(Row::heading("Riwayat"));
    for event in request.road.iter().rev() {
        let happened = Happened {
            step: event.step.label(),
            reasons: event.step.reasons(),
            stamp: event.stamp,
            reason: event.reason.as_deref(),
            note: event.note.as_ref(),
        };
        rows.extend(happened::rows(desk, &happened));
    }
    let received = Happened {
        step: "Diterima",
        reasons: &[],
        stamp: request.received,
        reason: None,
        note: None,
    };
    rows.extend(happened::rows(desk, &received));
    Ok(rows)
}

/// Where it stands, and whom it is about.
fn head(desk: &Desk, request: &Request) -> Result<Rows, Fault> {
    let mut rows = vec![Row::pair("Status", request.status.label())];
    let result = request.outcome().and_then(|event| Some((event, event.reason.as_deref()?)));
    rows.extend(result.map(|(event, code)| Row::pair("Hasil", words(event.step.reasons(), code))));
    rows.extend(request.same_as.map(|first| Row::pair("Duplikat dari", first.to_string())));
    if desk.is_restricted(request)? {
        rows.push(Row::pair(portrait::RESTRICTED, portrait::SEALED));
    }
    if request.status.is_open() {
        rows.push(Row::pair("Janji selesai", request.promise.words(desk.zone())));
    }
    let name = lists::subject_name(desk, request)?;
    if let Some(who) = request.subject {
        let who: Resident = desk.opened(who)?;
        let nik = match who.identity {
            Identity::Nik(nik) => format!("NIK {}", nik.masked()),
            Identity::Missing(why) => format!("tanpa NIK ({})", why.to_string().to_lowercase()),
        };
        rows.push(Row::pair("Nama", format!("{name} · {nik}")));
        rows.extend(who.phone.map(|phone| Row::pair("Telepon", phone.to_string())));
    } else {
        rows.push(Row::pair("Nama", name));
    }
    if request.service.is_some() {
        rows.push(Row::pair("Layanan", lists::about(desk, request)));
    }
    Ok(rows)
}

/// The letters that were written for it, apart from those of its referrals.
fn posted(desk: &Desk, request: &Request) -> Result<Rows, Fault> {
    let own = letters::along(desk, request)?;
    let rows = own.iter().map(|letter| {
        let matter = letter.matter.as_ref().map(ToString::to_string).unwrap_or_default();
        Row::pair(letter.state.label(), format!("{} · {matter}", letter.number))
    });
    let heading = (!own.is_empty()).then(|| Row::heading("Surat"));
    Ok(heading.into_iter().chain(rows).collect())
}

/// What was said at the desk.
fn told(request: &Request) -> Rows {
    let urgent = if request.urgent { ", mendesak" } else { "" };
    let kind = format!("{}{urgent} · {}", request.kind, request.channel);
    let told = [
        ("Jenis", Some(kind)),
        ("Register", Some(request.register.to_string())),
        ("Yang datang", Some(caller(request))),
        ("Untuk apa", request.purpose.as_ref().map(ToString::to_string)),
        ("Kata warga", request.words.as_ref().map(ToString::to_string)),
        ("Dasar data", request.basis.map(|basis| basis.to_string())),
    ];
    let rows = told.into_iter().filter_map(|(label, words)| Some(Row::pair(label, words?)));
    std::iter::once(Row::heading("Keterangan")).chain(rows).collect()
}

fn caller(request: &Request) -> String {
    let caller = &request.caller;
    let Some(tie) = &caller.tie else { return "orangnya sendiri".to_owned() };
    let name = caller.name.as_ref().map(ToString::to_string);
    let phone = caller.phone.as_ref().map(ToString::to_string);
    let told = name.into_iter().chain([tie.to_string()]).chain(phone);
    told.collect::<Vec<_>>().join(", ")
}

fn cover(cover: &Cover) -> Rows {
    let told = [
        ("Nama peserta", cover.member.as_ref().map(ToString::to_string)),
        ("NIK peserta", cover.member_nik.map(crate::domain::nik::Nik::masked)),
        ("Nomor kartu", cover.card.as_ref().map(ToString::to_string)),
        ("Nonaktif sejak", cover.ended.map(|day| day.to_string())),
        ("Alasan", cover.need.map(|need| need.to_string())),
        ("Faskes", cover.facility.as_ref().map(ToString::to_string)),
        ("Surat faskes", cover.facility_letter.as_ref().map(ToString::to_string)),
    ];
    let rows: Rows =
        told.into_iter().filter_map(|(label, words)| Some(Row::pair(label, words?))).collect();
    if rows.is_empty() {
        return rows;
    }
    std::iter::once(Row::heading("Reaktivasi PBI-JK")).chain(rows).collect()
}

fn papers(request: &Request) -> Rows {
    if request.papers.is_empty() {
        return vec![];
    }
    let came = request.papers.iter().filter(|paper| paper.brought.is_some()).count();
    let title = format!("Berkas ({came} dari {})", request.papers.len());
    let lines = request.papers.iter().map(|paper| match (paper.brought, paper.required) {
        (Some(day), _) => Row::words(format!("[x] {}, {day}", paper.name)),
        (None, true) => Row::words(format!("[ ] {}", paper.name)),
        (None, false) => Row::words(format!("[ ] {}, bila ada", paper.name)),
    });
    std::iter::once(Row::heading(title)).chain(lines).collect()
}

fn referrals(request: &Request) -> Rows {
    if request.referrals.is_empty() {
        return vec![];
    }
    let lines = request.referrals.iter().map(|one| {
        let words = format!("{} · {} · {}", one.status, one.institution_name, one.ticket);
        Row::opening(one.ticket, words)
    });
    std::iter::once(Row::heading("Rujukan")).chain(lines).collect()
}
