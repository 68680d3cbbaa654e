//! A code and a passphrase, and what they open.
use std::path::Path;

use crate::{
    desk::counter::Clock,
    domain::{clerk::Clerk, id::Id, passphrase::Passphrase, reject::Reject},
    fault::Fault,
    form::passphrase::CODE,
    store::{
        keys::{Keys, Shut},
        tries::Tries,
        vault::Ring,
    },
};

/// Who wants to come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// The officer's code; not needed where only one officer can come in.
    pub code: Option<String>,
    pub passphrase: Passphrase,
}

impl Pass {
    /// What was typed.
    #[must_use]
    pub fn new(code: &str, passphrase: &str) -> Self {
        let code = Some(code.trim().to_lowercase()).filter(|code| !code.is_empty());
        Self { code, passphrase: Passphrase::typed(passphrase) }
    }

    /// Which of these officers is meant, where a passphrase is only being chosen: the one of that
    /// code, or the only one who works here.
    pub(crate) fn officer<'a>(
        &self,
        clerks: impl Iterator<Item = &'a Clerk>,
    ) -> Result<Clerk, Fault> {
        let rejected = |why| Fault::Rejected { field: CODE.id, why };
        let mut active = clerks.filter(|clerk| clerk.active);
        let found = match &self.code {
            Some(code) => {
                active.find(|clerk| clerk.code == *code).ok_or(rejected(Reject::NotOfficer))
            }
            None => match (active.next(), active.next()) {
                (Some(only), None) => Ok(only),
                _ => Err(rejected(Reject::Empty)),
            },
        };
        found.cloned()
    }
}

/// The keys of the officer whose passphrase this is.
pub fn admitted(folder: &Path, pass: &Pass, clock: Clock) -> Result<(Id, Ring), Fault> {
    let (keys, _) = Keys::read(folder)?.ok_or(Fault::Missing { what: "berkas kunci" })?;
    let clerk = keys.whose(pass.code.as_deref());
    let counted = clerk.unwrap_or(Id::named(""));
    let mut tries = Tries::read(folder);
    tries.allow(counted, clock.now())?;
    match clerk.map_or(Err(Shut::Stranger), |clerk| keys.open(clerk, &pass.passphrase)) {
        Ok(ring) => {
            tries.right(counted)?;
            Ok((counted, ring))
        }
        Err(Shut::Fault(fault)) => Err(fault),
        Err(Shut::Stranger | Shut::Wrong(_)) => {
            tries.wrong(counted, clock.now())?;
            Err(Fault::Unknown)
        }
    }
}
