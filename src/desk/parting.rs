//! Taking back a merge: the two records that became one are two again.
//!
//! # Why
//! What the merge did stands in its frame of the journal, however long ago. What it changed and
//! nobody has changed since returns; what came since, an answer or a request, stays with the record
//! that lived on. What cannot return without breaking something else is refused, and named. It is a
//! deed of its own, with its own frame.
use std::collections::BTreeMap;

use crate::{
    desk::{counter::Desk, merging, trace::Found, versions::version},
    domain::{
        class::Class,
        id::Id,
        may::Action,
        request::Request,
        resident::Resident,
        sides::{back, parted},
    },
    fault::Fault,
    store::{
        change::Change,
        entry::{Key, Put},
        item::{Item, Kept as _},
        record::Table,
    },
};

/// A merge that stands: which record it removed, and what it made of the others.
#[derive(Debug, Clone)]
pub(crate) struct Merge {
    /// The record that went.
    gone: Resident,
    /// The record that lives on, before and after.
    kept: (Resident, Resident),
    puts: Vec<Put>,
}

impl Merge {
    /// What the record that went was called.
    #[must_use]
    pub(crate) fn gone(&self) -> &str {
        self.gone.name()
    }
}

/// The merges that can be taken back from a resident's history, by their frames: of each record
/// that lives on in this one the last.
#[must_use]
pub fn standing(desk: &Desk, who: &Resident, found: &[Found]) -> Vec<u64> {
    let key = Key::of::<Resident>(who.id);
    let mut last = BTreeMap::new();
    for deed in found.iter().filter(|deed| deed.why == merging::WHY) {
        let Some(put) = deed.put.as_ref().filter(|put| put.key == key) else { continue };
        // What this officer's keys do not open is not parted by this officer either.
        let versions = (version(desk, key, put.old.as_ref()), version(desk, key, put.new.as_ref()));
        let (Ok(Some(Item::Resident(before))), Ok(Some(Item::Resident(after)))) = versions else {
            continue;
        };
        let gone = after.was.iter().find(|id| !before.was.contains(id));
        if let Some(gone) = gone.filter(|gone| who.was.contains(gone)) {
            last.insert(*gone, deed.sequence);
        }
    }
    last.into_values().collect()
}

/// Takes back the merge of that frame; the sentence says what was done.
pub fn part(desk: &mut Desk, sequence: u64) -> Result<String, Fault> {
    desk.permit(Action::Merge, Some(Class::Restricted))?;
    let merge = last(desk, sequence)?;
    let (by, keys, words) = separate(desk, &merge)?;
    desk.session.add("pisah warga", by, keys.into_iter());
    Ok(words)
}

/// The merge that a frame of the journal tells, where it stands.
pub(crate) fn last(desk: &Desk, sequence: u64) -> Result<Merge, Fault> {
    let puts = puts(desk, sequence)?;
    let gone =
        puts.iter().find(|put| put.key.table() == Some(Table::Resident) && put.new.is_none());
    let gone = gone.map(|put| version(desk, put.key, put.old.as_ref())).transpose()?.flatten();
    let Some(Item::Resident(gone)) = gone else { return Err(blank()) };
    for put in puts.iter().filter(|put| put.key.table() == Some(Table::Resident)) {
        let versions =
            (version(desk, put.key, put.old.as_ref())?, version(desk, put.key, put.new.as_ref())?);
        if let (Some(Item::Resident(before)), Some(Item::Resident(after))) = versions
            && after.was.contains(&gone.id)
            && !before.was.contains(&gone.id)
        {
            return Ok(Merge { gone: *gone, kept: (*before, *after), puts });
        }
    }
    Err(blank())
}

/// What is said where the journal does not tell a merge any more.
fn blank() -> Fault {
    Fault::Standing("catatan penggabungannya sudah dikosongkan".to_owned())
}

/// Everything that a merge wrote: one frame, or as many as a large one took.
fn puts(desk: &Desk, sequence: u64) -> Result<Vec<Put>, Fault> {
    let removes = |puts: &[Put]| {
        puts.iter().any(|put| put.key.table() == Some(Table::Resident) && put.new.is_none())
    };
    let read = |sequence: u64| -> Result<Option<Vec<Put>>, Fault> {
        if sequence == 0 || sequence > desk.reader().sequence() {
            return Ok(None);
        }
        let entry = desk.reader().deed(sequence)?.entry;
        Ok((entry.why == merging::WHY).then_some(entry.puts))
    };
    let mut all = read(sequence)?.ok_or_else(blank)?;
    let mut first = sequence;
    while !removes(&all) {
        first -= 1;
        all.splice(0..0, read(first)?.ok_or_else(blank)?);
    }
    let mut next = sequence + 1;
    while let Some(more) = read(next)?.filter(|more| !removes(more)) {
        all.extend(more);
        next += 1;
    }
    Ok(all)
}

