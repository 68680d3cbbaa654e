//! A paper as it will be printed, to be read, printed and saved.
//!
//! # Why
//! What is read, what is printed and what is saved are renderings of one document, so that the
//! clerk never approves another letter than the one that comes out. Only the numbers of people are
//! masked on the screen: paper and files have them whole.
use std::path::PathBuf;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    domain::{choice::Choice as _, digits::hidden, paper::Paper},
    fault::Fault,
    print::{page::Document, pdf, text},
    tui::{
        command::Command,
        screen::{Job, Msg},
        widget::pager::Pager,
    },
};

/// A document and the part of it that is seen.
#[derive(Debug)]
pub struct Printout {
    document: Document,
    pager: Pager,
    /// A job of it is not done yet.
    busy: bool,
}

impl Printout {
    #[must_use]
    pub fn new(document: Document) -> Self {
        let pager = Pager::fixed(&hidden(&text::render(&document)));
        Self { document, pager, busy: false }
    }

    /// The job that prints it.
    pub fn print(&mut self) -> Result<Job, Fault> {
        self.busy = true;
        Ok(Job::Print(Box::new(self.document.clone())))
    }

    /// The job that saves it as PDF and as text; `file` names a file with that ending.
    pub fn save(&mut self, file: impl Fn(&str) -> PathBuf) -> Result<Job, Fault> {
        let pdf = pdf::render(&self.document)?;
        let text = text::render(&self.document).into_bytes();
        self.busy = true;
        Ok(Job::Save { files: vec![(file("pdf"), pdf), (file("txt"), text)] })
    }

    /// Its job is done, well or not.
    pub const fn rest(&mut self) {
        self.busy = false;
    }

    /// Lays it out on the next kind of paper.
    pub fn turn(&mut self, lay: impl Fn(Paper) -> Result<Document, Fault>) -> Result<(), Fault> {
        let after = Paper::ALL.iter().skip_while(|paper| **paper != self.document.paper).nth(1);
        let paper = after.or_else(|| Paper::ALL.first()).copied().unwrap_or(self.document.paper);
        *self = Self { busy: self.busy, ..Self::new(lay(paper)?) };
        Ok(())
    }

    /// Lays it out anew on its paper: what stands there has changed.
    pub fn renew(&mut self, lay: impl Fn(Paper) -> Result<Document, Fault>) -> Result<(), Fault> {
        *self = Self { busy: self.busy, ..Self::new(lay(self.document.paper)?) };
        Ok(())
    }

    /// The words for its paper.
    #[must_use]
    pub fn paper(&self) -> &'static str {
        self.document.paper.label()
    }

    /// Why a command cannot be done just now.
    #[must_use]
    pub const fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Print | Command::Save | Command::Paper if self.busy => {
                Some("pekerjaan yang tadi masih berjalan")
            }
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
