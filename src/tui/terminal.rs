//! The terminal, set up for the desk and given back as it was.
//!
//! # Why
//! Our own set-up instead of the one of the library: bracketed paste is asked for only where it
//! exists, old consoles are never sent what they refuse, and a panic leaves a usable terminal with
//! one plain line that holds nothing personal (a panic's own words may quote an answer).
use std::{
    io::{self, BufWriter, Stdout, Write as _},
    panic,
    sync::atomic::{AtomicBool, Ordering},
    thread,
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

/// Is the terminal ours? Giving it back twice would put the cursor over what was said since.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Bytes of a frame that are gathered before they are written.
const FRAME: usize = 16 * 1024;

/// The window of the desk. Dropping it gives the terminal back.
pub struct Window(Terminal<CrosstermBackend<BufWriter<Stdout>>>);

impl Window {
    /// Takes the terminal over.
    pub fn open() -> io::Result<Self> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::Relaxed);
        let prepared = prepare();
        if prepared.is_err() {
            restore();
        }
        prepared.map(Self)
    }

    /// Draws the app, and puts the cursor of the terminal where it says.
    pub fn draw(&mut self, app: &App) -> io::Result<()> {
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

fn prepare() -> io::Result<Terminal<CrosstermBackend<BufWriter<Stdout>>>> {
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

/// Gives the terminal back, once. Nothing can be done where it refuses.
fn restore() {
    if !TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    #[cfg(not(windows))]
    let _ = execute!(io::stdout(), DisableBracketedPaste);
    let _ = execute!(io::stdout(), SetCursorStyle::DefaultUserShape, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}
