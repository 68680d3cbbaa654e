//! The letters that have not come out yet, to go out in one go.
use std::{borrow::Cow, collections::BTreeSet};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{
        agenda,
        bundle::{self, Bundle},
        counter::Desk,
    },
    domain::{id::Id, letter::Outlet},
    fault::Fault,
    tui::{
        command::Command,
        job::Job,
        screen::{Effect, Msg, Opened, Screen, Step},
        theme::Theme,
        widget::table::{Column, Table},
    },
};

const COLUMNS: &[Column] = &[
    Column::new("", 3),
    Column::new("Nomor", 26),
    Column::new("Tujuan", 22),
    Column::new("Hal", 0),
];

/// The letters of a year that wait, and those of them that are spared.
#[derive(Debug)]
pub struct Waiting {
    year: u16,
    rows: Table<Id>,
    ids: Vec<Id>,
    spared: BTreeSet<Id>,
    /// What is on its way, until it is known what became of it.
    bundle: Option<Bundle>,
    /// The clerk is being asked whether they came out.
    asked: bool,
}

impl Waiting {
    /// Opens the list of what waits.
    pub fn open(desk: &Desk, year: u16) -> Opened {
        let rows = Table::new(COLUMNS, "Tidak ada surat yang menunggu dicetak.");
        let (ids, spared) = (vec![], BTreeSet::new());
        let mut waiting = Self { year, rows, ids, spared, bundle: None, asked: false };
        waiting.read(desk)?;
        Ok(Box::new(waiting))
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Fault> {
        let line = |row: agenda::Row| {
            let id = row.letter.filter(|_| row.waits)?;
            let mark = if self.spared.contains(&id) { "[ ]" } else { "[x]" };
            Some((id, vec![mark.to_owned(), row.number, row.goal, row.matter]))
        };
        let rows = agenda::rows(desk, self.year, false)?.into_iter().filter_map(line);
        let rows: Vec<_> = rows.collect();
        self.ids = rows.iter().map(|(id, _)| *id).collect();
        self.rows.fill(rows);
        Ok(())
    }

    fn chosen(&self) -> impl Iterator<Item = Id> {
        self.ids.iter().copied().filter(|id| !self.spared.contains(id))
    }

    fn send(&mut self, desk: &mut Desk, outlet: Outlet) -> Step {
        let ids: Vec<Id> = self.chosen().collect();
        let bundle = bundle::begin(desk, &ids, outlet)?;
        self.bundle = Some(bundle.clone());
        Ok(vec![Effect::Run(Job::Bundle(bundle))])
    }

    /// The job is over: only the clerk knows what came out of those that left.
    fn ended(&mut self, outcome: Result<String, Fault>, desk: &mut Desk) -> Step {
        let left = self.bundle.as_ref().map_or(0, Bundle::left);
        let told = outcome.err().map(|fault| {
            let why = fault.to_string();
            let why = why.trim_end_matches('.');
            Effect::Say(format!("Berhenti sesudah {left} surat: {why}. Nomor semuanya tetap."))
        });
        if left == 0 {
            self.settle(desk, false)?;
            return Ok(told.into_iter().collect());
        }
        self.asked = true;
        let ask = format!(
            "{left} surat sudah keluar dan semuanya benar? Ya: nomornya menjadi pasti. Tidak: \
             nomornya tetap dipesan; periksa satu per satu di buku agenda."
        );
        Ok(told.into_iter().chain([Effect::Ask(ask)]).collect())
    }

    fn settle(&mut self, desk: &mut Desk, out: bool) -> Result<usize, Fault> {
        self.asked = false;
        let Some(bundle) = self.bundle.take() else { return Ok(0) };
        let settled = bundle::end(desk, &bundle, out)?;
        self.read(desk)?;
        Ok(settled)
    }
}

impl Screen for Waiting {
    fn name(&self) -> &'static str {
        "cetak-semua"
    }

    fn title(&self) -> Cow<'_, str> {
        "Belum keluar".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        let (chosen, all) = (self.chosen().count(), self.ids.len());
        format!("{chosen} dari {all} surat. F9 mencetak, F2 menyimpan PDF, spasi memberi tanda.")
            .into()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Print, Command::Save, Command::Mark, Command::Back]
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Print | Command::Save | Command::Mark | Command::Back
                if self.bundle.is_some() =>
            {
                Some("pekerjaan yang tadi masih berjalan; Ctrl-X menghentikannya")
            }
            Command::Print | Command::Save if self.chosen().next().is_none() => {
                Some("tidak ada surat yang ditandai")
            }
            _ => None,
        }
    }

    fn typing(&self) -> bool {
        false
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Print) => return self.send(desk, Outlet::Printer),
            Msg::Command(Command::Save) => return self.send(desk, Outlet::File),
            Msg::Command(Command::Mark) => {
                if let Some(id) = self.rows.selected().copied()
                    && !self.spared.remove(&id)
                {
                    self.spared.insert(id);
                }
                self.read(desk)?;
            }
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            Msg::Finished(outcome) => return self.ended(outcome, desk),
            Msg::Agreed if self.asked => {
                let out = self.settle(desk, true)?;
                return Ok(vec![Effect::Say(format!("{out} surat tercatat keluar."))]);
            }
            Msg::Again if self.asked => {
                self.settle(desk, false)?;
                let words = "Tercatat tidak keluar; nomornya tetap dipesan untuk surat itu.";
                return Ok(vec![Effect::Say(words.to_owned())]);
            }
            other => drop(self.rows.update(&other)),
        }
        Ok(vec![])
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        self.rows.view(area, buf, theme)
    }
}
