//! The backups that lie in their folder, and the way to make one.
use std::{borrow::Cow, path::PathBuf};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        safekeeping::{self, Kept, megabytes},
    },
    domain::{count::grouped, date::Day, may::Action},
    tui::{
        command::Command,
        job::Job,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Dibuat", 16),
    Column::new("Kejadian", 9).right(),
    Column::new("Ukuran", 10).right(),
    Column::new("Berkas", 0),
];

/// The list, the newest first.
#[derive(Debug)]
pub struct Backups {
    folder: Option<PathBuf>,
    /// Whether the folder is there just now.
    found: bool,
    /// A backup is being made.
    busy: bool,
    table: Table<PathBuf>,
}

impl Backups {
    /// Shows what lies in the folder now.
    pub fn open(desk: &Desk) -> Opened {
        desk.permit(Action::BackUp, None)?;
        let table = Table::new(COLUMNS, "Belum ada cadangan di sini.");
        let mut backups = Self { folder: None, found: false, busy: false, table };
        backups.read(desk);
        Ok(Box::new(backups))
    }

    /// A stick that is not plugged in is no fault: the list is empty, and the hint says why.
    fn read(&mut self, desk: &Desk) {
        self.folder = safekeeping::folder(desk);
        let shelf = self.folder.as_ref().map(|folder| safekeeping::shelf(desk, folder));
        self.found = matches!(shelf, Some(Ok(_)));
        let rows = shelf.and_then(Result::ok).unwrap_or_default();
        self.table.fill(rows.into_iter().map(row).collect());
    }

    /// Begins a backup, or asks first where it is to go.
    fn make(&mut self, desk: &Desk) -> Step {
        let Some(folder) = &self.folder else { return Ok(vec![Effect::Go(Route::BackupFolder)]) };
        let plan = safekeeping::plan(desk, folder)?;
        self.busy = true;
        Ok(vec![Effect::Run(Job::BackUp(Box::new(plan)))])
    }
}

fn row(one: Kept) -> (PathBuf, Vec<String>) {
    let Kept { path, name, facts, size } = one;
    let made = format!("{} {}", Day(name.made.date()), name.made.format("%H.%M"));
    (path, vec![made, grouped(facts.sequence), megabytes(size), name.file()])
}

impl Screen for Backups {
    fn name(&self) -> &'static str {
        "cadangan"
    }

    fn title(&self) -> Cow<'_, str> {
        "Cadangan".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match &self.folder {
            None => "F2 menanyakan foldernya dahulu; F2 berikutnya membuat cadangan.".into(),
            Some(folder) if self.found => {
                format!("F2 membuat cadangan di {}; U mengganti foldernya.", folder.display())
                    .into()
            }
            Some(folder) => format!(
                "{} tidak ada: pasang stick-nya, atau U mengganti foldernya.",
                folder.display()
            )
            .into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Save, Command::Edit, Command::Walkin, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let again = self.busy && matches!(command, Command::Save | Command::Edit);
        again.then_some("cadangan yang tadi masih dibuat")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => return self.make(desk),
            Msg::Command(Command::Edit) => return Ok(vec![Effect::Go(Route::BackupFolder)]),
            Msg::Command(Command::Walkin) => return Ok(vec![Effect::Go(Route::Walkin)]),
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Finished(_) => self.busy = false,
            Msg::Again => {}
            other => {
                self.table.update(&other);
                return Ok(vec![]);
            }
        }
        self.read(desk);
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.table.view(area, buf, theme)
    }
}
