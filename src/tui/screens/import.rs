//! One list on its way in: looked at, mapped, judged, and taken in.
//!
//! # Why
//! A job reads and types rows; the desk, which only this thread holds, judges and writes them, one
//! piece after each message of the job. Between two pieces the keys are heard and the screen is
//! drawn. While rows are written nothing else is saved, so what would save is refused by name.
use std::{borrow::Cow, collections::BTreeSet, path::PathBuf, sync::mpsc::Receiver};

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::Desk,
        import::{
            asking::{Differing, Wish, mapped},
            looking::Look,
            reading::{Piece, Reading},
            rejects::beside,
            report::{Note, Report, What},
            taking::Taking,
        },
    },
    domain::{choice::Choice as _, count::grouped, may::Action, person::NoNik},
    fault::Fault,
    form::field::Offer,
    roster::glance::Named,
    tui::{
        command::Command,
        import_stage::{
            CHOICES, Filter, HEADINGS, KEYLESS, LEFT, ROWS, Stage, heading, lacks, offers, reasons,
            row,
        },
        job::Job,
        line,
        picking::Picking,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        widget::table::Table,
    },
};

/// The most notes that are shown; all of them are counted.
const NOTES: usize = 10_000;

/// Rows that the words above and below the table take.
const HEAD: u16 = 4;
const FOOT: u16 = 4;

/// A list.
#[derive(Debug)]
pub struct Import {
    look: Look,
    stage: Stage,
    wish: Option<Wish>,
    pieces: Option<Receiver<Piece>>,
    report: Report,
    notes: Vec<Note>,
    filter: Filter,
    table: Table<usize>,
}

impl Import {
    /// Begins with a look at the file.
    pub fn open(desk: &Desk, named: &Named) -> Opened {
        desk.permit(Action::Import, None)?;
        Ok(Box::new(Self {
            look: Look::new(named.clone()),
            stage: Stage::Looking,
            wish: None,
            pieces: None,
            report: Report::default(),
            notes: vec![],
            filter: Filter::All,
            table: Table::new(HEADINGS, "Tidak ada yang perlu diperhatikan."),
        }))
    }

    /// Shows the columns of the file that was looked at.
    fn looked(&mut self, desk: &Desk) -> Step {
        let glance = match self.look.take() {
            Some(Ok(glance)) => glance,
            Some(Err(fault)) => return Ok(vec![Effect::Back, Effect::Say(fault.told())]),
            None => return Ok(vec![]),
        };
        let mapping = mapped(desk, &glance)?;
        self.wish = Some(Wish { glance, mapping, confirmed: false, differing: Differing::Leave });
        self.show_headings();
        Ok(vec![])
    }

    fn show_headings(&mut self) {
        self.stage = Stage::Mapping;
        self.table.head(HEADINGS, HEADINGS);
        let Some(wish) = &self.wish else { return };
        let places = 0..wish.mapping.headings.len();
        self.table.fill(places.map(|place| (place, heading(&wish.mapping, place))).collect());
    }

    fn show_rows(&mut self) {
        self.table.head(ROWS, ROWS);
        let Some(wish) = &self.wish else { return };
        let shown = self.notes.iter().enumerate().filter(|(_, note)| self.filter.shows(note));
        let cells = |note: &Note| row(note, wish.differing.takes(note.line), wish.confirmed);
        self.table.fill(shown.map(|(place, note)| (place, cells(note))).collect());
    }

    /// Begins to read the list; `write` says whether it is taken in.
    fn begin(&mut self, desk: &mut Desk, write: bool) -> Step {
        let Some(wish) = self.wish.clone() else { return Ok(vec![]) };
        let rejects: PathBuf = beside(&wish.glance.path);
        let (reading, pieces) = Reading::new(desk, &wish)?;
        self.stage = if write {
            Stage::Taking(Box::new(Taking::begin(desk, wish, rejects)?))
        } else {
            Stage::Judging(Box::new(Taking::judge(desk, wish)?))
        };
        (self.pieces, self.report) = (Some(pieces), Report::default());
        self.notes.clear();
        self.table.fill(vec![]);
        Ok(vec![Effect::Run(Job::Import(Box::new(reading)))])
    }

    /// Takes the pieces that wait, at most so many.
    fn take(&mut self, desk: &mut Desk, most: usize) -> Step {
        let Some(pieces) = &self.pieces else { return Ok(vec![]) };
        let (Stage::Judging(taking) | Stage::Taking(taking)) = &mut self.stage else {
            return Ok(vec![]);
        };
        let notes = &mut self.notes;
        for piece in pieces.try_iter().take(most) {
            let last = piece.last;
            let taken = taking.take(desk, piece, |note| {
                if notes.len() < NOTES {
                    notes.push(note);
                }
            });
            if let Err(fault) = taken {
                self.give_up(desk)?;
                return Err(fault);
            }
            self.report = taking.report().clone();
            if last {
                return self.end(desk);
            }
        }
        Ok(vec![])
    }

