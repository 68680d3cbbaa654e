//! Running the program and reading what it answers.
use std::{
    io::Write as _,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::Value;

use crate::place::{PASSPHRASE, Place};

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub told: String,
}

impl Answer {
    /// The lines of standard output, each parted by its tabs.
    pub fn rows(&self) -> Vec<Vec<&str>> {
        self.out.lines().map(|line| line.split('\t').collect()).collect()
    }

    /// The lines of standard error that begin with this word, parted by their tabs.
    pub fn told(&self, what: &str) -> Vec<Vec<&str>> {
        let rows = self.told.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        rows.filter(|row| row[0] == what).collect()
    }

    /// The lines of standard output as JSON.
    pub fn objects(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The same, where it must have gone well.
    pub fn done(self) -> Self {
        assert_eq!((self.status, self.told.as_str()), (0, ""), "{}", self.out);
        self
    }
}

/// Starts the program on a folder.
pub fn started(folder: &Path, words: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_loket"))
        .args(words)
        .env("LOKET_DATA", folder)
        .env("LOKET_SANDI", PASSPHRASE)
        .env_remove("LOKET_PETUGAS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the program on a folder with that on its standard input.
pub fn fed(folder: &Path, words: &[&str], input: &[u8]) -> Answer {
    let mut child = started(folder, words);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // Whoever needs no input may be gone before it is all written.
    let feeder = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Answer {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        told: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program on a folder.
pub fn loket(folder: &Path, words: &[&str]) -> Answer {
    fed(folder, words, b"")
}

/// A folder with an office in it.
pub fn office() -> Place {
    let place = Place::new();
    let words = ["siapkan", "--wilayah", "64.71.06.1001", "--nama-petugas", "Rina Wulandari"];
    let told = loket(place.path(), &words).done().out;
    assert!(told.starts_with("rina\nkode pemulihan: "), "{told}");
    place
}

/// An office that has taken these intakes, one a line.
pub fn office_with(lines: &[&str]) -> (Place, Answer) {
    let place = office();
    let answer = fed(place.path(), &["terima"], lines.join("\n").as_bytes());
    (place, answer)
}
