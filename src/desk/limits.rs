//! The right to restriction: a mark on a person's data, and what it stops.
//!
//! # Why
//! Somebody who says that their data is wrong, or must not be used, gets it left alone until that
//! is settled. It is not hidden: an officer must see that the person is known. What it stops asks
//! here; taking a request, hearing news and serving the person's rights are not stopped, since
//! nobody in need is sent away.
use crate::{
    desk::counter::Desk,
    domain::{
        id::Id,
        law::Restriction,
        letter::Letter,
        may::{Action, Refusal},
        request::Request,
        resident::Resident,
    },
    fault::Fault,
    form::{field::Draft, law},
    store::item::Kept as _,
};

/// Restricts the use of a resident's data for the reason in these answers.
pub fn restrict(desk: &mut Desk, id: Id, draft: &Draft) -> Result<Resident, Fault> {
    let mut who: Resident = desk.allowed(id, Action::RestrictProcessing)?;
    let ground = desk.ground()?;
    let (asker, reason) = law::limit(draft, &ground)?;
    who.restriction = Some(Restriction { asker, reason, set: ground.stamp });
    desk.commit("batasi data", vec![who.clone().item()])?;
    Ok(who)
}

/// Lifts the restriction of a resident's data.
pub fn lift(desk: &mut Desk, id: Id) -> Result<Resident, Fault> {
    let mut who: Resident = desk.allowed(id, Action::RestrictProcessing)?;
    if who.restriction.take().is_some() {
        desk.commit("cabut pembatasan", vec![who.clone().item()])?;
    }
    Ok(who)
}

impl Desk {
    /// Refuses to use the data of somebody whose data must not be used now.
    pub(crate) fn unlimited(&self, subject: Option<Id>) -> Result<(), Fault> {
        if self.is_limited(subject)? { Err(Fault::Forbidden(Refusal::Limited)) } else { Ok(()) }
    }

    /// Refuses to use a letter that is about such a person.
    pub(crate) fn unlimited_letter(&self, letter: &Letter) -> Result<(), Fault> {
        if self.limits_letter(letter)? { Err(Fault::Forbidden(Refusal::Limited)) } else { Ok(()) }
    }

    /// Whether a letter is about somebody whose data must not be used now.
    pub(crate) fn limits_letter(&self, letter: &Letter) -> Result<bool, Fault> {
        let Some(request) = letter.request else { return Ok(false) };
        self.is_limited(self.must::<Request>(request)?.subject)
    }

    /// Whether the data of that person must not be used now.
    pub(crate) fn is_limited(&self, subject: Option<Id>) -> Result<bool, Fault> {
        let who = subject.map(|id| self.get::<Resident>(id)).transpose()?.flatten();
        Ok(who.is_some_and(|who| who.restriction.is_some()))
    }
}
