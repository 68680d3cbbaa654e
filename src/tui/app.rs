//! The stack of screens, and the one place where messages turn into change.
use std::collections::{BTreeMap, VecDeque};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    desk::counter::Desk,
    fault::Fault,
    form::field::Draft,
    tui::{
        command::{Command, GLOBAL},
        key::Key,
        overlay::{ask::Ask, help::Help, palette::Palette, pick::Pick},
        screen::{Answer, Effect, Job, Msg, Opened, Route, Screen},
        theme::Theme,
        widget::gauge::gauge,
        zones::{Sign, Zones},
    },
};

/// Where the shell meets the desk: it knows neither the screens nor how drafts are kept.
#[derive(Debug, Clone, Copy)]
pub struct Doors {
    /// Opens the screen of a route.
    pub open: fn(&Route, &mut Desk) -> Opened,
    /// Keeps the draft of a form until it is saved.
    pub keep: fn(&mut Desk, &'static str, &Draft) -> Result<(), Fault>,
    /// Who sits here, and today.
    pub sign: fn(&Desk) -> Sign,
}

/// Work for elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub enum Order {
    Run(Job),
    /// The running job is not wanted any more.
    Stop,
}

/// Everything on the screen, and the desk behind it.
pub struct App {
    desk: Desk,
    doors: Doors,
    theme: Theme,
    stack: Vec<Box<dyn Screen>>,
    sign: Sign,
    said: String,
    /// Done and of, while a job runs.
    progress: Option<(u64, u64)>,
    /// For each job that is not done, the place of the screen that started it while it is open.
    jobs: VecDeque<Option<usize>>,
    /// What came of jobs whose screens are not on top just now.
    outcomes: Vec<(usize, Result<String, Fault>)>,
    /// The draft as it was kept last.
    kept: Option<(&'static str, Draft)>,
    /// The last answer to each question, for the next sheet that asks it.
    answers: BTreeMap<String, String>,
    orders: Vec<Order>,
    finished: bool,
}

impl App {
    /// Opens the first screen.
    pub fn new(mut desk: Desk, doors: Doors, theme: Theme) -> Result<Self, Fault> {
        let first = (doors.open)(&Route::Home, &mut desk)?;
        let sign = (doors.sign)(&desk);
        Ok(Self {
            desk,
            doors,
            theme,
            stack: vec![first],
            sign,
            said: String::new(),
            progress: None,
            jobs: VecDeque::new(),
            outcomes: Vec::new(),
            kept: None,
            answers: BTreeMap::new(),
            orders: Vec::new(),
            finished: false,
        })
    }

    /// Has the clerk closed the desk?
    #[must_use]
    pub const fn finished(&self) -> bool {
        self.finished
    }

