//! The real program at work: started, fed, listened to, and stopped at any moment.
use std::{
    io::{BufRead as _, BufReader, Read, Write as _},
    os::unix::process::{CommandExt as _, ExitStatusExt as _},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use crate::harsh::machine::tool;

/// The longest that any command may take before it is taken for hung: an index that does not
/// answer is given up after ten seconds, and so is the one that is made in its place.
pub const LIMIT: Duration = Duration::from_secs(40);

/// Who works at the desk, and the passphrase.
pub const OFFICER: (&str, &str) = ("siti", "kunci-loket-uji-1");

/// The program on a folder.
pub fn loket(folder: &Path, words: &[&str]) -> Command {
    behind(&[], folder, words)
}

/// The program on a folder, started by another one that stands before it.
pub fn behind(before: &[&str], folder: &Path, words: &[&str]) -> Command {
    let all = [before, &[env!("CARGO_BIN_EXE_loket")], words].concat();
    let mut command = Command::new(all[0]);
    command.args(&all[1..]);
    command
        .env("LOKET_DATA", folder)
        .env("LOKET_PETUGAS", OFFICER.0)
        .env("LOKET_SANDI", OFFICER.1)
        .env_remove("RUST_BACKTRACE");
    command
}

/// The words that found an office.
pub const FOUND: [&str; 5] =
    ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Siti Aminah"];

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    /// The exit status; `None` where a signal ended it.
    pub status: Option<i32>,
    pub signal: Option<i32>,
    pub out: String,
    pub told: String,
}

impl Ended {
    /// The same, where it went well and nobody spoke of a panic.
    pub fn well(self) -> Result<Self, String> {
        if self.status == Some(0) { self.calm() } else { Err(format!("berakhir {self:?}")) }
    }

    /// The same, where nobody spoke of a panic.
    pub fn calm(self) -> Result<Self, String> {
        let signs = ["panic", "thread '", "RUST_BACKTRACE", "kesalahan di dalam program"];
        match signs.iter().find(|sign| self.told.contains(**sign)) {
            Some(sign) => Err(format!("berkata {sign:?}: {}", self.told)),
            None => Ok(self),
        }
    }
}

/// Runs a command to its end with that on its standard input; a failure is one that hangs.
pub fn ended(command: Command, input: &str) -> Result<Ended, String> {
    let mut running = Running::start(command);
    running.feed(input);
    running.hang_up();
    running.end()
}

/// A command at work.
#[derive(Debug)]
pub struct Running {
    leash: Leash,
    feeder: Option<Sender<String>>,
    lines: Receiver<String>,
    told: Receiver<String>,
    out: String,
    what: String,
}

/// A process and all that it started; they go when nobody waits for them any more.
#[derive(Debug)]
struct Leash(Child);

impl Leash {
    fn kill(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            let _ = tool(&["kill", "-9", "--", &format!("-{}", self.0.id())]);
            let _ = self.0.kill();
        }
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        self.kill();
        let _ = self.0.wait();
    }
}

/// What was heard from a running command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Line,
    /// Nothing until the deadline.
    Quiet,
    /// It closed its standard output.
    End,
}

impl Running {
    /// Starts a command in a group of its own, so that all it started can be ended with it.
    pub fn start(mut command: Command) -> Self {
        let what = format!("{command:?}");
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.process_group(0).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let (feeder, food) = mpsc::channel::<String>();
        thread::spawn(move || {
            // Whoever ended early leaves the rest.
            food.iter().try_for_each(|text| stdin.write_all(text.as_bytes()))
        });
        let stdout = child.stdout.take().unwrap();
        let (mouth, lines) = mpsc::channel();
        thread::spawn(move || {
            let mut from = BufReader::new(stdout);
            let mut line = vec![];
            while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
                if mouth.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    return;
                }
                line.clear();
            }
        });
        let mut stderr = child.stderr.take().unwrap();
        let (word, told) = mpsc::channel();
        thread::spawn(move || {
            let mut told = vec![];
            let _ = stderr.read_to_end(&mut told);
            word.send(String::from_utf8_lossy(&told).into_owned())
        });
        Self { leash: Leash(child), feeder: Some(feeder), lines, told, out: String::new(), what }
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.leash.0.id()
    }

    /// What was heard of its standard output so far.
    pub fn said(&self) -> &str {
        &self.out
    }

    /// Writes on its standard input without waiting for it.
    pub fn feed(&self, text: &str) {
        if let Some(feeder) = &self.feeder {
            let _ = feeder.send(text.to_owned());
        }
    }

    /// Closes its standard input once everything is written.
    pub fn hang_up(&mut self) {
        self.feeder = None;
    }

    /// The next line with its end, or that there is none before the deadline.
    pub fn hear(&mut self, until: Instant) -> Heard {
        match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                self.out.push_str(&line);
                Heard::Line
            }
            Err(RecvTimeoutError::Timeout) => Heard::Quiet,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }

    /// Listens until nothing more is said, or that moment has come.
    pub fn listen(&mut self, until: Instant) -> Heard {
        self.count(usize::MAX, until)
    }

    /// Listens until so many more lines were said, or nothing more is, or that moment has come.
    pub fn count(&mut self, lines: usize, until: Instant) -> Heard {
        let mut heard = Heard::Quiet;
        for _ in 0..lines {
            heard = self.hear(until);
            if !matches!(heard, Heard::Line) {
                break;
            }
        }
        heard
    }

    /// Ends it at once, as `kill -9` does.
    pub fn kill(&mut self) {
        self.leash.kill();
    }

    /// Waits for its end; one that does not end by itself is ended, and that is a failure.
    pub fn end(mut self) -> Result<Ended, String> {
        self.hang_up();
        let mut told = self.silence();
        let hung = told.is_none();
        if hung {
            self.kill();
            told = self.silence();
        }
        let told = told.ok_or_else(|| format!("tidak dapat diakhiri: {}", self.what))?;
        // Whoever closed both has no more to do.
        let status = self.leash.0.wait().unwrap();
        let (status, signal) = (status.code(), status.signal());
        let ended = Ended { status, signal, out: self.out, told };
        if hung { Err(format!("menggantung: {} {ended:?}", self.what)) } else { Ok(ended) }
    }

    /// What was said on standard error, once it and standard output are closed; nothing where
    /// that takes too long.
    fn silence(&mut self) -> Option<String> {
        let until = Instant::now() + LIMIT;
        if self.listen(until) != Heard::End {
            return None;
        }
        self.told.recv_timeout(until.saturating_duration_since(Instant::now())).ok()
    }
}
