//! Brings the index to where the journal is, or makes it anew, or does without it.
//!
//! # Why
//! The journal decides, but the index can bear witness against it: what the index holds was in
//! the journal first, so an index *ahead* of it means that frames are missing from the journal's
//! end. Making it anew would throw away the only copy; so that store is shown as the index has
//! it, read only. For the same reason an index that has become too large is made anew *beside* the
//! old one, which goes when the journal has told everything and the new one is on the disk.
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use crate::{
    fault::Fault,
    store::{
        entry::Put,
        errand::{Outcome, Trouble},
        ground::{Ground, is_there},
        index::{self, Index},
        journal::Condition,
        present::Base,
        roll::{Roll, Step, Trace},
        sync, walk,
    },
};

/// What opening is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Reads the end of the journal.
    Journal,
    /// Opens and checks the index.
    Index,
    /// Brings the index to where the journal is: frames done, of how many.
    Rebuild { done: u64, of: u64 },
    /// Seals a store from before there were keys: frames done, of how many.
    Convert { done: u64, of: u64 },
    /// Overwrites and removes what could be read without a key: files done, of how many.
    Exchange { done: u64, of: u64 },
}

impl Opening {
    /// Done and of, where that is known.
    #[must_use]
    pub const fn progress(self) -> Option<(u64, u64)> {
        match self {
            Self::Journal | Self::Index => None,
            Self::Rebuild { done, of }
            | Self::Convert { done, of }
            | Self::Exchange { done, of } => Some((done, of)),
        }
    }
}

/// Bytes of records that are gathered before they go into the index.
const WINDOW: usize = 4 << 20;

/// What came of it.
#[derive(Debug)]
pub struct Recovered {
    pub base: Base,
    pub roll: Roll,
    /// The first sequence of the journal that is damaged or missing, as far as it is known now.
    pub damaged: Option<u64>,
    pub rebuilt: bool,
}

/// Recovers the present state of a store from what its journal and its index hold.
pub fn recover(
    ground: &Ground,
    journal: &Condition,
    told: &mut dyn FnMut(Opening),
) -> Result<Recovered, Fault> {
    told(Opening::Index);
    // Left by a power cut while it was made; should it not go, making it anew says so.
    let _ = fs::remove_dir_all(fresh(ground));
    let last = journal.last.sequence;
    let (roll, damaged) = enrol(ground, last, journal.damaged)?;
    let there = is_there(&ground.index());
    let trusted = !is_there(&ground.suspicion());
    let opened = match damaged {
        // A damaged store is left as it is: nothing is made that is not there.
        Some(_) if !there => Err(Trouble::Broken("tidak ada")),
        _ if trusted => index(ground),
        _ => Err(Trouble::Broken("tidak dipercaya")),
    };
    let (index, applied) = match opened {
        Ok(opened) => opened,
        Err(Trouble::Broken(_) | Trouble::Hung) if damaged.is_none() => {
            return rebuild(ground, roll, told);
        }
        Err(_) => return remember(ground, last, damaged),
    };
    if applied > last || damaged.is_some() {
        return witness(ground, (index, applied), last, damaged);
    }
    if index.is_bloated(applied).unwrap_or_default()
        && let Ok(fresh) = beside(ground, &roll, told)
    {
        drop(index);
        return match instead(ground, &fresh) {
            Ok(index) => {
                let base = Base::Index(Arc::new(index));
                Ok(Recovered { base, roll, damaged, rebuilt: true })
            }
            Err(_) => rebuild(ground, roll, told),
        };
    }
    match follow(ground, &index, (applied, &roll), told) {
        Ok(()) => {
            let rebuilt = !there && last > 0;
            Ok(Recovered { base: Base::Index(Arc::new(index)), roll, damaged, rebuilt })
        }
        Err(Fault::Index(_)) => {
            drop(index);
            rebuild(ground, roll, told)
        }
        Err(Fault::Damaged { sequence }) => witness(ground, (index, applied), last, Some(sequence)),
        Err(other) => Err(other),
    }
}

