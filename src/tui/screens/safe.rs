//! The code for the office's safe: shown once, and typed back from the paper.
use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{counter::Desk, keys},
    domain::{recovery::Recovery, reject::Reject},
    fault::Fault,
    form::{
        field::{Draft, Field},
        passphrase::{RECOVERY, SAFE},
    },
    tui::{
        command::Command,
        line,
        screen::{Effect, Msg, Opened, Route, Screen, Step},
        sheet::{Sheet, Told},
        theme::Theme,
    },
};

/// The code, and what was typed back of it.
#[derive(Debug)]
pub struct Safe {
    code: Recovery,
    /// Was the office founded just now?
    first: bool,
    sheet: Sheet,
}

const WORDS: &str = "Tulis kode ini di kertas dan simpan di tempat terkunci, tidak di dekat komputer \
                     ini. Hanya dengan kode ini data dapat dibuka bila semua kata sandi terlupa. \
                     Kode ini tidak ditampilkan lagi.";

impl Safe {
    /// Shows a code.
    pub fn open(desk: &Desk, code: &Recovery, first: bool) -> Opened {
        let sheet = Sheet::new(SAFE, Draft::default(), desk.today());
        Ok(Box::new(Self { code: code.clone(), first, sheet }))
    }

    /// Compares what was typed with the code.
    fn compare(&mut self, desk: &mut Desk) -> Step {
        self.sheet.judge()?;
        let typed: Recovery = self.sheet.draft.must(&RECOVERY, desk.today())?;
        if typed != self.code {
            return Err(Fault::Rejected { field: RECOVERY.id, why: Reject::NotTheSame });
        }
        if !self.first {
            keys::take_recovery(desk, &self.code)?;
            let words = "Kode pemulihan yang baru berlaku; yang lama tidak lagi.";
            return Ok(vec![Effect::Back, Effect::Say(words.to_owned())]);
        }
        keys::noted(desk)?;
        let name = desk.clerk().map(|clerk| clerk.name.to_string()).unwrap_or_default();
        let words = format!("Loket siap. Selamat bekerja, {name}.");
        Ok(vec![Effect::Replace(Route::Home), Effect::Say(words)])
    }
}

impl Screen for Safe {
    fn name(&self) -> &'static str {
        "pemulihan"
    }

    fn title(&self) -> Cow<'_, str> {
        if self.first { "Terakhir: kode pemulihan" } else { "Kode pemulihan" }.into()
    }

    fn hint(&self) -> Cow<'_, str> {
        self.sheet.hint()
    }

    fn commands(&self) -> &'static [Command] {
        if self.first { &[Command::Save] } else { &[Command::Save, Command::Back] }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Find | Command::Lock => Some("tulis dan ketik dahulu kode pemulihannya"),
            _ => None,
        }
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn update(&mut self, msg: Msg, desk: &mut Desk) -> Step {
        match msg {
            Msg::Command(Command::Save) => return self.compare(desk),
            Msg::Command(Command::Back) => return Ok(vec![Effect::Back]),
            _ => {}
        }
        match self.sheet.update(&msg, &|_, _| Vec::new()) {
            Told::End(_) => self.compare(desk),
            other => Ok(other.effects()),
        }
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let room = usize::from(area.width.saturating_sub(2));
        let code = self.code.to_string();
        let (first, second) = code.split_at_checked(code.len() / 2).unwrap_or((&code, ""));
        let mut lines = line::wrap(WORDS, room);
        let code = if room > code.len() + 4 {
            vec![format!("   {code}")]
        } else {
            vec![format!("  {first}"), format!("  {}", second.trim_start_matches('-'))]
        };
        // In a small window the code comes first: it is what cannot be done without.
        let tall = u16::try_from(code.len() + lines.len() + 3).unwrap_or(u16::MAX);
        if area.height < tall.saturating_add(2) {
            lines.clear();
        }
        let lines: Vec<_> = lines.into_iter().chain([String::new()]).chain(code).collect();
        let tall = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
        let [head, body] =
            Layout::vertical([Constraint::Length(tall), Constraint::Fill(1)]).areas(area);
        for (words, row) in lines.iter().zip(head.rows()) {
            Line::raw(format!(" {words}")).render(row, buf);
        }
        self.sheet.view(body, buf, theme)
    }
}
