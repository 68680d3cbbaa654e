//! The lists that were taken in, and the way to take one back.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        directory::clerk_name,
        import::{past, undoing::Undoing},
    },
    domain::{count::grouped, id::Id, import::Import},
    fault::Fault,
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::{
            gauge::gauge,
            table::{Column, Table},
        },
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Waktu", 16),
    Column::new("Berkas", 22),
    Column::new("Baris", 9).right(),
    Column::new("Hasil", 0),
];

/// The list, the newest first.
#[derive(Debug)]
pub struct Imports {
    table: Table<Id>,
    /// The import that is being taken back.
    undoing: Option<Undoing>,
}

impl Imports {
    /// Shows all imports.
    pub fn open(desk: &Desk) -> Opened {
        let table = Table::new(COLUMNS, "Belum ada daftar yang diimpor. Ctrl-N memulainya.");
        let mut imports = Self { table, undoing: None };
        imports.read(desk)?;
        Ok(Box::new(imports))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let all = past::imports(desk)?;
        self.table.fill(all.iter().map(|one| (one.id, cells(desk, one))).collect());
        Ok(())
    }

    /// Goes through a little more, and asks to be told to go on.
    fn go_on(&mut self, desk: &mut Desk) -> Step {
        let Some(mut undoing) = self.undoing.take() else { return Ok(vec![]) };
        match undoing.step(desk) {
            Ok(true) => {
                self.undoing = Some(undoing);
                Ok(vec![Effect::GoOn])
            }
            Ok(false) => {
                let back = undoing.end(desk)?;
                self.read(desk)?;
                let some: Vec<&str> = back.names.iter().take(3).map(String::as_str).collect();
                let stays = if some.is_empty() {
                    String::new()
                } else {
                    format!(" Tetap: {}.", some.join(", "))
                };
                let words = format!("Dibatalkan: {}.{stays}", back.words("itu"));
                Ok(vec![Effect::Say(words)])
            }
            Err(fault) => {
                undoing.abandon(desk)?;
                Err(fault)
            }
        }
    }
}

fn cells(desk: &Desk, one: &Import) -> Vec<String> {
    let zone = desk.zone();
    let when = format!("{} {}", one.taken.at.day(zone), one.taken.at.clock(zone));
    let state = match one.undone {
        Some(undone) if undone.kept == 0 => "dibatalkan".to_owned(),
        Some(undone) => format!("dibatalkan, {} tetap", grouped(undone.kept)),
        None => format!("{} · {}", one.counts.words(), clerk_name(desk, one.taken.by)),
    };
    vec![when, one.file.to_string(), grouped(one.counts.rows), state]
}

impl Screen for Imports {
    fn name(&self) -> &'static str {
        "impor"
    }

    fn title(&self) -> Cow<'_, str> {
        "Impor warga".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match &self.undoing {
            Some(undoing) => {
                let (done, of) = undoing.progress();
                format!("Sedang dibatalkan: {}. Esc menghentikannya.", gauge(done, of)).into()
            }
            None => "Ctrl-N mengimpor sebuah daftar; Del membatalkan impor yang ditunjuk.".into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::New, Command::Remove, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::New | Command::Remove | Command::Find | Command::Undo | Command::Palette
                if self.undoing.is_some() =>
            {
                Some("sebuah impor sedang dibatalkan")
            }
            Command::Remove if self.table.is_empty() => Some("tidak ada impor"),
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::New) => return Ok(vec![Effect::Go(Route::ImportFile)]),
            Msg::Command(Command::Remove) => {
                let words = "Batalkan seluruh impor ini? Yang sudah dipakai sejak itu tetap ada.";
                return Ok(vec![Effect::Ask(words.to_owned())]);
            }
            Msg::Command(Command::Back) => {
                let Some(undoing) = self.undoing.take() else { return Ok(vec![Effect::Back]) };
                undoing.abandon(desk)?;
                let words = "Dihentikan; impor itu tetap seperti semula.";
                return Ok(vec![Effect::Say(words.to_owned())]);
            }
            Msg::Agreed => {
                let Some(id) = self.table.selected() else { return Ok(vec![]) };
                self.undoing = Some(Undoing::begin(desk, *id)?);
                return Ok(vec![Effect::GoOn]);
            }
            Msg::Ready => return self.go_on(desk),
            Msg::Again if self.undoing.is_some() => return Ok(vec![Effect::GoOn]),
            Msg::Again => self.read(desk)?,
            other => {
                self.table.update(&other);
            }
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.table.view(area, buf, theme)
    }
}
