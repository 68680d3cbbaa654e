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
    desk::counter::Desk,
    fault::Fault,
    tui::{
        screen::{Job, Knock, Msg},
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
            Order::Enter(knock) => {
                let told = self.told.clone();
                thread::spawn(move || enter(&knock, &told));
            }
        }
    }
}

/// Opens the desk for an officer, and tells what came of it.
fn enter(knock: &Knock, told: &Sender<Msg>) {
    let mut tell = |opening| {
        // Whoever closed the window does not want to know.
        let _ = told.send(Msg::Opening(opening));
    };
    let Knock { folder, clock, pass } = knock;
    let entered = catch_unwind(AssertUnwindSafe(|| Desk::enter(folder, pass, *clock, &mut tell)));
    let entered = entered.unwrap_or(Err(Fault::Asset("pembuka data")));
    let _ = told.send(Msg::Entered(entered.map(Box::new)));
}
