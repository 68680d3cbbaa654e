//! The filters that the office keeps: one digit narrows the search with one of them.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, filters},
    domain::{filter::Filter, id::Id},
    fault::Fault,
    store::record::Table as Records,
    tui::{
        command::Command,
        screen::{Answer, Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("", 1),
    Column::new("", 1),
    Column::new("Saringan", 30),
    Column::new("Warga", 6).right(),
    Column::new("Isinya", 0),
];

const COMMANDS: &[Command] = &[
    Command::Choose,
    Command::New,
    Command::Edit,
    Command::Remove,
    Command::Back,
    Command::History,
];

/// The filters, those of the office below the one that narrows nothing.
#[derive(Debug)]
pub struct Filters {
    /// With what the search is narrowed now.
    now: Filter,
    kept: Vec<(Option<Id>, Filter)>,
    rows: Table<Option<Id>>,
}

impl Filters {
    /// The filters as they are now; the one that is in use is pointed at, or else the first.
    pub fn open(desk: &Desk, now: &Filter) -> Opened {
        let mut filters =
            Self { now: now.clone(), kept: vec![], rows: Table::new(COLUMNS, "Belum ada.") };
        filters.read(desk)?;
        let used = filters.kept.iter().position(|(_, filter)| *filter == filters.now);
        filters.rows.select(used.filter(|place| *place > 0).unwrap_or(1));
        Ok(Box::new(filters))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let none = Filter::default();
        let all = filters::count(desk, &none);
        let mut rows = vec![(None, self.cells(0, &none, ("Tanpa saringan", all, String::new())))];
        self.kept = vec![(None, none)];
        for (row, place) in filters::rows(desk)?.into_iter().zip(1..) {
            let gone = row.outdated.map(|gone| format!("{gone} · ")).unwrap_or_default();
            let asks = format!("{gone}{}", row.asks);
            let cells = self.cells(place, &row.filter, (&row.name, row.residents, asks));
            rows.push((Some(row.id), cells));
            self.kept.push((Some(row.id), row.filter));
        }
        self.rows.fill(rows);
        Ok(())
    }

    /// The cells of a row: its digit, whether it is in use, then what is told of it.
    fn cells(&self, place: usize, filter: &Filter, told: (&str, usize, String)) -> Vec<String> {
        let (name, residents, asks) = told;
        let digit = if place < 10 { place.to_string() } else { String::new() };
        let used = if *filter == self.now { "*" } else { "" };
        vec![digit, used.to_owned(), name.to_owned(), residents.to_string(), asks]
    }

    /// The filter at which the list points, unless it is the one that narrows nothing.
    fn pointed(&self) -> Option<Id> {
        self.rows.selected().copied().flatten()
    }

    /// Narrows the search with the filter at which the list points.
    fn take(&self) -> Vec<Effect> {
        let chosen = self.rows.selected();
        let kept = self.kept.iter().find(|(id, _)| Some(id) == chosen);
        let told = kept.map(|(_, filter)| Answer::Narrowed(Box::new(filter.clone())));
        told.map(Effect::Tell).into_iter().collect()
    }
}

impl Screen for Filters {
    fn name(&self) -> &'static str {
        "saringan"
    }

    fn title(&self) -> Cow<'_, str> {
        "Saringan".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.kept.len() > 1 {
            "Angka atau Enter memakainya; Ctrl-N menyimpan yang baru; Del menghapus.".into()
        } else {
            "Belum ada saringan yang disimpan. Ctrl-N menyimpan yang pertama.".into()
        }
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let about = matches!(command, Command::Edit | Command::Remove | Command::History);
        (about && self.pointed().is_none()).then_some("tunjuk dahulu saringan yang disimpan")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        let go = |route: fn(Id) -> Route| self.pointed().map(|id| Effect::Go(route(id)));
        match msg {
            Msg::Command(Command::Choose) => return Ok(self.take()),
            Msg::Command(Command::New) => {
                return Ok(vec![Effect::Go(Route::KeepFilter(Box::new(self.now.clone())))]);
            }
            Msg::Command(Command::Edit) => {
                return Ok(go(Route::ChangeFilter).into_iter().collect());
            }
            Msg::Command(Command::History) => {
                let route = |id| Route::History(Records::Filter, id);
                return Ok(go(route).into_iter().collect());
            }
            Msg::Command(Command::Remove) => {
                let Some(id) = self.pointed() else { return Ok(vec![]) };
                let gone = filters::remove(desk, id)?;
                self.read(desk)?;
                let words =
                    format!("Dihapus: {}. {} mengembalikannya.", gone.name, Command::Undo.key());
                return Ok(vec![Effect::Say(words)]);
            }
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            // What was kept just now narrows the search at once.
            Msg::Narrowed(filter) => return Ok(vec![Effect::Tell(Answer::Narrowed(filter))]),
            Msg::Key(key) => {
                let digit = key.typed().and_then(|c| c.to_digit(10));
                if digit.is_some_and(|digit| self.rows.select(digit as usize)) {
                    return Ok(self.take());
                }
            }
            Msg::Again => self.read(desk)?,
            other => drop(self.rows.update(&other)),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.rows.view(area, buf, theme)
    }
}
