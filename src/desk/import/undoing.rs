//! Taking an import back: everything that it brought goes, as far as nothing was done with it since.
//!
//! # Why
//! An import is one change, so it goes back as one. But days may lie between: somebody of the list
//! asked for help, or was corrected at the counter. What was used stays and is named; a list that
//! was wrong as a whole can then be mended where it matters.
use std::collections::{HashSet, VecDeque};

use crate::{
    desk::{
        counter::Desk,
        import::{taking::reload, used::used},
    },
    domain::{
        class::Class,
        count::grouped,
        id::Id,
        import::{Import, Undone},
        may::Action,
        resident::Resident,
    },
    fault::Fault,
    store::{
        batch::Batch,
        change::Change,
        entry::{Bytes, Key, Put},
        item::{Item, Kept as _},
        record::Table,
    },
};

/// The use case, as the journal calls it.
pub const WHY: &str = "urung impor";

/// Records that are gone through in one step.
const AT_ONCE: usize = 200;

/// How many names of those who stay are told.
const NAMED: usize = 200;

/// An import that is being taken back.
#[derive(Debug)]
pub struct Undoing {
    import: Import,
    /// The frames that are still to be gone through.
    next: u64,
    last: u64,
    /// What is left of the frame before those.
    puts: VecDeque<Put>,
    batch: Option<Batch>,
    /// Who was used since otherwise than by a change of the record.
    used: HashSet<Id>,
    back: u64,
    kept: u64,
    /// Some of those who stay.
    names: Vec<String>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Back {
    /// How many went back.
    pub back: u64,
    /// How many stay, and the names of some.
    pub kept: u64,
    pub names: Vec<String>,
}

impl Undoing {
    /// Begins to take an import back. Until it is ended or abandoned the desk saves nothing else.
    pub fn begin(desk: &mut Desk, id: Id) -> Result<Self, Fault> {
        desk.permit(Action::Import, None)?;
        let import: Import = desk.must(id)?;
        if import.undone.is_some() {
            return Err(Fault::Lasting("impor itu sudah dibatalkan"));
        }
        let last = desk.reader().stands(Key::of::<Import>(id))?;
        let used = used(desk, last)?;
        let batch = desk.store.begin(WHY, desk.stamp());
        let batch = desk.caught_up(batch)?;
        let next = import.first;
        let puts = VecDeque::new();
        Ok(Self {
            import,
            next,
            last,
            puts,
            batch: Some(batch),
            used,
            back: 0,
            kept: 0,
            names: vec![],
        })
    }

    /// How many frames were gone through, and of how many.
    #[must_use]
    pub const fn progress(&self) -> (u64, u64) {
        (self.next - self.import.first, self.last + 1 - self.import.first)
    }

    /// Goes through a few more records; says whether there are others. After a fault it can only be
    /// abandoned.
    pub fn step(&mut self, desk: &mut Desk) -> Result<bool, Fault> {
        if self.puts.is_empty() {
            if self.next > self.last {
                return Ok(false);
            }
            self.puts = desk.reader().deed(self.next)?.entry.puts.into();
            self.next += 1;
        }
        for _ in 0..AT_ONCE {
            let Some(put) = self.puts.pop_front() else { break };
            if put.key.table() == Some(Table::Resident) {
                self.resident(desk, self.next - 1, &put)?;
            }
        }
        Ok(!self.puts.is_empty() || self.next <= self.last)
    }

    fn resident(&mut self, desk: &mut Desk, sequence: u64, put: &Put) -> Result<(), Fault> {
        let stands = desk.reader().stands(put.key)?;
        let id = put.key.id();
        if stands == 0 {
            // Who became one with somebody else lives on there; who was erased is gone for good.
            let now = desk.now_kept(id);
            return if now == id { Ok(()) } else { self.stays(desk, now) };
        }
        if stands != sequence || self.used.contains(&id) && put.old.is_none() {
            return self.stays(desk, id);
        }
        // What this officer may not see is left to those who may.
        let Ok(now) = desk.allowed::<Resident>(id, Action::Read) else {
            return self.stays(desk, id);
        };
        let old = match &put.old {
            None => None,
            Some(old) => match known(desk, put.key, old) {
                Ok(old) if fits(desk, &old, &now) => Some(old),
                Ok(_) | Err(Fault::Forbidden(_) | Fault::Missing { .. }) => {
                    return self.stays(desk, id);
                }
                Err(fault) => return Err(fault),
            },
        };
        let Some(batch) = &mut self.batch else { return Ok(()) };
        let mut change = Change::new(WHY);
        if let Some(old) = old {
            let items = vec![old.item()];
            let stubs = desk.stubs(&items)?;
            desk.put(&mut change, &items, &stubs)?;
            desk.store.add(batch, change)?;
            desk.settle(items, stubs);
        } else {
            change.remove::<Resident>(id);
            desk.store.add(batch, change)?;
            desk.book.forget(put.key);
        }
        self.back += 1;
        Ok(())
    }

