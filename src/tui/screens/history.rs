//! The history of a record: who did what to it and when, the newest first.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        counter::Desk,
        history::{self, Happening},
        known::known,
        parting,
        trace::{Sought, Trace},
    },
    domain::id::Id,
    fault::Fault,
    store::record::Table,
    tui::{
        command::Command,
        job::Job,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        widget::parts::{Parts, Row},
    },
};

/// The history, once a job has read it.
#[derive(Debug)]
pub struct History {
    record: (Table, Id),
    /// By what the record is known.
    name: String,
    trace: Trace,
    /// The lines of merges that can be taken back open their frames.
    parts: Parts<u64>,
    /// The frames of those merges, the newest first, each with its day and hour.
    merges: Vec<(u64, String)>,
    /// Whether the journal is still being read.
    reading: bool,
    /// The one that is about to be taken back.
    asked: Option<u64>,
}

impl History {
    /// The history of a record, not read yet.
    pub fn open(desk: &Desk, record: (Table, Id)) -> Opened {
        history::permit(desk, record)?;
        let trace = Trace::new(desk, Sought::Record(record.0, record.1));
        let name = known(desk, record)?.words;
        let parts = Parts::new(vec![Row::words("Membaca jurnal…")]);
        Ok(Box::new(Self {
            record,
            name,
            trace,
            parts,
            merges: vec![],
            reading: true,
            asked: None,
        }))
    }

    /// Shows what the job found.
    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let Some(found) = self.trace.take() else { return Ok(()) };
        let happened = history::of(desk, self.record, &found)?;
        let merges = happened.iter().filter_map(|one| Some((one.merge?, when(desk, one))));
        self.merges = merges.collect();
        let heading = Row::heading(format!("{} ({} kejadian)", self.name, happened.len()));
        let rows = happened.iter().flat_map(|one| rows(desk, one));
        self.parts.fill([heading].into_iter().chain(rows).collect());
        self.reading = false;
        Ok(())
    }

    /// The merge where the cursor stands, or else the newest one.
    fn pointed(&self) -> Option<&(u64, String)> {
        let here = self.parts.selected();
        let here = self.merges.iter().find(|(merge, _)| Some(merge) == here);
        here.or_else(|| self.merges.first())
    }
}

/// The day and the hour.
fn when(desk: &Desk, one: &Happening) -> String {
    format!("{} {}", one.at.day(desk.zone()), one.at.clock(desk.zone()))
}

/// When, who and what; the reason and each changed answer below.
fn rows(desk: &Desk, one: &Happening) -> Vec<Row<u64>> {
    let first = format!("{}  {} {}", when(desk, one), one.by, one.act);
    let reason = Some(&one.reason).filter(|why| !why.is_empty());
    let reason = reason.map(|why| Row::under(format!("Alasan: {why}")));
    let changes = one.changes.iter();
    let changes = changes.map(|one| Row::under(format!("{}: {}", one.label, one.words())));
    let first = match one.merge {
        Some(merge) => Row::opening(merge, first),
        None => Row::words(first),
    };
    [first].into_iter().chain(reason).chain(changes).collect()
}

impl Screen for History {
    fn name(&self) -> &'static str {
        "riwayat"
    }

    fn title(&self) -> Cow<'_, str> {
        "Riwayat".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        "Yang terbaru di atas. NIK, KK dan telepon disamarkan.".into()
    }

    fn commands(&self) -> &'static [Command] {
        if self.merges.is_empty() && !(self.reading && self.record.0 == Table::Resident) {
            &[Command::Back, Command::Up, Command::Down]
        } else {
            &[Command::Split, Command::Back, Command::Up, Command::Down]
        }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        (command == Command::Split && self.reading).then_some("jurnalnya masih dibaca")
    }

    fn typing(&self) -> bool {
        false
    }

    fn begin(&mut self) -> Vec<Effect> {
        vec![Effect::Run(Job::Trace(self.trace.clone()))]
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Command(Command::Split) => {
                let Some((merge, when)) = self.pointed() else { return Ok(vec![]) };
                let words = format!(
                    "Pisahkan lagi kedua data yang digabung {when}? Yang dicatat sesudahnya tetap \
                     pada gabungannya."
                );
                self.asked = Some(*merge);
                return Ok(vec![Effect::Ask(words)]);
            }
            Msg::Agreed => {
                let Some(merge) = self.asked.take() else { return Ok(vec![]) };
                let said = parting::part(desk, merge)?;
                return Ok(vec![Effect::Back, Effect::Say(said)]);
            }
            Msg::Finished(Ok(_)) => self.read(desk)?,
            Msg::Finished(Err(fault)) => {
                self.reading = false;
                let words = format!("Riwayat belum terbaca: {fault}.");
                self.parts.fill(vec![Row::words(words)]);
            }
            Msg::Again => {
                history::permit(desk, self.record)?;
                if self.trace.is_behind(desk) {
                    self.reading = true;
                    self.trace = Trace::new(desk, Sought::Record(self.record.0, self.record.1));
                    return Ok(self.begin());
                }
            }
            other => {
                self.parts.update(&other);
            }
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.parts.view(area, buf, theme)
    }
}
