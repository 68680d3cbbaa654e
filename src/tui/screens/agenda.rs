//! The agenda book of a year: every number, and what became of it.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{agenda, counter::Desk, letters},
    domain::{id::Id, paper::Paper},
    fault::Fault,
    form::field::Offer,
    print::pages::Sheets,
    tui::{
        command::Command,
        letter_kinds,
        printout::Printout,
        screen::{Duty, Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("Urut", 5).right(),
    Column::new("Tanggal", 10),
    Column::new("Keadaan", 30),
    Column::new("Tujuan", 16),
    Column::new("Hal", 0),
];

/// The book, and its paper while that is looked at.
#[derive(Debug)]
pub struct Agenda {
    year: u16,
    lines: Table<Option<Id>>,
    /// Numbers that nobody can explain.
    lost: usize,
    paper: Option<(Sheets, Printout)>,
}

impl Agenda {
    /// The book of a year, the newest number pointed at.
    pub fn open(desk: &Desk, year: u16) -> Opened {
        let lines = Table::new(COLUMNS, "Belum ada nomor yang terpakai tahun ini.");
        let mut book = Self { year, lines, lost: 0, paper: None };
        book.read(desk)?;
        Ok(Box::new(book))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let rows = agenda::rows(desk, self.year, false)?;
        self.lost = rows.iter().filter(|row| row.letter.is_none() && row.day.is_empty()).count();
        let line = |row: agenda::Row| {
            (row.letter, vec![row.serial.to_string(), row.day, row.state, row.goal, row.matter])
        };
        // The newest stands first: it is the one that is asked for.
        self.lines.fill(rows.into_iter().rev().map(line).collect());
        Ok(())
    }

    fn pointed(&self) -> Option<Id> {
        self.lines.selected().copied().flatten()
    }

    /// The book of the year before, or of the newest year behind the first.
    fn turn(&mut self, desk: &Desk) -> Result<(), Fault> {
        let years = agenda::years(desk);
        let older = years.iter().find(|year| **year < self.year).or_else(|| years.first());
        self.year = older.copied().unwrap_or(self.year);
        self.read(desk)
    }

    fn read_on_paper(&mut self, msg: &Msg, desk: &Desk) -> Step {
        let Some((sheets, printout)) = &mut self.paper else { return Ok(vec![]) };
        Ok(match msg {
            Msg::Command(Command::Print) => vec![Effect::Run(printout.print()?)],
            Msg::Command(Command::Save) => {
                let name = format!("buku-agenda-{}", self.year);
                vec![Effect::Run(printout.save(|ending| letters::file(desk, &name, ending))?)]
            }
            Msg::Command(Command::Paper) => {
                printout.turn(|paper: Paper| sheets.lay(paper))?;
                vec![]
            }
            Msg::Command(Command::Back) => {
                self.paper = None;
                vec![]
            }
            Msg::Finished(_) => {
                printout.rest();
                vec![]
            }
            other => {
                printout.update(other);
                vec![]
            }
        })
    }
}

impl Screen for Agenda {
    fn name(&self) -> &'static str {
        "agenda"
    }

    fn title(&self) -> Cow<'_, str> {
        format!("Buku agenda {}", self.year).into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match &self.paper {
            Some((_, printout)) => {
                format!("F9 mencetak, F2 menyimpan berkas. Kertas {}.", printout.paper()).into()
            }
            None if self.lost > 0 => {
                format!("{} nomor tidak tercatat: catat dengan Ctrl-N.", self.lost).into()
            }
            None => "Setiap nomor tahun ini; Enter membukanya, F9 mencetak bukunya.".into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        if self.paper.is_some() {
            &[Command::Print, Command::Save, Command::Paper, Command::Back]
        } else {
            &[
                Command::Open,
                Command::New,
                Command::Held,
                Command::Print,
                Command::PrintAll,
                Command::Back,
                Command::NextPart,
                Command::Check,
            ]
        }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match (&self.paper, command) {
            (Some((_, printout)), command) => printout.refusal(command),
            (None, Command::Open) if self.pointed().is_none() => {
                Some("nomor ini tidak dapat dibuka di sini")
            }
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        if self.paper.is_some() {
            return self.read_on_paper(&msg, desk);
        }
        match msg {
            Msg::Command(Command::Open) => {
                let route = self.pointed().map(|id| Effect::Go(Route::Posted(id)));
                return Ok(route.into_iter().collect());
            }
            Msg::Command(Command::New) => {
                let mut picking = letter_kinds::kinds(None);
                let hand = Offer { code: String::new(), label: "Surat tulis tangan".to_owned() };
                picking.offers.insert(0, hand);
                return Ok(vec![Effect::Pick(picking)]);
            }
            Msg::Picked(codes) => {
                let route = codes.into_iter().next().map(|kind| match kind.as_str() {
                    "" => Route::HandLetter(None),
                    _ => Route::Write { kind, request: None },
                });
                return Ok(route.map(Effect::Go).into_iter().collect());
            }
            Msg::Command(Command::PrintAll) => {
                return Ok(vec![Effect::Go(Route::Waiting(self.year))]);
            }
            Msg::Command(Command::Held) => return Ok(vec![Effect::Go(Route::HoldNumbers)]),
            Msg::Command(Command::Print) => {
                let sheets = agenda::printed(desk, self.year)?;
                let printout = Printout::of_sheets(desk, &sheets)?;
                self.paper = Some((sheets, printout));
            }
            Msg::Command(Command::Check) => return Ok(vec![Effect::Go(Route::Duty(Duty::Check))]),
            Msg::Command(Command::NextPart) => self.turn(desk)?,
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Again => self.read(desk)?,
            other => drop(self.lines.update(&other)),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        match &self.paper {
            Some((_, printout)) => printout.view(area, buf),
            None => self.lines.view(area, buf, theme),
        }
    }
}
