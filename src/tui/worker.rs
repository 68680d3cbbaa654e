//! Does the jobs, one after another, beside the screen.
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Sender},
    },
    thread,
};

use crate::{
    desk::entrance::{Cost, Opening},
    fault::Fault,
    tui::{
        arrival::{self, Knock},
        job::Job,
        screen::Msg,
        shell::Order,
    },
};

/// Held by a running job: how it tells where it is, and learns that it is no longer wanted.
#[derive(Debug)]
pub struct Watch<'a> {
    told: &'a Sender<Msg>,
    unwanted: &'a AtomicBool,
}

impl Watch<'_> {
    /// Tells how far the job is, 0 for an end nobody knows; returns whether to go on.
    #[must_use]
    pub fn at(&self, done: u64, of: u64) -> bool {
        self.told.send(Msg::Progress { done, of }).is_ok() && !self.unwanted.load(Ordering::Relaxed)
    }
}

impl Watch<'_> {
    /// Tells the screen on top that something is ready for it, and how far the job is; returns
    /// whether to go on.
    #[must_use]
    pub fn ready(&self, done: u64, of: u64) -> bool {
        self.at(done, of) && self.told.send(Msg::Ready).is_ok()
    }
}

/// The thread beside the screen.
#[derive(Debug)]
pub struct Worker {
    told: Sender<Msg>,
    jobs: Sender<Job>,
    unwanted: Arc<AtomicBool>,
}

impl Worker {
    /// Starts it. `work` does one job; what comes of it is told as [`Msg::Finished`].
    pub fn start<W>(work: W, told: Sender<Msg>) -> Self
    where
        W: Fn(&Job, &Watch<'_>) -> Result<String, Fault> + Send + 'static,
    {
        let (jobs, waiting) = mpsc::channel::<Job>();
        let unwanted = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&unwanted);
        let own = told.clone();
        thread::spawn(move || {
            for job in waiting {
                flag.store(false, Ordering::Relaxed);
                let watch = Watch { told: &told, unwanted: &flag };
                let outcome = catch_unwind(AssertUnwindSafe(|| work(&job, &watch)))
                    .unwrap_or(Err(Fault::Asset("pekerjaan di belakang layar")));
                if told.send(Msg::Finished(outcome)).is_err() {
                    return;
                }
            }
        });
        Self { told: own, jobs, unwanted }
    }

    /// Takes an order. A job that is waiting when the running one is stopped is done all the same.
    pub fn take(&self, order: Order) {
        match order {
            Order::Stop => self.unwanted.store(true, Ordering::Relaxed),
            // The thread ends with the program only, so that a job always finds it.
            Order::Run(job) => drop(self.jobs.send(job)),
            // Behind everything that was typed by then.
            Order::GoOn => drop(self.told.send(Msg::Ready)),
            Order::Enter(knock) => {
                let told = self.told.clone();
                thread::spawn(move || told.send(entered(&knock, &told)));
            }
        }
    }
}

/// Opens the desk for an officer, and tells what came of it.
fn entered(knock: &Knock, told: &Sender<Msg>) -> Msg {
    let mut tell = telling(told);
    Msg::Entered(guarded(|| arrival::admit(knock, Cost::DESK, &mut tell)).map(Box::new))
}

/// Tells how far opening is. Whoever closed the window does not want to know.
fn telling(told: &Sender<Msg>) -> impl FnMut(Opening) {
    move |opening| drop(told.send(Msg::Opening(opening)))
}

/// What comes of work that may panic.
fn guarded<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Fault::Asset("pembuka data")))
}
