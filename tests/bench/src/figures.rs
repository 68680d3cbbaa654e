//! Times, their medians, and the table they end in.
use std::{
    fmt, fs, io,
    path::Path,
    time::{Duration, Instant},
};

/// Many times of the same thing.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Does something once and notes how long it took.
    pub fn of<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        self.0.push(start.elapsed());
        done
    }

    /// The time that this share of all (0 to 1) did not exceed, in milliseconds.
    pub fn quantile(&mut self, share: f64) -> f64 {
        self.0.sort_unstable();
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place in a short list"
        )]
        let place = ((self.0.len() as f64 * share) as usize).min(self.0.len().saturating_sub(1));
        self.0.get(place).map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
    }
}

/// The middle one of a few figures.
pub fn median(figures: &mut [f64]) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// The size of a file.
pub fn megabytes(file: &Path) -> io::Result<String> {
    let bytes = fs::metadata(file)?.len();
    Ok(format!("{}.{:02} MB", bytes / 1_000_000, bytes / 10_000 % 100))
}

/// What was measured, and what was asked.
#[derive(Default)]
pub struct Table(Vec<[String; 3]>);

impl Table {
    pub fn row(&mut self, what: &str, measured: impl Into<String>, asked: &str) {
        let row = [what.to_owned(), measured.into(), asked.to_owned()];
        eprintln!("{}: {}", row[0], row[1]);
        self.0.push(row);
    }

    /// What was measured, how it came out, and what was asked.
    pub fn rows(&self) -> &[[String; 3]] {
        &self.0
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | measured | asked |\n|---|---|---|")?;
        self.0.iter().try_for_each(|[what, got, asked]| writeln!(f, "| {what} | {got} | {asked} |"))
    }
}
