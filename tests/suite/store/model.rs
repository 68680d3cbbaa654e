//! Random work with crashes in between, against a plain map in memory.
use std::{collections::BTreeMap, fs};

use loket::{
    domain::{id::Id, passphrase::Passphrase},
    store::{
        check::full,
        cipher::Cost,
        db::{Change, Store},
        entry::Key,
        keys::{Holder, Keys},
        vault::Vault,
    },
};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use crate::store::folder::{Folder, Slip, save, slip, slips, stamp};

const RINA: Id = Id::new(1, 1);
const BUDI: Id = Id::new(2, 2);

/// What may happen to a store.
#[derive(Debug, Clone)]
enum Event {
    Put(Vec<(u64, u16)>),
    Remove(u64),
    /// Closed and opened again.
    Reopen,
    /// The power fails: whatever the disk holds at that moment is opened.
    Crash,
    /// The power fails while a change is written.
    Torn(u64, u16),
    /// The index is gone, or garbage.
    Lose(bool),
    /// A record is only looked at.
    See(u64),
    /// The keys of a new epoch; with `true` the power fails before their file is written.
    Turn(bool),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => prop::collection::vec((0..40_u64, any::<u16>()), 1..8).prop_map(Event::Put),
        2 => (0..40_u64).prop_map(Event::Remove),
        1 => Just(Event::Reopen),
        2 => Just(Event::Crash),
        2 => (0..40_u64, any::<u16>()).prop_map(|(n, at)| Event::Torn(n, at)),
        1 => any::<bool>().prop_map(Event::Lose),
        2 => (0..40_u64).prop_map(Event::See),
        2 => any::<bool>().prop_map(Event::Turn),
    ]
}

/// A store and what it must hold.
struct Pair {
    folder: Folder,
    store: Option<(Store, Vault)>,
    model: BTreeMap<Id, String>,
    /// What was looked at, in order.
    seen: Vec<Key>,
}

fn passphrase() -> Passphrase {
    Passphrase::typed("kuda nil berenang")
}

impl Pair {
    /// An empty store whose keys are Rina's; Budi may come and go.
    fn founded() -> Self {
        let folder = Folder::light();
        let passphrase = passphrase();
        let rina =
            Holder { clerk: RINA, code: "rina", passphrase: &passphrase, cost: Cost::trifle() };
        let (mut keys, ring, _) = Keys::found(&rina).unwrap();
        keys.admit(&ring, &Holder { clerk: BUDI, code: "budi", ..rina }, false).unwrap();
        keys.write(folder.path(), &ring).unwrap();
        Self { folder, store: None, model: BTreeMap::new(), seen: vec![] }
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Put(puts) => {
                let words = |size: u16| "kata ".repeat(usize::from(size % 700));
                let slips: Vec<Slip> =
                    puts.into_iter().map(|(n, size)| slip(n, &words(size))).collect();
                save(self.store(), &slips);
                self.model.extend(slips.into_iter().map(|slip| (slip.id, slip.words)));
            }
            Event::Remove(n) => {
                let mut change = Change::new("uji");
                change.remove::<Slip>(Id::new(n, 0));
                self.store().commit(change, stamp(0)).unwrap();
                self.model.remove(&Id::new(n, 0));
            }
            Event::Reopen => self.store = None,
            Event::Crash => self.go_on_in(self.folder.copy()),
            Event::Torn(n, at) => self.tear(n, at),
            Event::Lose(garbage) => {
                self.store();
                self.store = None;
                if garbage {
                    fs::write(self.folder.at("indeks/db"), "bukan indeks".repeat(300)).unwrap();
                } else {
                    fs::remove_dir_all(self.folder.at("indeks")).unwrap();
                }
            }
            Event::See(n) => {
                let key = Key::of::<Slip>(Id::new(n, 0));
                let mut change = Change::new("lihat");
                change.saw(key, "diminta warga");
                self.store().commit(change, stamp(0)).unwrap();
                self.seen.push(key);
            }
            Event::Turn(cut) => self.turn(cut),
        }
        self.agrees();
    }

    /// Whatever was saved is there, and nothing else; so is what was seen.
    fn agrees(&mut self) {
        let model: Vec<_> = self.model.clone().into_iter().collect();
        assert!(slips(self.store()) == model);
        let mut seen = vec![];
        let reader = self.store().read().clone();
        reader.deeds(|deed| seen.extend(deed.entry.seen.iter().copied())).unwrap();
        assert!(seen == self.seen);
    }

    /// A full check of what a power cut would leave finds nothing to complain about.
    fn is_sound(&mut self) {
        self.store();
        let Some((_, vault)) = &self.store else { return };
        let copy = self.folder.copy();
        let report = full::at_rest(copy.path(), vault, None, &mut |_, _| true).unwrap();
        assert!(report.is_sound(), "{:?}", report.findings);
    }

    /// From now on everything is sealed with other keys. What is in memory before the file is
    /// written is a copy, as the desk makes it.
    fn turn(&mut self, cut: bool) {
        self.store();
        let Some((_, vault)) = &self.store else { return };
        let mut keys = Keys::read(self.folder.path()).unwrap().unwrap().0;
        let next = Vault::of(vault.ring().copied().unwrap());
        let left: &[Id] = if keys.has(BUDI) { &[BUDI] } else { &[] };
        keys.turn(&next, left).unwrap();
        if cut {
            return self.go_on_in(self.folder.copy());
        }
        keys.write(self.folder.path(), &next.ring()).unwrap();
        let ring = next.ring().copied().unwrap();
        vault.renew(ring);
    }

    /// A change reaches the journal in part only, and nothing else hears of it.
    fn tear(&mut self, n: u64, at: u16) {
        self.store();
        let before = self.folder.copy();
        save(self.store(), &[slip(n, &"tidak pernah tersimpan ".repeat(20))]);
        for entry in fs::read_dir(self.folder.at("jurnal")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let name = format!("jurnal/{name}");
            let after = fs::read(self.folder.at(&name)).unwrap();
            let old = fs::read(before.at(&name)).unwrap_or_else(|_| vec![0; after.len()]);
            let news: Vec<usize> = (0..old.len()).filter(|at| old[*at] != after[*at]).collect();
            let Some(last) = news.len().checked_sub(1) else { continue };
            let cut = news[usize::from(at) % last];
            let mut torn = old;
            torn[..=cut].copy_from_slice(&after[..=cut]);
            fs::write(before.at(&name), torn).unwrap();
        }
        self.go_on_in(before);
    }

    fn go_on_in(&mut self, folder: Folder) {
        self.store = None;
        self.folder = folder;
    }

    fn store(&mut self) -> &mut Store {
        let (store, _) = self.store.get_or_insert_with(|| {
            let keys = Keys::read(self.folder.path()).unwrap().unwrap().0;
            let vault = Vault::of(keys.open(RINA, &passphrase()).unwrap());
            let (store, opened) = Store::open(self.folder.path(), &vault, &mut |_| {}).unwrap();
            assert!(!opened.degraded && opened.read_only.is_none(), "{opened:?}");
            (store, vault)
        });
        store
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]
    #[test]
    fn nothing_saved_is_lost(events in prop::collection::vec(event(), 1..24)) {
        let mut pair = Pair::founded();
        for event in events {
            pair.happen(event);
        }
        pair.is_sound();
        pair.store = None;
        pair.is_sound();
        pair.agrees();
    }
}
