//! The stack of screens, and the one place where messages turn into change.
use std::time::Instant;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    fault::Fault,
    tui::{
        answers::Answers,
        arrival::Arrival,
        command::Command,
        errands::Errands,
        idle::Idle,
        key::Key,
        lock::Lock,
        overlay::{ask::Ask, help::Help, palette::Palette, pick::Pick},
        screen::{Effect, Msg, Route, Screen},
        shell::{Doors, Order},
        stack::Stack,
        theme::Theme,
        zones::{Sign, Zones},
    },
};

/// Everything on the screen, and the desk behind it.
pub struct App {
    doors: Doors,
    theme: Theme,
    stack: Stack,
    sign: Sign,
    said: String,
    errands: Errands,
    idle: Idle,
    answers: Answers,
    orders: Vec<Order>,
    finished: bool,
}

impl App {
    /// Opens the first screen.
    pub fn new(desk: Desk, doors: Doors, theme: Theme) -> Result<Self, Fault> {
        let sign = (doors.sign)(&desk);
        let mut app = Self::bare(Stack::open(desk), doors, theme);
        app.sign = sign;
        app.stack.go(&Route::Home, doors.open)?;
        Ok(app)
    }

    /// Stands before the closed desk of a folder.
    #[must_use]
    pub fn locked(lock: Lock, doors: Doors, theme: Theme) -> Self {
        Self::bare(Stack::locked(lock), doors, theme)
    }

    fn bare(stack: Stack, doors: Doors, theme: Theme) -> Self {
        Self {
            doors,
            theme,
            stack,
            sign: Sign::default(),
            said: String::new(),
            errands: Errands::default(),
            idle: Idle::default(),
            answers: Answers::default(),
            orders: Vec::new(),
            finished: false,
        }
    }

    /// Closes the desk: its keys, its records and everything on the screen are wiped. What was
    /// half-typed is kept, and found again by the officer who comes back.
    pub fn lock(&mut self, code: Option<&str>) {
        let Some(desk) = self.stack.desk() else { return };
        if desk.is_new() {
            self.said = "Kantor ini belum selesai disiapkan; belum ada yang perlu dikunci.".into();
            return;
        }
        let sits = desk.clerk().map(|clerk| (clerk.id, clerk.code.clone()));
        let own = sits.as_ref().map_or("", |(_, code)| code.as_str());
        let mut lock = Lock::new(desk.folder().to_owned(), desk.clock(), code.unwrap_or(own));
        lock.left = sits.map(|(clerk, _)| (clerk, self.stack.routes(self.doors.again)));
        let mut orders = std::mem::take(&mut self.orders);
        // A backup under way holds the keys.
        orders.extend(self.errands.progress.map(|_| Order::Stop));
        *self = Self { orders, ..Self::locked(lock, self.doors, self.theme) };
    }

    /// Lets the officer in, back to where they left; the first code for the safe comes before all
    /// else, a new one after it.
    fn enter(&mut self, entered: Result<Box<Arrival>, Fault>) {
        let Some(lock) = self.stack.lock_mut() else { return };
        self.errands.progress = None;
        let arrival = match entered {
            Ok(arrival) => *arrival,
            Err(fault) => {
                lock.refuse();
                return self.fail(&fault);
            }
        };
        let said = (self.doors.found)(&arrival);
        let Arrival { desk, code, first, .. } = arrival;
        let left = lock.left_by(desk.clerk());
        self.stack = Stack::open(desk);
        let safe = code.map(|code| Route::Safe { code, first });
        let (ground, above) = if first { (safe, None) } else { (None, safe) };
        self.open(&ground.unwrap_or(Route::Home));
        left.into_iter().chain(above).for_each(|route| self.open(&route));
        self.said = said;
    }

    /// Has the clerk closed the desk?
    #[must_use]
    pub const fn finished(&self) -> bool {
        self.finished
    }

    /// Takes one message; work for elsewhere comes back as orders.
    pub fn update(&mut self, msg: Msg) -> Vec<Order> {
        match msg {
            Msg::Opening(opening) => self.errands.opening(opening),
            Msg::Entered(entered) => self.enter(entered),
            Msg::Key(key) => self.key(key),
            Msg::Command(command) => self.command(command),
            Msg::Progress { done, of } => self.errands.progress = Some((done, of)),
            Msg::Finished(outcome) => self.end(outcome),
            Msg::Gone => self.finished = true,
            Msg::Ready => {
                self.idle.touch();
                self.tell(msg);
            }
            Msg::Pause => self.suspend(),
            Msg::Resume => {}
            Msg::Paste(_) => {
                self.said.clear();
                self.tell(msg);
            }
            other => self.tell(other),
        }
        self.keep();
        self.hand_over();
        if let Some(desk) = self.stack.desk() {
            self.sign = (self.doors.sign)(desk);
        }
        std::mem::take(&mut self.orders)
    }

