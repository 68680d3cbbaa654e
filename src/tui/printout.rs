//! A paper as it will be printed, to be read, printed and saved.
//!
//! # Why
//! What is read, what is printed and what is saved are renderings of one document, so that the
//! clerk never approves another letter than the one that comes out. Only the numbers of people are
//! masked on the screen: paper and files have them whole. A slip for a roll is read as it comes off
//! the roll; in a file it is a page, for other printers.
use std::path::PathBuf;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, printing},
    domain::{
        choice::Choice as _,
        digits::hidden,
        paper::Paper,
        printer::Printer,
        printing::{LETTERS, Way},
    },
    fault::Fault,
    print::{
        page::Document,
        pages::Sheets,
        pdf,
        roll::Roll,
        spool::outgoing::{Outgoing, Sheet},
        text,
    },
    tui::{
        command::Command,
        job::Job,
        screen::{Effect, Msg, Route},
        widget::pager::Pager,
    },
};

/// Goes to where the printer of the papers of that name is chosen; meanwhile the computer is asked
/// for its printers.
#[must_use]
pub fn choosing(desk: &Desk, of: &str) -> Vec<Effect> {
    let queues = Job::Queues(printing::queues(desk));
    vec![Effect::Run(queues), Effect::Go(Route::Printer(of.to_owned()))]
}

/// A document, its way to the printer, and the part of it that is seen.
#[derive(Debug)]
pub struct Printout {
    document: Document,
    way: Way,
    roll: Option<Roll>,
    pager: Pager,
    /// A job of it is not done yet.
    busy: bool,
}

impl Printout {
    /// A document that goes that way, or as a roll where there is one.
    #[must_use]
    pub fn new(document: Document, way: Way, roll: Option<Roll>) -> Self {
        let text = roll.as_ref().map_or_else(|| text::render(&document), Roll::text);
        Self { document, way, roll, pager: Pager::fixed(&hidden(&text)), busy: false }
    }

    /// A paper that is no letter of any kind, on the way of all letters.
    pub fn of_sheets(desk: &Desk, sheets: &Sheets) -> Result<Self, Fault> {
        let document = sheets.lay(printing::paper(desk, LETTERS)?)?;
        Ok(Self::new(document, printing::way(desk, LETTERS), None))
    }

    /// The job that prints it.
    pub fn print(&mut self) -> Result<Job, Fault> {
        self.busy = true;
        let outgoing = match &self.roll {
            Some(roll) => {
                let (printer, roll) = (self.way.printer.clone(), roll.clone());
                Outgoing { printer, sheet: Sheet::Roll(roll) }
            }
            None => Outgoing::paged(self.document.clone(), &self.way),
        };
        Ok(Job::Print(Box::new(outgoing)))
    }

    /// The job that saves it as PDF and as text; `file` names a file with that ending.
    pub fn save(&mut self, file: impl Fn(&str) -> PathBuf) -> Result<Job, Fault> {
        let pdf = pdf::render(&self.document)?;
        let text = text::render(&self.document).into_bytes();
        self.busy = true;
        Ok(Job::Save { files: vec![(file("pdf"), pdf), (file("txt"), text)] })
    }

    /// Whether a job of it is not done yet.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.busy
    }

    /// Its job is done, well or not.
    pub const fn rest(&mut self) {
        self.busy = false;
    }

    /// Lays it out on the next kind of paper.
    pub fn turn(&mut self, lay: impl Fn(Paper) -> Result<Document, Fault>) -> Result<(), Fault> {
        let after = Paper::ALL.iter().skip_while(|paper| **paper != self.document.paper).nth(1);
        let paper = after.or_else(|| Paper::ALL.first()).copied().unwrap_or(self.document.paper);
        self.show(lay(paper)?);
        Ok(())
    }

    /// Lays it out anew on its paper: what stands there has changed.
    pub fn renew(&mut self, lay: impl Fn(Paper) -> Result<Document, Fault>) -> Result<(), Fault> {
        self.show(lay(self.document.paper)?);
        Ok(())
    }

    fn show(&mut self, document: Document) {
        let (way, roll) = (self.way.clone(), self.roll.take());
        *self = Self { busy: self.busy, ..Self::new(document, way, roll) };
    }

    /// Whether it goes that way.
    #[must_use]
    pub fn goes(&self, way: &Way) -> bool {
        self.way == *way
    }

    /// Its printer.
    #[must_use]
    pub const fn printer(&self) -> &Printer {
        &self.way.printer
    }

    /// The words for its paper.
    #[must_use]
    pub fn paper(&self) -> &'static str {
        if self.roll.is_some() { self.way.language.label() } else { self.document.paper.label() }
    }

    /// Why a command cannot be done just now.
    #[must_use]
    pub const fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Print | Command::Save | Command::Paper | Command::Printer if self.busy => {
                Some("pekerjaan yang tadi masih berjalan")
            }
            Command::Paper if self.roll.is_some() => Some("slip ini dicetak pada gulungan"),
            _ => None,
        }
    }

    /// Takes a message that moves about in it.
    pub fn update(&mut self, msg: &Msg) {
        self.pager.update(msg);
    }

    /// Draws the part that is seen; the cursor stands at its first line.
    pub fn view(&self, area: Rect, buf: &mut Buffer) -> Position {
        self.pager.view(area, buf)
    }
}
