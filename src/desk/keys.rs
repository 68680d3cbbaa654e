//! Who can come in: the slots of the officers, and the code in the office's safe.
use crate::{desk::counter::Desk, fault::Fault, store::keys::Keys};

/// The keys of this desk's office.
fn keys(desk: &Desk) -> Result<Keys, Fault> {
    let found = Keys::read(desk.folder())?;
    found.map(|(keys, _)| keys).ok_or(Fault::Missing { what: "berkas kunci" })
}

/// Notes that the recovery code stands on paper: it was typed back, or printed.
pub fn noted(desk: &mut Desk) -> Result<(), Fault> {
    let mut keys = keys(desk)?;
    keys.note();
    keys.write(desk.folder(), &desk.vault.ring())
}
