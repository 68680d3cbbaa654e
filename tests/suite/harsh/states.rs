//! States that a power cut may leave, made up from what the program asked of the disk.
//!
//! # Why
//! A shut-down file system keeps whatever was handed to its disk. Real disks lose and tear that
//! too, in any order, until they are told to flush. So the calls of a run are written down, and
//! at every sync and many moments between, some of what was not yet certain is lost or torn.
use std::{
    collections::HashMap,
    fs,
    path::Path,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use crate::{
    harsh::{
        book::Book,
        dice::Dice,
        disk::{Disk, is_ballast},
        loss::{Fate, Held, Tree, left, open},
        machine::{is_root, offers, skip, tell},
        office::{cheapen, found_anew},
        run::{FOUND, LIMIT, Running, behind, ended, loket},
        trace::{Moment, moments, open_file, strace},
        volume::Volume,
    },
    place::Place,
};

/// The least number of different states.
const STATES: usize = 2_000;

/// A state, and what must be in it.
struct State {
    tree: Tree,
    book: Arc<Book>,
    /// How many of the book were said.
    said: usize,
    /// Whether the office was said to be founded.
    founded: bool,
    /// Where it comes from.
    how: String,
}

/// All different states so far.
#[derive(Default)]
struct States {
    all: HashMap<u64, State>,
    held: Held,
}

/// A run of the program that is written down.
struct Run<'a> {
    name: &'a str,
    words: &'a [&'a str],
    /// How many intakes are handed in, before and after a rest.
    intakes: [u32; 2],
}

/// What was written down, from which disk on.
struct Record {
    name: String,
    disk: Disk,
    moments: Vec<Moment>,
    book: Book,
    before: usize,
    /// Whether the office was there before.
    founded: bool,
    /// All that was said on standard output.
    end: String,
}

/// Runs and writes down; nothing where an office is to be founded that is there already, though it
/// was never said.
fn record(place: &Path, run: &Run, book: &mut Book) -> Option<Record> {
    let data = place.join("data");
    fs::create_dir_all(&data).unwrap();
    let before = book.said();
    let disk = Disk::of(&data);
    let log = place.join("catatan");
    let words = strace(&log);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut desk = Running::start(behind(&words, &data, run.words));
    for intakes in run.intakes.into_iter().filter(|intakes| *intakes > 0) {
        desk.feed(&book.lines(intakes));
        desk.count(intakes as usize, Instant::now() + LIMIT);
        // What was saved goes into the index when nothing comes for a moment.
        desk.listen(Instant::now() + Duration::from_millis(600));
    }
    let end = desk.end().unwrap();
    if run.words == FOUND && end.told.contains("sudah berisi") {
        return None;
    }
    let end = end.well().unwrap();
    book.hear(&end.out);
    let log = fs::read_to_string(log).unwrap();
    let (moments, book) = (moments(&log), book.clone());
    let founded = run.words != FOUND;
    let (name, end) = (run.name.to_owned(), end.out);
    Some(Record { name, disk, moments, book, before, founded, end })
}

impl States {
    /// Takes states of a record, as many as are wanted; how many different ones it had.
    fn take(&mut self, record: Record, want: usize, dice: &mut Dice) -> usize {
        let Record { name, mut disk, moments, book, before, founded, end } = record;
        let book = Arc::new(book);
        let mut own: HashMap<u64, State> = HashMap::new();
        for (number, moment) in moments.iter().enumerate() {
            let (Moment::Begins { call, .. } | Moment::Done { call, .. }) = moment;
            let telling = call.name.contains("sync") || call.words[0].starts_with("1<");
            let file = open_file(&call.words[0]).map(|(_, path)| path).unwrap_or_default();
            let often = if is_ballast(&file) { 32 } else { 2 };
            if telling && matches!(moment, Moment::Begins { .. }) || dice.once_in(often) {
                let open = open(&disk);
                let said = before + disk.said.matches("tersimpan\t").count();
                let founded = founded || disk.said == end;
                let mut fates = vec![Fate::Lost, Fate::Kept];
                if !open.is_empty() {
                    fates.extend(
                        (0..if telling { 24 } else { 8 }).map(|_| Fate::drawn(&open, dice)),
                    );
                }
                for fate in fates {
                    let tree = left(&disk, fate, dice, &mut self.held);
                    let how = format!("{name}, saat {number} ({}), {fate:?}", call.name);
                    let book = Arc::clone(&book);
                    // The later moment asks for more.
                    own.insert(tree.print(), State { tree, book, said, founded, how });
                }
            }
            disk.go(moment);
        }
        let found = own.len();
        let mut own: Vec<(u64, State)> = own.into_iter().collect();
        own.sort_by_key(|(print, _)| *print);
        while own.len() > want {
            own.swap_remove(usize::try_from(dice.below(own.len() as u64)).unwrap());
        }
        self.all.extend(own);
        found
    }
}

