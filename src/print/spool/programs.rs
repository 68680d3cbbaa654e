//! The printing programs of a system: started, listened to, and ended when they take too long.
use std::{
    ffi::OsString,
    io::{self, Read, Write as _},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use crate::{
    fault::Fault,
    print::spool::{job::refused, words},
};

/// How often a running program is looked at.
const PAUSE: Duration = Duration::from_millis(10);

/// Where the printing programs stand, and how long they may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// On the usual path where none is given.
    pub folder: Option<PathBuf>,
    /// How long anybody may take to answer.
    pub patience: Duration,
}

/// What a program answered.
#[derive(Debug)]
pub struct Answer {
    pub status: ExitStatus,
    pub output: String,
    pub complaint: String,
}

impl Answer {
    /// The refusal that it is.
    #[must_use]
    pub fn refused(&self) -> Fault {
        let said = [&self.complaint, &self.output].into_iter().find(|said| !said.is_empty());
        let said = said.map(|said| said.split_whitespace().collect::<Vec<_>>().join(" "));
        refused(said.map_or_else(
            || format!("berhenti tanpa kata ({})", self.status),
            |said| words::refusal(&said),
        ))
    }
}

impl Programs {
    /// Runs a program with that on its standard input, under the C locale: its words are read.
    pub fn ask(&self, name: &str, words: &[OsString], input: &[u8]) -> Result<Answer, Fault> {
        let program = self.folder.as_ref().map_or_else(|| name.into(), |folder| folder.join(name));
        let started = Command::new(program)
            .args(words)
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = started.map_err(|why| missing(name, &why))?;
        if let Some(mut pipe) = child.stdin.take() {
            let input = input.to_vec();
            thread::spawn(move || pipe.write_all(&input));
        }
        let (output, complaint) = (heard(child.stdout.take()), heard(child.stderr.take()));
        let status = ended(&mut child, self.patience)?;
        let last = Duration::from_secs(1);
        Ok(Answer {
            status,
            output: output.recv_timeout(last).unwrap_or_default(),
            complaint: complaint.recv_timeout(last).unwrap_or_default(),
        })
    }
}

/// Listens to a pipe until it closes, on a thread of its own: a full pipe must not stop anyone.
fn heard(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<String> {
    let (said, hear) = mpsc::channel();
    thread::spawn(move || {
        let mut words = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut words);
        }
        let _ = said.send(String::from_utf8_lossy(&words).trim().to_owned());
    });
    hear
}

/// Waits for a program to end, or ends it.
fn ended(child: &mut Child, patience: Duration) -> Result<ExitStatus, Fault> {
    let broken = |why| Fault::Device { name: "printer", why };
    for _ in 0..=patience.as_millis() / PAUSE.as_millis() {
        if let Some(status) = child.try_wait().map_err(broken)? {
            return Ok(status);
        }
        thread::sleep(PAUSE);
    }
    let _ = child.kill();
    let _ = child.wait();
    Err(refused("tidak menjawab, mungkin mati atau tidak tersambung"))
}

/// Says which program is missing; the system's own words name none.
fn missing(name: &str, why: &io::Error) -> Fault {
    let words = match why.kind() {
        io::ErrorKind::NotFound => format!("program {name} belum terpasang (paket CUPS)"),
        _ => format!("program {name} tidak dapat dijalankan ({why})"),
    };
    Fault::Device { name: "printer", why: io::Error::new(why.kind(), words) }
}
