//! Who can come in: the slots of the officers, and the code in the office's safe.
//!
//! # Why
//! A record of the officer is saved first and the file of the keys after it: an officer without a
//! slot cannot come in and is given one again, a slot without an officer opens nothing.
use crate::{
    desk::{
        counter::Desk,
        pass::{self, Pass},
    },
    domain::{
        clerk::Clerk,
        may::{Action, Refusal},
        passphrase::Passphrase,
        recovery::Recovery,
    },
    fault::Fault,
    store::{
        keys::{Holder, Keys, Shut, fresh_code},
        vault::Vault,
    },
};

/// The keys of this desk's office.
fn keys(desk: &Desk) -> Result<Keys, Fault> {
    let found = Keys::read(desk.folder())?;
    found.map(|(keys, _)| keys).ok_or(Fault::Missing { what: "berkas kunci" })
}

/// Changes the keys, durably. What begins an epoch does so in a copy of the keys in memory: nothing
/// may be sealed with keys that are not on the disk yet, for nobody could ever open it.
fn change<T>(
    desk: &Desk,
    change: impl FnOnce(&mut Keys, &Vault) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let mut keys = keys(desk)?;
    let next = Vault::of(desk.vault.ring().copied()?);
    let done = change(&mut keys, &next)?;
    keys.write(desk.folder(), &next.ring())?;
    if next.epoch() != desk.vault.epoch() {
        let ring = next.ring().copied()?;
        desk.vault.renew(ring);
    }
    Ok(done)
}

const fn holder<'a>(desk: &Desk, clerk: &'a Clerk, passphrase: &'a Passphrase) -> Holder<'a> {
    Holder { clerk: clerk.id, code: clerk.code.as_str(), passphrase, cost: desk.cost() }
}

/// Whether the recovery code stands on paper.
pub fn is_noted(desk: &Desk) -> Result<bool, Fault> {
    Ok(keys(desk)?.noted())
}

/// Notes that the recovery code stands on paper: it was typed back, or printed.
pub fn noted(desk: &mut Desk) -> Result<(), Fault> {
    change(desk, |keys, _| {
        keys.note();
        Ok(())
    })
}

/// Has an officer come in with that passphrase from now on.
pub(crate) fn admit(desk: &mut Desk, clerk: &Clerk, passphrase: &Passphrase) -> Result<(), Fault> {
    change(desk, |keys, _| {
        let restricted = clerk.restricted && desk.vault.opens_restricted();
        keys.admit(&desk.vault.ring(), &holder(desk, clerk, passphrase), restricted)
    })
}

/// Has an officer whom the recovery code let in come in with that passphrase from now on, as with
/// the one before; the code is to be replaced.
pub(crate) fn recover(
    desk: &mut Desk,
    clerk: &Clerk,
    passphrase: &Passphrase,
) -> Result<(), Fault> {
    change(desk, |keys, _| {
        keys.spend();
        keys.admit(&desk.vault.ring(), &holder(desk, clerk, passphrase), clerk.restricted)
    })
}

/// Keeps an officer who left out for good: what is saved from now on is sealed with keys that
/// officer never had.
pub(crate) fn shut_out(desk: &mut Desk, clerk: &Clerk) -> Result<(), Fault> {
    change(
        desk,
        |keys, next| {
            if keys.has(clerk.id) { keys.turn(next, &[clerk.id]).map(drop) } else { Ok(()) }
        },
    )
}

/// Gives an officer what opens restricted data, or takes it: then what is saved from now on is
/// sealed with keys that officer never had.
pub(crate) fn limit(desk: &mut Desk, clerk: &Clerk) -> Result<(), Fault> {
    change(desk, |keys, next| {
        keys.limit(&next.ring(), clerk.id, clerk.restricted)?;
        if clerk.restricted { Ok(()) } else { keys.turn(next, &[]).map(drop) }
    })
}

/// Changes the passphrase of the officer who sits here.
pub fn change_own(desk: &mut Desk, old: &Passphrase, new: &Passphrase) -> Result<(), Fault> {
    let clerk = desk.clerk().cloned().ok_or(Fault::Unknown)?;
    change(desk, |keys, _| {
        keys.change(old, &holder(desk, &clerk, new)).map_err(|shut| match shut {
            Shut::Fault(fault) => fault,
            Shut::Stranger | Shut::Wrong(_) => Fault::Unknown,
        })
    })
}

/// Gives an officer who forgot the passphrase another one. It takes two others: the one who sits
/// here, and a witness who comes in as well.
pub fn replace(
    desk: &mut Desk,
    clerk: &Clerk,
    (passphrase, witness): (&Passphrase, &Pass),
) -> Result<(), Fault> {
    let (other, _) = pass::admitted(desk.folder(), witness, desk.clock())?;
    let own = desk.clerk().map(|sits| sits.id);
    if Some(other) == own || other == clerk.id || own == Some(clerk.id) {
        return Err(Fault::Unknown);
    }
    change(desk, |keys, _| {
        let restricted = keys.opens_restricted(clerk.id) && desk.vault.opens_restricted();
        keys.admit(&desk.vault.ring(), &holder(desk, clerk, passphrase), restricted)
    })
}

/// A new recovery code. It opens nothing until [`take_recovery`] is told it from paper.
pub fn new_recovery(desk: &Desk) -> Result<Recovery, Fault> {
    renews(desk)?;
    fresh_code()
}

/// Refuses an officer who cannot give the recovery code all that it has to open.
fn renews(desk: &Desk) -> Result<(), Fault> {
    desk.permit(Action::ManageOfficers, None)?;
    if desk.vault.opens_restricted() { Ok(()) } else { Err(Fault::Forbidden(Refusal::Restricted)) }
}

/// Has that recovery code open the store; the one before does not any more.
pub fn take_recovery(desk: &mut Desk, code: &Recovery) -> Result<(), Fault> {
    renews(desk)?;
    change(desk, |keys, _| keys.recover_by(&desk.vault.ring(), code))
}