/// What took a merge back: its frame, the records that it wrote, and what was done.
type Separated = (u64, Vec<(Table, Id)>, String);

/// Makes two records again of what a merge made one.
pub(crate) fn separate(desk: &mut Desk, merge: &Merge) -> Result<Separated, Fault> {
    desk.permit(Action::Undo, Some(Class::Restricted))?;
    desk.permit(Action::Merge, Some(Class::Restricted))?;
    let (before, after) = &merge.kept;
    let gone = &merge.gone;
    let now = lives_on(desk, merge)?;
    desk.unlimited(Some(now.id))?;
    let one = parted(&now, before, after);
    free(desk, &one, gone)?;
    let moved = moved(desk, merge)?;
    let mut items = vec![one.clone().item(), gone.clone().item()];
    items.extend(desk.letters_along(&moved, desk.class_of_resident(gone))?);
    let count = moved.len();
    items.extend(
        moved.into_iter().map(|request| Request { subject: Some(gone.id), ..request }.item()),
    );
    items.extend(thirds(desk, merge)?);
    let change = Change::new("pisah warga");
    let (sequence, keys) = desk.let_go(change, items, None)?;
    let requests = if count > 0 { format!(" dengan {count} permohonan") } else { String::new() };
    Ok((sequence, keys, format!("Dipisahkan lagi: {}{requests}.", gone.shown())))
}

/// The record that lives on, where the merge still stands in it.
fn lives_on(desk: &Desk, merge: &Merge) -> Result<Resident, Fault> {
    let stands = |what: &str| Fault::Standing(what.to_owned());
    let id = merge.kept.1.id;
    if desk.has::<Resident>(merge.gone.id) {
        return Err(stands("keduanya sudah dipisahkan"));
    }
    match desk.get::<Resident>(id)? {
        Some(now) if now.was.contains(&merge.gone.id) => Ok(now),
        Some(_) => Err(stands("keduanya sudah dipisahkan")),
        None if desk.now_kept(id) != id => {
            Err(stands("data gabungannya sudah digabung lagi; pisahkan yang terakhir dahulu"))
        }
        None => Err(stands("data gabungannya sudah dihapus")),
    }
}

/// Refuses a NIK that two would have.
fn free(desk: &Desk, one: &Resident, gone: &Resident) -> Result<(), Fault> {
    for who in [one, gone] {
        let holder = who.nik().and_then(|nik| desk.book.people.with_nik(nik));
        if holder.is_some_and(|holder| ![one.id, gone.id].contains(&holder)) {
            return Err(Fault::Standing("NIK-nya sekarang milik warga lain".to_owned()));
        }
    }
    if one.nik().is_some() && one.nik() == gone.nik() {
        let why = "NIK data yang digabung sekarang tercatat pada gabungannya";
        return Err(Fault::Standing(why.to_owned()));
    }
    Ok(())
}

/// The requests that came with the record that went, as they are now.
fn moved(desk: &Desk, merge: &Merge) -> Result<Vec<Request>, Fault> {
    let mut moved = vec![];
    for put in merge.puts.iter().filter(|put| put.key.table() == Some(Table::Request)) {
        let Some(Item::Request(before)) = version(desk, put.key, put.old.as_ref())? else {
            continue;
        };
        if before.subject != Some(merge.gone.id) {
            continue;
        }
        let ticket = before.ticket;
        let now: Option<Request> = desk.get(put.key.id())?;
        let now =
            now.ok_or_else(|| Fault::Standing(format!("permohonan {ticket} sudah dihapus")))?;
        if now.subject != Some(merge.kept.1.id) {
            let why = format!("permohonan {ticket} sekarang tentang orang lain");
            return Err(Fault::Standing(why));
        }
        moved.push(now);
    }
    Ok(moved)
}

/// Those who were told apart from the record that went: they are again.
fn thirds(desk: &Desk, merge: &Merge) -> Result<Vec<Item>, Fault> {
    let own = [merge.gone.id, merge.kept.1.id];
    let others = merge.puts.iter().filter(|put| put.key.table() == Some(Table::Resident));
    let mut items = vec![];
    for put in others.filter(|put| !own.contains(&put.key.id())) {
        let versions =
            (version(desk, put.key, put.old.as_ref())?, version(desk, put.key, put.new.as_ref())?);
        let now: Option<Resident> = desk.get(put.key.id())?;
        if let ((Some(Item::Resident(before)), Some(Item::Resident(after))), Some(mut now)) =
            (versions, now)
        {
            now.unlike = back(&now.unlike, &before.unlike, &after.unlike);
            items.push(now.item());
        }
    }
    Ok(items)
}
