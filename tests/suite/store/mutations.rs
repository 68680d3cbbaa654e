//! Whatever changes in whichever file of a store: it is found, or it changes nothing.
use std::{
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Mutex, mpsc},
    thread,
    time::Duration,
};

use loket::{
    domain::{id::Id, passphrase::Passphrase},
    store::{
        check::{files, full},
        cipher::Cost,
        columns::book::Book,
        db::{Change, Store},
        drafts::Drafts,
        entry::{Bytes, Key},
        keys::{Holder, Keys},
        roll::{Roll, Step},
        vault::Vault,
    },
};

use crate::harsh::dice::Dice;
use crate::store::folder::{Folder, Slip, save, slip, slips, stamp};

const SEGMENT: &str = "jurnal/000001";

/// Bytes of a page.
const PAGE: usize = 4096;

/// How long a try may take.
const LONGEST: Duration = Duration::from_secs(20);

/// What is done to a file.
#[derive(Debug, Clone, Copy)]
enum Way {
    Flip {
        at: usize,
        bit: usize,
    },
    Zero {
        page: usize,
    },
    Swap {
        pages: (usize, usize),
    },
    /// A page as it was some time ago.
    Replay {
        page: usize,
    },
    /// The whole file as it was some time ago.
    ReplayAll,
    Cut {
        at: usize,
    },
    /// A live value of the index: lost, changed, of another record, or risen from the dead.
    Lose {
        record: u64,
    },
    Change {
        record: u64,
        at: usize,
    },
    Mistake {
        record: u64,
    },
    Rise {
        record: u64,
    },
}

/// One try: the file, what is done to it, and whether it must be found.
type Try = (&'static str, Way, bool);

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Found,
    Harmless,
}

/// A store, what it was some time ago, and what it holds.
struct Scene {
    now: Folder,
    then: Folder,
    vault: Vault,
    expected: Vec<(Id, String)>,
}

/// How many records there are.
const RECORDS: u64 = 120;

/// One in so many of the stores in which something was found is opened all the same.
const OPENED: usize = 3;

fn scene() -> Scene {
    let now = Folder::light();
    let passphrase: Passphrase = "kuda-nil-berenang".parse().unwrap();
    let first = Holder {
        clerk: slip(1, "").id,
        code: "siti",
        passphrase: &passphrase,
        cost: Cost::trifle(),
    };
    let (mut keys, ring, _) = Keys::found(&first).unwrap();
    keys.write(now.path(), &ring).unwrap();
    let vault = Vault::of(ring);
    let work = |round: u64| {
        let (mut store, _) = Store::open(now.path(), &vault, &mut |_| {}).unwrap();
        let text = |record: u64| slip(record, &format!("isi {record} kali {round}"));
        for first in (0..RECORDS).step_by(20) {
            save(&mut store, &(first..first + 20).map(text).collect::<Vec<_>>());
            save(&mut store, &[text(first + 3)]);
        }
        let mut change = Change::new("uji");
        change.remove::<Slip>(Id::new(7, 0));
        store.commit(change, stamp(0)).unwrap();
        let sequence = store.read().sequence();
        Book::default().save(now.path(), &vault, sequence).unwrap();
        let drafts = Drafts::open(&now.at("konsep"), &vault).unwrap();
        drafts.keep("warga", b"setengah jadi".to_vec(), false).unwrap();
        fs::write(now.at("daftar"), roll(&store).seal(&vault)).unwrap();
        slips(&store)
    };
    work(1);
    keys.admit(&vault.ring(), &Holder { clerk: slip(2, "").id, code: "budi", ..first }, true)
        .unwrap();
    keys.write(now.path(), &vault.ring()).unwrap();
    let then = now.copy();
    let expected = work(2);
    keys.write(now.path(), &vault.ring()).unwrap();
    assert!(full::at_rest(now.path(), &vault, None, &mut |_, _| true).unwrap().is_sound());
    Scene { now, then, vault, expected }
}

/// The roll of all records, which a store so small is not worth a file.
fn roll(store: &Store) -> Roll {
    let (mut roll, present) = (Roll::default(), store.present());
    for record in 0..RECORDS {
        let key = Key::of::<Slip>(Id::new(record, 0));
        if let (Some(sequence), _) = present.standing(key) {
            roll.enter(&Step::new(sequence, key, Some(Bytes(vec![]))));
        }
    }
    roll.sequence = present.sequence();
    roll
}

/// Draws tries on a scene.
struct Draw<'a> {
    scene: &'a Scene,
    dice: Dice,
    all: Vec<Try>,
}

