//! The words of a piece of the letters, being changed.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::{counter::Desk, keeping, wordings},
    fault::Fault,
    form::{
        field::{Draft, Offer, SUBJECT},
        wording::TEXT,
    },
    letter::{
        glossary::{Term, meaning, terms},
        piece::Piece,
    },
    tui::{
        command::Command,
        line,
        picking::Picking,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        theme::Theme,
        widget::writing::Writing,
    },
};

/// Names the drafts.
const FORM: &str = "templat";

/// Columns of what is written, in the list of all that can be.
const WRITTEN: usize = 34;

const OPENED: &str = "F4: isian dan penanda. F6: teks bawaan. Ctrl-Y: contoh suratnya.";
const RESUMED: &str = "Tulisan yang belum disimpan dilanjutkan di sini. F2 menyimpannya.";

const COMMANDS: &[Command] = &[
    Command::Save,
    Command::LookUp,
    Command::Letter,
    Command::Original,
    Command::Undo,
    Command::Back,
];

/// A piece and the words for it that are being typed.
#[derive(Debug)]
pub struct Wording {
    piece: Piece,
    writing: Writing,
    /// As they are kept, with what is typed for [`TEXT`].
    draft: Draft,
    /// The words that are in use.
    before: String,
    /// Was anything typed that has not been saved, now or before the desk was closed?
    touched: bool,
    /// Said until anything is done here.
    opening: &'static str,
    /// Why they were not taken.
    wrong: String,
    /// Was it told that a letter becomes too long in these words?
    warned: bool,
}

impl Wording {
    /// Opens the words that are in use; those that were left half-typed are there again.
    pub fn open(desk: &Desk, code: &str) -> Opened {
        let piece = wordings::piece(code)?;
        let mut draft = Draft::default();
        draft.put(SUBJECT, piece.code());
        draft.put(keeping::APART, piece.code());
        let before = wordings::text(desk, code)?.trim_end_matches('\n').to_owned();
        let kept = keeping::of(desk, &keeping::slot(FORM, &draft));
        let kept = kept.map(|kept| kept.text(&TEXT).to_owned()).filter(|kept| *kept != before);
        let resumed = kept.is_some();
        let writing = Writing::new(kept.as_deref().unwrap_or(&before));
        draft.put(TEXT.id, writing.text());
        Ok(Box::new(Self {
            piece,
            writing,
            draft,
            before,
            touched: resumed,
            opening: if resumed { RESUMED } else { OPENED },
            wrong: String::new(),
            warned: false,
        }))
    }

    /// Keeps what is typed as a draft.
    fn typed(&mut self) {
        self.draft.put(TEXT.id, self.writing.text());
        self.touched |= self.is_changed();
        self.wrong.clear();
        self.warned = false;
    }

    /// Are these other words than those that are in use?
    fn is_changed(&self) -> bool {
        self.draft.text(&TEXT) != self.before
    }

    /// Nothing is half-typed any more.
    fn forget(&mut self, desk: &Desk) -> Result<(), Fault> {
        self.touched = false;
        keeping::forget(desk, &keeping::slot(FORM, &self.draft))
    }

    fn save(&mut self, desk: &mut Desk) -> Step {
        let saved = wordings::keep(desk, self.piece.code(), &self.draft, self.warned)?;
        self.forget(desk)?;
        let title = self.piece.title();
        let words = match saved.words {
            Some(_) => format!("Tersimpan: {title}. Berlaku bagi surat berikutnya."),
            None => format!("Tersimpan: {title} memakai kata-kata bawaan lagi."),
        };
        Ok(vec![Effect::Back, Effect::Say(words)])
    }

    /// The list of all that can be written here.
    fn pick(&self) -> Effect {
        let offer = |Term { text, means, .. }: Term| {
            let gap = " ".repeat(WRITTEN.saturating_sub(line::columns(&text)).max(2));
            Offer { label: format!("{text}{gap}{means}"), code: text }
        };
        Effect::Pick(Picking {
            title: "Isian dan penanda".to_owned(),
            offers: terms(&self.piece).into_iter().map(offer).collect(),
            chosen: vec![],
            many: false,
            areas: false,
            typed: String::new(),
        })
    }
}

impl Screen for Wording {
    fn name(&self) -> &'static str {
        FORM
    }

    fn title(&self) -> Cow<'_, str> {
        self.piece.title()
    }

    fn hint(&self) -> Cow<'_, str> {
        if !self.opening.is_empty() {
            self.opening.into()
        } else if self.wrong.is_empty() {
            meaning(&self.piece, self.writing.line()).into()
        } else {
            self.wrong.as_str().into()
        }
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Save if !self.is_changed() => Some("belum ada yang diubah"),
            Command::Undo if !self.writing.is_edited() => {
                Some("belum ada yang diketik sejak layar ini dibuka")
            }
            _ => None,
        }
    }

    fn draft(&self) -> Option<(&'static str, &Draft)> {
        self.touched.then_some((FORM, &self.draft))
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        if !matches!(msg, Msg::Resize | Msg::Again) {
            self.opening = "";
        }
        match msg {
            Msg::Command(Command::Save) => return self.save(desk),
            Msg::Command(Command::LookUp) => return Ok(vec![self.pick()]),
            Msg::Command(Command::Letter) => {
                let (piece, text) = (self.piece.code().to_owned(), self.writing.text());
                return Ok(vec![Effect::Go(Route::SampleLetter { piece, text })]);
            }
            Msg::Command(Command::Original) => {
                return Ok(vec![Effect::Go(Route::OriginalWording(self.piece.code().to_owned()))]);
            }
            Msg::Command(Command::Back) => {
                if self.touched && !self.is_changed() {
                    self.forget(desk)?;
                }
                return Ok(vec![Effect::Back]);
            }
            Msg::Picked(chosen) => {
                let known = terms(&self.piece).into_iter().find(|term| chosen.contains(&term.text));
                if let Some(Term { text, after, .. }) = known {
                    self.writing.insert(&text, after);
                    self.typed();
                }
            }
            // The program's own words are wanted.
            Msg::Agreed => {
                self.writing.fill(self.piece.original());
                self.typed();
                let words = "Teks bawaan ada di layar. F2 menyimpannya, Ctrl-Z membatalkannya.";
                return Ok(vec![Effect::Say(words.to_owned())]);
            }
            other => {
                if self.writing.update(&other) {
                    self.typed();
                }
            }
        }
        Ok(vec![])
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        match fault {
            Fault::Template { line: Some(line), .. } => self.writing.point(*line),
            Fault::Long(_) => self.warned = true,
            Fault::Rejected { why, .. } => self.wrong = format!("Teks ini {why}."),
            _ => return false,
        }
        true
    }

    fn view(&self, area: Rect, buf: &mut Buffer, _: &Theme) -> Position {
        self.writing.view(area, buf)
    }
}
