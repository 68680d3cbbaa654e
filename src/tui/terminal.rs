//! The terminal, set up for the desk and given back as it was.
//!
//! # Why
//! Our own set-up instead of the one of the library: bracketed paste is asked for only where it
//! exists, old consoles are never sent what they refuse, and a panic leaves a usable terminal with
//! one plain line that holds nothing personal (a panic's own words may quote an answer).
//!
//! What only Unix can say to a program in a terminal is turned into [`Call`]s here, so that no
//! other file of the screen has to know a signal.
use std::{
    io::{self, BufWriter, Stdout, Write as _},
    panic, process,
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

#[cfg(not(windows))]
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::{
    cursor::{SetCursorStyle, Show},
    execute,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::Terminal;
use ratatui_crossterm::CrosstermBackend;

use crate::{fault::STOPPED, tui::app::App};

pub use system::{Calls, pause};

/// What somebody outside wants of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// To end, within a second: the terminal was closed, or the computer shuts down.
    End,
    /// To give the terminal to others for a while.
    Pause,
    /// To go on: the terminal may look like anything.
    Resume,
    /// To draw everything anew: the window has another size, or had.
    Resize,
}

/// Is the terminal ours? Giving it back twice would put the cursor over what was said since.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Bytes of a frame that are gathered before they are written.
const FRAME: usize = 16 * 1024;

/// How long a terminal may take to be given back when there is no time left.
const FAREWELL: Duration = Duration::from_millis(100);

/// The window of the desk. Dropping it gives the terminal back.
pub struct Window(Drawn);

impl Window {
    /// Takes the terminal over.
    pub fn open() -> io::Result<Self> {
        taken().map(Self)
    }

    /// Gives the terminal to others; nothing is drawn until it is taken again.
    pub fn leave(&mut self) {
        restore();
    }

    /// Takes the terminal again, however it was left, and forgets what stood on it.
    pub fn take(&mut self) -> io::Result<()> {
        restore();
        self.0 = taken()?;
        Ok(())
    }

    /// Forgets what stood on the terminal. One that was made smaller and then as large as before
    /// has lost it, whatever its size says now.
    pub fn forget(&mut self) -> io::Result<()> {
        if !TAKEN.load(Ordering::Relaxed) {
            return Ok(());
        }
        let size = self.0.size()?;
        self.0.resize(size.into())
    }

    /// Draws the app, and puts the cursor of the terminal where it says.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
        if !TAKEN.load(Ordering::Relaxed) {
            return Ok(());
        }
        self.0.draw(|frame| {
            let area = frame.area();
            let cursor = app.view(area, frame.buffer_mut());
            frame.set_cursor_position(cursor);
        })?;
        Ok(())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        restore();
    }
}

type Drawn = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

fn taken() -> io::Result<Drawn> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::Relaxed);
    let prepared = prepare();
    if prepared.is_err() {
        restore();
    }
    prepared
}

fn prepare() -> io::Result<Drawn> {
    execute!(io::stdout(), EnterAlternateScreen, SetCursorStyle::BlinkingBlock)?;
    #[cfg(not(windows))]
    execute!(io::stdout(), EnableBracketedPaste)?;
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout())))
}

/// Has a panic give the terminal back, if it is ours, and say one plain line. What panics in a
/// thread of its own is caught by whoever started it, and says nothing.
pub fn watch() {
    let main = thread::current().id();
    panic::set_hook(Box::new(move |cause| {
        if thread::current().id() != main {
            return;
        }
        restore();
        let place = cause.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(io::stderr(), "{STOPPED} ({place})");
    }));
}

/// Ends the program from beside a loop that does not end. The terminal may be what holds the loop
/// up, so it gets a moment to be given back in and no more.
pub fn abandon() -> ! {
    let (told, given) = mpsc::channel();
    thread::spawn(move || {
        restore();
        told.send(())
    });
    let _ = given.recv_timeout(FAREWELL);
    process::exit(1)
}

/// Gives the terminal back, once. Nothing can be done where it refuses. What cannot be held up by
/// a terminal that takes no more letters comes first.
fn restore() {
    if !TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    let _ = disable_raw_mode();
    #[cfg(not(windows))]
    let _ = execute!(io::stdout(), DisableBracketedPaste);
    let _ = execute!(io::stdout(), SetCursorStyle::DefaultUserShape, LeaveAlternateScreen, Show);
}

#[cfg(unix)]
mod system {
    use std::{io, thread, time::Duration};

    use rustix::{process::getpgrp, termios::tcgetpgrp};
    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH},
        iterator::Signals,
        low_level::emulate_default_handler,
    };

    use crate::tui::terminal::Call;

    /// A shell that ends a program that pauses sends two signals; the second follows at once.
    const TWO: Duration = Duration::from_millis(20);

    /// The calls from outside.
    #[derive(Debug)]
    pub struct Calls(Signals);

    impl Calls {
        /// Listens from now on; what is called before anybody waits for it is not lost.
        pub fn open() -> io::Result<Option<Self>> {
            let ends = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];
            let others = [SIGTSTP, SIGCONT, SIGTTIN, SIGTTOU, SIGWINCH];
            Signals::new(ends.iter().chain(&others)).map(Self).map(Some)
        }

        /// Waits until somebody calls; the most pressing call comes first.
        ///
        /// A program that is to go on behind another one, or is caught using the terminal there,
        /// pauses again. The system would stop it too, but at once: deaf to a call to end that
        /// comes with the same breath.
        pub fn wait(&mut self) -> Vec<Call> {
            let mut calls: Vec<Call> = self.0.wait().map(call).collect();
            if calls.contains(&Call::Resume) {
                thread::sleep(TWO);
                calls.extend(self.0.pending().map(call));
            }
            calls.sort_unstable();
            if calls.contains(&Call::Resume) && !calls.contains(&Call::End) && behind() {
                calls.retain(|call| *call != Call::Resume);
                pause();
            }
            calls
        }
    }

    const fn call(signal: i32) -> Call {
        match signal {
            SIGTSTP => Call::Pause,
            SIGCONT | SIGTTIN | SIGTTOU => Call::Resume,
            SIGWINCH => Call::Resize,
            _ => Call::End,
        }
    }

    /// Does another program have the terminal?
    fn behind() -> bool {
        tcgetpgrp(io::stdin()).is_ok_and(|group| group != getpgrp())
    }

    /// Stands still until somebody calls to go on.
    pub fn pause() {
        // A system that does not stop the program lets it go on: nothing else is lost.
        let _ = emulate_default_handler(SIGTSTP);
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;

    use crate::tui::terminal::Call;

    /// The calls from outside: none. Windows ends the program of a console that is closed without
    /// asking it, unless it registers a function that only `unsafe` code can give. What was saved
    /// is on the disk then, and what was typed but for its last moment. It knows no pause.
    #[derive(Debug)]
    pub enum Calls {}

    impl Calls {
        /// There is nothing to listen to.
        pub const fn open() -> io::Result<Option<Self>> {
            Ok(None)
        }

        /// Nobody ever calls.
        pub const fn wait(&mut self) -> Vec<Call> {
            match *self {}
        }
    }

    /// Nobody calls for a pause either.
    pub const fn pause() {}
}
