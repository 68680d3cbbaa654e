//! A clerk who presses keys and reads the screen.
use std::time::{Duration, Instant};

use loket::{
    store::cipher::Cost,
    tui::{app::App, arrival::admit, key::Key, screen::Msg, shell::Order},
};
use ratatui::{
    Terminal,
    backend::{Backend as _, TestBackend},
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::place::{PASSPHRASE, Place};

pub struct Clerk {
    app: App,
    window: Terminal<TestBackend>,
    /// What the clock of the program says.
    now: Instant,
    /// What was asked of the worker so far.
    pub orders: Vec<Order>,
    /// Where the desk stands; it goes after the desk.
    place: Option<Place>,
}

impl Clerk {
    /// Sits down at a window of 80 x 24.
    pub fn sits_down(app: App) -> Self {
        let window = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let now = Instant::now();
        let mut clerk = Self { app, window, now, orders: Vec::new(), place: None };
        clerk.app.wake(now);
        clerk.draws();
        clerk
    }

    /// Keeps the folder of the desk for as long as the clerk sits there.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Gives the window another size.
    pub fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.window = Terminal::new(TestBackend::new(width, height)).unwrap();
        self.hears(Msg::Resize)
    }

    /// Types letters, and keys by their names in `<` and `>`: `abc<f2><c-s><s-tab>`.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        for key in keyed(keys) {
            self.hears(Msg::Key(key));
        }
        self
    }

    /// Types the passphrase of the tests twice, where a new one is asked, and saves.
    pub fn chooses_passphrase(&mut self) -> &mut Self {
        self.types(&format!("{PASSPHRASE}<enter>{PASSPHRASE}<f2>"))
    }

    /// Copies the recovery code from the screen, as if from paper.
    #[track_caller]
    pub fn notes_recovery(&mut self) -> &mut Self {
        let code = recovery_on(&self.screen());
        self.types(&code).types("<f2>")
    }

    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.hears(Msg::Paste(text.to_owned()))
    }

    /// So much time passes, by the clock of the program, until something wakes the desk.
    pub fn waits(&mut self, time: Duration) -> &mut Self {
        self.now += time;
        self.app.wake(self.now);
        self.draws();
        self
    }

    /// Something happens that is not a key.
    pub fn hears(&mut self, msg: Msg) -> &mut Self {
        for order in self.app.update(msg) {
            match order {
                Order::Enter(knock) => {
                    let arrival = admit(&knock, Cost::trifle(), &mut |_| {}).map(Box::new);
                    self.hears(Msg::Entered(arrival));
                }
                Order::GoOn => {
                    self.hears(Msg::Ready);
                }
                order => self.orders.push(order),
            }
        }
        self.draws();
        self
    }

    /// The window as text, one line a row, without the blanks at the ends.
    pub fn screen(&mut self) -> String {
        let mut seen = String::new();
        self.draws();
        let buffer = self.window.backend().buffer();
        for row in buffer.area.rows() {
            let cells = row.columns().map(|cell| buffer[cell.as_position()].symbol());
            seen.push_str(cells.collect::<String>().trim_end());
            seen.push('\n');
        }
        seen
    }

    /// Where the cursor of the terminal stands.
    pub fn cursor(&mut self) -> Position {
        self.draws();
        self.window.backend_mut().get_cursor_position().unwrap()
    }

    /// The sign left of the cursor's row, and the row: what a screen reader would say.
    pub fn row(&mut self) -> String {
        let row = usize::from(self.cursor().y);
        self.screen().lines().nth(row).unwrap().to_owned()
    }

    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(words), "no {words:?} on\n{screen}");
        self
    }

    #[track_caller]
    pub fn misses(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} on\n{screen}");
        self
    }

    /// The row of the cursor has these words.
    #[track_caller]
    pub fn stands_at(&mut self, words: &str) -> &mut Self {
        let row = self.row();
        assert!(row.contains(words), "the cursor is not at {words:?} but at {row:?}");
        self
    }

    /// Draws into a window of any size; says whether the cursor stands inside of it.
    pub fn fits(&self, width: u16, height: u16) -> bool {
        let area = Rect::new(0, 0, width, height);
        area.contains(self.app.view(area, &mut Buffer::empty(area)))
    }

    pub const fn has_gone(&self) -> bool {
        self.app.finished()
    }

    fn draws(&mut self) {
        self.window
            .draw(|frame| {
                let area = frame.area();
                let cursor = self.app.view(area, frame.buffer_mut());
                assert!(area.contains(cursor), "the cursor is outside: {cursor} of {area}");
                frame.set_cursor_position(cursor);
            })
            .unwrap();
    }
}

/// The recovery code that stands on a screen.
#[track_caller]
pub fn recovery_on(screen: &str) -> String {
    let group = |group: &str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_alphanumeric());
    let part = |word: &&str| word.split('-').count() > 3 && word.split('-').all(group);
    let found: Vec<&str> = screen.split_whitespace().filter(part).collect();
    assert!(!found.is_empty(), "no code on\n{screen}");
    found.join("-")
}

fn keyed(keys: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        if let Some((name, tail)) = name {
            found.push(name.parse().unwrap_or_else(|_| panic!("no key is called {name:?}")));
            rest = tail;
        } else {
            found.push(Key::letter(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}
