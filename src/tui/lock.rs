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
    domain::{clerk::Clerk, id::Id, moment::Zone, recovery::Recovery},
    fault::Fault,
    form::{
        field::{Draft, Field},
        passphrase::{CHOSEN, CODE, ENTER, PRESENT, RECOVER, RECOVERY, SEAL, chosen},
    },
    tui::{
        arrival::{Door, Knock},
        command::Command,
        line,
        screen::{Effect, Msg, Route, Screen, Step},
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
    kind: Kind,
    /// Does somebody come in with the code from the safe?
    lost: bool,
    /// Is the desk being opened just now?
    pub opening: bool,
    /// The officer who left, and the screens that were open.
    pub left: Option<(Id, Vec<Route>)>,
}

/// What stands behind the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sealed,
    /// The same of a practice desk.
    Practice,
    /// Data from before there were keys: whoever comes in first has it sealed.
    Unsealed,
}

const COMMANDS: &[Command] = &[Command::Enter, Command::Forgot, Command::Next, Command::Previous];

const LOST: &[Command] = &[Command::Enter, Command::Back, Command::Next, Command::Previous];

const SEALING: &[Command] = &[Command::Enter, Command::Next, Command::Previous];

const CLOSED: &str = "Loket terkunci. Masukkan kode petugas dan kata sandi Anda, lalu Enter. \
                      Isian yang belum selesai tetap tersimpan.";

const PRACTICE: &str = " Ini loket latihan: petugas latihan, kata sandi latihan-latihan.";

const UNSEALED: &str = "Data ini dari masa sebelum ada kata sandi. Sekarang semuanya disegel, sekali \
                        untuk selamanya: pilih kata sandi Anda, lalu F2. Kode petugas hanya perlu \
                        bila ada beberapa; petugas lain diberi kata sandi sesudahnya. Jangan \
                        matikan komputer; bila listrik padam, buka lagi dan semuanya tetap ada.";

const RECOVERING: &str = "Dengan kode pemulihan dari tempat terkunci seorang petugas masuk lagi \
                          dan memilih kata sandi baru. Sandinya yang lama tidak berlaku lagi; \
                          milik petugas lain tetap. Semuanya tercatat. Esc kembali.";

