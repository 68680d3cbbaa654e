//! The answers that describe an office: a new one by its area, or the one that is known.
use crate::{
    domain::{
        area::Area,
        atlas::Atlas,
        choice::Choice as _,
        letter_number::Pattern,
        office::{Nip, Office, Official, Standing},
        paper::Paper,
        ppks::Ppks,
        serial::Scope,
        titles::{Titles, zone_of},
    },
    form::{
        field::{Draft, Field},
        office::{
            ADDRESS, AREA, CLOSE, COORDINATOR_NAME, COORDINATOR_NIP, COORDINATOR_RANK,
            COORDINATOR_STANDING, EMAIL, FIRST, FRIDAY, HEAD_NAME, HEAD_NIP, HEAD_RANK,
            HEAD_STANDING, HEAD_TITLE, HOLIDAYS, NAME, NUMBERS, OPEN, PAPER, PHONE,
            RESTRICTED_KINDS, SCOPE, UNIT, ZONE,
        },
    },
};

/// What is likely to be true of an office in that area: all of it can be changed.
#[must_use]
pub fn preset(area: Area) -> Draft {
    let titles = Titles::of(area);
    let name = Atlas::get().name(area).unwrap_or_default();
    let mut draft = Draft::default();
    draft.put(AREA.id, area.to_string());
    draft.put(UNIT.id, titles.unit);
    draft.put(HEAD_TITLE.id, titles.head);
    draft.put(NAME.id, format!("Puskesos {name}"));
    draft.put(ZONE.id, zone_of(area.province).code());
    draft.put(OPEN.id, "08.00");
    draft.put(CLOSE.id, "15.00");
    draft.put(FRIDAY.id, "14.30");
    draft.put(NUMBERS.id, Pattern::default().as_str());
    draft.put(SCOPE.id, Scope::One.code());
    draft.put(PAPER.id, Paper::A4.code());
    draft.put(HEAD_STANDING.id, Standing::Full.code());
    draft.put(COORDINATOR_STANDING.id, Standing::Full.code());
    draft.put(RESTRICTED_KINDS.id, codes(&Ppks::restricted_presets()));
    draft
}

/// Another area was chosen: what was only likely to be true of the old one becomes what is likely
/// of the new one, and what was typed stays.
pub fn move_to(draft: &mut Draft, from: Option<Area>, area: Area) {
    let old = from.map(preset).unwrap_or_default();
    for (id, answer) in preset(area).answers() {
        if draft.named(id).is_empty() || draft.named(id) == old.named(id) {
            draft.put(id, answer);
        }
    }
    draft.put(AREA.id, area.to_string());
}

/// The draft from which [`crate::form::office::office`] makes this office again.
#[must_use]
pub fn answers(office: &Office) -> Draft {
    let mut draft = preset(office.area);
    draft.put(UNIT.id, office.unit.as_str());
    draft.put(HEAD_TITLE.id, office.head_title.as_str());
    draft.put(NAME.id, office.name.as_str());
    draft.put(ZONE.id, office.zone.code());
    put(&mut draft, &ADDRESS, office.address.as_ref());
    put(&mut draft, &PHONE, office.phone.as_ref());
    put(&mut draft, &EMAIL, office.email.as_ref());
    official(&mut draft, office.head.as_ref(), [&HEAD_NAME, &HEAD_STANDING, &HEAD_RANK, &HEAD_NIP]);
    official(
        &mut draft,
        office.coordinator.as_ref(),
        [&COORDINATOR_NAME, &COORDINATOR_STANDING, &COORDINATOR_RANK, &COORDINATOR_NIP],
    );
    draft.put(OPEN.id, office.hours.open.to_string());
    draft.put(CLOSE.id, office.hours.close.to_string());
    draft.put(FRIDAY.id, office.hours.friday_close.to_string());
    let holidays =
        office.holidays.iter().map(|holiday| format!("{} {}", holiday.day, holiday.name));
    draft.put(HOLIDAYS.id, holidays.collect::<Vec<_>>().join("; "));
    draft.put(NUMBERS.id, office.numbers.as_str());
    draft.put(SCOPE.id, office.scope.code());
    put(&mut draft, &FIRST, office.first.as_ref());
    draft.put(PAPER.id, office.paper.code());
    draft.put(RESTRICTED_KINDS.id, codes(&office.restricted_kinds));
    draft
}

fn codes(kinds: &[Ppks]) -> String {
    kinds.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
}

fn put(draft: &mut Draft, field: &Field, value: Option<impl ToString>) {
    if let Some(value) = value {
        draft.put(field.id, value.to_string());
    }
}

fn official(draft: &mut Draft, known: Option<&Official>, fields: [&Field; 4]) {
    let [name, standing, rank, nip] = fields;
    let Some(official) = known else { return };
    draft.put(name.id, official.name.as_str());
    draft.put(standing.id, official.standing.code());
    put(draft, rank, official.rank.as_ref());
    let digits = |known: Nip| known.to_string().replace(' ', "");
    put(draft, nip, official.nip.map(digits));
}