    /// Takes one message; work for elsewhere comes back as orders.
    pub fn update(&mut self, msg: Msg) -> Vec<Order> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Command(command) => self.command(command),
            Msg::Progress { done, of } => self.progress = Some((done, of)),
            Msg::Finished(outcome) => self.end(outcome),
            Msg::Gone => self.finished = true,
            Msg::Paste(_) => {
                self.said.clear();
                self.tell(msg);
            }
            other => self.tell(other),
        }
        self.keep();
        self.hand_over();
        self.sign = (self.doors.sign)(&self.desk);
        std::mem::take(&mut self.orders)
    }

    /// Draws the window and says where the cursor stands.
    pub fn view(&self, area: Rect, buf: &mut Buffer) -> Position {
        let Some(top) = self.stack.last() else { return area.as_position() };
        let below = usize::from(self.stack.len() > 1);
        let offered = self.offered().into_iter();
        let zones = Zones {
            path: self.stack.iter().skip(below).map(|screen| screen.title().into_owned()).collect(),
            sign: &self.sign,
            said: self.said(),
            commands: offered.map(|(command, refused)| (command, refused.is_some())).collect(),
        };
        zones.view(top.as_ref(), (area, buf), &self.theme)
    }

    /// A notice first, then the running job.
    fn said(&self) -> String {
        match self.progress {
            Some((done, of)) if self.said.is_empty() => {
                let stop = Command::Stop.row();
                format!("Sedang dikerjakan: {}. {} menghentikan.", gauge(done, of), stop.keys[0])
            }
            _ => self.said.clone(),
        }
    }

    /// What can be asked for just now and why not, in the order of the footer.
    fn offered(&self) -> Vec<(Command, Option<&'static str>)> {
        let Some(top) = self.stack.last() else { return vec![] };
        let mut offered: Vec<Command> = vec![Command::Help];
        let stop = self.progress.map(|_| Command::Stop);
        for command in stop.iter().chain(top.commands()).chain(GLOBAL) {
            if !offered.contains(command) {
                offered.push(*command);
            }
        }
        offered.into_iter().map(|command| (command, top.refusal(command))).collect()
    }

    fn key(&mut self, key: Key) {
        self.said.clear();
        let Some(top) = self.stack.last() else { return };
        if key == Key::ctrl('c') {
            let quit = Command::Quit.row();
            self.said = format!("{} menutup Loket; Ctrl-C tidak.", quit.keys[0]);
            return;
        }
        // Where nothing can be typed, Caps Lock is no reason to do nothing.
        let key = if top.typing() { key } else { key.small() };
        if let Some(command) = Command::asked(key, top.commands(), top.typing()) {
            self.command(command);
            return;
        }
        if let Some(other) = Command::elsewhere(key) {
            let (name, all) = (other.row().name, Command::Palette.row().keys[0]);
            self.said = format!("{name} tidak ada di layar ini. {all}: semua yang bisa.");
        }
        self.tell(Msg::Key(key));
    }

    fn command(&mut self, command: Command) {
        self.said.clear();
        let Some(top) = self.stack.last() else { return };
        if let Some(why) = top.refusal(command) {
            self.refuse(command, why);
            return;
        }
        if top.commands().contains(&command) && command != Command::Repeat {
            self.tell(Msg::Command(command));
            return;
        }
        match command {
            Command::Help => {
                let shown: Vec<_> =
                    self.offered().into_iter().map(|(command, _)| command).collect();
                let help = Help::new(top.name(), top.field(), &shown);
                self.stack.push(Box::new(help));
            }
            Command::Palette => {
                let mut offered = self.offered();
                offered.retain(|(command, _)| !command.is_move() && *command != Command::Palette);
                self.stack.push(Box::new(Palette::new(&offered)));
            }
            Command::Find => self.apply(Effect::Go(Route::Find { then: None })),
            Command::Quit => self.finished = true,
            Command::Stop if self.progress.is_some() => self.orders.push(Order::Stop),
            Command::Stop => self.refuse(command, "tidak ada pekerjaan yang sedang berjalan"),
            Command::Repeat => {
                let last = top.field().and_then(|field| self.answers.get(field.id));
                match last.cloned() {
                    Some(answer) => self.tell(Msg::Repeat(answer)),
                    None => self.refuse(command, "isian ini belum pernah dijawab"),
                }
            }
            other => self.tell(Msg::Command(other)),
        }
    }

    fn refuse(&mut self, command: Command, why: &str) {
        self.said = format!("{} belum bisa: {why}.", command.row().name);
    }

    /// Gives a message to the screen on top, and does what it answers.
    fn tell(&mut self, msg: Msg) {
        let Some(top) = self.stack.last_mut() else { return };
        let again = matches!(msg, Msg::Again);
        match top.update(msg, &mut self.desk) {
            Ok(effects) => effects.into_iter().for_each(|effect| self.apply(effect)),
            // What may not be seen any more does not stay on the screen.
            Err(fault @ Fault::Forbidden(_)) if again && self.stack.len() > 1 => {
                self.close();
                self.tell(Msg::Again);
                self.fail(&fault);
            }
            Err(fault) => self.fail(&fault),
        }
    }

    /// Shows a fault where it came from if the screen knows, and on the message line.
    fn fail(&mut self, fault: &Fault) {
        let shown = self.stack.last_mut().is_some_and(|top| top.blame(fault));
        let hint = || self.stack.last().map(|top| top.hint().into_owned()).unwrap_or_default();
        self.said = match fault {
            Fault::Rejected { .. } if shown => String::new(),
            Fault::Doubtful(_) if shown => format!("{} {}", hint(), fault.remedy()),
            _ => format!("{}. {}", capital(&fault.to_string()), fault.remedy()),
        };
    }

    fn end(&mut self, outcome: Result<String, Fault>) {
        self.tell(Msg::Again);
        match &outcome {
            Ok(words) => self.said.clone_from(words),
            Err(fault) => self.fail(fault),
        }
        if let Some(place) = self.jobs.pop_front().flatten() {
            self.outcomes.push((place, outcome));
        }
        self.progress = self.jobs.front().map(|_| (0, 0));
    }

    /// Tells what came of a job to the screen that started it, once that one is on top.
    fn hand_over(&mut self) {
        let top = self.stack.len();
        if let Some(found) = self.outcomes.iter().position(|(place, _)| *place == top) {
            let (_, outcome) = self.outcomes.remove(found);
            self.tell(Msg::Finished(outcome));
        }
    }

    /// The screen at that place goes: nobody waits for its jobs any more.
    fn orphan(&mut self, gone: usize) {
        self.jobs.iter_mut().for_each(|place| *place = place.filter(|place| *place != gone));
        self.outcomes.retain(|(place, _)| *place != gone);
    }

    fn apply(&mut self, effect: Effect) {
        match effect {
            Effect::Go(route) => self.open(&route),
            Effect::Replace(route) => {
                self.remember();
                let old = self.stack.len();
                self.open(&route);
                if self.stack.len() > old {
                    self.orphan(old);
                    self.stack.remove(old - 1);
                }
            }
            Effect::Back if self.stack.len() > 1 => {
                self.close();
                self.tell(Msg::Again);
            }
            Effect::Back => {
                let quit = Command::Quit.row();
                self.said = format!("Ini layar pertama. {} menutup Loket.", quit.keys[0]);
            }
            Effect::Home => {
                while self.stack.len() > 1 {
                    self.close();
                }
                self.tell(Msg::Again);
            }
            Effect::Say(words) => self.said = words,
            Effect::Pick(picking) => self.stack.push(Box::new(Pick::new(picking))),
            Effect::Ask(words) => self.stack.push(Box::new(Ask::new(words))),
            Effect::Run(job) => {
                self.progress = Some((0, 0));
                self.jobs.push_back(Some(self.stack.len()));
                self.orders.push(Order::Run(job));
            }
            Effect::Tell(answer) => {
                self.close();
                match answer {
                    Answer::Picked(codes) => self.tell(Msg::Picked(codes)),
                    Answer::Agreed => self.tell(Msg::Agreed),
                    Answer::Do(command) => self.command(command),
                }
            }
            Effect::Quit => self.finished = true,
        }
    }

    fn open(&mut self, route: &Route) {
        match (self.doors.open)(route, &mut self.desk) {
            Ok(screen) => self.stack.push(screen),
            Err(fault) => self.fail(&fault),
        }
    }

    fn close(&mut self) {
        self.remember();
        self.orphan(self.stack.len());
        self.stack.pop();
    }

    /// Keeps the answers of the screen on top for the next sheet. The draft of a sheet that is
    /// opened again has to be kept anew.
    fn remember(&mut self) {
        if let Some((_, draft)) = self.stack.last().and_then(|top| top.draft()) {
            self.kept = None;
            let given = draft.answers().filter(|(_, answer)| !answer.is_empty());
            self.answers.extend(given.map(|(id, answer)| (id.to_owned(), answer.to_owned())));
        }
    }

    /// Keeps the draft on top, if it is another one than was kept last.
    fn keep(&mut self) {
        let Some((form, draft)) = self.stack.last().and_then(|top| top.draft()) else { return };
        let known = self.kept.as_ref().is_some_and(|(old, kept)| *old == form && kept == draft);
        if known || (self.kept.is_none() && draft.is_empty()) {
            return;
        }
        let draft = draft.clone();
        match (self.doors.keep)(&mut self.desk, form, &draft) {
            Ok(()) => self.kept = Some((form, draft)),
            Err(fault) => self.fail(&fault),
        }
    }
}

/// A sentence begins with a capital.
fn capital(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