    fn end(&mut self, desk: &mut Desk) -> Step {
        self.pieces = None;
        match std::mem::replace(&mut self.stage, Stage::Judged) {
            Stage::Taking(taking) => {
                self.report = taking.end(desk)?;
                self.stage = Stage::Done;
            }
            Stage::Judging(taking) => self.report = taking.end(desk)?,
            other => self.stage = other,
        }
        self.show_rows();
        Ok(vec![])
    }

    /// Leaves nothing of what was being written.
    fn give_up(&mut self, desk: &mut Desk) -> Result<(), Fault> {
        self.pieces = None;
        if let Stage::Judging(taking) | Stage::Taking(taking) =
            std::mem::replace(&mut self.stage, Stage::Mapping)
        {
            taking.abandon(desk)?;
        }
        self.show_headings();
        Ok(())
    }

    fn choices(&self, of: Command) -> Picking {
        let offer = |(code, label): &(&str, &str)| Offer {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
        };
        let (title, offers) = match self.stage {
            Stage::Mapping if of == Command::LookUp => ("Mengapa tanpa NIK", reasons()),
            Stage::Mapping => ("Kolom ini berisi", offers()),
            _ => ("Untuk semua baris", CHOICES.iter().map(offer).collect()),
        };
        Picking {
            title: title.to_owned(),
            offers,
            chosen: vec![],
            many: false,
            areas: false,
            typed: String::new(),
        }
    }

    fn picked(&mut self, code: &str) {
        let Some(wish) = &mut self.wish else { return };
        match (&self.stage, code) {
            (Stage::Mapping, code) if code.starts_with(KEYLESS) => {
                let code = code.strip_prefix(KEYLESS);
                wish.mapping.keyless = code.and_then(NoNik::coded);
                return;
            }
            (Stage::Mapping, code) => {
                let place = self.table.selected().copied().unwrap_or_default();
                let mut ids: Vec<String> = wish.mapping.ids().map(ToOwned::to_owned).collect();
                if let Some(id) = ids.get_mut(place) {
                    *id = if code == LEFT { String::new() } else { code.to_owned() };
                }
                wish.mapping = wish.mapping.clone().with(&ids);
                self.show_headings();
                return;
            }
            (_, "ambil") => wish.differing = Differing::Take,
            (_, "biarkan") => wish.differing = Differing::Leave,
            (_, "terima") => wish.confirmed = true,
            _ => wish.confirmed = false,
        }
        self.show_rows();
    }

    /// Takes what the file says of the row that is pointed at, or leaves it.
    fn mark(&mut self) {
        let note = self.table.selected().and_then(|place| self.notes.get(*place));
        let Some((line, wish)) = note.map(|note| note.line).zip(self.wish.as_mut()) else { return };
        let differing = self.notes.iter().filter(|note| matches!(note.what, What::Differs(..)));
        let mut lines: BTreeSet<u64> =
            differing.map(|note| note.line).filter(|line| wish.differing.takes(*line)).collect();
        if !lines.remove(&line) {
            lines.insert(line);
        }
        wish.differing = Differing::Lines(lines);
        self.show_rows();
    }

    /// What is known of the file and its rows, above the table.
    fn head(&self) -> Vec<String> {
        let Some(wish) = &self.wish else { return vec!["Membaca berkas…".to_owned()] };
        let glance = &wish.glance;
        let name = glance.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let mut lines = vec![format!("{}: {}", name.unwrap_or_default(), glance.words())];
        match &self.stage {
            Stage::Mapping | Stage::Looking => {
                let known = wish.mapping.known();
                let of = wish.mapping.headings.len();
                lines.push(format!("{known} dari {of} kolom dikenal; yang lain dibiarkan."));
                lines.extend(lacks(&wish.mapping));
                lines.extend(glance.notes.iter().cloned());
            }
            _ => {
                let rows = grouped(self.report.counts.rows);
                lines.push(format!("{rows} baris: {}.", self.report.counts.words()));
                if let Some(path) = &self.report.rejects {
                    lines.push(format!("Yang ditolak ada di {}", path.display()));
                } else if self.report.warned > 0 {
                    let warned = grouped(self.report.warned);
                    let state = if wish.confirmed { "diterima" } else { "ditolak" };
                    lines.push(format!("{warned} di antaranya meragukan dan {state}."));
                }
            }
        }
        lines
    }
}

