//! The closed desk: nothing of anyone is on the screen or in memory until an officer comes in.
use std::{borrow::Cow, path::PathBuf};

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::Line,
    widgets::Widget as _,
};

use crate::{
    desk::{
        counter::{Clock, Desk},
        entrance::{self, Pass},
    },
    domain::id::Id,
    fault::Fault,
    form::{
        field::{Draft, Field},
        passphrase::{CODE, ENTER, PRESENT},
    },
    tui::{
        command::Command,
        line,
        screen::{Effect, Knock, Msg, Route, Screen, Step},
        sheet::{Sheet, Told},
        theme::Theme,
    },
};

/// Where the desk stands, and who may come back to what.
#[derive(Debug)]
pub struct Lock {
    folder: PathBuf,
    clock: Clock,
    sheet: Sheet,
    practice: bool,
    /// Is the desk being opened just now?
    pub opening: bool,
    /// The officer who left, and the screens that were open.
    pub left: Option<(Id, Vec<Route>)>,
}

const COMMANDS: &[Command] = &[Command::Enter, Command::Next, Command::Previous];

impl Lock {
    /// The closed desk of a folder.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Clock, code: &str) -> Self {
        let mut draft = Draft::default();
        draft.put(CODE.id, code);
        let practice = entrance::is_practice(&folder);
        let mut sheet =
            Sheet::new(ENTER, draft, clock.now().day(crate::domain::moment::Zone::Wib).0);
        if !code.is_empty() {
            sheet.point(PRESENT.id);
        }
        Self { folder, clock, sheet, practice, opening: false, left: None }
    }

    /// Takes a message; there is no desk to do anything with.
    pub fn take(&mut self, msg: &Msg) -> Vec<Effect> {
        if self.opening {
            return vec![];
        }
        let told = match msg {
            Msg::Command(Command::Enter) => Told::End(&PRESENT),
            msg => self.sheet.update(msg, &|_, _| Vec::new()),
        };
        match told {
            Told::End(_) => {
                self.opening = true;
                let draft = &self.sheet.draft;
                let pass = Pass::new(draft.text(&CODE), draft.text(&PRESENT));
                let knock = Knock { folder: self.folder.clone(), clock: self.clock, pass };
                vec![Effect::Enter(knock)]
            }
            other => other.effects(),
        }
    }

    /// Nobody came in: the passphrase is asked again.
    pub fn refuse(&mut self) {
        self.opening = false;
        self.sheet.put(PRESENT.id, "", &|_, _| Vec::new());
        self.sheet.point(PRESENT.id);
    }

    fn words(&self) -> String {
        let practice = if self.practice {
            " Ini loket latihan: petugas latihan, kata sandi latihan-latihan."
        } else {
            ""
        };
        format!(
            "Loket terkunci. Masukkan kode petugas dan kata sandi Anda, lalu Enter. \
             Isian yang belum selesai tetap tersimpan.{practice}"
        )
    }
}

impl Screen for Lock {
    fn name(&self) -> &'static str {
        "masuk"
    }

    fn title(&self) -> Cow<'_, str> {
        "Loket terkunci".into()
    }

    fn hint(&self) -> Cow<'_, str> {
        if self.opening { "Membuka data…".into() } else { self.sheet.hint() }
    }

    fn commands(&self) -> &'static [Command] {
        COMMANDS
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Enter | Command::Quit => None,
            other if other.is_move() => None,
            _ => Some("masuk dahulu dengan kode petugas dan kata sandi"),
        }
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        Ok(self.take(&msg))
    }

    fn blame(&mut self, fault: &Fault) -> bool {
        self.sheet.blame(fault)
    }

    fn view(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Position {
        let room = usize::from(area.width.saturating_sub(2));
        let lines = line::wrap(&self.words(), room);
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let tall = if area.height >= tall.saturating_add(5) { tall } else { 0 };
        let [head, body] =
            Layout::vertical([Constraint::Length(tall), Constraint::Fill(1)]).areas(area);
        for (words, row) in lines.iter().zip(head.rows().skip(1)) {
            Line::raw(format!(" {words}")).render(row, buf);
        }
        self.sheet.view(body, buf, theme)
    }
}
