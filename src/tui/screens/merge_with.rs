//! The other record of the same person is sought: first those who are alike, then whoever is typed.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{counter::Desk, likeness, portrait, search},
    domain::{id::Id, resident::Resident},
    fault::Fault,
    tui::{
        command::Command,
        entry::Entry,
        line,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Nama", 25),
    Column::new("NIK", 16),
    Column::new("Lahir/umur", 14),
    Column::new("Alamat", 0),
];

/// The most that are listed.
const MOST: usize = 20;

/// The search for the other record.
#[derive(Debug)]
pub struct MergeWith {
    who: Resident,
    entry: Entry,
    found: Table<Id>,
}

impl MergeWith {
    /// Begins with those who are alike.
    pub fn open(desk: &mut Desk, id: Id) -> Opened {
        let found = Table::new(COLUMNS, "Belum ada yang mirip. Ketik nama atau NIK-nya.");
        let mut with = Self { who: desk.opened(id)?, entry: Entry::new("", false), found };
        with.search(desk)?;
        Ok(Box::new(with))
    }

    fn search(&mut self, desk: &Desk) -> Result<(), Fault> {
        let typed = self.entry.text();
        let mut people: Vec<Resident> = if typed.trim().is_empty() {
            let alike = likeness::candidates(desk, &self.who, MOST)?;
            alike.into_iter().map(|one| one.who).collect()
        } else {
            let found = search::residents(desk, typed, MOST)?;
            found.into_iter().map(|one| one.who).collect()
        };
        people.retain(|who| who.id != self.who.id);
        let rows = people.iter().map(|who| {
            let line = portrait::line(desk, who);
            (who.id, vec![line.name, line.nik, line.born, line.home])
        });
        self.found.fill(rows.collect());
        self.found.mark(typed);
        Ok(())
    }

    fn typed(&mut self, changed: bool, desk: &Desk) -> Step {
        if changed {
            self.search(desk)?;
            self.found.restart();
        }
        Ok(vec![])
    }
}

impl Screen for MergeWith {
    fn name(&self) -> &'static str {
        "gabung-cari"
    }

    fn title(&self) -> Cow<'_, str> {
        "Gabungkan dengan".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.entry.text().trim().is_empty() {
            "Yang paling mirip di atas; atau ketik nama atau NIK data yang lain.".into()
        } else {
            "Enter membandingkan keduanya; belum ada yang digabung.".into()
        }
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        (command == Command::Open && self.found.is_empty()).then_some("belum ada yang ditunjuk")
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Open) => {
                let route = self.found.selected().map(|id| Route::Merge(self.who.id, *id));
                Ok(route.map(Effect::Go).into_iter().collect())
            }
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            Msg::Key(key) => {
                let changed = self.entry.press(key);
                self.typed(changed, desk)
            }
            Msg::Paste(text) => {
                let changed = self.entry.paste(&text);
                self.typed(changed, desk)
            }
            Msg::Again => {
                self.who = desk.opened(self.who.id)?;
                self.search(desk)?;
                Ok(vec![])
            }
            other => {
                self.found.update(&other);
                Ok(vec![])
            }
        }
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let [top, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        let parts = [Constraint::Length(7), Constraint::Max(50), Constraint::Fill(1)];
        let [label, entry, _] = Layout::horizontal(parts).areas(top);
        Line::styled(" Cari: ", theme.label).render(label, buf);
        let width = usize::from(entry.width);
        let (shown, column) = line::window(self.entry.text(), self.entry.cursor(), width);
        let rest = "_".repeat(width.saturating_sub(line::columns(&shown)));
        Line::styled(shown + &rest, theme.entry).render(entry, buf);
        self.found.view(body, buf, theme);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        Position::new(entry.x.saturating_add(column), entry.y)
    }
}
