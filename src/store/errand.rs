//! Work that may panic, hang or fail for reasons of its own, done where that harms nobody.
use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
    time::Duration,
};

/// Why an index cannot be used.
#[derive(Debug)]
pub enum Trouble {
    /// The disk refuses: nothing is wrong with the index itself.
    Disk(io::Error),
    /// It is not what it should be.
    Broken(&'static str),
    /// It does not answer.
    Hung,
}

/// What came of an errand.
pub type Outcome<T> = Result<T, Trouble>;

/// A thread that does errands one after another, for whoever must not hang itself.
#[derive(Debug)]
pub struct Runner(mpsc::Sender<Box<dyn FnOnce() + Send>>);

impl Runner {
    /// Starts a thread of that name; it ends when its last errand is done and the runner dropped.
    pub fn start(name: &str) -> Outcome<Self> {
        let (errands, given) = mpsc::channel::<Box<dyn FnOnce() + Send>>();
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || given.into_iter().for_each(|errand| errand()))
            .map_err(Trouble::Disk)?;
        Ok(Self(errands))
    }

    /// Has an errand done, and does not wait for ever: an errand that hangs is left behind.
    pub fn run<T: Send + 'static>(
        &self,
        limit: Duration,
        errand: impl FnOnce() -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (tell, told) = mpsc::sync_channel(1);
        // Once the time is up nobody listens any more.
        let errand = Box::new(move || drop(tell.send(calm(errand))));
        self.0.send(errand).map_err(|_| Trouble::Hung)?;
        told.recv_timeout(limit).unwrap_or(Err(Trouble::Hung))
    }
}

/// Does what may panic.
pub fn calm<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Trouble::Broken("panik")))
}

impl From<io::Error> for Trouble {
    /// What a full or protected disk says is no fault of the index; everything else is.
    fn from(why: io::Error) -> Self {
        use io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match why.kind() {
            StorageFull | QuotaExceeded | ReadOnlyFilesystem | PermissionDenied => Self::Disk(why),
            _ if is_locked(&why) => Self::Disk(why),
            _ => Self::Broken("berkas"),
        }
    }
}

/// sled tells a lock that is held in words only.
#[must_use]
pub fn is_locked(why: &io::Error) -> bool {
    why.to_string().contains("could not acquire lock")
}