impl Screen for Import {
    fn name(&self) -> &'static str {
        "impor-daftar"
    }

    fn title(&self) -> Cow<'_, str> {
        match self.stage {
            Stage::Looking | Stage::Mapping => "Kolom",
            Stage::Judging(_) | Stage::Judged => "Pemeriksaan",
            Stage::Taking(_) | Stage::Done => "Hasil",
        }
        .into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match self.stage {
            Stage::Looking => "Berkas sedang dilihat.".into(),
            Stage::Mapping => {
                "Enter mengganti isian kolom; F4: bila tanpa NIK; F2 memeriksa semua baris.".into()
            }
            Stage::Judging(_) => "Baris sedang diperiksa; belum ada yang disimpan.".into(),
            Stage::Judged => {
                let shown = self.filter.words();
                format!("F2 menyimpan yang baik. F4: untuk semua baris. F6: {shown}.").into()
            }
            Stage::Taking(_) => "Sedang disimpan; semuanya atau tidak satu pun.".into(),
            Stage::Done if self.report.counts.taken() == 0 => "Tidak ada yang berubah.".into(),
            Stage::Done => "Tersimpan. Ctrl-Z atau daftar impor membatalkan semuanya.".into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        match self.stage {
            Stage::Mapping => &[Command::Judge, Command::Open, Command::LookUp, Command::Back],
            Stage::Judged => {
                &[Command::Save, Command::LookUp, Command::Mark, Command::NextPart, Command::Back]
            }
            Stage::Done => &[Command::NextPart, Command::Back],
            Stage::Looking | Stage::Judging(_) | Stage::Taking(_) => &[Command::Back],
        }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        let saves = matches!(command, Command::Find | Command::Undo | Command::Back);
        if saves && matches!(self.stage, Stage::Taking(_)) {
            return Some("impor sedang berjalan; Ctrl-X menghentikannya");
        }
        let note = || self.table.selected().and_then(|place| self.notes.get(*place));
        let differs = || note().is_some_and(|note| matches!(note.what, What::Differs(..)));
        (command == Command::Mark && !differs()).then_some("baris ini tidak berbeda dari datanya")
    }

    fn typing(&self) -> bool {
        false
    }

    fn begin(&mut self) -> Vec<Effect> {
        vec![Effect::Run(Job::Look(self.look.clone()))]
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Ready => return self.take(desk, 1),
            Msg::Finished(Ok(_)) if matches!(self.stage, Stage::Looking) => {
                return self.looked(desk);
            }
            Msg::Finished(Ok(_)) | Msg::Again => return self.take(desk, usize::MAX),
            Msg::Finished(Err(fault)) if matches!(self.stage, Stage::Looking) => {
                return Ok(vec![Effect::Back, Effect::Say(fault.told())]);
            }
            Msg::Finished(Err(_)) => self.give_up(desk)?,
            Msg::Command(command @ (Command::Judge | Command::Save)) => {
                return self.begin(desk, command == Command::Save);
            }
            Msg::Command(command @ (Command::Open | Command::LookUp)) => {
                return Ok(vec![Effect::Pick(self.choices(command))]);
            }
            Msg::Picked(codes) => self.picked(codes.first().map_or("", String::as_str)),
            Msg::Command(Command::Mark) => self.mark(),
            Msg::Command(Command::NextPart) => {
                self.filter = self.filter.next();
                self.show_rows();
            }
            Msg::Command(Command::Back) => match self.stage {
                Stage::Judged | Stage::Judging(_) => self.give_up(desk)?,
                _ => return Ok(vec![Effect::Back]),
            },
            other => {
                self.table.update(&other);
            }
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let room = usize::from(area.width.saturating_sub(2));
        let selected = self.table.selected().and_then(|place| self.notes.get(*place));
        let note = if matches!(self.stage, Stage::Judged | Stage::Done) {
            selected.map(|note| line::wrap(&note.words(), room)).unwrap_or_default()
        } else {
            vec![]
        };
        let tall = area.height > HEAD + FOOT + 4;
        let sizes = if tall { (HEAD, FOOT) } else { (2.min(area.height), 0) };
        let [head, body, foot] = Layout::vertical([
            Constraint::Length(sizes.0),
            Constraint::Fill(1),
            Constraint::Length(sizes.1),
        ])
        .areas(area);
        let heads = self.head();
        for (words, row) in heads.iter().zip(head.rows()) {
            Line::raw(format!(" {}", line::clip(words, room))).render(row, buf);
        }
        for (words, row) in note.iter().zip(foot.rows()) {
            Line::raw(format!(" {words}")).render(row, buf);
        }
        self.table.view(body, buf, theme)
    }
}
