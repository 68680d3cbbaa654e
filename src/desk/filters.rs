//! The filters that the office keeps under names.
use crate::{
    desk::{counter::Desk, filtering},
    domain::{
        atlas::Atlas,
        filter::Filter,
        id::Id,
        may::Action,
        reject::Reject,
        saved_filter::{Label, SavedFilter},
        text::folded,
    },
    fault::Fault,
    form::{
        field::Draft,
        filter::{NAME, saved},
    },
    store::item::Kept as _,
};

/// One line of the list of filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: Id,
    pub name: String,
    pub filter: Filter,
    /// What it asks, in few words.
    pub asks: String,
    /// How many residents it leaves just now.
    pub residents: usize,
    /// What of it is not there any more.
    pub outdated: Option<String>,
}

/// The line of every filter that is in use, by name.
pub fn rows(desk: &Desk) -> Result<Vec<Row>, Fault> {
    desk.permit(Action::Read, None)?;
    let row = |known: &SavedFilter| Row {
        id: known.id,
        name: known.name.to_string(),
        filter: known.filter.clone(),
        asks: asks(desk, &known.filter),
        residents: count(desk, &known.filter),
        outdated: outdated(desk, &known.filter),
    };
    Ok(in_use(desk).into_iter().map(row).collect())
}

fn in_use(desk: &Desk) -> Vec<&SavedFilter> {
    let all = desk.book.directory.filters.values();
    let mut all: Vec<_> = all.filter(|known| !known.removed).collect();
    all.sort_by_cached_key(|known| folded(known.name.as_str()));
    all
}

/// The filter of that id, while it is in use.
pub fn filter(desk: &Desk, id: Id) -> Result<&SavedFilter, Fault> {
    let known = desk.book.directory.filters.get(&id).filter(|known| !known.removed);
    known.ok_or(Fault::Missing { what: "saringan" })
}

/// How a filter is spoken of: by the name under which the office keeps it, or by what it asks.
#[must_use]
pub fn words(desk: &Desk, filter: &Filter) -> String {
    let known = in_use(desk).into_iter().find(|known| known.filter == *filter);
    known.map_or_else(|| asks(desk, filter), |known| known.name.to_string())
}

fn asks(desk: &Desk, filter: &Filter) -> String {
    filter.words(desk.office().ok().map(|office| office.area))
}

/// How many residents a filter leaves, of those whom the officer who sits here may see.
#[must_use]
pub fn count(desk: &Desk, filter: &Filter) -> usize {
    let known =
        |slot: &usize| u32::try_from(*slot).is_ok_and(|slot| desk.book.people.id(slot).is_some());
    let left = filtering::slots(desk, filter).map(|slots| slots.rows().filter(known).count());
    left.unwrap_or_else(|| desk.residents())
}

/// What a filter asks for that is not there any more: an officer who left, or an area of which the
/// tables know nothing now.
#[must_use]
pub fn outdated(desk: &Desk, filter: &Filter) -> Option<String> {
    let area = filter.area.filter(|area| Atlas::get().name(*area).is_none());
    if let Some(area) = area {
        return Some(format!("wilayah {area} tidak ada lagi"));
    }
    let code = filter.officer.as_ref()?;
    match desk.book.directory.officer(code) {
        None => Some(format!("petugas {code} tidak ada di sini")),
        Some(clerk) if !clerk.active => Some(format!("petugas {code} tidak aktif lagi")),
        Some(_) => None,
    }
}

/// Keeps a new filter under its name.
pub fn save(desk: &mut Desk, draft: &Draft) -> Result<SavedFilter, Fault> {
    desk.permit(Action::KeepFilter, None)?;
    let (name, filter) = saved(draft, desk.today())?;
    let new = SavedFilter { id: desk.ground()?.id, name, filter, removed: false };
    free(desk, &new.name, None)?;
    desk.commit("saringan baru", vec![new.clone().item()])?;
    Ok(new)
}

/// Gives a filter another name, or has it ask something else.
pub fn change(desk: &mut Desk, id: Id, draft: &Draft) -> Result<SavedFilter, Fault> {
    desk.permit(Action::KeepFilter, None)?;
    let (name, asked) = saved(draft, desk.today())?;
    let changed = SavedFilter { name, filter: asked, ..filter(desk, id)?.clone() };
    free(desk, &changed.name, Some(id))?;
    desk.commit("ubah saringan", vec![changed.clone().item()])?;
    Ok(changed)
}

/// Takes a filter out of use.
pub fn remove(desk: &mut Desk, id: Id) -> Result<SavedFilter, Fault> {
    desk.permit(Action::KeepFilter, None)?;
    let gone = SavedFilter { removed: true, ..filter(desk, id)?.clone() };
    desk.commit("hapus saringan", vec![gone.clone().item()])?;
    Ok(gone)
}

/// Refuses a name that another filter has.
fn free(desk: &Desk, name: &Label, own: Option<Id>) -> Result<(), Fault> {
    let mut others = desk.book.directory.filters.values().filter(|known| Some(known.id) != own);
    if others.any(|known| known.is_called(name)) {
        return Err(Fault::Rejected { field: NAME.id, why: Reject::Taken });
    }
    Ok(())
}