impl Draw<'_> {
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.dice.below(most as u64)).unwrap()
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.scene.now.at(name)).unwrap()
    }

    /// Flips so many bits between two bytes of a file.
    fn flips(&mut self, name: &'static str, count: usize, (from, to, must): (usize, usize, bool)) {
        for _ in 0..count {
            let at = from + self.below(to - from);
            let bit = self.below(8);
            self.all.push((name, Way::Flip { at, bit }, must));
        }
    }

    /// Every byte of the keys and of the anchors.
    fn keys_and_anchors(&mut self) {
        for name in ["kunci", "kunci.lama", "kepala.a", "kepala.b"] {
            let length = self.bytes(name).len();
            let flip = |at: usize| (name, Way::Flip { at, bit: at % 8 }, true);
            self.all.extend((0..length).map(flip));
            self.all.extend((0..10).map(|cut| (name, Way::Cut { at: cut * length / 10 }, true)));
            self.all.push((name, Way::ReplayAll, false));
        }
    }

    fn journal(&mut self) {
        let bytes = self.bytes(SEGMENT);
        let used = bytes.iter().rposition(|byte| *byte != 0).unwrap();
        self.flips(SEGMENT, 400, (0, used, true));
        self.flips(SEGMENT, 100, (used + 1, bytes.len(), true));
        let pages = used / PAGE;
        for page in 0..pages {
            let (other, cut) = (self.below(pages), page * PAGE + self.below(PAGE));
            self.all.push((SEGMENT, Way::Zero { page }, true));
            self.all.push((SEGMENT, Way::Swap { pages: (page, other) }, false));
            self.all.push((SEGMENT, Way::Replay { page }, false));
            self.all.push((SEGMENT, Way::Cut { at: cut }, true));
        }
        self.all.push((SEGMENT, Way::ReplayAll, false));
    }

    fn files(&mut self) {
        for (name, flips) in [("daftar", 80), ("kolom.terbatas", 60), ("konsep/warga", 40)] {
            let length = self.bytes(name).len();
            self.flips(name, flips, (0, length, true));
            self.all.push((name, Way::Cut { at: length / 2 }, true));
            self.all.push((name, Way::Zero { page: 0 }, true));
            self.all.push((name, Way::ReplayAll, false));
        }
    }

    fn index(&mut self) {
        let db = self.bytes("indeks/db");
        let live: Vec<usize> = (0..db.len()).filter(|at| db[*at] != 0).collect();
        for _ in 0..60 {
            let (at, bit) = (live[self.below(live.len())], self.below(8));
            self.all.push(("indeks/db", Way::Flip { at, bit }, false));
        }
        for _ in 0..20 {
            let mut page = || live[self.below(live.len())] / PAGE;
            let pages = (page(), page());
            self.all.push(("indeks/db", Way::Zero { page: pages.0 }, false));
            self.all.push(("indeks/db", Way::Swap { pages }, false));
            self.all.push(("indeks/db", Way::Replay { page: pages.1 }, false));
        }
        self.all.push(("indeks/db", Way::ReplayAll, false));
        let length = self.bytes("indeks/conf").len();
        self.flips("indeks/conf", 20, (0, length, false));
    }

    fn values(&mut self) {
        for record in (0..RECORDS).filter(|record| *record != 7) {
            let at = self.below(60);
            self.all.push(("indeks", Way::Lose { record }, true));
            self.all.push(("indeks", Way::Change { record, at }, true));
            self.all.push(("indeks", Way::Mistake { record }, true));
        }
        self.all.extend((0..20).map(|n| ("indeks", Way::Rise { record: RECORDS + n }, true)));
    }
}

/// Every try on a scene.
fn tries(scene: &Scene) -> Vec<Try> {
    let mut draw = Draw { scene, dice: Dice::fixed(7), all: vec![] };
    draw.keys_and_anchors();
    draw.journal();
    draw.files();
    draw.index();
    draw.values();
    draw.all
}

impl Scene {
    /// Does it to a copy, and looks what comes of it.
    fn outcome(&self, nth: usize, (name, way, must): Try) -> Outcome {
        if name.starts_with("kunci") {
            return self.of_keys(name, way, must);
        }
        let folder = self.now.copy();
        self.mutate(&folder, name, way);
        let found = full::at_rest(folder.path(), &self.vault, None, &mut |_, _| true)
            .map_or(true, |report| !report.is_sound());
        assert!(found || !must, "not found: {name} {way:?}");
        if found && !nth.is_multiple_of(OPENED) {
            return Outcome::Found;
        }
        let opened = Store::open(folder.path(), &self.vault, &mut |_| {});
        let Ok((store, opened)) = opened else { return Outcome::Found };
        let all = store.read().all::<Slip>();
        let all: Result<Vec<_>, _> =
            all.map(|slip| slip.map(|slip| (slip.id, slip.words))).collect();
        let same = all.is_ok_and(|all| all == self.expected);
        // What an open store shows is right, or it has told that it may not be.
        assert!(same || opened.read_only.is_some(), "silent: {name} {way:?}");
        if found || opened.read_only.is_some() { Outcome::Found } else { Outcome::Harmless }
    }

