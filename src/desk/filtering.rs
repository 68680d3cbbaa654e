//! Narrowing a search to some of the residents.
use crate::{
    desk::counter::Desk,
    domain::{filter::Filter, marks::Marks, may::Action, moment::Moment},
    fault::Fault,
    form::{field::Draft, filter::filter},
};

/// What these answers ask.
pub fn asked(desk: &Desk, draft: &Draft) -> Result<Filter, Fault> {
    desk.permit(Action::Read, None)?;
    filter(draft, desk.today())
}

/// The slots of the residents whom a filter leaves; nothing where it asks nothing.
pub(crate) fn slots(desk: &Desk, filter: &Filter) -> Option<Marks> {
    if filter.is_empty() {
        return None;
    }
    let people = &desk.book.people;
    let place = filter.area.map(|area| people.areas.iter().position(|known| *known == area));
    let kind = filter.ppks.map(|kind| 1_u32 << (kind.number().clamp(1, 32) - 1));
    let home = (0..).zip(&people.traits).filter(|(_, traits)| {
        place.is_none_or(|place| place == Some(usize::from(traits.area)))
            && kind.is_none_or(|kind| traits.kinds & kind != 0)
            && filter.rt.is_none_or(|rt| rt.get() == traits.rt)
    });
    let mut left = Marks::none(people.ids.len());
    home.for_each(|(slot, _)| left.mark(slot));
    if filter.asks_requests() {
        left.keep(&served(desk, filter));
    }
    Some(left)
}

/// The slots of those with a request as it is asked for.
fn served(desk: &Desk, filter: &Filter) -> Marks {
    let people = &desk.book.people;
    let zone = desk.zone();
    let (first, last) = filter.days(desk.today());
    let dawn = first.map(|day| Moment::midnight(day.0, zone));
    let end = last.and_then(|day| day.0.succ_opt()).map(|day| Moment::midnight(day, zone));
    let clerks = &desk.book.directory;
    let officer = filter.officer.as_ref().map(|code| clerks.officer(code).map(|clerk| clerk.id));
    let mut served = Marks::none(people.ids.len());
    for case in desk.book.cases.all() {
        let fits = filter.kind.is_none_or(|kind| kind == case.kind)
            && filter.stand.is_none_or(|stand| stand.fits(case.status))
            && officer.is_none_or(|officer| officer == Some(case.by))
            && dawn.is_none_or(|dawn| case.received >= dawn)
            && end.is_none_or(|end| case.received < end);
        if fits && let Some(slot) = case.subject.and_then(|id| people.slot(id)) {
            served.mark(slot as usize);
        }
    }
    served
}
