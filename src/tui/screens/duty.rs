//! What is owed to whoever asks: a few questions first, then the paper that comes of them.
//!
//! # Why
//! A copy, an erasure, a breach sheet and the check of a letter are the same to the clerk: answer, F2, read, print. So
//! they are rows of one table, and one screen that shows the questions and then the paper. Nothing
//! typed here is kept as a draft: it says what somebody asked for once.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{affected, checking, counter::Desk, erasure, letters, limits, subject},
    domain::{id::Id, paper::Paper, resident::Resident},
    fault::Fault,
    form::{
        field::{Draft, Field},
        genuine, law,
    },
    print::pages::Sheets,
    report::csv::Csv,
    tui::{
        command::Command,
        editing::refusal,
        job::Job,
        printout::Printout,
        screen::{Duty, Effect, Msg, Opened, Screen, Step},
        sheet::Sheet,
        theme::Theme,
    },
};

/// A duty: what it is called, what it asks, and what it makes.
struct Row {
    /// Names the help text.
    name: &'static str,
    title: &'static str,
    fields: &'static [&'static Field],
    /// What its file is called.
    file: &'static str,
    make: fn(&mut Desk, Id, &Draft) -> Result<Option<Made>, Fault>,
}

/// A paper, and the list that goes with it.
struct Made {
    sheets: Sheets,
    list: Option<Vec<u8>>,
}

const COPY: Row = Row {
    name: "salinan-data",
    title: "Salinan data",
    fields: law::COPY,
    file: subject::FILE,
    make: |desk, id, draft| subject::copy(desk, id, draft).map(Made::alone).map(Some),
};

const LIMIT: Row = Row {
    name: "batasi-data",
    title: "Membatasi data",
    fields: law::LIMIT,
    file: "",
    make: |desk, id, draft| limits::restrict(desk, id, draft).map(|_| None),
};

const ERASURE: Row = Row {
    name: "hapus-data",
    title: "Menghapus data",
    fields: law::ERASURE,
    file: "berita-acara-penghapusan",
    make: |desk, id, draft| erasure::erase(desk, id, draft).map(Made::alone).map(Some),
};

const BREACH: Row = Row {
    name: "insiden",
    title: "Lembar insiden",
    fields: law::BREACH,
    file: "lembar-insiden",
    make: |desk, _, draft| {
        let (sheets, people) = affected::sheet(desk, draft)?;
        let mut list = vec![];
        affected::list(&people, &mut Csv::new(&mut list))?;
        Ok(Some(Made { sheets, list: Some(list) }))
    },
};

const CHECK: Row = Row {
    name: "periksa-surat",
    title: "Periksa surat",
    fields: genuine::FIELDS,
    file: "pemeriksaan-surat",
    make: |desk, _, draft| checking::check(desk, draft).map(Made::alone).map(Some),
};

impl Made {
    const fn alone(sheets: Sheets) -> Self {
        Self { sheets, list: None }
    }
}

/// The questions, then the paper.
struct Served {
    row: &'static Row,
    about: Id,
    title: String,
    /// Said before anything is done that cannot be undone.
    warning: Option<String>,
    sheet: Sheet,
    paper: Option<(Made, Printout)>,
    /// Whether the paper was let out: what it certifies is gone, and it cannot be made again.
    let_out: bool,
}

/// Asked before a paper is left that was never let out.
const UNPRINTED: &str =
    "Berita acara ini belum dicetak atau disimpan, dan tidak dapat dibuat lagi. Tutup juga?";

/// Opens the questions of a duty.
pub fn open(desk: &Desk, duty: Duty) -> Opened {
    let (row, about) = match duty {
        Duty::Copy(id) => (&COPY, Some(id)),
        Duty::Erase(id) => (&ERASURE, Some(id)),
        Duty::Limit(id) => (&LIMIT, Some(id)),
        Duty::Breach => (&BREACH, None),
        Duty::Check => (&CHECK, None),
    };
    let warning = match duty {
        Duty::Erase(id) => Some(erasure::warning(desk, id)?),
        _ => None,
    };
    let title = match about {
        Some(id) => format!("{}: {}", row.title, desk.opened::<Resident>(id)?.name()),
        None => row.title.to_owned(),
    };
    let sheet = Sheet::new(row.fields, Draft::default(), desk.today());
    let about = about.unwrap_or(Id::of_bytes([0; 16]));
    Ok(Box::new(Served { row, about, title, warning, sheet, paper: None, let_out: false }))
}