    fn stays(&mut self, desk: &Desk, id: Id) -> Result<(), Fault> {
        self.kept += 1;
        if self.names.len() < NAMED {
            let seen = desk.allowed::<Resident>(id, Action::Read);
            self.names.push(match seen {
                Ok(who) => who.name().to_owned(),
                Err(Fault::Forbidden(_) | Fault::Missing { .. }) => "data terbatas".to_owned(),
                Err(fault) => return Err(fault),
            });
        }
        Ok(())
    }

    /// Makes it true.
    pub fn end(mut self, desk: &mut Desk) -> Result<Back, Fault> {
        let Some(mut batch) = self.batch.take() else { return Err(Fault::Stopped) };
        let undone = Undone { stamp: batch.stamp, kept: self.kept };
        let import = Import { undone: Some(undone), ..self.import.clone() };
        let mut change = Change::new(WHY);
        let added = change.put(&import).and_then(|()| desk.store.add(&mut batch, change));
        if let Err(fault) = added {
            self.batch = Some(batch);
            self.abandon(desk)?;
            return Err(fault);
        }
        batch.because(&format!("{}: {} kembali, {} tetap", import.file, self.back, self.kept));
        desk.store.end(batch).inspect_err(|_| drop(reload(desk)))?;
        Ok(Back { back: self.back, kept: self.kept, names: self.names })
    }

    /// Leaves everything as it was.
    pub fn abandon(mut self, desk: &mut Desk) -> Result<(), Fault> {
        let Some(batch) = self.batch.take() else { return Ok(()) };
        let abandoned = desk.store.abandon(batch);
        reload(desk)?;
        abandoned
    }
}

/// A resident as these bytes have them.
fn known(desk: &Desk, key: Key, bytes: &Bytes) -> Result<Resident, Fault> {
    let item = Item::decode(Table::Resident, &desk.reader().open(key, &bytes.0)?)?;
    Resident::of(&item).cloned().ok_or(Fault::Missing { what: "warga" })
}

/// Whether somebody can become what they were: the same eyes may see it, and the NIK is free.
fn fits(desk: &Desk, old: &Resident, now: &Resident) -> bool {
    let holder = old.nik().and_then(|nik| desk.book.people.with_nik(nik));
    let class: Class = desk.class_of_resident(old);
    class == desk.class_of_resident(now) && holder.is_none_or(|holder| holder == old.id)
}

/// Imports up to so many frames are taken back at once, without a screen of their own.
const FEW: u64 = 4;

/// Takes back an import that was the last change of this sitting.
pub(crate) fn at_once(desk: &mut Desk, id: Id) -> Result<String, Fault> {
    let import: Import = desk.must(id)?;
    let last = desk.reader().stands(Key::of::<Import>(id))?;
    if last >= import.first + FEW {
        return Err(Fault::Lasting("impor sebesar itu dibatalkan dari daftar impor di Setelan"));
    }
    let mut undoing = Undoing::begin(desk, id)?;
    loop {
        match undoing.step(desk) {
            Ok(true) => {}
            Ok(false) => break,
            Err(fault) => {
                undoing.abandon(desk)?;
                return Err(fault);
            }
        }
    }
    Ok(undoing.end(desk)?.words(import.file.as_str()))
}

impl Back {
    /// What came of it, in one sentence.
    #[must_use]
    pub fn words(&self, file: &str) -> String {
        let (back, kept) = (grouped(self.back), grouped(self.kept));
        let back = format!("impor {file}, {back} data kembali seperti semula");
        match self.kept {
            0 => back,
            _ => format!("{back}; {kept} tetap karena sudah dipakai"),
        }
    }
}
