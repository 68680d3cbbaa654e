//! The stub of a referral letter came back: one digit says what the institution ticked.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        stubs::{self, Returned},
    },
    domain::{id::Id, stub_answer::ANSWERS},
    tui::{
        command::Command,
        line,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[Column::new("", 1), Column::new("Yang dicentang lembaga", 0)];

/// The answers of a stub.
#[derive(Debug)]
pub struct Stub {
    back: Returned,
    answers: Table<usize>,
}

impl Stub {
    /// The answers on the stub of that letter.
    pub fn open(desk: &Desk, letter: Id) -> Opened {
        let mut answers = Table::new(COLUMNS, "");
        let rows = (0..).zip(ANSWERS);
        let rows =
            rows.map(|(place, one)| (place, vec![(place + 1).to_string(), one.words.to_owned()]));
        answers.fill(rows.collect());
        Ok(Box::new(Self { back: stubs::returned(desk, letter)?, answers }))
    }

    /// Notes the answer at which the list points.
    fn take(&self, desk: &mut Desk) -> Step {
        let Some(answer) = self.answers.selected().and_then(|place| ANSWERS.get(*place)) else {
            return Ok(vec![]);
        };
        let request = stubs::answer(desk, &self.back, answer)?;
        let status = request.referral(self.back.ticket).map(|referral| referral.status.to_string());
        let words = format!("Tersimpan: {}. F8 langkah berikut.", status.unwrap_or_default());
        let route = Route::Referral { request: request.id, ticket: self.back.ticket };
        Ok(vec![Effect::Replace(route), Effect::Say(words)])
    }
}

impl Screen for Stub {
    fn name(&self) -> &'static str {
        "potongan"
    }

    fn title(&self) -> Cow<'_, str> {
        format!("Potongan surat {}", self.back.number).into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Angka pada potongan itu, atau Enter; Esc bila tidak ada yang dicentang.".into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Choose, Command::Card, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let closed = !self.back.status.is_open();
        (command == Command::Choose && closed).then_some("hasil rujukan ini sudah tercatat")
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Choose) => return self.take(desk),
            Msg::Command(Command::Card) => {
                let Returned { request, ticket, .. } = self.back;
                return Ok(vec![Effect::Go(Route::Referral { request, ticket })]);
            }
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Key(key) if self.back.status.is_open() => {
                let digit = key.typed().and_then(|c| c.to_digit(10));
                let place = digit.and_then(|digit| (digit as usize).checked_sub(1));
                if place.is_some_and(|place| self.answers.select(place)) {
                    return self.take(desk);
                }
            }
            other => drop(self.answers.update(&other)),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let [top, body] =
            Layout::vertical([Constraint::Length(4), Constraint::Fill(1)]).areas(area);
        let Returned { name, institution, status, ticket, .. } = &self.back;
        let told = [
            format!("{name} · {ticket}"),
            format!("Dirujuk ke {institution}"),
            format!("Sekarang: {status}"),
        ];
        for (row, words) in told.iter().enumerate() {
            let y = top.y + u16::try_from(row).unwrap_or_default();
            if y < top.bottom() {
                let words = line::clip(words, usize::from(top.width));
                Line::raw(words).render(Rect { y, height: 1, ..top }, buf);
            }
        }
        self.answers.view(body, buf, theme)
    }
}
