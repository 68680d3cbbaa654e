//! Plays the plan: registers people, takes requests and moves them on, as clerks would.
use chrono::NaiveDate;

use crate::{
    desk::{
        counter::Desk,
        letters,
        practice::{
            asking::{asked, comes, serve},
            dice::Dice,
            household::Member,
            naming::Kin,
            office::{OFFICERS, seat},
            plan::Planned,
            story::{Act, Story, Whom},
            twice,
        },
        requests::{Subject, take},
        residents::register,
        roads,
    },
    domain::{
        choice::Choice as _,
        date::Day,
        id::Id,
        letter::Outlet,
        request::{self, Request},
        road::Step,
        sex::Sex,
        ticket::Ticket,
    },
    fault::Fault,
    form::{
        field::Draft,
        request::PAPERS,
        resident::NAME,
        step::{ASK, INSTITUTION, MANNER, Manner, REASON, REFERRAL_STEP, SAME_AS, STEP},
    },
    letter::kind::Kind,
};

/// Everybody and everything so far.
#[derive(Debug, Default)]
pub struct Player {
    everyone: Vec<Id>,
    children: Vec<Id>,
    adults: Vec<Id>,
    old: Vec<Id>,
    strangers: Vec<Id>,
    /// The answers of somebody who can come again, as they are told then.
    again: Option<Draft>,
    /// How many came twice.
    twice: u32,
    /// The requests, in the order of the plan; nothing where it is not taken yet.
    cases: Vec<Option<Case>>,
    /// Complaints that another may repeat.
    complaint: Option<Ticket>,
}

/// A request that was taken.
#[derive(Debug, Clone, Copy)]
struct Case {
    id: Id,
    /// Its latest referral.
    referral: Option<Ticket>,
}

impl Player {
    /// Nobody yet, and room for so many requests.
    #[must_use]
    pub fn new(cases: u32) -> Self {
        Self { cases: vec![None; cases as usize], ..Self::default() }
    }

    /// How many residents are registered.
    #[must_use]
    pub const fn residents(&self) -> usize {
        self.everyone.len()
    }

    /// Registers a member of a household.
    pub fn register(&mut self, desk: &mut Desk, member: &Member) -> Result<Id, Fault> {
        // Doubts are confirmed, planned or not, and nobody is compared: practice must not stop for it.
        let who = register(desk, &member.draft, true)?;
        self.everyone.push(who.id);
        if twice::can(member) {
            self.again = Some(twice::again(member, self.twice));
        }
        match member.persona.age {
            _ if member.stranger => self.strangers.push(who.id),
            0..18 => self.children.push(who.id),
            18..60 => self.adults.push(who.id),
            60.. => self.old.push(who.id),
        }
        Ok(who.id)
    }

    /// Registers somebody who is known once more, where that is due; says whether it was.
    pub fn register_twice(&mut self, desk: &mut Desk, residents: u32) -> Result<bool, Fault> {
        if self.twice >= twice::due(residents, self.residents()) {
            return Ok(false);
        }
        let Some(draft) = self.again.take() else { return Ok(false) };
        self.everyone.push(register(desk, &draft, true)?.id);
        self.twice += 1;
        Ok(true)
    }

    /// Lets happen what is planned.
    pub fn play(
        &mut self,
        desk: &mut Desk,
        dice: &mut Dice,
        (story, planned): (&Story, Planned),
    ) -> Result<(), Fault> {
        seat(desk, dice.pick(&OFFICERS).0);
        if planned.beat == 0 {
            let case = self.take(desk, dice, story)?;
            if let Some(place) = self.cases.get_mut(planned.case as usize) {
                *place = Some(case);
            }
            return Ok(());
        }
        let beat = planned.beat as usize - 1;
        let (Some(beat), Some(Some(case))) =
            (story.beats.get(beat), self.cases.get(planned.case as usize).copied())
        else {
            return Ok(());
        };
        let case = self.act(desk, case, &beat.act)?;
        if let Some(place) = self.cases.get_mut(planned.case as usize) {
            *place = Some(case);
        }
        Ok(())
    }

