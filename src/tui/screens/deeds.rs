//! What officers did: everything of one of them, or of all, in some days, the newest first.
use std::borrow::Cow;

use chrono::TimeDelta;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        deeds,
        directory::clerk_name,
        setup,
        span::Span,
        trace::{Found, Sought, Trace},
    },
    domain::{id::Id, may::Action},
    fault::Fault,
    form::field::Offer,
    tui::{
        command::Command,
        job::Job,
        picking::Picking,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Waktu", 16),
    Column::new("Perbuatan", 26),
    Column::new("Data", 0),
    Column::new("Petugas", 14),
];

/// The days that can be chosen: what they are called, and how many there are besides today.
const SPANS: &[(&str, Option<i64>)] = &[
    ("hari ini", Some(0)),
    ("7 hari terakhir", Some(6)),
    ("30 hari terakhir", Some(29)),
    ("sejak kantor berdiri", None),
];

/// Everybody, among the officers that can be chosen.
const ALL: &str = "semua";

/// The deeds, once a job has read them; their rows are written as far as they are looked at.
#[derive(Debug)]
pub struct Deeds {
    officer: Option<Id>,
    who: String,
    span: usize,
    trace: Trace,
    found: Vec<Found>,
    rows: Table<usize>,
    /// Is a job still reading?
    reading: bool,
}

impl Deeds {
    /// What an officer did today; everybody, where none is named.
    pub fn open(desk: &Desk, officer: Option<Id>) -> Opened {
        desk.permit(Action::ReadAudit, None)?;
        let mut deeds = Self {
            officer,
            who: String::new(),
            span: 0,
            trace: Trace::new(desk, Sought::Officer(officer, Span::default())),
            found: vec![],
            rows: Table::new(COLUMNS, "Tidak ada yang tercatat dalam masa itu."),
            reading: false,
        };
        deeds.seek(desk);
        Ok(Box::new(deeds))
    }

    /// Begins another search.
    fn seek(&mut self, desk: &Desk) {
        let (today, days) = (desk.today(), SPANS.get(self.span).and_then(|span| span.1));
        let from = days.map(|days| today - TimeDelta::days(days));
        let span = Span { from, to: None };
        let who = self.officer.map_or("Semua petugas", |id| clerk_name(desk, id));
        who.clone_into(&mut self.who);
        self.trace = Trace::new(desk, Sought::Officer(self.officer, span));
    }

    /// Begins the search for other deeds than those that are shown.
    fn begin_anew(&mut self, desk: &Desk) -> Vec<Effect> {
        self.found.clear();
        self.rows.fill(vec![]);
        self.seek(desk);
        self.begin()
    }

    /// Writes the rows around the selection.
    fn look(&mut self, desk: &Desk) -> Result<(), Fault> {
        let near: Vec<(usize, usize)> =
            self.rows.blank().map(|(place, deed)| (place, *deed)).collect();
        for (place, deed) in near {
            let Some(deed) = self.found.get(deed) else { continue };
            let line = deeds::line(desk, deed)?;
            let why = Some(line.reason).filter(|why| !why.is_empty());
            let about = [Some(line.about).filter(|about| !about.is_empty()), why];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(": ");
            self.rows.write(place, vec![line.when, line.act, about, line.by]);
        }
        Ok(())
    }
}

/// The officers to choose from.
fn officers(desk: &Desk) -> Picking {
    let everybody = Offer { code: ALL.to_owned(), label: "Semua petugas".to_owned() };
    let known = setup::clerks(desk).into_iter();
    let known = known.map(|clerk| Offer { code: clerk.code, label: clerk.name.to_string() });
    Picking {
        title: "Petugas".to_owned(),
        offers: [everybody].into_iter().chain(known).collect(),
        chosen: vec![],
        many: false,
        areas: false,
        typed: String::new(),
    }
}

impl Screen for Deeds {
    fn name(&self) -> &'static str {
        "jejak"
    }

    fn title(&self) -> Cow<'_, str> {
        "Jejak petugas".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let span = SPANS.get(self.span).map_or("", |span| span.0);
        format!("{}, {span}. F4 memilih petugas, F6 mengganti masanya.", self.who).into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::LookUp, Command::NextPart, Command::Back, Command::Open]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let at = self.rows.selected().and_then(|place| self.found.get(*place));
        let nothing = command == Command::Open && at.is_none_or(|deed| deed.about.is_none());
        nothing.then_some("tidak ada data yang dapat dibuka di sini")
    }

    fn typing(&self) -> bool {
        false
    }

    fn begin(&mut self) -> Vec<Effect> {
        self.reading = true;
        vec![Effect::Run(Job::Trace(self.trace.clone()))]
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Command(Command::LookUp) => return Ok(vec![Effect::Pick(officers(desk))]),
            Msg::Command(Command::Open) => {
                let deed = self.rows.selected().and_then(|place| self.found.get(*place));
                let about = deed.and_then(|deed| deed.about);
                let route = about.map(|(table, id)| Route::History(table, id));
                return Ok(route.map(Effect::Go).into_iter().collect());
            }
            Msg::Command(Command::NextPart) => {
                self.span = (self.span + 1) % SPANS.len();
                return Ok(self.begin_anew(desk));
            }
            Msg::Picked(codes) => {
                let code = codes.first().map_or("", String::as_str);
                self.officer = setup::with_code(desk, code);
                return Ok(self.begin_anew(desk));
            }
            Msg::Finished(Ok(_)) => {
                if let Some(found) = self.trace.take() {
                    self.reading = false;
                    let newest_first = (0..found.len()).rev();
                    self.rows.fill(newest_first.map(|deed| (deed, vec![])).collect());
                    self.found = found;
                }
                self.look(desk)?;
            }
            Msg::Finished(Err(_)) => self.reading = false,
            Msg::Again => {
                desk.permit(Action::ReadAudit, None)?;
                if self.trace.is_behind(desk) {
                    self.seek(desk);
                    return Ok(self.begin());
                }
            }
            other => {
                self.rows.update(&other);
                self.look(desk)?;
            }
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        if self.reading && self.rows.is_empty() {
            Line::raw("Membaca jurnal…").render(area, buf);
            return area.as_position();
        }
        self.rows.view(area, buf, theme)
    }
}
