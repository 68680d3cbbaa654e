//! Registering residents, mending what is known of them, and what looks odd about it.
use crate::{
    desk::{audit, counter::Desk, likeness, newcomer::joined},
    domain::{
        atlas::Atlas,
        choice::Choice as _,
        date::Day,
        doubt::{Doubt, Odd},
        family::{self, About},
        id::Id,
        may::Action,
        nik::Nik,
        resident::{Birth, Called, Resident},
        text::{folded, oddities_of_name},
    },
    fault::Fault,
    form::{
        field::{Answer as _, Draft},
        glimpse::glimpse,
        resident::{AGE, BORN, FIELDS, KINDS, KK, NAME, NIK, RELATION, SEX, resident},
        resident_answers::{kept, unasked},
    },
    store::{item::Kept as _, record::Table},
};

/// The age above which a date of birth is asked again.
const VERY_OLD: u32 = 110;

/// Registers the resident that these answers describe.
///
/// A known NIK is refused with [`Fault::Taken`]; who may be known already with [`Fault::Alike`] and
/// what looks odd with [`Fault::Doubtful`], until they are told apart or confirmed.
pub fn register(desk: &mut Desk, draft: &Draft, confirmed: bool) -> Result<Resident, Fault> {
    desk.permit(Action::Register, None)?;
    let ground = desk.ground()?;
    let mut resident = resident(&joined(desk, draft)?, &ground)?;
    resident.unlike = likeness::told_apart(draft);
    free(desk, &resident)?;
    if !confirmed {
        likeness::alike(desk, &resident)?;
    }
    clear(confirmed, || doubts(desk, &resident))?;
    let mut items = likeness::others(desk, &resident)?;
    items.push(resident.clone().item());
    if items.len() > 1 {
        desk.commit("warga baru mirip", items)?;
    } else {
        desk.commit("warga baru", items)?;
    }
    Ok(resident)
}

/// The new resident that these answers describe, not saved: who is likely known already is a doubt
/// like any other, for nobody is there to be asked.
pub fn described(desk: &mut Desk, draft: &Draft, confirmed: bool) -> Result<Resident, Fault> {
    desk.permit(Action::Register, None)?;
    let ground = desk.ground()?;
    let resident = resident(&joined(desk, draft)?, &ground)?;
    free(desk, &resident)?;
    clear(confirmed, || {
        let mut all = doubts(desk, &resident)?;
        all.extend(likeness::doubt(desk, &resident)?);
        Ok(all)
    })?;
    Ok(resident)
}

/// The resident that the answers of a form describe, new or known, to be compared and not saved.
pub fn meant(desk: &mut Desk, known: Option<Id>, draft: &Draft) -> Result<Resident, Fault> {
    desk.permit(Action::Register, None)?;
    let ground = desk.ground()?;
    let mut unlike = likeness::told_apart(draft);
    let Some(id) = known else {
        return Ok(Resident { unlike, ..resident(&joined(desk, draft)?, &ground)? });
    };
    let known: Resident = desk.allowed(id, Action::ChangeResident)?;
    unlike.extend(&known.unlike);
    Ok(Resident { id, unlike, ..resident(&kept(draft, &known), &ground)? })
}

/// Replaces what is known of a resident by these answers. A masked NIK or KK among them stays as it is.
pub fn amend(desk: &mut Desk, id: Id, draft: &Draft, confirmed: bool) -> Result<Resident, Fault> {
    let known: Resident = desk.allowed(id, Action::ChangeResident)?;
    desk.unlimited(Some(id))?;
    let ground = desk.ground()?;
    let mut resident = resident(&kept(draft, &known), &ground)?;
    let renamed = (known.name(), known.nik()) != (resident.name(), resident.nik());
    unasked(&mut resident, &known);
    let apart = likeness::told_apart(draft).into_iter();
    let apart: Vec<Id> = apart.filter(|id| !resident.unlike.contains(id)).collect();
    resident.unlike.extend(apart);
    free(desk, &resident)?;
    if renamed && !confirmed {
        likeness::alike(desk, &resident)?;
    }
    clear(confirmed, || doubts(desk, &resident))?;
    let mut items = likeness::others(desk, &resident)?;
    items.push(resident.clone().item());
    desk.commit("ubah warga", items)?;
    Ok(resident)
}

/// Who holds the NIK that is being typed, once it is complete.
#[must_use]
pub fn known_nik(desk: &Desk, typed: &str) -> Option<Id> {
    let nik: Nik = typed.parse().ok()?;
    let people = &desk.book.people;
    people.with_nik(nik).or_else(|| people.with_print(desk.vault.print(nik.number())))
}

/// What a NIK that is being typed says, in words: region, birth date, sex.
#[must_use]
pub fn nik_tells(desk: &Desk, typed: &str) -> Option<String> {
    let nik = Nik::read(typed, desk.today()).ok()?;
    let (province, city, district) = nik.district();
    let atlas = Atlas::get();
    let area = atlas
        .district_name(province, city, district)
        .or_else(|| atlas.city_name(province, city))
        .or_else(|| atlas.province_name(province))
        .unwrap_or("wilayah tidak dikenal");
    let born = nik.born(desk.today()).map_or("tanggal tidak ada".to_owned(), |day| Day(day).long());
    Some(format!("{area}, lahir {born}, {}", nik.sex()))
}