impl State {
    /// Opens it, and holds it against what was said; every other one first saves something.
    fn check(&self, data: &Path) -> Result<(), String> {
        self.tree.store(data).map_err(|why| why.to_string())?;
        if !self.founded {
            found_anew(data)?;
        }
        let mut book = self.book.upto(self.said);
        book.cut();
        if self.said % 2 == 1 {
            let lines = book.lines(1);
            let end = ended(loket(data, &["terima"]), &lines)?.well()?;
            if book.hear(&end.out) != 1 {
                return Err(format!("tidak menyimpan: {end:?}"));
            }
        }
        book.check(data).map(drop)
    }
}

/// Checks all states, two at a time; what is wrong with some.
fn check(states: Vec<State>, root: &Path) -> Vec<String> {
    let waiting = Mutex::new(states);
    let wrong = Mutex::new(vec![]);
    thread::scope(|scope| {
        for worker in ["a", "b"] {
            let (waiting, wrong) = (&waiting, &wrong);
            scope.spawn(move || {
                let data = root.join(worker);
                loop {
                    let Some(state) = waiting.lock().unwrap().pop() else { return };
                    if let Err(why) = state.check(&data) {
                        wrong.lock().unwrap().push(format!("{}: {why}", state.how));
                    }
                }
            });
        }
    });
    wrong.into_inner().unwrap()
}

/// An office is founded, takes intakes, ends, and takes more.
fn first(place: &Path, states: &mut States, dice: &mut Dice) -> usize {
    let mut book = Book::default();
    let founding = Run { name: "pendirian", words: &FOUND, intakes: [0, 0] };
    let taking = Run { name: "terima", words: &["terima"], intakes: [12, 5] };
    let more = Run { name: "terima lagi", words: &["terima"], intakes: [4, 0] };
    let mut found = 0;
    for run in [founding, taking, more] {
        found += states.take(record(place, &run, &mut book).unwrap(), 400, dice);
        if run.words == FOUND {
            cheapen(&place.join("data"));
        }
    }
    found
}

/// What is done after a cut: an unfinished state is opened, and cut again meanwhile.
fn again(base: &Path, number: u32, states: &mut States, dice: &mut Dice) -> usize {
    let founding = number % 6 == 5;
    let fits = |state: &&State| state.founded != founding;
    let mut fitting: Vec<(&u64, &State)> =
        states.all.iter().filter(|(_, state)| fits(state)).collect();
    fitting.sort_by_key(|(print, _)| **print);
    let (_, state) = fitting[usize::try_from(dice.below(fitting.len() as u64)).unwrap()];
    state.tree.store(&base.join("data")).unwrap();
    let mut book = state.book.upto(state.said);
    book.cut();
    let run = match number % 6 {
        5 => Run { name: "pendirian lagi", words: &FOUND, intakes: [0, 0] },
        0 | 3 => Run { name: "buka lagi", words: &["ekspor", "permohonan"], intakes: [0, 0] },
        _ => Run { name: "buka dan terima", words: &["terima"], intakes: [2, 0] },
    };
    if number % 6 == 3 || number % 6 == 4 {
        // The index is made anew meanwhile.
        let _ = fs::remove_dir_all(base.join("data/indeks"));
    }
    let record = record(base, &run, &mut book);
    let taken = record.map_or(0, |record| states.take(record, 150, dice));
    fs::remove_dir_all(base).unwrap();
    taken
}

#[test]
#[ignore = "needs strace and minutes"]
fn every_state_that_a_power_cut_may_leave_opens_with_all_that_was_said() {
    let what = "keadaan sesudah listrik padam";
    if !offers(what, &["strace"]) {
        return;
    }
    let mut dice = Dice::of_this_run(what);
    let memory = is_root(what).then(|| Volume::in_memory(512 << 10));
    let memory = memory.and_then(|made| made.map_err(|why| skip("diska di memori", &why)).ok());
    let place = Place::new();
    let root = memory.as_ref().map_or_else(|| place.path().to_owned(), Volume::root);
    let mut states = States::default();
    let mut found = first(place.path(), &mut states, &mut dice);
    for number in 0.. {
        if states.all.len() >= STATES + STATES / 20 {
            break;
        }
        assert!(number < 60, "only {} different states", states.all.len());
        found += again(&root.join("lagi"), number, &mut states, &mut dice);
    }
    let all: Vec<State> = states.all.into_values().collect();
    let count = all.len();
    let wrong = check(all, &root);
    for why in wrong.iter().take(8) {
        tell(&format!("{what}: {why}"));
    }
    assert!(wrong.is_empty(), "{} of {count} states", wrong.len());
    tell(&format!("{what}: {count} dari {found}, 0 hilang, 0 tidak terbuka"));
}
