//! A visitor has come: which of the four kinds is it?
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    domain::{choice::Choice as _, request::Kind},
    tui::{
        command::Command,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] =
    &[Column::new("", 1), Column::new("Tamu datang untuk", 20), Column::new("", 0)];

/// What each kind means at the counter.
const fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Information => "bertanya; dijawab dan dihitung, nama boleh kosong",
        Kind::Service => "surat, rekomendasi, bantuan, pembaruan data",
        Kind::Complaint => "melaporkan masalah, bantuan tidak tepat, orang terlantar",
        Kind::Emergency => "keselamatan: orang sakit di jalan, kekerasan, bencana",
    }
}

/// The four kinds.
#[derive(Debug)]
pub struct Walkin(Table<Kind>);

impl Walkin {
    /// Nothing is chosen yet; the cursor stands at the commonest.
    pub fn open(_: &mut Desk) -> Opened {
        let mut kinds = Table::new(COLUMNS, "");
        let rows = Kind::ALL.iter().zip(1..).map(|(kind, place)| {
            (*kind, vec![i32::to_string(&place), kind.to_string(), meaning(*kind).to_owned()])
        });
        kinds.fill(rows.collect());
        Ok(Box::new(Self(kinds)))
    }

    fn go(&self) -> Vec<Effect> {
        let route = self.0.selected().map(|kind| match kind {
            Kind::Information => Route::Question,
            other => Route::Find { then: Some(*other) },
        });
        route.map(Effect::Replace).into_iter().collect()
    }
}

impl Screen for Walkin {
    fn name(&self) -> &'static str {
        "tamu"
    }

    fn title(&self) -> Cow<'_, str> {
        "Tamu baru".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Tekan angkanya, atau panah lalu Enter.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Choose, Command::Back]
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(match msg {
            Msg::Command(Command::Choose) => self.go(),
            Msg::Command(Command::Back) => vec![Effect::Back],
            Msg::Key(key) => {
                let digit = key.typed().and_then(|c| c.to_digit(10));
                let place = digit.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1));
                if place.is_some_and(|place| self.0.select(place)) { self.go() } else { vec![] }
            }
            other => {
                self.0.update(&other);
                vec![]
            }
        })
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.0.view(area, buf, theme)
    }
}
