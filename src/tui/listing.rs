//! A list of records that opens one of them.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    tui::{
        command::Command,
        screen::{Effect, Msg, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

/// The codes and the cells of the rows.
pub type Rows = Vec<(String, Vec<String>)>;

/// A list: what it shows, and what can be done with a row.
#[derive(Debug)]
pub struct Listed {
    /// Names the help text.
    pub name: &'static str,
    pub title: &'static str,
    pub hint: &'static str,
    pub columns: &'static [Column],
    /// Said where there are no rows.
    pub empty: &'static str,
    pub commands: &'static [Command],
    pub rows: fn(&Desk) -> Rows,
    /// Does one of the commands with the row of this code; empty where there are no rows.
    pub act: fn(Command, &str, &mut Desk) -> Vec<Effect>,
}

/// A list with its rows and the place in it.
#[derive(Debug)]
pub struct Listing {
    listed: &'static Listed,
    table: Table<String>,
    /// Of the rows as they were read last.
    codes: Vec<String>,
}

impl Listing {
    #[must_use]
    pub fn new(listed: &'static Listed, desk: &Desk) -> Self {
        let table = Table::new(listed.columns, listed.empty);
        let mut listing = Self { listed, table, codes: Vec::new() };
        listing.read(desk);
        listing
    }

    /// Reads the rows again; one that was not there before is selected.
    fn read(&mut self, desk: &Desk) {
        let rows = (self.listed.rows)(desk);
        let codes: Vec<String> = rows.iter().map(|(code, _)| code.clone()).collect();
        self.table.fill(rows);
        let new = codes.iter().position(|code| !self.codes.contains(code));
        if let Some(place) = new.filter(|_| !self.codes.is_empty()) {
            self.table.select(place);
        }
        self.codes = codes;
    }
}

impl Screen for Listing {
    fn name(&self) -> &'static str {
        self.listed.name
    }

    fn title(&self) -> Cow<'_, str> {
        self.listed.title.into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.listed.hint.into()
    }

    fn commands(&self) -> &'static [Command] {
        self.listed.commands
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        if self.table.update(&msg) {
            return Ok(vec![]);
        }
        let effects = match msg {
            Msg::Command(Command::Walkin) => vec![Effect::Go(Route::Walkin)],
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Command(command) => {
                let code = self.table.selected().map_or("", String::as_str);
                (self.listed.act)(command, code, desk)
            }
            _ => vec![],
        };
        self.read(desk);
        Ok(effects)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.table.view(area, buf, theme)
    }
}