/// The answers that a complete NIK gives where none was given: sex, and the birth date unless its
/// year can mean two centuries.
#[must_use]
pub fn nik_gives(desk: &Desk, draft: &Draft) -> Vec<(&'static str, String)> {
    let today = desk.today();
    let Ok(nik) = Nik::read(draft.text(&NIK), today) else { return vec![] };
    let odd = nik.oddities(today);
    if odd.contains(&Odd::NikDate) {
        return vec![];
    }
    let clear = !odd.contains(&Odd::NikCentury);
    let born = nik.born(today).filter(|_| clear && draft.text(&AGE).trim().is_empty());
    let told = [
        (SEX.id, Some(nik.sex().code().to_owned())),
        (BORN.id, born.map(|day| Day(day).to_string())),
    ];
    told.into_iter()
        .filter(|(id, _)| draft.named(id).trim().is_empty())
        .filter_map(|(id, answer)| Some((id, answer?)))
        .collect()
}

/// Refuses the NIK of somebody else.
fn free(desk: &Desk, resident: &Resident) -> Result<(), Fault> {
    if let Some(nik) = resident.nik()
        && let Some(holder) = desk.book.people.with_nik(nik).filter(|holder| *holder != resident.id)
    {
        return Err(taken(desk, holder));
    }
    if let Some(nik) = resident.nik()
        && let Some(hidden) = desk.book.people.with_print(desk.vault.print(nik.number()))
        && hidden != resident.id
    {
        return Err(Fault::Guarded);
    }
    Ok(())
}

/// Refuses what looks odd, unless it is confirmed.
fn clear(confirmed: bool, look: impl FnOnce() -> Result<Vec<Doubt>, Fault>) -> Result<(), Fault> {
    let doubts = if confirmed { vec![] } else { look()? };
    if doubts.is_empty() { Ok(()) } else { Err(Fault::Doubtful(doubts)) }
}

/// Why the NIK of that resident cannot be another one's.
fn taken(desk: &Desk, holder: Id) -> Fault {
    match desk.opened::<Resident>(holder) {
        Ok(_) => Fault::Taken(holder),
        Err(Fault::Forbidden(_)) => Fault::Guarded,
        Err(other) => other,
    }
}

/// The resident who holds a NIK; refused with [`Fault::Guarded`] where that one is restricted.
pub fn holder(desk: &Desk, id: Id) -> Result<Resident, Fault> {
    desk.opened(id).map_err(|_| taken(desk, id))
}

/// The full NIK of a resident, for the reason that these answers give; that it is seen is noted
/// first.
pub fn show_nik(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Nik, Fault> {
    let who: Resident = desk.allowed(id, Action::ShowNik)?;
    let why = glimpse(draft, &desk.ground()?)?;
    let nik = who.nik().ok_or(Fault::Missing { what: "NIK warga ini" })?;
    audit::seen(desk, (Table::Resident, id), "lihat NIK", &why.to_string())?;
    Ok(nik)
}

/// Everything that looks odd about a resident.
pub fn doubts(desk: &Desk, resident: &Resident) -> Result<Vec<Doubt>, Fault> {
    let today = desk.today();
    let mut doubts = Vec::new();
    let mut tell = |field: &'static str, odd: Vec<Odd>| {
        doubts.extend(odd.into_iter().map(|why| Doubt { field, why }));
    };
    if let Some(nik) = resident.nik() {
        let born = if let Birth::On(day) = resident.birth { Some(day) } else { None };
        let mut odd = nik.oddities(today);
        // A birth date that was told says the century.
        odd.retain(|odd| *odd != Odd::NikCentury || born.is_none());
        tell(NIK.id, odd);
        for odd in nik.compared(born, resident.sex, today) {
            let field = if odd == Odd::NikSex { SEX.id } else { BORN.id };
            tell(field, vec![odd]);
        }
        if resident.family.kk.is_some_and(|kk| kk.number() == nik.number()) {
            tell(KK.id, vec![Odd::NikIsKk]);
        }
    }
    if let Some(kk) = resident.family.kk {
        tell(KK.id, kk.oddities(today));
    }
    if let Called::Name { name, .. } = &resident.called {
        tell(NAME.id, oddities_of_name(name.as_str()));
    }
    let age = resident.age_on(today);
    if age.is_some_and(|age| age > VERY_OLD) {
        tell(BORN.id, vec![Odd::VeryOld]);
    }
    for kind in &resident.kinds {
        tell(KINDS.id, kind.oddities(age, resident.sex));
    }
    let mut others = members(desk, resident)?;
    others.retain(|other| other.id != resident.id);
    for (about, odd) in family::oddities(resident, &others, today) {
        let field = match about {
            About::Relation => RELATION.id,
            About::Sex => SEX.id,
            About::Birth => BORN.id,
        };
        tell(field, vec![odd]);
    }
    Ok(doubts)
}

/// Everyone on the same KK whom the officer who sits here may see, the resident too.
pub fn household(desk: &Desk, resident: &Resident) -> Result<Vec<Resident>, Fault> {
    let mut members = members(desk, resident)?;
    members.retain(|member| desk.shows(desk.class_of_resident(member)));
    Ok(members)
}

fn members(desk: &Desk, resident: &Resident) -> Result<Vec<Resident>, Fault> {
    let Some(kk) = resident.family.kk else { return Ok(vec![]) };
    let members =
        desk.book.people.with_kk(kk).into_iter().filter_map(|id| desk.get(id).transpose());
    members.collect()
}

/// The answers of a known resident's draft that differ from what is kept: never overwritten, told.
#[must_use]
pub fn differences(known: &Draft, told: &Draft) -> Vec<Doubt> {
    FIELDS
        .iter()
        .filter(|field| {
            let (before, now) = (known.text(field), told.text(field));
            !now.trim().is_empty() && folded(before) != folded(now)
        })
        .map(|field| Doubt { field: field.id, why: Odd::Differs(field.label) })
        .collect()
}
