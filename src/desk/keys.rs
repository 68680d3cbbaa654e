//! Who can come in: the slots of the officers, and the code in the office's safe.
//!
//! # Why
//! A record of the officer is saved first and the file of the keys after it: an officer without a
//! slot cannot come in and is given one again, a slot without an officer opens nothing. Each change
//! of the keys is noted in the journal behind it, with the serial of their file and no secret.
use crate::{
    desk::{
        counter::Desk,
        pass::{self, Pass},
    },
    domain::{
        clerk::Clerk,
        id::Id,
        may::{Action, Refusal},
        office::Office,
        passphrase::Passphrase,
        recovery::Recovery,
        reject::Reject,
    },
    fault::Fault,
    form::passphrase::CHOSEN,
    store::{
        keys::{Holder, Keys, Shut, fresh_code, note_of},
        record::Table,
        tries::Tries,
        vault::Vault,
    },
};

/// The keys of this desk's office.
fn keys(desk: &Desk) -> Result<Keys, Fault> {
    let found = Keys::read(desk.folder())?;
    found.map(|(keys, _)| keys).ok_or(Fault::Missing { what: "berkas kunci" })
}

/// Changes the keys, durably; returns the serial of their file. What begins an epoch does so in a
/// copy of the keys in memory: nothing may be sealed with keys that are not on the disk yet, for
/// nobody could ever open it.
fn change(
    desk: &Desk,
    change: impl FnOnce(&mut Keys, &Vault) -> Result<(), Fault>,
) -> Result<u64, Fault> {
    let mut keys = keys(desk)?;
    let next = Vault::of(desk.vault.ring().copied()?);
    change(&mut keys, &next)?;
    if let Some(noted) = desk.rounds.newer_keys() {
        // Both files count on from the one that was put away.
        keys.follow(noted);
        keys.write(desk.folder(), &next.ring())?;
    }
    keys.write(desk.folder(), &next.ring())?;
    if next.epoch() != desk.vault.epoch() {
        let ring = next.ring().copied()?;
        desk.vault.renew(ring);
    }
    Ok(keys.serial())
}

/// Writes the file of the keys once more, so that there is one before it as well.
pub(crate) fn write_again(desk: &Desk) -> Result<(), Fault> {
    change(desk, |_, _| Ok(())).map(drop)
}

/// Notes in the journal that the keys were changed, and how often they were so far; never what
/// they are. The change counts already, so what cannot be noted is told until the desk closes.
fn deed(desk: &mut Desk, why: &'static str, about: (Table, Id), told: &str) {
    let mut noted = desk.set_down(why, &[about], told);
    if let Some(serial) = desk.rounds.newer_keys() {
        let told = format!("yang tercatat ke-{serial} tidak ada lagi");
        let office = (Table::Office, Office::id());
        noted = noted.and_then(|()| desk.set_down("kunci mundur", &[office], &told));
        desk.rounds.keys_are_new();
    }
    desk.session.unnoted |= noted.is_err();
}

const fn about(clerk: &Clerk) -> (Table, Id) {
    (Table::Clerk, clerk.id)
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
    .map(drop)
}

/// What the first screen reminds of, while no recovery code stands on paper or it was used, and the
/// officer who sits here can renew it.
#[must_use]
pub fn reminder(desk: &Desk) -> Option<&'static str> {
    let due = !desk.is_practice() && renews(desk).is_ok() && !is_noted(desk).unwrap_or(true);
    due.then_some("Kode pemulihan belum dicatat di kertas: buka baris terakhir di bawah.")
}

/// The officers who work here and cannot come in yet: nobody has given them a passphrase.
pub fn waiting(desk: &Desk) -> Result<Vec<Id>, Fault> {
    let keys = keys(desk)?;
    let active = desk.book.directory.clerks.values().filter(|clerk| clerk.active);
    Ok(active.map(|clerk| clerk.id).filter(|id| !keys.has(*id)).collect())
}

/// Gives an officer who cannot come in yet a first passphrase. What opens restricted data comes
/// with it only from an officer who has that; says whether the new one has all that is due.
pub fn begin(desk: &mut Desk, clerk: &Clerk, passphrase: &Passphrase) -> Result<bool, Fault> {
    desk.permit(Action::ManageOfficers, None)?;
    if !waiting(desk)?.contains(&clerk.id) {
        return Err(Fault::Missing { what: "petugas tanpa kata sandi" });
    }
    admit(desk, clerk, passphrase)?;
    Ok(!clerk.restricted || desk.vault.opens_restricted())
}

