//! A stick that is pulled while a backup is made onto it.
//!
//! # Why
//! A file system in a program of its own goes the way a stick does: from one request to the next
//! it answers nothing any more, whatever was under way. It tells each request, so that it can be
//! ended at every single one of them.
use std::{
    fs,
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    harsh::{
        book::Book,
        inject::goes_on,
        inject_safe::{Files, are_sound, backed_up, files},
        machine::{is_root, offers, skip, tell, tool},
        office::found,
        run::{Heard, LIMIT, Running, ended, loket},
    },
    place::Place,
};

/// Intakes of the office; with long stories, so that the backup takes many writes.
const INTAKES: u32 = 400;

/// The least number of requests at which it must have been pulled.
const PULLS: u32 = 40;

/// It is pulled at each of so many requests, then at one in so many.
const EACH: u32 = 24;
const FEW: usize = 5;

/// A stick, plugged in or not.
struct Stick {
    place: Place,
    driver: Option<Running>,
}

impl Stick {
    fn new() -> Self {
        let stick = Self { place: Place::new(), driver: None };
        fs::create_dir(stick.inside()).unwrap();
        fs::create_dir(stick.folder()).unwrap();
        stick
    }

    /// What is on it, whether it is plugged in or not.
    fn inside(&self) -> PathBuf {
        self.place.path().join("isi")
    }

    /// Where it is plugged in.
    fn folder(&self) -> PathBuf {
        self.place.path().join("stick")
    }

    fn plug(&mut self) -> Result<(), String> {
        let (inside, folder) = (self.inside(), self.folder());
        let [inside, folder] = [&inside, &folder].map(|path| path.to_str().unwrap());
        let mut command = Command::new("sh");
        command.args(["-c", "exec bindfs -d -s \"$0\" \"$1\" 2>&1", inside, folder]);
        let driver = self.driver.insert(Running::start(command));
        let until = Instant::now() + LIMIT;
        while tool(&["mountpoint", "-q", folder]).is_err() {
            // It says a line or two before it can be used.
            if driver.hear(until.min(Instant::now() + Duration::from_millis(20))) == Heard::End
                || Instant::now() > until
            {
                return Err(format!("bindfs tidak dapat memasang folder: {}", driver.said()));
            }
        }
        Ok(())
    }

    /// Listens until so many requests have begun; how many there were before it fell quiet.
    fn requests(&mut self, count: u32, desk: &mut Running) -> u32 {
        let driver = self.driver.as_mut().unwrap();
        let until = Instant::now() + LIMIT;
        let mut seen = 0;
        while seen < count && Instant::now() < until {
            let before = driver.said().len();
            match driver.hear(Instant::now() + Duration::from_millis(20)) {
                Heard::Line => seen += u32::from(driver.said()[before..].contains("opcode: ")),
                Heard::Quiet if desk.hear(Instant::now()) == Heard::End => break,
                Heard::Quiet => {}
                Heard::End => break,
            }
        }
        seen
    }

    /// It is pulled: whoever still uses it is refused.
    fn pull(&mut self) {
        if let Some(driver) = &mut self.driver {
            driver.kill();
        }
    }

    /// Its folder is an empty one again.
    fn unplug(&mut self) {
        self.pull();
        if self.driver.take().is_some() {
            let _ = tool(&["umount", "-l", self.folder().to_str().unwrap()]);
        }
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        self.unplug();
    }
}

/// An office, the stick with its first backup, and what is on it then.
struct Office {
    place: Place,
    book: Book,
    stick: Stick,
    before: Files,
}

impl Office {
    fn new() -> Result<Self, String> {
        let (place, mut stick, mut book) = (Place::new(), Stick::new(), Book::of_long_stories());
        found(place.path());
        let lines = book.lines(INTAKES);
        let taken = ended(loket(place.path(), &["terima"]), &lines)?.well()?;
        assert_eq!(book.hear(&taken.out), INTAKES as usize);
        stick.plug()?;
        backed_up(place.path(), &stick.folder())?;
        let before = files(&stick.folder());
        stick.unplug();
        Ok(Self { place, book, stick, before })
    }

    /// The journal and the keys.
    fn truth(&self) -> Files {
        let mut truth = files(&self.place.path().join("jurnal"));
        let keys = self.place.path().join("kunci");
        truth.insert(keys.clone(), fs::read(keys).unwrap());
        truth
    }

    /// The stick is pulled at that request of a backup; whether there was such a request.
    fn pulled_at(&mut self, nth: u32) -> Result<bool, String> {
        for path in files(&self.stick.inside()).keys() {
            if !self.before.contains_key(&self.stick.folder().join(path.file_name().unwrap())) {
                fs::remove_file(path).unwrap();
            }
        }
        let truth = self.truth();
        let folder = self.stick.folder();
        self.stick.plug()?;
        let words = ["cadangkan", folder.to_str().unwrap()];
        let mut desk = Running::start(loket(self.place.path(), &words));
        let met = self.stick.requests(nth, &mut desk) == nth;
        self.stick.pull();
        let end = desk.end()?.calm()?;
        self.stick.unplug();
        let said = end.status == Some(0);
        if !said && (end.status != Some(1) || end.told.trim().is_empty()) {
            return Err(format!("tidak mengatakannya: {end:?}"));
        }
        // It is found and plugged in again.
        self.stick.plug()?;
        let sound = are_sound(&folder, &self.before)?;
        if said && sound != 2 {
            return Err(format!("cadangan tidak ada: {end:?}"));
        }
        if self.truth() != truth {
            return Err("data berubah".to_owned());
        }
        backed_up(self.place.path(), &folder)?;
        let count = files(&folder).len();
        if count != sound + 1 || are_sound(&folder, &self.before)? != count {
            return Err(format!("{count} berkas di stick sesudah {sound} cadangan"));
        }
        self.stick.unplug();
        Ok(met)
    }
}

#[test]
#[ignore = "needs root and bindfs"]
fn a_stick_that_is_pulled_at_any_request_keeps_the_backup_before_and_no_half_one() {
    let what = "stick dicabut";
    if !is_root(what) || !offers(what, &["bindfs", "mountpoint", "umount"]) {
        return;
    }
    if !std::path::Path::new("/dev/fuse").exists() {
        return skip(what, "/dev/fuse tidak ada");
    }
    if let Err(why) = Stick::new().plug() {
        return skip(what, &why);
    }
    let mut office = Office::new().unwrap();
    let mut pulls = 0;
    // At each of the first, and at one in a few of the many that only write on and read back.
    for nth in (1..=EACH).chain((EACH..).step_by(FEW).skip(1)) {
        let met = office.pulled_at(nth).unwrap_or_else(|why| panic!("permintaan {nth}: {why}"));
        if !met {
            break;
        }
        pulls += 1;
    }
    assert!(pulls >= PULLS, "only {pulls}");
    office.book.check_all(office.place.path()).unwrap();
    goes_on(office.book.clone(), office.place.path()).unwrap();
    tell(&format!("{what}: pada {pulls} permintaan, cadangan lama utuh, 0 yang setengah"));
}