    /// The same for the files of the keys, which stand alone.
    fn of_keys(&self, name: &'static str, way: Way, must: bool) -> Outcome {
        let folder = Folder::light();
        for file in ["kunci", "kunci.lama"] {
            folder.take(file, &self.now);
        }
        self.mutate(&folder, name, way);
        let found = !files::keys(folder.path(), &self.vault.ring()).is_empty();
        assert!(found || !must, "not found: {name} {way:?}");
        if found { Outcome::Found } else { Outcome::Harmless }
    }

    fn mutate(&self, folder: &Folder, name: &str, way: Way) {
        let then = || fs::read(self.then.at(name)).unwrap();
        let page = |page: usize, bytes: &[u8]| {
            let from = (page * PAGE).min(bytes.len());
            from..(from + PAGE).min(bytes.len())
        };
        match way {
            Way::Flip { at, bit } => folder.change(name, |bytes| bytes[at] ^= 1 << bit),
            Way::Zero { page: nth } => folder.change(name, |bytes| {
                let range = page(nth, bytes);
                bytes[range].fill(0);
            }),
            Way::Swap { pages: (a, b) } => folder.change(name, |bytes| {
                let (a, b) = (page(a, bytes), page(b, bytes));
                let kept = bytes[a.clone()].to_vec();
                bytes.copy_within(b.start..b.start + kept.len().min(b.len()), a.start);
                bytes[b.start..b.start + kept.len().min(b.len())]
                    .copy_from_slice(&kept[..kept.len().min(b.len())]);
            }),
            Way::Replay { page: nth } => folder.change(name, |bytes| {
                let old = then();
                let range = page(nth, &old[..old.len().min(bytes.len())]);
                bytes[range.clone()].copy_from_slice(&old[range]);
            }),
            Way::ReplayAll => folder.take(name, &self.then),
            Way::Cut { at } => folder.change(name, |bytes| bytes.truncate(at)),
            Way::Lose { .. } | Way::Change { .. } | Way::Mistake { .. } | Way::Rise { .. } => {
                let config = sled::Config::new().path(folder.at("indeks")).flush_every_ms(None);
                tamper(&config.open().unwrap(), way);
            }
        }
    }
}

/// Changes one value inside of the index.
fn tamper(tree: &sled::Db, way: Way) {
    let key = |record| *Key::of::<Slip>(slip(record, "").id).bytes();
    let value = |record| tree.get(key(record)).unwrap().unwrap().to_vec();
    match way {
        Way::Lose { record } => drop(tree.remove(key(record)).unwrap()),
        Way::Change { record, at } => {
            let mut bytes = value(record);
            let at = at.min(bytes.len() - 1);
            bytes[at] ^= 1;
            tree.insert(key(record), bytes).unwrap();
        }
        Way::Mistake { record } => {
            let other = u64::from(record == 0);
            tree.insert(key(record), value(other)).unwrap();
        }
        Way::Rise { record } => drop(tree.insert(key(record), value(1)).unwrap()),
        _ => {}
    }
    tree.flush().unwrap();
}

/// One try, where a panic is told and a hang is not waited for.
fn tried(scene: &'static Scene, nth: usize, one: Try) -> Result<Outcome, String> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| scene.outcome(nth, one)));
        drop(tell.send(outcome.map_err(|_| format!("panics: {one:?}"))));
    });
    told.recv_timeout(LONGEST).unwrap_or_else(|_| Err(format!("hangs: {one:?}")))
}

#[test]
fn two_thousand_mutations_are_found_or_change_nothing() {
    let scene: &'static Scene = Box::leak(Box::new(scene()));
    let all = tries(scene);
    let count = all.len();
    assert!(count >= 2_000, "{count}");
    let waiting = Mutex::new(all.into_iter().enumerate().collect::<Vec<_>>());
    let outcomes = Mutex::new(vec![]);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                loop {
                    let Some((nth, one)) = waiting.lock().unwrap().pop() else { break };
                    let outcome = tried(scene, nth, one);
                    outcomes.lock().unwrap().push(outcome);
                }
            });
        }
    });
    let mut counts: BTreeMap<Outcome, usize> = BTreeMap::new();
    let mut faults = vec![];
    for outcome in outcomes.into_inner().unwrap() {
        match outcome {
            Ok(outcome) => *counts.entry(outcome).or_default() += 1,
            Err(fault) => faults.push(fault),
        }
    }
    let of = |outcome| counts.get(&outcome).copied().unwrap_or_default();
    println!(
        "mutasi: {count}; ditemukan {}, tanpa akibat {}, diam, panik atau menggantung {}",
        of(Outcome::Found),
        of(Outcome::Harmless),
        faults.len()
    );
    for name in [&scene.now, &scene.then] {
        drop(fs::remove_dir_all(name.path()));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
