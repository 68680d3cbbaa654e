//! Random work with crashes in between, against a plain map in memory.
use std::{collections::BTreeMap, fs};

use loket::{
    domain::id::Id,
    store::db::{Change, Store},
};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use crate::store::folder::{Folder, Slip, save, slip, slips, stamp};

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
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => prop::collection::vec((0..40_u64, any::<u16>()), 1..8).prop_map(Event::Put),
        2 => (0..40_u64).prop_map(Event::Remove),
        1 => Just(Event::Reopen),
        2 => Just(Event::Crash),
        2 => (0..40_u64, any::<u16>()).prop_map(|(n, at)| Event::Torn(n, at)),
        1 => any::<bool>().prop_map(Event::Lose),
    ]
}

/// A store and what it must hold.
struct Pair {
    folder: Folder,
    store: Option<Store>,
    model: BTreeMap<Id, String>,
}

impl Pair {
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
        }
        let model: Vec<_> = self.model.clone().into_iter().collect();
        assert!(slips(self.store()) == model);
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
        self.store.get_or_insert_with(|| {
            let (store, opened) = self.folder.open();
            assert!(!opened.degraded && opened.read_only.is_none(), "{opened:?}");
            store
        })
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
        let mut pair = Pair { folder: Folder::new(), store: None, model: BTreeMap::new() };
        for event in events {
            pair.happen(event);
        }
    }
}
