//! What a made-up family receives already, when it comes to the desk for the first time.
//!
//! # Why
//! It is thrown with dice of its own, so that the same seed still makes the same people and the
//! same half year. Few families overlap and a few were not looked up for long, as in life.
use chrono::{NaiveDate, TimeDelta};

use crate::{
    desk::{
        aid_notes,
        counter::Desk,
        practice::{dice::Dice, household::Member},
    },
    domain::{
        benefit::{Reach, Source, State},
        choice::Choice as _,
        date::Day,
        id::Id,
        person::Relation,
    },
    fault::Fault,
    form::{
        aid::{CHECKED, KNOWN, PROGRAMME, REACH, SINCE, STATE, begun},
        resident::DESIL,
    },
};

/// The desil up to which families are made up to receive aid.
const POOR: u32 = 4;

const SEEN: &[Source] = &[Source::Looked, Source::Looked, Source::Shown, Source::Told];

/// A family of registered members, and the day on which they came.
#[derive(Debug, Clone, Copy)]
pub struct Household<'a> {
    pub members: &'a [(Id, &'a Member)],
    pub today: NaiveDate,
}

impl Household<'_> {
    /// Writes down what the family receives.
    pub fn receives(self, desk: &mut Desk, dice: &mut Dice) -> Result<(), Fault> {
        let known = |(_, member): &&(Id, &Member)| !member.stranger;
        let Some((head, first)) = self.members.iter().find(known) else { return Ok(()) };
        let wife = self.members.iter().find(|one| one.1.persona.relation == Relation::Wife);
        let mother = wife.map_or(*head, |(id, _)| *id);
        let poor = first.draft.text(&DESIL).parse().is_ok_and(|desil: u32| desil <= POOR);
        let (likely, rare) = if poor { (34, 3) } else { (6, 1) };
        let family = Reach::Family;
        if dice.percent(likely) {
            self.note(desk, dice, (mother, "SEMBAKO", family))?;
            if wife.is_some() && dice.percent(rare) {
                self.note(desk, dice, (*head, "SEMBAKO", family))?;
            }
        }
        if self.members.len() > 1 && dice.percent(likely / 2) {
            self.note(desk, dice, (mother, "PKH", family))?;
        }
        if dice.percent(likely / 2) {
            self.note(desk, dice, (*head, "PBI-BARU", Reach::Person))?;
            if dice.percent(rare) {
                self.note(desk, dice, (*head, "PBI-APBD", Reach::Person))?;
            }
        }
        Ok(())
    }

    fn note(
        self,
        desk: &mut Desk,
        dice: &mut Dice,
        (who, programme, reach): (Id, &str, Reach),
    ) -> Result<(), Fault> {
        let ago = |days: u32| Day(self.today - TimeDelta::days(i64::from(days)));
        let mut draft = begun(Day(self.today));
        draft.put(PROGRAMME.id, programme);
        draft.put(REACH.id, reach.code());
        let state = if dice.percent(8) { State::Proposed } else { State::Active };
        draft.put(STATE.id, state.code());
        draft.put(SINCE.id, ago(dice.within(60, 1_500)).to_string());
        draft.put(CHECKED.id, ago(dice.within(0, 45)).to_string());
        draft.put(KNOWN.id, dice.pick(SEEN).code());
        aid_notes::note(desk, (who, None), &draft, true).map(drop)
    }
}
