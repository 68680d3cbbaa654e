//! A terminal window of 80 x 24 with the real program in it.
use std::{
    ffi::OsStr,
    fs::File,
    io::{Read as _, Write},
    path::Path,
    process::Command,
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

use crate::{clerk::recovery_on, place::PASSPHRASE};

/// How long the program may take until a test gives up on it.
const PATIENCE: Duration = Duration::from_mins(3);

type Shown = Arc<(Mutex<Parser>, Condvar)>;

pub struct Window {
    /// Whoever waits for the program takes it.
    child: Option<Box<dyn Child + Send + Sync>>,
    keys: Box<dyn Write + Send>,
    shown: Shown,
    /// Whether what the program writes is not wanted any more.
    blind: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    master: Box<dyn MasterPty + Send>,
}

impl Window {
    /// Starts the program on a folder, with these words behind its name.
    pub fn open(folder: &Path, words: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_loket"));
        command.args(words);
        Self::on(folder, command)
    }

    /// Starts a shell whose `"$@"` is a program on a folder. `tty` in its script prints a sum of
    /// how the terminal is set.
    pub fn shell(folder: &Path, script: &str, program: &[&OsStr]) -> Self {
        let mut command = CommandBuilder::new("sh");
        let script = format!("tty() {{ echo \"tty $(stty -g | cksum)\"; }}; set -m; tty; {script}");
        command.args(["-c", &script, "sh"]);
        command.args(program);
        Self::on(folder, command)
    }

    fn on(folder: &Path, mut command: CommandBuilder) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pty = native_pty_system().openpty(size).unwrap();
        command.env("LOKET_DATA", folder);
        command.env("TMPDIR", folder);
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let shown: Shown = Arc::new((Mutex::new(Parser::new(24, 80, 0)), Condvar::new()));
        let mut output = pty.master.try_clone_reader().unwrap();
        let seen = Arc::clone(&shown);
        let blind = Arc::new(AtomicBool::new(false));
        let closed = Arc::clone(&blind);
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes)
                && !closed.load(Ordering::Relaxed)
            {
                seen.0.lock().unwrap_or_else(PoisonError::into_inner).process(&bytes[..count]);
                seen.1.notify_all();
            }
        });
        let keys = pty.master.take_writer().unwrap();
        let reader = Some(reader);
        Self { child: Some(child), keys, shown, blind, reader, master: pty.master }
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
        self.waits(words, |screen| screen.contents().contains(words))
    }

    /// These words do not stand in the window.
    #[track_caller]
    pub fn misses(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} on\n{screen}");
        self
    }

    /// Waits until the window is as it should be.
    #[track_caller]
    pub fn waits(&mut self, what: &str, good: impl Fn(&Screen) -> bool) -> &mut Self {
        let (screen, changed) = &*self.shown;
        let waited = changed
            .wait_timeout_while(screen.lock().unwrap(), PATIENCE, |parser| !good(parser.screen()))
            .unwrap();
        let contents = waited.0.screen().contents();
        assert!(!waited.1.timed_out(), "no {what:?} on\n{contents}");
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

    /// Gives the window another size.
    pub fn size(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.shown.0.lock().unwrap().screen_mut().set_size(rows, cols);
        self.squeezes(cols, rows)
    }

    /// The same, while nobody looks: the terminal that reads here breaks at the smallest sizes.
    pub fn squeezes(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.master.resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        self
    }

    /// What is in front in this window, to be called from outside.
    #[cfg(unix)]
    pub fn process(&self) -> String {
        self.master.process_group_leader().unwrap().to_string()
    }

    /// Takes nothing any more of what the program writes, as after Ctrl-S in a plain terminal.
    #[cfg(unix)]
    pub fn stalls(&mut self) -> &mut Self {
        let terminal = File::open(self.master.tty_name().unwrap()).unwrap();
        assert!(Command::new("stty").arg("ixon").stdin(terminal).status().unwrap().success());
        self.types("\x13")
    }

    /// Closes the window over a running program, after this last key.
    pub fn closes(mut self, last: &str) -> Ending {
        // The window is only closed when nobody reads from it either.
        self.blind.store(true, Ordering::Relaxed);
        self.types(last);
        self.reader.take().unwrap().join().unwrap();
        let ending = self.ending();
        drop(self);
        ending
    }

    /// Waits for the end of the program, from now on.
    pub fn ending(&mut self) -> Ending {
        Ending::of(self.child.take().unwrap())
    }

    /// What stands in the window, row by row, without blanks at the ends.
    pub fn screen(&self) -> String {
        let parser = self.shown.0.lock().unwrap();
        let rows = parser.screen().rows(0, 80).map(|row| row.trim_end().to_owned());
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Ends the program at once, as a power cut ends it.
    pub fn dies(mut self) {
        let mut child = self.child.take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Waits until the program has ended by itself; says whether it ended well.
    #[track_caller]
    pub fn ends(mut self) -> bool {
        self.ending().told().0 == 0
    }

    /// Leaves the desk with Ctrl-Q. A key right behind Esc is Alt with that key to a terminal, so
    /// it is pressed again where nothing came of it, as anybody would.
    #[track_caller]
    pub fn quits(mut self) -> bool {
        let mut ending = self.ending();
        for _ in 0..PATIENCE.as_secs() {
            let _ = self.keys.write_all(sequence("c-q").as_bytes());
            if let Some((status, _)) = ending.within(Duration::from_secs(1)) {
                return status == 0;
            }
        }
        panic!("Ctrl-Q does not end the desk, on\n{}", self.screen());
    }
}

impl Drop for Window {
    /// A test that fails leaves no program behind.
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
        }
    }
}

/// The end of a program that nobody waits for with keys.
pub struct Ending {
    since: Instant,
    ended: mpsc::Receiver<(ExitStatus, Instant)>,
}

impl Ending {
    fn of(mut child: Box<dyn Child + Send + Sync>) -> Self {
        let (told, ended) = mpsc::channel();
        let since = Instant::now();
        thread::spawn(move || told.send((child.wait().unwrap(), Instant::now())));
        Self { since, ended }
    }

    /// The status of the program and how long it took to end: a second is promised.
    #[track_caller]
    pub fn told(mut self) -> (u32, Duration) {
        self.within(PATIENCE).expect("the program ends")
    }

    /// The same, where it ends within this time.
    fn within(&mut self, patience: Duration) -> Option<(u32, Duration)> {
        let (status, at) = self.ended.recv_timeout(patience).ok()?;
        Some((status.exit_code(), at.duration_since(self.since)))
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
        "f7" => "\x1b[18~",
        "f8" => "\x1b[19~",
        "f9" => "\x1b[20~",
        "f12" => "\x1b[24~",
        "c-n" => "\x0e",
        "c-q" => "\x11",
        "c-y" => "\x19",
        "c-a" => "\x01",
        other => panic!("no key {other}"),
    }
}