/// Has a new officer come in with that passphrase from now on.
pub(crate) fn admit(desk: &mut Desk, clerk: &Clerk, passphrase: &Passphrase) -> Result<(), Fault> {
    let serial = change(desk, |keys, _| {
        let restricted = clerk.restricted && desk.vault.opens_restricted();
        keys.admit(&desk.vault.ring(), &holder(desk, clerk, passphrase), restricted)
    })?;
    deed(desk, "kunci petugas", about(clerk), &note_of(serial, ""));
    Ok(())
}

/// Has an officer whom the recovery code let in come in with that passphrase from now on, as with
/// the one before; the code is to be replaced.
pub(crate) fn recover(
    desk: &mut Desk,
    clerk: &Clerk,
    passphrase: &Passphrase,
) -> Result<(), Fault> {
    let serial = change(desk, |keys, _| {
        keys.spend();
        keys.admit(&desk.vault.ring(), &holder(desk, clerk, passphrase), clerk.restricted)
    })?;
    deed(desk, "kunci pulih", about(clerk), &note_of(serial, ""));
    Ok(())
}

/// Keeps an officer who left out for good: what is saved from now on is sealed with keys that
/// officer never had.
pub(crate) fn shut_out(desk: &mut Desk, clerk: &Clerk) -> Result<(), Fault> {
    if !keys(desk)?.has(clerk.id) {
        return Ok(());
    }
    let serial = change(desk, |keys, next| keys.turn(next, &[clerk.id]).map(drop))?;
    deed(desk, "kunci cabut", about(clerk), &note_of(serial, ""));
    Ok(())
}

/// Gives an officer what opens restricted data, or takes it: then what is saved from now on is
/// sealed with keys that officer never had.
pub(crate) fn limit(desk: &mut Desk, clerk: &Clerk) -> Result<(), Fault> {
    let serial = change(desk, |keys, next| {
        keys.limit(&next.ring(), clerk.id, clerk.restricted)?;
        if clerk.restricted { Ok(()) } else { keys.turn(next, &[]).map(drop) }
    })?;
    let which = if clerk.restricted { "diberikan" } else { "diambil" };
    deed(desk, "kunci terbatas", about(clerk), &note_of(serial, which));
    Ok(())
}

/// Changes the passphrase of the officer who sits here.
pub fn change_own(desk: &mut Desk, old: &Passphrase, new: &Passphrase) -> Result<(), Fault> {
    let clerk = desk.clerk().cloned().ok_or(Fault::Unknown)?;
    if old == new {
        return Err(Fault::Rejected { field: CHOSEN.id, why: Reject::NotNew });
    }
    let serial = change(desk, |keys, _| {
        keys.change(old, &holder(desk, &clerk, new)).map_err(|shut| match shut {
            Shut::Fault(fault) => fault,
            Shut::Stranger | Shut::Wrong(_) => Fault::Unknown,
        })
    })?;
    deed(desk, "kunci ganti", about(&clerk), &note_of(serial, ""));
    Ok(())
}

/// Gives an officer who forgot the passphrase another one. It takes two others: the one who sits
/// here, and a witness who comes in as well. Says whether the right to what is restricted came along
/// where there was one: it takes the right of the one who sits here.
pub fn replace(
    desk: &mut Desk,
    clerk: &Clerk,
    (passphrase, witness): (&Passphrase, &Pass),
) -> Result<bool, Fault> {
    let (other, _) = pass::admitted(desk.folder(), witness, desk.clock())?;
    let own = desk.clerk().map(|sits| sits.id);
    if Some(other) == own || other == clerk.id || own == Some(clerk.id) {
        return Err(Fault::Unknown);
    }
    let mut whole = true;
    let serial = change(desk, |keys, _| {
        let had = keys.opens_restricted(clerk.id);
        let restricted = had && desk.vault.opens_restricted();
        whole = restricted || !had;
        keys.admit(&desk.vault.ring(), &holder(desk, clerk, passphrase), restricted)
    })?;
    let witness = desk.book.directory.clerks.get(&other).map_or("", |other| other.code.as_str());
    let told = note_of(serial, &format!("saksi {witness}"));
    deed(desk, "kunci pengganti", about(clerk), &told);
    // Who waited after wrong tries has a passphrase that was never tried.
    let _ = Tries::read(desk.folder()).right(clerk.id);
    Ok(whole)
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
    let serial = change(desk, |keys, _| keys.recover_by(&desk.vault.ring(), code))?;
    deed(desk, "kunci kode", (Table::Office, Office::id()), &note_of(serial, ""));
    Ok(())
}