    /// The terminal goes to others for a while: nobody may read in it what is the desk's.
    fn suspend(&mut self) {
        self.keep();
        self.settle();
        self.lock(None);
    }

    /// Has what was typed written now, and waits for it.
    pub fn settle(&self) {
        self.stack.desk().into_iter().for_each(self.doors.settle);
    }

    /// Begins what is due in the background; never waits.
    pub fn tend(&self) {
        self.stack.desk().into_iter().for_each(self.doors.tend);
    }

    /// When [`App::wake`] must be called, should nothing happen until then.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.stack.desk().filter(|desk| !desk.is_new())?;
        self.idle.deadline()
    }

    /// Is told the time, before anything else, whenever something happened or a deadline is over.
    pub fn wake(&mut self, now: Instant) {
        let wall = self.stack.desk().map(Desk::now);
        if self.idle.is_over(now, wall) {
            self.lock(None);
        }
    }

    /// Draws the window and says where the cursor stands.
    pub fn view(&self, area: Rect, buf: &mut Buffer) -> Position {
        let Some(top) = self.stack.top() else { return area.as_position() };
        let offered = self.offered().into_iter();
        let zones = Zones {
            path: self.stack.path(),
            sign: &self.sign,
            said: self.said(),
            commands: offered.map(|(command, refused)| (command, refused.is_some())).collect(),
        };
        zones.view(top, (area, buf), &self.theme)
    }

    /// A notice first, then the running job.
    fn said(&self) -> String {
        let open = self.stack.desk().is_some();
        if self.said.is_empty() { self.errands.words(open) } else { self.said.clone() }
    }

    fn key(&mut self, key: Key) {
        self.idle.touch();
        self.said.clear();
        let Some(top) = self.stack.top() else { return };
        if key == Key::ctrl('c') {
            self.said = format!("{} menutup Loket; Ctrl-C tidak.", Command::Quit.key());
            return;
        }
        // Where nothing can be typed, Caps Lock is no reason to do nothing.
        let key = if top.typing() { key } else { key.small() };
        let asked = Command::asked(key, top.commands(), top.typing());
        if asked != Some(Command::Undo) {
            self.stack.desk_mut().into_iter().for_each(self.doors.spare);
        }
        if let Some(command) = asked {
            self.command(command);
            return;
        }
        if let Some(other) = Command::elsewhere(key) {
            let (name, all) = (other.row().name, Command::Palette.key());
            self.said = format!("{name} tidak ada di layar ini. {all}: semua yang bisa.");
        }
        self.tell(Msg::Key(key));
    }

    fn command(&mut self, command: Command) {
        self.said.clear();
        let Some(top) = self.stack.top() else { return };
        if let Some(why) = self.stack.refusal(command) {
            self.refuse(command, why);
            return;
        }
        if top.commands().contains(&command) && command != Command::Repeat {
            self.tell(Msg::Command(command));
            return;
        }
        match command {
            Command::Help => {
                let shown: Vec<_> = self.offered().iter().map(|(command, _)| *command).collect();
                let help = Help::new(top.name(), top.field(), &shown);
                self.stack.lay(Box::new(help));
            }
            Command::Palette => {
                let mut offered = self.offered();
                offered.retain(|(command, _)| !command.is_move() && *command != Command::Palette);
                self.stack.lay(Box::new(Palette::new(&offered)));
            }
            Command::Find => self.apply(Effect::Go(Route::Find { then: None })),
            Command::Quit => self.finished = true,
            Command::Lock => self.lock(None),
            Command::Undo => self.undo(),
            Command::Stop if self.errands.progress.is_some() => self.orders.push(Order::Stop),
            Command::Stop => self.refuse(command, "tidak ada pekerjaan yang sedang berjalan"),
            Command::Repeat => {
                let last = top.field().and_then(|field| self.answers.last(field.id));
                match last.map(ToOwned::to_owned) {
                    Some(answer) => self.tell(Msg::Repeat(answer)),
                    None => self.refuse(command, "isian ini belum pernah dijawab"),
                }
            }
            other => self.tell(Msg::Command(other)),
        }
    }

    /// Takes back the last change; what shows it is read again.
    fn undo(&mut self) {
        let undone = self.stack.desk_mut().map(self.doors.undo);
        self.tell(Msg::Again);
        match undone {
            Some(Ok(words)) => self.said = words,
            Some(Err(fault)) => self.fail(&fault),
            None => {}
        }
    }

    fn offered(&self) -> Vec<(Command, Option<&'static str>)> {
        self.stack.offered(self.errands.progress.is_some())
    }

    fn refuse(&mut self, command: Command, why: &str) {
        self.said = format!("{} belum bisa: {why}.", command.row().name);
    }

    /// Gives a message to the screen on top, and does what it answers.
    fn tell(&mut self, msg: Msg) {
        let again = matches!(msg, Msg::Again);
        match self.stack.tell(msg) {
            Ok(effects) => effects.into_iter().for_each(|effect| self.apply(effect)),
            // What may not be seen any more, or is gone, does not stay on the screen.
            Err(fault @ (Fault::Forbidden(_) | Fault::Missing { .. }))
                if again && self.stack.len() > 1 =>
            {
                self.leave(1);
                self.fail(&fault);
            }
            Err(fault) => self.fail(&fault),
        }
    }

    /// Shows a fault where it came from if the screen knows, and on the message line.
    fn fail(&mut self, fault: &Fault) {
        let shown = self.stack.top_mut().is_some_and(|top| top.blame(fault));
        let hint = || self.stack.top().map(|top| top.hint().into_owned()).unwrap_or_default();
        self.said = match fault {
            Fault::Rejected { .. } if shown => String::new(),
            Fault::Doubtful(_) if shown => format!("{} {}", hint(), fault.remedy()),
            _ => fault.told(),
        };
    }

    fn end(&mut self, outcome: Result<String, Fault>) {
        self.tell(Msg::Again);
        match &outcome {
            Ok(words) => self.said.clone_from(words),
            Err(fault) => self.fail(fault),
        }
        self.errands.end(outcome);
    }

    /// Tells what came of a job to the screen that started it, once that one is on top.
    fn hand_over(&mut self) {
        if let Some(outcome) = self.errands.hand_over(self.stack.len()) {
            self.tell(Msg::Finished(outcome));
        }
    }

    fn apply(&mut self, effect: Effect) {
        match effect {
            Effect::Go(route) => self.open(&route),
            Effect::Replace(route) => {
                self.remember();
                let old = self.stack.len();
                self.open(&route);
                if self.stack.len() > old {
                    self.errands.orphan(old);
                    self.stack.drop_below();
                }
            }
            Effect::Back if self.stack.len() > 1 => self.leave(1),
            Effect::Back => {
                self.said = format!("Ini layar pertama. {} menutup Loket.", Command::Quit.key());
            }
            Effect::Home => self.leave(self.stack.len().saturating_sub(1)),
            Effect::Say(words) => self.said = words,
            Effect::Pick(picking) => self.stack.lay(Box::new(Pick::new(picking))),
            Effect::Ask(words) => self.stack.lay(Box::new(Ask::new(words))),
            Effect::Enter(knock) => self.orders.push(Order::Enter(knock)),
            Effect::Lock(code) => self.lock(Some(&code)),
            Effect::GoOn => self.orders.push(Order::GoOn),
            Effect::Run(job) => {
                self.errands.start(self.stack.len());
                self.orders.push(Order::Run(job));
            }
            Effect::Tell(answer) => {
                self.close();
                match answer.told() {
                    Ok(msg) => self.tell(msg),
                    Err(command) => self.command(command),
                }
            }
            Effect::Quit => self.finished = true,
        }
    }

    fn open(&mut self, route: &Route) {
        match self.stack.go(route, self.doors.open) {
            Ok(effects) => effects.into_iter().for_each(|effect| self.apply(effect)),
            Err(fault) => self.fail(&fault),
        }
    }

    /// Leaves so many screens; the one below them is read again.
    fn leave(&mut self, screens: usize) {
        (0..screens).for_each(|_| self.close());
        self.tell(Msg::Again);
    }

    fn close(&mut self) {
        self.remember();
        self.errands.orphan(self.stack.len());
        self.stack.pop();
    }

    /// Keeps the answers of the screen on top for the next sheet.
    fn remember(&mut self) {
        if let Some((_, draft)) = self.stack.top().and_then(Screen::draft) {
            self.answers.remember(draft);
        }
    }

    /// Keeps the draft on top, if it is another one than was kept last.
    fn keep(&mut self) {
        let Some((desk, form, draft)) = self.stack.half_typed() else { return };
        let keep = |draft: &_| (self.doors.keep)(desk, form, draft);
        if let Err(fault) = self.answers.keep((form, draft), keep) {
            self.fail(&fault);
        }
    }
}
