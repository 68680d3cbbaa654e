//! The answers that describe a resident who is already known.
use crate::{
    domain::{
        choice::Choice,
        date::Day,
        kk::Kk,
        phone::Phone,
        resident::{Address, Birth, Called, Identity, Resident},
    },
    form::{
        field::{Draft, Field, YES},
        resident::{
            AGE, ALIAS, AREA, BIRTH_PLACE, BORN, CARD_AREA, CARD_RT, CARD_RW, CARD_STREET, DESIL,
            DESIL_ON, DISABILITIES, HEAD, KINDS, KK, LIFE, MARITAL, MARKS, MOTHER, NAME, NAMELESS,
            NIK, NO_NIK, OCCUPATION, PHONE, PHONE_OWNER, RELATION, RELIGION, RT, RW, SEX, STREET,
        },
    },
};

/// The answers that describe this resident, NIK and KK masked; with [`kept`] they make the resident
/// again.
#[must_use]
pub fn answers(resident: &Resident) -> Draft {
    let mut draft = Draft::default();
    match resident.identity {
        Identity::Nik(nik) => draft.put(NIK.id, nik.masked()),
        Identity::Missing(why) => draft.put(NO_NIK.id, why.code()),
    }
    match &resident.called {
        Called::Name { name, .. } => draft.put(NAME.id, name.as_str()),
        Called::Nameless { marks, .. } => {
            draft.put(NAMELESS.id, YES);
            draft.put(MARKS.id, marks.as_str());
        }
    }
    match resident.birth {
        Birth::Unknown => {}
        Birth::On(day) => draft.put(BORN.id, day.to_string()),
        Birth::About { age, .. } => draft.put(AGE.id, age.to_string()),
    }
    put(&mut draft, &ALIAS, resident.alias());
    put(&mut draft, &BIRTH_PLACE, resident.birth_place.as_ref());
    put(&mut draft, &KK, resident.family.kk.map(Kk::masked));
    put(&mut draft, &HEAD, resident.family.head.as_ref());
    put(&mut draft, &MOTHER, resident.family.mother.as_ref());
    put(&mut draft, &OCCUPATION, resident.occupation.as_ref());
    put(&mut draft, &PHONE, resident.phone.as_ref());
    put(&mut draft, &PHONE_OWNER, resident.phone_owner.as_ref());
    pick(&mut draft, &SEX, resident.sex);
    pick(&mut draft, &RELATION, resident.family.relation);
    pick(&mut draft, &RELIGION, resident.religion);
    pick(&mut draft, &MARITAL, resident.marital);
    pick(&mut draft, &LIFE, Some(resident.life));
    home(&mut draft, [&STREET, &RT, &RW, &AREA], &resident.domicile);
    if let Some(card) = &resident.card {
        home(&mut draft, [&CARD_STREET, &CARD_RT, &CARD_RW, &CARD_AREA], card);
    }
    draft.put(KINDS.id, joined(&resident.kinds, ToString::to_string));
    draft.put(DISABILITIES.id, joined(&resident.disabilities, |kind| kind.code().to_owned()));
    if let Some(checked) = resident.desil {
        draft.put(DESIL.id, checked.desil.to_string());
        draft.put(DESIL_ON.id, checked.on.to_string());
    }
    draft
}

/// These answers about a resident who is known, with what is known instead of masked numbers.
#[must_use]
pub fn kept(draft: &Draft, known: &Resident) -> Draft {
    let mut draft = draft.clone();
    if let Some(nik) = known.nik().filter(|nik| draft.text(&NIK).trim() == nik.masked()) {
        draft.put(NIK.id, nik.to_string());
    }
    if let Some(kk) = known.family.kk.filter(|kk| draft.text(&KK).trim() == kk.masked()) {
        draft.put(KK.id, kk.to_string());
    }
    draft
}

/// Gives somebody who was described anew what no form asks: who they are here, since when, and what
/// else is known of them.
pub fn unasked(now: &mut Resident, known: &Resident) {
    (now.id, now.registered) = (known.id, known.registered);
    now.benefits.clone_from(&known.benefits);
    now.unlike.clone_from(&known.unlike);
    now.was.clone_from(&known.was);
    if let (Some(now), Some(before)) = (&mut now.desil, known.desil)
        && (now.desil, now.on) == (before.desil, before.on)
    {
        now.by = before.by;
    }
}

/// The draft of a new resident, begun with what was typed in a search: a NIK, a telephone number
/// or a name, and the day of birth. Other words with digits are of no name.
#[must_use]
pub fn begun(typed: &str) -> Draft {
    let (days, typed): (Vec<&str>, Vec<&str>) =
        typed.split_whitespace().partition(|word| Day::whole(word).is_some());
    let typed = typed.join(" ");
    let number = typed.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+'));
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let mut draft = Draft::default();
    put(&mut draft, &BORN, days.into_iter().find_map(Day::whole));
    match digits.len() {
        16 if number => draft.put(NIK.id, digits),
        1.. if number && typed.parse::<Phone>().is_ok() => draft.put(PHONE.id, typed),
        1.. if number => draft.put(NIK.id, digits),
        _ => {
            let digits = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
            let words: Vec<&str> = typed.split(' ').filter(|word| !digits(word)).collect();
            draft.put(NAME.id, capitals(&words.join(" ")));
        }
    }
    draft
}

/// A name that was typed in small letters, as names are written; any other stays as it is.
fn capitals(typed: &str) -> String {
    if typed.chars().any(char::is_uppercase) {
        return typed.to_owned();
    }
    let word = |word: &str| {
        let mut signs = word.chars();
        signs.next().map_or_else(String::new, |c| c.to_uppercase().chain(signs).collect())
    };
    typed.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn put(draft: &mut Draft, field: &Field, value: Option<impl ToString>) {
    if let Some(value) = value {
        draft.put(field.id, value.to_string());
    }
}

fn pick(draft: &mut Draft, field: &Field, choice: Option<impl Choice>) {
    put(draft, field, choice.map(Choice::code));
}

fn home(draft: &mut Draft, fields: [&Field; 4], address: &Address) {
    let [street, rt, rw, area] = fields;
    put(draft, street, address.street.as_ref());
    put(draft, rt, address.rt);
    put(draft, rw, address.rw);
    put(draft, area, address.area);
}

fn joined<T>(all: &[T], code: impl Fn(&T) -> String) -> String {
    all.iter().map(code).collect::<Vec<_>>().join(";")
}