/// Opens the index; a full disk, on which it does not open, is given room once.
fn index(ground: &Ground) -> Outcome<(Index, u64)> {
    let open = || Index::open(&ground.index(), &ground.vault);
    match open() {
        Err(Trouble::Disk(why)) if ground.ballast.heed(&why) && ground.ballast.free() => open(),
        opened => opened,
    }
}

/// The roll of all records: what the file says, and what the journal says since.
fn enrol(ground: &Ground, last: u64, damaged: Option<u64>) -> Result<(Roll, Option<u64>), Fault> {
    let file = fs::read(ground.roll()).ok();
    let kept = file.as_ref().and_then(|file| Roll::open(&ground.vault, file));
    if file.is_some() && kept.is_none() && damaged.is_none() {
        // It is made anew once enough is new; until then a check would name it again and again.
        let _ = sync::remove(&ground.roll());
    }
    let mut roll = kept.filter(|roll| roll.sequence <= last).unwrap_or_default();
    let found = load(ground, &mut roll, last, (trace, |roll, trace| roll.note(&trace)))?;
    Ok((roll, damaged.or(found)))
}

/// Enters whole changes into a roll, up to a sequence or the first that is damaged: which it
/// returns.
fn load<T>(
    ground: &Ground,
    roll: &mut Roll,
    upto: u64,
    (made, mut enter): (fn(u64, &mut Put) -> T, impl FnMut(&mut Roll, T)),
) -> Result<Option<u64>, Fault> {
    let mut change = vec![];
    let range = (roll.sequence, upto);
    let loaded = walk::replay(ground.journal(), range, &mut |header, entry| {
        change.extend(entry.puts.into_iter().map(|mut put| made(header.sequence, &mut put)));
        if !header.more {
            change.drain(..).for_each(|step| enter(roll, step));
            roll.sequence = header.sequence;
        }
        Ok(())
    });
    match loaded {
        Ok(()) => Ok(None),
        Err(Fault::Damaged { .. }) => Ok(Some(roll.sequence + 1)),
        Err(other) => Err(other),
    }
}

/// What a put made of its record, with the bytes.
fn step(sequence: u64, put: &mut Put) -> Step {
    Step::new(sequence, put.key, put.new.take())
}

/// The same without them: a change may be larger than memory.
const fn trace(sequence: u64, put: &mut Put) -> Trace {
    Trace { key: put.key, sequence, there: put.new.is_some() }
}

/// Shows a damaged or shortened journal's store as its index has it, which may know more.
fn witness(
    ground: &Ground,
    (index, applied): (Index, u64),
    last: u64,
    damaged: Option<u64>,
) -> Result<Recovered, Fault> {
    let mut damaged = damaged.or(Some(last + 1));
    let Ok(mut roll) = index.census() else { return remember(ground, last, damaged) };
    if applied < last {
        damaged = load(ground, &mut roll, last, (step, Roll::keep))?.or(damaged);
    }
    Ok(Recovered { base: Base::Index(Arc::new(index)), roll, damaged, rebuilt: false })
}

/// Does without an index: everything the journal can tell, in memory. The disk is left alone.
fn remember(ground: &Ground, last: u64, damaged: Option<u64>) -> Result<Recovered, Fault> {
    let mut roll = Roll::default();
    let found = load(ground, &mut roll, last, (step, Roll::keep))?;
    Ok(Recovered { base: Base::Memory, roll, damaged: damaged.or(found), rebuilt: false })
}

/// Sets the index aside and makes it anew; where that cannot be, does without it.
fn rebuild(ground: &Ground, roll: Roll, told: &mut dyn FnMut(Opening)) -> Result<Recovered, Fault> {
    let fresh = roll.sequence == 0 && !is_there(&ground.index());
    let made = set_aside(ground).map_err(Trouble::Disk);
    let made = made.and_then(|()| index(ground));
    let made = made.map_err(refused).and_then(|(index, _)| {
        follow(ground, &index, (0, &roll), told)?;
        Ok(index)
    });
    match made {
        Ok(index) => Ok(Recovered {
            base: Base::Index(Arc::new(index)),
            roll,
            damaged: None,
            rebuilt: !fresh,
        }),
        Err(Fault::Index(_) | Fault::Damaged { .. }) => remember(ground, roll.sequence, None),
        Err(other) => Err(other),
    }
}

