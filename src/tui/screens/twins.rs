//! The residents who may be one person, two by two: a list to work through.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        portrait,
        twins::{Twin, Twins},
    },
    domain::{id::Id, resident::Resident},
    tui::{
        command::Command,
        job::Job,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Nilai", 5).right(),
    Column::new("Yang satu", 26),
    Column::new("NIK", 16),
    Column::new("Yang lain", 0),
];

/// The pairs, once a job has found them; their rows are written as far as they are looked at.
#[derive(Debug)]
pub struct Pairs {
    twins: Twins,
    rows: Table<(Id, Id, u8)>,
    reading: bool,
}

impl Pairs {
    /// Nothing is found yet.
    pub fn open(desk: &Desk) -> Opened {
        let rows = Table::new(COLUMNS, "Tidak ada dua data yang mungkin satu orang.");
        Ok(Box::new(Self { twins: Twins::new(desk)?, rows, reading: false }))
    }

    /// Writes the rows around the selection.
    fn look(&mut self, desk: &Desk) {
        let near: Vec<_> = self.rows.blank().map(|(place, pair)| (place, *pair)).collect();
        for (place, (one, other, score)) in near {
            let (Ok(one), Ok(other)) = (desk.opened(one), desk.opened(other)) else { continue };
            let (one, other) = (portrait::line(desk, &one), portrait::line(desk, &other));
            let other = format!("{}, {}", other.name, other.nik);
            self.rows.write(place, vec![score.to_string(), one.name, one.nik, other]);
        }
    }

    /// The pairs that are still two, and that nobody has told apart.
    fn fill(&mut self, desk: &Desk, pairs: Vec<(Id, Id, u8)>) {
        let still = |(one, other, _): &(Id, Id, u8)| {
            let (one, other) = (desk.opened::<Resident>(*one), desk.opened::<Resident>(*other));
            one.is_ok_and(|one| other.is_ok_and(|other| !one.unlike.contains(&other.id)))
        };
        self.rows.fill(pairs.into_iter().filter(still).map(|pair| (pair, vec![])).collect());
        self.look(desk);
    }
}

impl Screen for Pairs {
    fn name(&self) -> &'static str {
        "kembar"
    }

    fn title(&self) -> Cow<'_, str> {
        "Mungkin kembar".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Enter membandingkan keduanya: gabungkan, atau catat bukan orang yang sama.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        (command == Command::Open && self.rows.is_empty()).then_some("belum ada yang ditunjuk")
    }

    fn typing(&self) -> bool {
        false
    }

    fn begin(&mut self) -> Vec<Effect> {
        self.reading = true;
        vec![Effect::Run(Job::Twins(self.twins.clone()))]
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Command(Command::Open) => {
                let route = self.rows.selected().map(|(one, other, _)| Route::Merge(*one, *other));
                return Ok(route.map(Effect::Go).into_iter().collect());
            }
            Msg::Finished(Ok(_)) => {
                self.reading = false;
                let found = self.twins.take().unwrap_or_default().into_iter();
                let pairs = found.map(|Twin { one, other, score }| (one, other, score)).collect();
                self.fill(desk, pairs);
            }
            Msg::Finished(Err(_)) => self.reading = false,
            Msg::Again => {
                let pairs = self.rows.keys().copied().collect();
                self.fill(desk, pairs);
            }
            other => {
                self.rows.update(&other);
                self.look(desk);
            }
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        if self.reading && self.rows.is_empty() {
            Line::raw("Membandingkan semua warga…").render(area, buf);
            return area.as_position();
        }
        self.rows.view(area, buf, theme)
    }
}
