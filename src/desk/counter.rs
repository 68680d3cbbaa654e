//! The counter: the store, the columns, the clock and the clerk; the key to every use case.
use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::NaiveDate;

use crate::{
    desk::{rounds::Rounds, session::Session},
    domain::{
        area::Area,
        clerk::{Clerk, Stamp},
        id::Id,
        moment::{Moment, Zone},
        office::Office,
        workday::Calendar,
    },
    fault::Fault,
    form::ground::Ground,
    store::{
        change::Change,
        cipher::Cost,
        columns::book::Book,
        cover::Stub,
        db::{Opened, Opening, Store},
        drafts::Drafts,
        item::{Item, Kept},
        lock::Lock,
        reader::Reader,
        record::Table,
        vault::{Ring, Vault},
    },
};

/// What time it is: the computer's, or one that a test or the practice desk sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    Wall,
    Set(Moment),
}

impl Clock {
    /// What time it is.
    #[must_use]
    pub fn now(self) -> Moment {
        match self {
            Self::Set(moment) => moment,
            Self::Wall => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
        }
    }
}

/// Where the random part of ids comes from.
#[derive(Debug, Clone, Copy)]
pub enum Chance {
    /// The operating system.
    System,
    /// A seed: the same seed gives the same ids.
    Seeded(u64),
}

/// The desk. Whoever holds it is the only writer.
#[derive(Debug)]
pub struct Desk {
    /// Ends first: it reads what the others hold.
    pub(crate) rounds: Rounds,
    pub(crate) book: Book,
    pub(crate) drafts: Drafts,
    pub(crate) vault: Vault,
    pub(crate) session: Session,
    pub(crate) store: Store,
    clock: Clock,
    cost: Cost,
    chance: Chance,
    last_id: Id,
    clerk: Id,
    folder: PathBuf,
    calendar: Calendar,
    practice: bool,
    batch: Option<BTreeMap<(Table, Id), Item>>,
    /// What was saved last and the officer who sits here may not read any more.
    pub(crate) held: Vec<Item>,
}

/// How many records of a batch become one durable change.
const BATCH: usize = 1_000;

impl Desk {
    /// Opens the desk on a folder with the keys of a vault, and seats nobody yet.
    pub(crate) fn furnish(
        folder: &Path,
        (lock, vault): (Lock, Vault),
        clock: Clock,
        told: &mut dyn FnMut(Opening),
    ) -> Result<(Self, Opened), Fault> {
        let (store, opened) = Store::open_under(lock, folder, &vault, told)?;
        let drafts = Drafts::open(&folder.join("konsep"), &vault)?;
        let book = Book::open(folder, &vault, store.read())?;
        let mut desk = Self {
            rounds: Rounds::of(folder, &vault),
            book,
            drafts,
            vault,
            session: Session::default(),
            store,
            clock,
            cost: Cost::DESK,
            chance: Chance::System,
            last_id: Id::of_bytes([0; 16]),
            clerk: Id::of_bytes([0; 16]),
            folder: folder.to_owned(),
            calendar: Calendar::national(),
            practice: folder.join(PRACTICE).exists(),
            batch: None,
            held: Vec::new(),
        };
        desk.read_calendar();
        Ok((desk, opened))
    }

    /// Seats an officer whose passphrase was right, or who has just been made; says whether that
    /// officer works here.
    pub(crate) fn seat(&mut self, clerk: Id) -> bool {
        let active = self.book.directory.clerks.get(&clerk).is_some_and(|clerk| clerk.active);
        if active {
            self.clerk = clerk;
        }
        active
    }

    /// Uses the keys that the office has just been given.
    pub(crate) fn take_keys(&mut self, ring: Ring) {
        self.vault.renew(ring);
        self.store.reseal();
    }

    /// How dear one guess of a passphrase is that is set from now on.
    pub(crate) const fn cost(&self) -> Cost {
        self.cost
    }

    /// Sets how dear a guess is, for tests.
    pub const fn set_cost(&mut self, cost: Cost) {
        self.cost = cost;
    }

    /// Sets another clock.
    pub const fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Sets where ids come from.
    pub const fn set_chance(&mut self, chance: Chance) {
        self.chance = chance;
    }

    /// Whether nobody has set up an office yet.
    #[must_use]
    pub const fn is_new(&self) -> bool {
        self.book.directory.office.is_none()
    }

    /// Whether this is the practice desk, on made-up data.
    #[must_use]
    pub const fn is_practice(&self) -> bool {
        self.practice
    }

    /// Marks the folder as a practice desk for good.
    pub fn make_practice(&mut self) -> Result<(), Fault> {
        std::fs::write(self.folder.join(PRACTICE), "")
            .map_err(|why| Fault::Device { name: "folder data", why })?;
        self.practice = true;
        Ok(())
    }

    /// The office, once it is set up.
    pub fn office(&self) -> Result<&Office, Fault> {
        self.book.directory.office.as_ref().ok_or(Fault::Missing { what: "kantor" })
    }

    #[must_use]
    pub fn clerk(&self) -> Option<&Clerk> {
        self.book.directory.clerks.get(&self.clerk)
    }

