//! The jobs that are not done: which screens started them, and what came of those that ended.
use std::collections::VecDeque;

use crate::{
    desk::entrance::Opening,
    fault::Fault,
    tui::{command::Command, widget::gauge::gauge},
};

/// Jobs under way.
#[derive(Debug, Default)]
pub struct Errands {
    /// Done and of, while a job runs.
    pub progress: Option<(u64, u64)>,
    /// For each job that is not done, the place of the screen that started it while it is open.
    jobs: VecDeque<Option<usize>>,
    /// What came of jobs whose screens are not on top just now.
    outcomes: Vec<(usize, Result<String, Fault>)>,
}

impl Errands {
    /// Notes how far the desk is opened, where that is known.
    pub const fn opening(&mut self, opening: Opening) {
        if let Some(progress) = opening.progress() {
            self.progress = Some(progress);
        }
    }

    /// How far the running job is, in words; how to stop it, where the desk is open.
    #[must_use]
    pub fn words(&self, open: bool) -> String {
        let Some((done, of)) = self.progress else { return String::new() };
        let stop = Command::Stop.key();
        let stop = if open { format!(" {stop} menghentikan.") } else { String::new() };
        format!("Sedang dikerjakan: {}.{stop}", gauge(done, of))
    }

    /// Notes that the screen at that place started a job.
    pub fn start(&mut self, place: usize) {
        self.progress = Some((0, 0));
        self.jobs.push_back(Some(place));
    }

    /// Notes what came of the job that was started first.
    pub fn end(&mut self, outcome: Result<String, Fault>) {
        if let Some(place) = self.jobs.pop_front().flatten() {
            self.outcomes.push((place, outcome));
        }
        self.progress = self.jobs.front().map(|_| (0, 0));
    }

    /// What came of a job of the screen at that place; each is handed over once.
    pub fn hand_over(&mut self, place: usize) -> Option<Result<String, Fault>> {
        let found = self.outcomes.iter().position(|(other, _)| *other == place)?;
        Some(self.outcomes.remove(found).1)
    }

    /// The screen at that place goes: nobody waits for its jobs any more.
    pub fn orphan(&mut self, gone: usize) {
        self.jobs.iter_mut().for_each(|place| *place = place.filter(|place| *place != gone));
        self.outcomes.retain(|(place, _)| *place != gone);
    }
}