impl Served {
    fn asked(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => {
                self.sheet.judge()?;
                match &self.warning {
                    Some(warning) => Ok(vec![Effect::Ask(warning.clone())]),
                    None => self.make(desk),
                }
            }
            Msg::Agreed => self.make(desk),
            Msg::Command(Command::Back) => Ok(vec![Effect::Back]),
            msg => Ok(self.sheet.update(&msg, &|_, _| Vec::new()).effects()),
        }
    }

    fn make(&mut self, desk: &mut Desk) -> Step {
        let Some(made) = (self.row.make)(desk, self.about, &self.sheet.draft)? else {
            return Ok(vec![Effect::Back, Effect::Say("Tercatat.".to_owned())]);
        };
        let printout = Printout::of_sheets(desk, &made.sheets)?;
        self.row.title.clone_into(&mut self.title);
        self.paper = Some((made, printout));
        Ok(vec![])
    }

    fn shown(&mut self, msg: Msg, desk: &Desk) -> Step {
        let Some((made, printout)) = &mut self.paper else { return Ok(vec![]) };
        Ok(match msg {
            Msg::Command(Command::Print) => vec![Effect::Run(printout.print()?)],
            Msg::Command(Command::Save) => {
                let file = named(desk, self.row.file);
                let mut job = printout.save(|ending| letters::file(desk, &file, ending))?;
                if let (Job::Save { files }, Some(list)) = (&mut job, &made.list) {
                    files.push((letters::file(desk, &file, "csv"), list.clone()));
                }
                vec![Effect::Run(job)]
            }
            Msg::Command(Command::Paper) => {
                printout.turn(|paper: Paper| made.sheets.lay(paper))?;
                vec![]
            }
            // The record behind may be gone: nobody comes back to its card.
            Msg::Command(Command::Back) if self.warning.is_some() && !self.let_out => {
                vec![Effect::Ask(UNPRINTED.to_owned())]
            }
            Msg::Command(Command::Back) if self.warning.is_none() => vec![Effect::Back],
            Msg::Command(Command::Back) | Msg::Agreed => vec![Effect::Home],
            Msg::Finished(done) => {
                self.let_out |= done.is_ok();
                printout.rest();
                vec![]
            }
            other => {
                printout.update(&other);
                vec![]
            }
        })
    }
}

/// The name of a file: a copy for a person takes the place of the one before, whoever it was for;
/// what certifies something stands beside the others.
fn named(desk: &Desk, file: &str) -> String {
    let now = desk.now().local(desk.zone()).format("%Y-%m-%d-%H%M");
    if file == subject::FILE { file.to_owned() } else { format!("{file}-{now}") }
}

impl Screen for Served {
    fn name(&self) -> &'static str {
        self.row.name
    }

    fn title(&self) -> Cow<'_, str> {
        self.title.as_str().into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match &self.paper {
            None => self.sheet.hint(),
            Some((_, printout)) => {
                format!("F9 mencetak, F2 menyimpan berkas. Kertas {}.", printout.paper()).into()
            }
        }
    }

    fn commands(&self) -> &'static [Command] {
        if self.paper.is_some() {
            &[Command::Print, Command::Save, Command::Paper, Command::Back]
        } else {
            &[Command::Save, Command::LookUp, Command::Next, Command::Previous, Command::Back]
        }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match &self.paper {
            Some((_, printout)) => printout.refusal(command),
            None => refusal(command, self.sheet.field()),
        }
    }

    fn typing(&self) -> bool {
        self.paper.is_none()
    }

    fn field(&self) -> Option<&'static Field> {
        if self.paper.is_none() { self.sheet.field() } else { None }
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        if self.paper.is_some() { self.shown(msg, desk) } else { self.asked(msg, desk) }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.paper.is_none() && self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        match &self.paper {
            Some((_, printout)) => printout.view(area, buf),
            None => self.sheet.view(area, buf, theme),
        }
    }
}