/// Removes an index, and what was kept of a broken one, and makes it anew.
pub fn anew(ground: &Ground, roll: &Roll) -> Result<Index, Fault> {
    ground.forget_index().map_err(|why| refused(Trouble::Disk(why)))?;
    let (index, _) = Index::open(&ground.index(), &ground.vault).map_err(refused)?;
    follow(ground, &index, (0, roll), &mut |_| {})?;
    Ok(index)
}

/// Where an index is made anew beside the old one.
fn fresh(ground: &Ground) -> PathBuf {
    ground.index().with_extension("baru")
}

/// Makes the index anew beside the old one, and returns its folder once it is on the disk.
fn beside(ground: &Ground, roll: &Roll, told: &mut dyn FnMut(Opening)) -> Result<PathBuf, Fault> {
    let folder = fresh(ground);
    let made = Index::open(&folder, &ground.vault).map_err(refused);
    let made = made.and_then(|(index, _)| follow(ground, &index, (0, roll), told));
    // Half of it would take room on a disk that may have none.
    made.inspect_err(|_| drop(fs::remove_dir_all(&folder)))?;
    Ok(folder)
}

/// Puts that folder in the place of the index. Between the two steps there is none: an opening
/// after a power cut just then makes it from the journal, which has proved whole.
fn instead(ground: &Ground, fresh: &Path) -> Outcome<Index> {
    patiently(|| fs::remove_dir_all(ground.index()))?;
    patiently(|| fs::rename(fresh, ground.index()))?;
    sync::sync_folder(&ground.folder)?;
    Ok(Index::open(&ground.index(), &ground.vault)?.0)
}

/// Does something to the folder of an index that was just closed: sled lets go of its files a moment
/// later, and Windows neither removes nor renames what is open.
fn patiently(mut work: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let mut tries = 0;
    while let Err(why) = work() {
        tries += 1;
        if tries == 20 || !cfg!(windows) {
            return Err(why);
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Brings the index from one sequence to that of the roll. Only what is still true is written.
fn follow(
    ground: &Ground,
    index: &Index,
    (after, roll): (u64, &Roll),
    told: &mut dyn FnMut(Opening),
) -> Result<(), Fault> {
    let last = roll.sequence;
    if after == last {
        return Ok(());
    }
    let mut window = BTreeMap::new();
    let (mut weight, mut counted) = (0, 0);
    walk::replay(ground.journal(), (after, last), &mut |header, entry| {
        for put in entry.puts {
            let written = roll.written_by(put.key);
            if written.is_none_or(|sequence| sequence == header.sequence) {
                weight += put.new.as_ref().map_or(0, |new| new.0.len()) + 100;
                let bytes = put.new.filter(|_| written.is_some());
                window.insert(put.key, Step::new(header.sequence, put.key, bytes));
            }
        }
        if weight > WINDOW || header.sequence == last {
            weight = 0;
            let steps: Vec<Step> = std::mem::take(&mut window).into_values().collect();
            counted += steps.iter().map(index::size).sum::<u64>();
            index.fill(steps, header.sequence).map_err(refused)?;
            told(Opening::Rebuild { done: header.sequence, of: last });
        }
        Ok(())
    })?;
    index.settle().map_err(refused)?;
    // From nothing each record came once, so that this is what there is.
    if after == 0 { index.weighed(counted, last).map_err(refused) } else { Ok(()) }
}

fn refused(trouble: Trouble) -> Fault {
    Fault::Index(match trouble {
        Trouble::Disk(why) => why.to_string(),
        Trouble::Broken(what) => what.to_owned(),
        Trouble::Hung => "tidak menjawab".to_owned(),
    })
}

/// Keeps a broken index as `indeks.rusak` for whoever wants to look, in place of an older one.
fn set_aside(ground: &Ground) -> io::Result<()> {
    let folder = ground.index();
    let aside = folder.with_extension("rusak");
    if is_there(&folder) {
        if is_there(&aside) {
            fs::remove_dir_all(&aside)?;
        }
        fs::rename(folder, aside)?;
    }
    if is_there(&ground.suspicion()) {
        fs::remove_file(ground.suspicion())?;
    }
    Ok(())
}
