//! The book of an office: what was handed in, what was said to be saved, and whether it is there.
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt::Write as _,
    path::Path,
};

use serde_json::Value;

use crate::{
    cli::intakes::intake,
    harsh::run::{ended, loket},
};

/// What must be the same in the store as it was handed in.
const SAME: [&str; 5] = ["nama", "nik", "jenis", "kanal", "uraian"];

/// Everything that one office was given and what it said about it.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// By NIK.
    handed_in: BTreeMap<String, Value>,
    /// NIK, sequence, register and ticket, in the order in which they were said.
    said: Vec<[String; 4]>,
    /// The NIK of those that nothing was heard of yet; they are answered in order.
    waiting: VecDeque<String>,
    next: u32,
    /// How often a sentence is said again in every story.
    wordy: usize,
    /// How many ends may have left one intake saved but not said.
    cut: usize,
}

/// A name that no other number has.
pub fn name(number: u32) -> String {
    const PARTS: [&str; 10] = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"];
    let digits = number.to_string();
    let tail: String = digits.bytes().map(|digit| PARTS[usize::from(digit - b'0')]).collect();
    format!("War{tail} Sejati")
}

impl Book {
    /// A book of long stories, a kilobyte each.
    pub fn of_long_stories() -> Self {
        Self { wordy: 24, ..Self::default() }
    }

    /// So many new intakes, one a line.
    pub fn lines(&mut self, count: u32) -> String {
        let mut lines = String::new();
        for number in self.next..self.next + count {
            let mut line = intake(number);
            line["nama"] = name(number).into();
            let more = " Ia menceritakan semuanya sekali lagi.".repeat(self.wordy);
            line["uraian"] = format!("Nomor {number} memohon bantuan.{more}").into();
            let _ = writeln!(lines, "{line}");
            let nik = line["nik"].as_str().unwrap().to_owned();
            self.waiting.push_back(nik.clone());
            self.handed_in.insert(nik, line);
        }
        self.next += count;
        lines
    }

    /// Writes down what a run said on standard output; a line that was cut off was never said.
    pub fn hear(&mut self, out: &str) -> usize {
        let before = self.said.len();
        for line in out.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')) {
            if let ["tersimpan", sequence, register, ticket] =
                line.split('\t').collect::<Vec<_>>()[..]
            {
                let nik = self.waiting.pop_front().expect("an intake for every answer");
                let [sequence, register, ticket] = [sequence, register, ticket].map(str::to_owned);
                self.said.push([nik, sequence, register, ticket]);
            }
        }
        // Whatever the next run is handed is answered by itself.
        self.waiting.clear();
        self.said.len() - before
    }

    /// The desk did not come to a clean end: one more may be saved than was said.
    pub const fn cut(&mut self) {
        self.cut += 1;
    }

    /// The same book as it was when so many were said.
    pub fn upto(&self, said: usize) -> Self {
        Self { said: self.said[..said].to_vec(), ..self.clone() }
    }

    /// How many were said to be saved.
    pub const fn said(&self) -> usize {
        self.said.len()
    }

    /// Opens the store and holds it against the book; how many requests it keeps.
    pub fn check(&self, folder: &Path) -> Result<usize, String> {
        let words = ["ekspor", "permohonan", "--format", "jsonl"];
        let answer = ended(loket(folder, &words), "")?.well()?;
        let rows: Vec<Value> =
            answer.out.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
        self.compare(&rows)?;
        Ok(rows.len())
    }

    /// The same, and the residents with it.
    pub fn check_all(&self, folder: &Path) -> Result<usize, String> {
        let count = self.check(folder)?;
        let words = ["ekspor", "warga", "--format", "jsonl"];
        let answer = ended(loket(folder, &words), "")?.well()?;
        let rows = answer.out.lines();
        let residents: Vec<Value> = rows.map(|row| serde_json::from_str(row).unwrap()).collect();
        for resident in &residents {
            let given = self.given(resident)?;
            if resident["alamat"] != given["alamat"] || resident["nama"] != given["nama"] {
                return Err(format!("setengah tersimpan: {resident} dari {given}"));
            }
        }
        if residents.len() == count {
            Ok(count)
        } else {
            Err(format!("{} warga pada {count} permohonan", residents.len()))
        }
    }

    fn given(&self, row: &Value) -> Result<&Value, String> {
        let known = row["nik"].as_str().and_then(|nik| self.handed_in.get(nik));
        known.ok_or_else(|| format!("tidak pernah diserahkan: {row}"))
    }

    fn compare(&self, rows: &[Value]) -> Result<(), String> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mut there = BTreeSet::new();
        let mut tickets = BTreeSet::new();
        let mut niks = BTreeSet::new();
        let mut before = 0;
        for (number, row) in (1..).zip(rows) {
            let given = self.given(row)?;
            if let Some(key) = SAME.iter().find(|key| row[**key] != given[**key]) {
                return Err(format!("{key} bukan yang diserahkan: {row} dari {given}"));
            }
            let (register, ticket) = (text(&row["register"]), text(&row["tiket"]));
            if !register.starts_with(&format!("{number:05}/")) {
                return Err(format!("register ke-{number} adalah {register}"));
            }
            let sequence = row["seq"].as_u64().unwrap_or_default();
            if sequence <= before {
                return Err(format!("urutan {sequence} sesudah {before}"));
            }
            before = sequence;
            let nik = text(&row["nik"]);
            if !tickets.insert(ticket.clone()) || !niks.insert(nik.clone()) {
                return Err(format!("dua kali: {row}"));
            }
            there.insert([nik, sequence.to_string(), register, ticket]);
        }
        let lost: Vec<_> = self.said.iter().filter(|said| !there.contains(*said)).collect();
        if !lost.is_empty() {
            return Err(format!("HILANG {} dari {}: {lost:?}", lost.len(), self.said.len()));
        }
        let unsaid = rows.len() - self.said.len();
        if unsaid > self.cut {
            return Err(format!("{unsaid} tersimpan tanpa dikatakan pada {} putusan", self.cut));
        }
        Ok(())
    }
}
