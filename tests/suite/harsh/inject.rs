//! The system refuses a call while an office is founded, saves, opens and makes its index anew.
use std::{fs, path::Path, process::Command, time::Instant};

use crate::{
    harsh::{
        book::Book,
        disk::is_ballast,
        office::{found, found_anew},
        refusal::{Errand, Refused, refused},
        run::{Ended, FOUND, LIMIT, Running, behind, ended, loket},
    },
    place::Place,
};

/// What the desk is doing when it happens.
struct Work {
    name: &'static str,
    words: &'static [&'static str],
    /// How many intakes are handed in.
    intakes: u32,
    /// Whether the store was closed well before.
    closed: bool,
    /// What is missing from its folder.
    without: &'static [&'static str],
}

const EXPORT: &[&str] = &["ekspor", "permohonan", "--format", "jsonl"];

#[rustfmt::skip]
const FOUNDING: Work =
    Work { name: "siapkan", words: &FOUND, intakes: 0, closed: true, without: &[] };
#[rustfmt::skip]
const SAVING: Work =
    Work { name: "terima", words: &["terima"], intakes: 5, closed: true, without: &[] };
#[rustfmt::skip]
const OPENING: Work =
    Work { name: "buka sesudah mati", words: EXPORT, intakes: 0, closed: false, without: &[] };
#[rustfmt::skip]
const REBUILDING: Work =
    Work { name: "susun ulang", words: EXPORT, intakes: 0, closed: true, without: &["indeks"] };

/// A store before the errand, and what was said about it.
pub struct Base {
    pub place: Place,
    pub book: Book,
}

/// Copies a folder; of what only takes room, the room.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, goal) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &goal);
        } else if is_ballast(&path.to_string_lossy()) {
            let size = fs::metadata(&path).unwrap().len();
            fs::File::create(goal).and_then(|file| file.set_len(size)).unwrap();
        } else {
            fs::copy(path, goal).unwrap();
        }
    }
}

impl Base {
    /// A folder for the data, in which there is nothing yet.
    fn empty() -> Self {
        let place = Place::new();
        fs::create_dir_all(place.path().join("data")).unwrap();
        Self { place, book: Book::default() }
    }

    /// An office that has taken six intakes.
    pub fn of_an_office() -> Self {
        let Self { place, mut book } = Self::empty();
        let data = place.path().join("data");
        found(&data);
        let lines = book.lines(6);
        let taken = ended(loket(&data, &["terima"]), &lines).and_then(Ended::well).unwrap();
        assert_eq!(book.hear(&taken.out), 6);
        Self { place, book }
    }

    /// The desk takes three more and is killed.
    fn left_open(&mut self) {
        let data = self.place.path().join("data");
        let mut desk = Running::start(loket(&data, &["terima"]));
        desk.feed(&self.book.lines(3));
        desk.count(3, Instant::now() + LIMIT);
        desk.kill();
        self.book.hear(&desk.end().unwrap().out);
        self.book.cut();
    }

    /// The data folder as it was, in a folder of their own that may be spoiled.
    pub fn again(&self) -> std::path::PathBuf {
        let data = self.place.path().join("lagi");
        let _ = fs::remove_dir_all(&data);
        copy(&self.place.path().join("data"), &data);
        data
    }
}

/// Whether everything that was said is there, and one more intake is saved.
pub fn goes_on(mut book: Book, data: &Path) -> Result<(), String> {
    book.check(data)?;
    let lines = book.lines(1);
    let end = ended(loket(data, &["terima"]), &lines)?.well()?;
    if book.hear(&end.out) == 1 { Ok(()) } else { Err(format!("tidak menyimpan: {end:?}")) }
}

/// Work on such a store.
struct Working(Work, Base);

impl Working {
    fn at(work: Work) -> Self {
        if work.words == FOUND {
            return Self(work, Base::empty());
        }
        let mut base = Base::of_an_office();
        if !work.closed {
            base.left_open();
        }
        for name in work.without {
            fs::remove_dir_all(base.place.path().join("data").join(name)).unwrap();
        }
        Self(work, base)
    }
}

impl Errand for Working {
    fn name(&self) -> String {
        self.0.name.to_owned()
    }

    fn folder(&self) -> &Path {
        self.1.place.path()
    }

    fn ready(&self, before: &[&str]) -> (Command, String) {
        let lines = self.1.book.clone().lines(self.0.intakes);
        (behind(before, &self.1.again(), self.0.words), lines)
    }

    fn judge(&self, refused: &Refused) -> Result<(), String> {
        let data = self.folder().join("lagi");
        let mut book = self.1.book.clone();
        book.lines(self.0.intakes);
        let said = book.hear(&refused.end.out);
        book.cut();
        if refused.is_told()? && !refused.killed && said != self.0.intakes as usize {
            return Err(format!("{said} tersimpan, berakhir {:?}", refused.end));
        }
        if self.0.words == FOUND {
            found_anew(&data)?;
        }
        goes_on(book, &data)
    }
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_while_founding_and_saving_nothing_said_is_lost() {
    refused(|| Working::at(FOUNDING));
    refused(|| Working::at(SAVING));
}

#[test]
#[ignore = "needs strace and minutes"]
fn whatever_the_system_refuses_while_opening_nothing_said_is_lost() {
    refused(|| Working::at(OPENING));
    refused(|| Working::at(REBUILDING));
}