    #[must_use]
    pub fn zone(&self) -> Zone {
        self.book.directory.office.as_ref().map_or(Zone::Wib, |office| office.zone)
    }

    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().day(self.zone()).0
    }

    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What tells it the time.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// How many residents it knows.
    #[must_use]
    pub const fn residents(&self) -> usize {
        self.book.people.len()
    }

    /// Where the desk keeps its files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn stamp(&self) -> Stamp {
        Stamp { at: self.now(), by: self.clerk }
    }

    /// What a form needs to know; the id in it is new.
    pub(crate) fn ground(&mut self) -> Result<Ground, Fault> {
        let nowhere = Area { province: 0, city: 0, district: 0, village: 0 };
        let area = self.book.directory.office.as_ref().map_or(nowhere, |office| office.area);
        Ok(Ground { id: self.new_id()?, stamp: self.stamp(), today: self.today(), area })
    }

    fn new_id(&mut self) -> Result<Id, Fault> {
        let millis = u64::try_from(self.now().0).unwrap_or_default();
        let random = match &mut self.chance {
            Chance::System => {
                let mut bytes = [0; 16];
                getrandom::fill(&mut bytes).map_err(|why| Fault::Device {
                    name: "sumber acak",
                    why: std::io::Error::other(why),
                })?;
                u128::from_le_bytes(bytes)
            }
            Chance::Seeded(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                u128::from(mixed(*state)) << 16 | u128::from(*state & 0xffff)
            }
        };
        self.last_id = Id::after(self.last_id, millis, random);
        Ok(self.last_id)
    }

    /// A record, as it is now.
    pub fn get<R: Kept>(&self, id: Id) -> Result<Option<R>, Fault> {
        let waiting = self.batch.as_ref().and_then(|batch| batch.get(&(R::TABLE, id)));
        match waiting.and_then(R::of).or_else(|| self.held(id)) {
            Some(record) => Ok(Some(record.clone())),
            None => self.store.read().get(id),
        }
    }

    /// Whether there is such a record.
    #[must_use]
    pub fn has<R: Kept>(&self, id: Id) -> bool {
        let waiting = self.batch.as_ref().is_some_and(|batch| batch.contains_key(&(R::TABLE, id)));
        waiting || self.store.read().has::<R>(id)
    }

    /// A record that must be there.
    pub fn must<R: Kept>(&self, id: Id) -> Result<R, Fault> {
        self.get(id)?.ok_or(Fault::Missing { what: R::NAME })
    }

    /// Reads the store itself.
    pub(crate) const fn reader(&self) -> &Reader {
        self.store.read()
    }

    /// Every record of a kind, the oldest first; nothing of a batch that is still being gathered.
    pub fn all<R: Kept>(&self) -> impl Iterator<Item = Result<R, Fault>> + use<R> {
        self.store.read().all()
    }

    /// The sequence of the change that first made each record of a kind.
    pub(crate) fn origins<R: Kept>(&self) -> Result<HashMap<Id, u64>, Fault> {
        self.store.read().origins::<R>()
    }

    /// Makes records true, all of them or none; returns the sequence once they are on the disk.
    pub(crate) fn commit(&mut self, why: &'static str, items: Vec<Item>) -> Result<u64, Fault> {
        if let Some(batch) = &mut self.batch {
            for item in items {
                self.book.put(&item);
                batch.insert(item.key(), item);
            }
            if batch.len() >= BATCH {
                self.write_batch(why)?;
            }
            return Ok(self.store.read().sequence() + 1);
        }
        let mut items = items;
        items.extend(self.following(&items)?);
        let stubs = self.stubs(&items)?;
        let sequence = self.write(why, &items, &stubs)?;
        let office = items.iter().any(|item| item.key().0 == Table::Office);
        self.session.add(why, sequence, items.iter().map(Item::key));
        self.settle(items, stubs);
        if office {
            self.read_calendar();
        }
        Ok(sequence)
    }

    /// Makes a change true that was put together elsewhere; no column follows it.
    pub(crate) fn make_true(&mut self, change: Change) -> Result<u64, Fault> {
        let made = self.store.commit(change, self.stamp());
        self.caught_up(made)
    }

    fn write(
        &mut self,
        why: &'static str,
        items: &[Item],
        stubs: &[Option<Stub>],
    ) -> Result<u64, Fault> {
        let mut change = Change::new(why);
        self.put(&mut change, items, stubs)?;
        self.make_true(change)
    }

    fn write_batch(&mut self, why: &'static str) -> Result<(), Fault> {
        let Some(batch) = &mut self.batch else { return Ok(()) };
        let items: Vec<Item> = std::mem::take(batch).into_values().collect();
        if items.is_empty() {
            return Ok(());
        }
        let stubs = self.stubs(&items)?;
        self.write(why, &items, &stubs).map(drop)
    }

    /// Does much at once: changes are gathered and written a thousand records at a time.
    ///
    /// What the work changed is only durable when this returns.
    pub fn batch<T>(
        &mut self,
        why: &'static str,
        work: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.batch = Some(BTreeMap::new());
        let done = work(self);
        let written = self.write_batch(why);
        self.batch = None;
        let done = done?;
        written?;
        Ok(done)
    }

    pub(crate) fn read_calendar(&mut self) {
        let local = self.book.directory.office.as_ref().map(|office| office.holidays.clone());
        self.calendar = Calendar::national().with_local(local.unwrap_or_default().into_iter());
    }

    /// Keeps the columns for a quick start next time.
    pub fn rest(&mut self) -> Result<(), Fault> {
        if self.store.is_underway() {
            // What is among them of an import that was not ended is not true.
            return Ok(());
        }
        let sequence = self.store.read().sequence();
        self.book.save(&self.folder, &self.vault, sequence)
    }
}

/// The file that marks a practice desk.
pub(crate) const PRACTICE: &str = "latihan";

/// Spreads a counter over all 64 bits (the finaliser of `SplitMix64`).
pub(crate) const fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

impl Drop for Desk {
    /// A column file that could not be kept costs a slower start, nothing else.
    fn drop(&mut self) {
        let _ = self.rest();
    }
}
