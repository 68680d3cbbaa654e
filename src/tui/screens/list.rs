//! A list of requests, read as far as it is looked at.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        lists::{self, Row, Which},
    },
    domain::id::Id,
    fault::Fault,
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const TICKET: Column = Column::new("Tiket", 18);
const NAME: Column = Column::new("Nama", 18);
const ABOUT: Column = Column::new("Perihal", 0);
const STATUS: Column = Column::new("Keadaan", 13);

const BY_TIME: &[Column] = &[Column::new("Jam", 5), TICKET, NAME, ABOUT, STATUS];
const BY_NEWS: &[Column] = &[TICKET, NAME, ABOUT, Column::new("Tanpa kabar", 11).right()];
const BY_PROMISE: &[Column] = &[TICKET, NAME, ABOUT, STATUS, Column::new("Dijanjikan", 10)];
const BY_PAPERS: &[Column] = &[TICKET, NAME, ABOUT, Column::new("Diterima", 10)];
const BY_DAY: &[Column] = &[TICKET, NAME, ABOUT, STATUS, Column::new("Diterima", 10)];

/// The list.
#[derive(Debug)]
pub struct List {
    which: Which,
    requests: Table<Id>,
}

impl List {
    /// A list as it is now.
    pub fn open(desk: &mut Desk, which: Which) -> Opened {
        let (columns, empty) = match which {
            Which::Today => (BY_TIME, "Belum ada kunjungan hari ini."),
            Which::Silent => (BY_NEWS, "Tidak ada rujukan yang menunggu kabar."),
            Which::DueToday => (BY_PROMISE, "Tidak ada yang jatuh tempo hari ini."),
            Which::Overdue => (BY_PROMISE, "Tidak ada yang lewat waktu."),
            Which::Lacking => (BY_PAPERS, "Tidak ada yang menunggu berkas."),
            Which::Open => (BY_DAY, "Tidak ada yang terbuka."),
            Which::All | Which::About(_) => (BY_DAY, "Belum ada permohonan."),
        };
        let mut list = Self { which, requests: Table::new(columns, empty) };
        list.read(desk)?;
        Ok(Box::new(list))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let ids = lists::ids(desk, self.which);
        self.requests.fill(ids.into_iter().map(|id| (id, vec![])).collect());
        self.look(desk)
    }

    /// Reads the rows around the selection.
    fn look(&mut self, desk: &Desk) -> Result<(), Fault> {
        let (places, ids): (Vec<usize>, Vec<Id>) =
            self.requests.blank().map(|(place, id)| (place, *id)).unzip();
        for (place, row) in places.into_iter().zip(lists::rows(desk, &ids)?) {
            let cells = self.cells(desk, row);
            self.requests.write(place, cells);
        }
        Ok(())
    }

    fn cells(&self, desk: &Desk, row: Row) -> Vec<String> {
        let (zone, status) = (desk.zone(), row.status.to_string());
        let day = row.received.day(zone).to_string();
        match self.which {
            Which::Today => {
                vec![row.received.clock(zone), row.ticket, row.name, row.about, status]
            }
            Which::Silent => {
                let days = row.silent.map(|days| format!("{days} hari"));
                vec![row.ticket, row.name, row.about, days.unwrap_or_default()]
            }
            Which::DueToday | Which::Overdue => {
                vec![row.ticket, row.name, row.about, status, row.due]
            }
            Which::Lacking => vec![row.ticket, row.name, row.about, day],
            _ => vec![row.ticket, row.name, row.about, status, day],
        }
    }
}

impl Screen for List {
    fn name(&self) -> &'static str {
        "daftar"
    }

    fn title(&self) -> Cow<'_, str> {
        lists::title(self.which).into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Enter membuka permohonan yang ditunjuk.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open, Command::Walkin, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let empty = command == Command::Open && self.requests.is_empty();
        empty.then_some("daftar ini kosong")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Open) => {
                let route = self.requests.selected().map(|id| Route::Request(*id));
                return Ok(route.map(Effect::Go).into_iter().collect());
            }
            Msg::Command(Command::Walkin) => return Ok(vec![Effect::Go(Route::Walkin)]),
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Again => self.read(desk)?,
            other => {
                self.requests.update(&other);
                self.look(desk)?;
            }
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.requests.view(area, buf, theme)
    }
}