    fn take(&mut self, desk: &mut Desk, dice: &mut Dice, story: &Story) -> Result<Case, Fault> {
        let mut draft = asked(dice, story);
        let subject = self.subject(dice, story.whom);
        match subject {
            None => {
                let sex = dice.pick(&[Sex::Male, Sex::Female]);
                let name = Kin::thrown(dice).name(dice, sex, (None, 0));
                if dice.percent(70) {
                    draft.put(NAME.id, name.full);
                }
            }
            Some(_) => comes(dice, &mut draft, story.whom),
        }
        serve(desk, dice, (&mut draft, story));
        let subject = subject.map_or(Subject::Nobody, Subject::Known);
        // Whose desil is above the limit of the service is told so, and may still ask.
        let taken = match take(desk, &draft, subject.clone(), false) {
            Err(Fault::Doubtful(_)) => take(desk, &draft, subject, true)?,
            other => other?,
        };
        let own = Case { id: taken.request.id, referral: None };
        let repeats = story.beats.iter().any(|beat| matches!(beat.act, Act::Repeats));
        if story.kind == request::Kind::Complaint && !repeats {
            self.complaint = Some(taken.request.ticket);
        }
        Ok(own)
    }

    fn subject(&self, dice: &mut Dice, whom: Whom) -> Option<Id> {
        let pool = match whom {
            Whom::Passer if dice.percent(55) => return None,
            Whom::Passer | Whom::Adult => &self.adults,
            Whom::Anyone => &self.everyone,
            Whom::Child => &self.children,
            Whom::Old => &self.old,
            Whom::Stranger => &self.strangers,
        };
        let pool = if pool.is_empty() { &self.everyone } else { pool };
        (!pool.is_empty()).then(|| dice.pick(pool))
    }

    fn act(&self, desk: &mut Desk, mut case: Case, act: &Act) -> Result<Case, Fault> {
        let mut draft = Draft::default();
        match *act {
            Act::Step(step, reason) => {
                draft.put(STEP.id, step.code());
                draft.put(REASON.id, reason);
                roads::step(desk, case.id, &draft)?;
            }
            Act::Complete => {
                let request: Request = desk.must(case.id)?;
                let missing: Vec<&str> =
                    request.missing().map(|paper| paper.code.as_str()).collect();
                draft.put(STEP.id, Step::Complete.code());
                draft.put(PAPERS.id, missing.join(";"));
                roads::step(desk, case.id, &draft)?;
            }
            Act::Repeats => match self.complaint {
                Some(first) => {
                    draft.put(STEP.id, Step::MarkDuplicate.code());
                    draft.put(SAME_AS.id, first.to_string());
                    roads::step(desk, case.id, &draft)?;
                }
                None => return Ok(case),
            },
            Act::Refer(institution) | Act::Point(institution) => {
                let pointed = matches!(act, Act::Point(_));
                let manner = if pointed { Manner::Pointed } else { Manner::Letter };
                draft.put(INSTITUTION.id, institution);
                draft.put(ASK.id, "Mohon dapat dilayani sesuai kebutuhan warga ini.");
                draft.put(MANNER.id, manner.code());
                case.referral = Some(roads::refer(desk, case.id, &draft)?.1);
            }
            Act::Letter | Act::Jammed => {
                let Some(ticket) = case.referral else { return Ok(case) };
                let letter = match letters::asks(desk, case.id, ticket)? {
                    Some((kind, first)) => {
                        let draft = told(kind, first, desk.today());
                        letters::issue_with(desk, case.id, ticket, &draft)?
                    }
                    None => letters::issue(desk, case.id, ticket)?,
                };
                if matches!(act, Act::Letter) {
                    letters::confirm(desk, letter.id, Outlet::Printer)?;
                }
            }
            Act::News(step, reason) => {
                let Some(ticket) = case.referral else { return Ok(case) };
                draft.put(REFERRAL_STEP.id, step.code());
                draft.put(REASON.id, reason);
                roads::news(desk, case.id, ticket, &draft)?;
            }
        }
        Ok(case)
    }
}

/// Something suitable under every question of a letter that must have an answer.
fn told(kind: &Kind, mut draft: Draft, today: NaiveDate) -> Draft {
    for asked in kind.asked {
        let sample = kind.fields().find(|field| field.name == asked.id);
        let sample = sample.map(|field| field.sample.to_owned()).unwrap_or_default();
        let tried = [draft.text(asked).to_owned(), sample, Day(today).to_string()];
        let fits = |answer: &String| (asked.check)(answer, today).is_ok();
        if (asked.when)(&draft)
            && let Some(answer) = tried.into_iter().find(fits)
        {
            draft.put(asked.id, answer);
        }
    }
    draft
}
