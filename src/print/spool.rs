//! The system's print queues, through the `lp` and `lpstat` that every Unix with a printer has.
//!
//! # Why
//! The pages go to `lp` through its standard input, not through a file: a letter holds personal
//! data, and nothing of it should lie about in a shared folder when the program is stopped halfway.
//! Both programs run under the C locale, because the number of the job is read from their words.
//! A job that `lp` takes is queued, not printed: only the clerk can say that the paper came out.
use std::{path::PathBuf, time::Duration};

use crate::{fault::Fault, print::page::Paper};

/// A job that a queue has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The queue's own name for it, such as `EPSON-12`.
    pub id: String,
}

/// The way to the print queues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spool {
    /// Where the printing programs stand; on the usual path where none is given.
    folder: Option<PathBuf>,
    /// How long they may take to answer.
    patience: Duration,
}

impl Default for Spool {
    fn default() -> Self {
        Self { folder: None, patience: Duration::from_secs(20) }
    }
}

impl Spool {
    /// Uses the printing programs of that folder, and gives them that long to answer.
    #[must_use]
    pub const fn at(folder: PathBuf, patience: Duration) -> Self {
        Self { folder: Some(folder), patience }
    }

    /// The names of the queues, in the system's order; none is not a fault.
    pub fn queues(&self) -> Result<Vec<String>, Fault> {
        system::queues(self)
    }

    /// Hands a PDF file to a queue, or to the default one.
    pub fn send(&self, queue: Option<&str>, file: &[u8], paper: Paper) -> Result<Job, Fault> {
        system::send(self, queue, file, paper)
    }
}

/// A refusal in a printer's words.
fn refused(why: impl Into<String>) -> Fault {
    Fault::Refused { name: "printer", why: why.into() }
}

#[cfg(unix)]
mod system {
    use std::{
        ffi::OsString,
        io::{self, Read, Write as _},
        process::{Child, Command, ExitStatus, Stdio},
        sync::mpsc,
        thread,
        time::Duration,
    };

    use crate::{
        fault::Fault,
        print::{
            page::Paper,
            spool::{Job, Spool, refused},
        },
    };

    /// How often a running program is looked at.
    const PAUSE: Duration = Duration::from_millis(10);

    /// What a program answered.
    struct Answer {
        status: ExitStatus,
        output: String,
        complaint: String,
    }

    /// Asks `lpstat -e`, and the older `lpstat -p` where that is not known.
    pub(super) fn queues(spool: &Spool) -> Result<Vec<String>, Fault> {
        let answer = ask(spool, "lpstat", &["-e".into()], &[])?;
        if answer.status.success() {
            return Ok(answer.output.lines().map(str::to_owned).collect());
        }
        let answer = ask(spool, "lpstat", &["-p".into()], &[])?;
        let queue = |line: &str| line.strip_prefix("printer ")?.split(' ').next().map(Into::into);
        let names: Vec<String> = answer.output.lines().filter_map(queue).collect();
        let none = answer.complaint.contains("No destinations");
        if answer.status.success() || none { Ok(names) } else { Err(refused(words(&answer))) }
    }

    /// Gives the file to `lp` with its paper; an F4 has no name that every driver knows, so its
    /// measures go along.
    pub(super) fn send(
        spool: &Spool,
        queue: Option<&str>,
        file: &[u8],
        paper: Paper,
    ) -> Result<Job, Fault> {
        let media = match paper {
            Paper::A4 => "media=A4",
            Paper::F4 => "media=Custom.215x330mm",
            Paper::F4Narrow => "media=Custom.210x330mm",
        };
        let mut words: Vec<OsString> = Vec::new();
        if let Some(queue) = queue {
            words.extend(["-d".into(), queue.into()]);
        }
        let rest = ["-t", "Loket", "-o", media, "-o", "print-scaling=none"];
        words.extend(rest.map(OsString::from));
        let answer = ask(spool, "lp", &words, file)?;
        let id = answer.output.split_whitespace().skip_while(|word| *word != "is").nth(1);
        match id {
            Some(id) if answer.status.success() => Ok(Job { id: id.to_owned() }),
            _ => Err(refused(self::words(&answer))),
        }
    }

    /// What is said in place of the system's words where no printer has been set up.
    const NO_PRINTER: &str = "belum ada printer utama di komputer ini";

    /// The words that a program refused with, on one line.
    fn words(answer: &Answer) -> String {
        let said = [&answer.complaint, &answer.output].into_iter().find(|said| !said.is_empty());
        let said = said.map(|said| said.split_whitespace().collect::<Vec<_>>().join(" "));
        if said.as_ref().is_some_and(|said| said.to_lowercase().contains("no default destination"))
        {
            return NO_PRINTER.to_owned();
        }
        said.unwrap_or_else(|| format!("berhenti tanpa kata ({})", answer.status))
    }

    /// Runs a printing program with that on its standard input, and stops it when it takes too long.
    fn ask(spool: &Spool, name: &str, words: &[OsString], input: &[u8]) -> Result<Answer, Fault> {
        let program = spool.folder.as_ref().map_or_else(|| name.into(), |folder| folder.join(name));
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
        let status = ended(&mut child, spool.patience)?;
        let last = Duration::from_secs(1);
        Ok(Answer {
            status,
            output: output.recv_timeout(last).unwrap_or_default(),
            complaint: complaint.recv_timeout(last).unwrap_or_default(),
        })
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
}

#[cfg(not(unix))]
mod system {
    use crate::{
        fault::Fault,
        print::{
            page::Paper,
            spool::{Job, Spool, refused},
        },
    };

    /// The way that works on every machine.
    const INSTEAD: &str = "simpan surat sebagai PDF, lalu cetak dari berkas itu";

    /// No queue is known here.
    #[allow(
        clippy::unnecessary_wraps,
        clippy::missing_const_for_fn,
        reason = "the twin of what may be refused where there are queues"
    )]
    pub(super) fn queues(_: &Spool) -> Result<Vec<String>, Fault> {
        Ok(Vec::new())
    }

    /// Says what to do instead.
    pub(super) fn send(_: &Spool, _: Option<&str>, _: &[u8], _: Paper) -> Result<Job, Fault> {
        Err(refused(INSTEAD))
    }
}
