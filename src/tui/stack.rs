//! The screens that lie on each other, on the desk or on the lock in front of it.
use crate::{
    desk::counter::Desk,
    form::field::Draft,
    tui::{
        command::{Command, GLOBAL},
        lock::Lock,
        screen::{Msg, Opened, Route, Screen, Step},
    },
};

/// The desk, or the lock in front of it.
enum Seat {
    Open(Box<Desk>),
    Locked(Box<Lock>),
}

/// A screen, and the way to it; what is only laid over another screen has none.
struct Layer {
    screen: Box<dyn Screen>,
    route: Option<Route>,
}

/// All screens, the first one lowest. While the desk is closed there is none but help, laid over
/// the lock.
pub struct Stack {
    seat: Seat,
    layers: Vec<Layer>,
}

impl Stack {
    /// An open desk without a screen yet.
    #[must_use]
    pub fn open(desk: Desk) -> Self {
        Self { seat: Seat::Open(Box::new(desk)), layers: Vec::new() }
    }

    /// A closed desk: everything that was open is gone.
    #[must_use]
    pub fn locked(lock: Lock) -> Self {
        Self { seat: Seat::Locked(Box::new(lock)), layers: Vec::new() }
    }

    /// The desk, while it is open.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        if let Seat::Open(desk) = &self.seat { Some(desk) } else { None }
    }

    pub fn desk_mut(&mut self) -> Option<&mut Desk> {
        if let Seat::Open(desk) = &mut self.seat { Some(desk) } else { None }
    }

    /// The lock, while the desk is closed.
    pub fn lock_mut(&mut self) -> Option<&mut Lock> {
        if let Seat::Locked(lock) = &mut self.seat { Some(lock) } else { None }
    }

    /// The screen that has the keys.
    #[must_use]
    pub fn top(&self) -> Option<&dyn Screen> {
        match (&self.seat, self.layers.last()) {
            (_, Some(layer)) => Some(&*layer.screen),
            (Seat::Locked(lock), None) => Some(&**lock),
            (Seat::Open(_), None) => None,
        }
    }

    pub fn top_mut(&mut self) -> Option<&mut (dyn Screen + 'static)> {
        match (&mut self.seat, self.layers.last_mut()) {
            (_, Some(layer)) => Some(&mut *layer.screen),
            (Seat::Locked(lock), None) => Some(&mut **lock),
            (Seat::Open(_), None) => None,
        }
    }

    /// What can be asked for just now and why not, in the order of the footer; stopping only while
    /// there is something to stop.
    #[must_use]
    pub fn offered(&self, stop: bool) -> Vec<(Command, Option<&'static str>)> {
        let Some(top) = self.top() else { return vec![] };
        let mut offered: Vec<Command> = vec![Command::Help];
        let open = self.desk().is_some();
        let stop = (stop && open).then_some(Command::Stop);
        let all = if open { GLOBAL } else { &[Command::Quit] };
        for command in stop.iter().chain(top.commands()).chain(all) {
            if !offered.contains(command) {
                offered.push(*command);
            }
        }
        offered.into_iter().map(|command| (command, self.refusal(command))).collect()
    }

    /// Why a command cannot be done just now, if it cannot. Nothing is taken back under a form that
    /// is being filled in, or behind a question.
    #[must_use]
    pub fn refusal(&self, command: Command) -> Option<&'static str> {
        if let Seat::Locked(lock) = &self.seat {
            return lock.refusal(command);
        }
        let top = self.top()?;
        let laid = self.layers.last().is_some_and(|layer| layer.route.is_none());
        match command {
            Command::Undo if top.field().is_some() => Some("tutup isian ini dahulu dengan Esc"),
            Command::Undo if laid => Some("tutup dahulu yang sedang terbuka di atas layar"),
            other => top.refusal(other),
        }
    }

    /// The form on top with its answers so far, and the desk that keeps them.
    pub fn half_typed(&mut self) -> Option<(&mut Desk, &'static str, &Draft)> {
        let Seat::Open(desk) = &mut self.seat else { return None };
        let (form, draft) = self.layers.last()?.screen.draft()?;
        Some((desk, form, draft))
    }

    /// How many screens lie on each other, the lock among them.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.layers.len() + matches!(self.seat, Seat::Locked(_)) as usize
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The titles of the screens; the first screen of an open desk is only named where it is alone.
    #[must_use]
    pub fn path(&self) -> Vec<String> {
        let titles = self.layers.iter().map(|layer| layer.screen.title().into_owned());
        match &self.seat {
            Seat::Locked(lock) => [lock.title().into_owned()].into_iter().chain(titles).collect(),
            Seat::Open(_) => titles.skip(usize::from(self.len() > 1)).collect(),
        }
    }

    /// The ways back to all screens but the first, by what `again` makes of each.
    pub fn routes(
        &self,
        again: impl Fn(&Route, Option<(&'static str, &Draft)>) -> Route,
    ) -> Vec<Route> {
        let layers = self.layers.iter().skip(1);
        let again = |layer: &Layer| Some(again(layer.route.as_ref()?, layer.screen.draft()));
        layers.filter_map(again).collect()
    }

    /// Opens a screen on top.
    pub fn go(&mut self, route: &Route, open: fn(&Route, &mut Desk) -> Opened) -> Step {
        if let Seat::Open(desk) = &mut self.seat {
            let mut screen = open(route, desk)?;
            let begun = screen.begin();
            self.layers.push(Layer { screen, route: Some(route.clone()) });
            return Ok(begun);
        }
        Ok(vec![])
    }

    /// Lays something over the screen.
    pub fn lay(&mut self, screen: Box<dyn Screen>) {
        self.layers.push(Layer { screen, route: None });
    }

    /// Takes the screen on top away.
    pub fn pop(&mut self) {
        self.layers.pop();
    }

    /// Takes the screen away that lies under the one on top.
    pub fn drop_below(&mut self) {
        if let Some(below) = self.layers.len().checked_sub(2) {
            self.layers.remove(below);
        }
    }

    /// Gives a message to the screen on top.
    pub fn tell(&mut self, msg: Msg) -> Step {
        match (&mut self.seat, self.layers.last_mut()) {
            (Seat::Locked(_), Some(top)) => top.screen.alone(&msg),
            (Seat::Locked(lock), None) => lock.alone(&msg),
            (Seat::Open(desk), Some(top)) => top.screen.update(msg, desk),
            (Seat::Open(_), None) => Ok(vec![]),
        }
    }
}
