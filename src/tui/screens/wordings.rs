//! The pieces of the letters, and which of them are in the office's own words.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, wordings},
    fault::Fault,
    letter::kind::Kind,
    store::record::Table as Records,
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] =
    &[Column::new("Bagian", 40), Column::new("Dipakai dalam", 15), Column::new("Diubah", 10)];

/// All pieces, or those of one kind in the order of the paper.
#[derive(Debug)]
pub struct Pieces {
    kind: Option<&'static Kind>,
    rows: Table<&'static str>,
}

impl Pieces {
    /// Opens the list, of one kind where its code is given.
    pub fn open(desk: &Desk, kind: Option<&str>) -> Opened {
        let missing = Fault::Missing { what: "templat surat" };
        let kind = kind.map(|code| Kind::coded(code).ok_or(missing)).transpose()?;
        let mut pieces = Self { kind, rows: Table::new(COLUMNS, "") };
        pieces.read(desk);
        Ok(Box::new(pieces))
    }

    fn read(&mut self, desk: &Desk) {
        let row = |row: wordings::Row| {
            let since = row.since.map_or_else(|| "bawaan".to_owned(), |day| day.to_string());
            (row.code, vec![row.title, format!("{} jenis surat", row.kinds), since])
        };
        let rows = wordings::rows(desk, self.kind);
        self.rows.fill(rows.into_iter().map(row).collect());
    }
}

impl Screen for Pieces {
    fn name(&self) -> &'static str {
        "daftar-templat"
    }

    fn title(&self) -> Cow<'_, str> {
        self.kind.map_or("Templat surat", |kind| kind.label).into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match self.kind {
            Some(_) => "Dari atas ke bawah surat. Enter membuka kata-katanya untuk diubah.".into(),
            None => "Enter membuka kata-katanya untuk diubah.".into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open, Command::Back, Command::History]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        let code = self.rows.selected().copied().unwrap_or_default();
        Ok(match msg {
            Msg::Command(Command::Open) => vec![Effect::Go(Route::Wording(code.to_owned()))],
            Msg::Command(Command::History) => vec![match wordings::record(desk, code) {
                Some(record) => Effect::Go(Route::History(Records::Template, record)),
                None => Effect::Say("Belum pernah diubah: kata-katanya masih bawaan.".to_owned()),
            }],
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Again => {
                self.read(desk);
                vec![]
            }
            other => {
                self.rows.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.rows.view(area, buf, theme)
    }
}
