//! A terminal window of 80 x 24 with the real program in it.
use std::{
    io::{Read as _, Write},
    path::Path,
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

use crate::{clerk::recovery_on, place::PASSPHRASE};

/// How long the program may take until a test gives up on it.
const PATIENCE: Duration = Duration::from_mins(3);

type Shown = Arc<(Mutex<Parser>, Condvar)>;

pub struct Window {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    shown: Shown,
    _master: Box<dyn MasterPty + Send>,
}

impl Window {
    /// Starts the program on a folder, with these words behind its name.
    pub fn open(folder: &Path, words: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_loket"));
        command.args(words);
        command.env("LOKET_DATA", folder);
        command.env("TMPDIR", folder);
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let shown: Shown = Arc::new((Mutex::new(Parser::new(24, 80, 0)), Condvar::new()));
        let mut output = pty.master.try_clone_reader().unwrap();
        let seen = Arc::clone(&shown);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                seen.0.lock().unwrap_or_else(PoisonError::into_inner).process(&bytes[..count]);
                seen.1.notify_all();
            }
        });
        let keys = pty.master.take_writer().unwrap();
        Self { child, keys, shown, _master: pty.master }
    }

    /// Types letters, and keys by their names in `<` and `>`.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(letter) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let (bytes, tail) = match named {
                Some((name, tail)) => (sequence(name).to_owned(), tail),
                None => (letter.to_string(), &rest[letter.len_utf8()..]),
            };
            self.keys.write_all(bytes.as_bytes()).unwrap();
            self.keys.flush().unwrap();
            rest = tail;
        }
        self
    }

    /// Waits until these words stand in the window.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        let (screen, changed) = &*self.shown;
        let waited = changed
            .wait_timeout_while(screen.lock().unwrap(), PATIENCE, |parser| {
                !parser.screen().contents().contains(words)
            })
            .unwrap();
        let contents = waited.0.screen().contents();
        assert!(!waited.1.timed_out(), "no {words:?} on\n{contents}");
        drop(waited);
        self
    }

    /// Chooses a passphrase at the first run, and copies the recovery code from the screen.
    pub fn begins(&mut self) -> &mut Self {
        self.types(&format!("{PASSPHRASE}<enter>{PASSPHRASE}<f2>")).sees("Tulis kode ini");
        let code = recovery_on(&self.screen());
        self.types(&code).types("<f2>")
    }

    /// Comes in at the lock screen.
    pub fn comes_in(&mut self) -> &mut Self {
        self.sees("Loket terkunci").types("rina<enter>").types(&format!("{PASSPHRASE}<enter>"))
    }

    /// What stands in the window, row by row, without blanks at the ends.
    pub fn screen(&self) -> String {
        let parser = self.shown.0.lock().unwrap();
        let rows = parser.screen().rows(0, 80).map(|row| row.trim_end().to_owned());
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Ends the program at once, as a power cut ends it.
    pub fn dies(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits until the program has ended by itself; says whether it ended well.
    pub fn ends(mut self) -> bool {
        self.child.wait().unwrap().success()
    }
}

impl Drop for Window {
    /// A test that fails leaves no program behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// What a terminal sends for a key.
fn sequence(name: &str) -> &'static str {
    match name {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "s-tab" => "\x1b[Z",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "space" => " ",
        "backspace" => "\x7f",
        "f1" => "\x1bOP",
        "f2" => "\x1bOQ",
        "f3" => "\x1bOR",
        "f4" => "\x1bOS",
        "f8" => "\x1b[19~",
        "f9" => "\x1b[20~",
        "c-n" => "\x0e",
        "c-q" => "\x11",
        "c-y" => "\x19",
        "c-a" => "\x01",
        other => panic!("no key {other}"),
    }
}
