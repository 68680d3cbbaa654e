//! A new member of a family that is known: the form begins with what they share.
//!
//! # Why
//! A family comes with one card, so the second child is typed in a quarter of the keys. The card
//! number stands there masked, as on every screen, and is filled in when the member is registered.
//! The form begins as a draft, since a draft is what any form can go on with.
use crate::{
    desk::{counter::Desk, keeping},
    domain::{class::Class, id::Id, may::Action, person::Relation, resident::Resident},
    fault::Fault,
    form::{
        field::{Draft, YES},
        request::CONFIDENTIAL,
        resident::{AREA, CARD_AREA, CARD_RT, CARD_RW, CARD_STREET, HEAD, KK, RT, RW, STREET},
        resident_answers::answers,
    },
};

/// The hidden answer that names the member through whom the family is known.
const THROUGH: &str = "sekeluarga";

/// What the members of a family share.
const SHARED: &[&str] = &[
    KK.id,
    STREET.id,
    RT.id,
    RW.id,
    AREA.id,
    CARD_STREET.id,
    CARD_RT.id,
    CARD_RW.id,
    CARD_AREA.id,
];

/// Begins the form of a new member of that resident's family; returns the slot of its draft.
pub fn begin(desk: &Desk, id: Id) -> Result<String, Fault> {
    desk.permit(Action::Register, None)?;
    let who: Resident = desk.opened(id)?;
    if who.family.kk.is_none() {
        return Err(Fault::Missing { what: "nomor KK warga ini" });
    }
    let known = answers(&who);
    let mut draft = Draft::default();
    for name in SHARED {
        draft.put(name, known.named(name));
    }
    let head = (who.family.relation == Some(Relation::Head)).then(|| who.name().to_owned());
    let head = head.or_else(|| who.family.head.as_ref().map(ToString::to_string));
    draft.put(HEAD.id, head.unwrap_or_default());
    draft.put(THROUGH, format!("{id:?}"));
    if desk.class_of_resident(&who) == Class::Restricted {
        // What is shared tells where a protected person lives.
        draft.put(CONFIDENTIAL.id, YES);
    }
    draft.put(keeping::APART, keeping::serial(desk, "warga"));
    keeping::keep(desk, "warga", &draft)?;
    Ok(keeping::slot("warga", &draft))
}

/// These answers with the card number of the family instead of its mask.
pub(crate) fn joined(desk: &Desk, draft: &Draft) -> Result<Draft, Fault> {
    let mut draft = draft.clone();
    if let Ok(id) = draft.named(THROUGH).parse::<Id>() {
        let who: Resident = desk.opened(desk.now_kept(id))?;
        let kk = who.family.kk.filter(|kk| draft.text(&KK).trim() == kk.masked());
        if let Some(kk) = kk {
            draft.put(KK.id, kk.to_string());
        }
    }
    Ok(draft)
}