impl Lock {
    /// The closed desk of a folder.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Clock, code: &str) -> Self {
        let practice = entrance::is_practice(&folder);
        let kind = if practice { Kind::Practice } else { Kind::Sealed };
        Self::before(kind, (folder, clock), code)
    }

    /// The lock in front of a folder whose data is to be sealed first.
    #[must_use]
    pub fn unsealed(folder: PathBuf, clock: Clock, code: &str) -> Self {
        Self::before(Kind::Unsealed, (folder, clock), code)
    }

    fn before(kind: Kind, (folder, clock): (PathBuf, Clock), code: &str) -> Self {
        let mut draft = Draft::default();
        draft.put(CODE.id, code);
        let (fields, asked) = match kind {
            Kind::Sealed | Kind::Practice => (ENTER, &PRESENT),
            Kind::Unsealed => (SEAL, &CHOSEN),
        };
        let mut sheet = Sheet::new(fields, draft, clock.now().day(Zone::Wib).0);
        if !code.is_empty() {
            sheet.point(asked.id);
        }
        Self { folder, clock, sheet, kind, lost: false, opening: false, left: None }
    }

    /// Asks for the code from the safe, or for the passphrase again; what was typed of either goes.
    fn turn(&mut self, lost: bool) {
        let mut draft = Draft::default();
        draft.put(CODE.id, self.sheet.draft.text(&CODE));
        let today = self.clock.now().day(Zone::Wib).0;
        self.sheet = Sheet::new(if lost { RECOVER } else { ENTER }, draft, today);
        if !lost && !self.sheet.draft.is_empty() {
            self.sheet.point(PRESENT.id);
        }
        self.lost = lost;
    }

    fn knock(&mut self) -> Result<Effect, Fault> {
        let door = match self.kind {
            _ if self.lost => Door::Safe(self.recovery()?),
            Kind::Sealed | Kind::Practice => Door::Own,
            Kind::Unsealed => {
                self.sheet.judge()?;
                chosen(&self.sheet.draft)?;
                Door::Seal
            }
        };
        self.opening = true;
        let draft = &self.sheet.draft;
        let typed = draft.text(if door == Door::Own { &PRESENT } else { &CHOSEN });
        let pass = Pass::new(draft.text(&CODE), typed);
        let (folder, clock) = (self.folder.clone(), self.clock);
        Ok(Effect::Enter(Knock { folder, clock, pass, door }))
    }

    /// The code from the safe, once everything else was answered as well.
    fn recovery(&mut self) -> Result<Recovery, Fault> {
        self.sheet.judge()?;
        chosen(&self.sheet.draft)?;
        self.sheet.draft.must(&RECOVERY, self.clock.now().day(Zone::Wib).0)
    }

    /// Nobody came in: the passphrase is asked again. The code from the safe stays, for it is long
    /// and only a letter of it may be wrong.
    pub fn refuse(&mut self) {
        self.opening = false;
        if self.kind != Kind::Unsealed && !self.lost {
            self.sheet.put(PRESENT.id, "", &|_, _| Vec::new());
            self.sheet.point(PRESENT.id);
        }
    }

    /// The screens that were open when this officer left; none where another one did.
    pub fn left_by(&mut self, officer: Option<&Clerk>) -> Vec<Route> {
        let left = self.left.take();
        let same = left.filter(|(left, _)| officer.is_some_and(|clerk| clerk.id == *left));
        same.map(|(_, routes)| routes).unwrap_or_default()
    }

    fn words(&self) -> Cow<'static, str> {
        match self.kind {
            _ if self.lost => RECOVERING.into(),
            Kind::Sealed => CLOSED.into(),
            Kind::Practice => format!("{CLOSED}{PRACTICE}").into(),
            Kind::Unsealed => UNSEALED.into(),
        }
    }
}

impl Screen for Lock {
    fn name(&self) -> &'static str {
        match self.kind {
            _ if self.lost => "masuk-pemulihan",
            Kind::Sealed | Kind::Practice => "masuk",
            Kind::Unsealed => "menyegel",
        }
    }

    fn title(&self) -> Cow<'_, str> {
        if self.kind == Kind::Unsealed { "Menyegel data" } else { "Loket terkunci" }.into()
    }

    fn hint(&self) -> Cow<'_, str> {
        match self.kind {
            _ if !self.opening => self.sheet.hint(),
            Kind::Unsealed => "Menyegel data…".into(),
            Kind::Sealed | Kind::Practice => "Membuka data…".into(),
        }
    }

    fn commands(&self) -> &'static [Command] {
        match self.kind {
            _ if self.lost => LOST,
            Kind::Sealed | Kind::Practice => COMMANDS,
            Kind::Unsealed => SEALING,
        }
    }

    fn refusal(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Enter | Command::Forgot | Command::Back | Command::Help | Command::Quit => {
                None
            }
            other if other.is_move() => None,
            _ => Some("masuk dahulu dengan kode petugas dan kata sandi"),
        }
    }

    fn field(&self) -> Option<&'static Field> {
        self.sheet.field()
    }

    fn update(&mut self, msg: Msg, _: &mut Desk) -> Step {
        self.alone(&msg)
    }

    fn alone(&mut self, msg: &Msg) -> Step {
        if self.opening {
            return Ok(vec![]);
        }
        let told = match msg {
            Msg::Command(Command::Enter) => Told::End(&PRESENT),
            Msg::Command(command @ (Command::Forgot | Command::Back)) => {
                self.turn(*command == Command::Forgot);
                return Ok(vec![]);
            }
            msg => self.sheet.update(msg, &|_, _| Vec::new()),
        };
        match told {
            Told::End(_) => self.knock().map(|effect| vec![effect]),
            other => Ok(other.effects()),
        }
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
